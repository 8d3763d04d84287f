/** @file The contents that a person opened last, newest first. Pure. */

export interface Opened {
  /** Id of the published content. */
  id: string
  type: string
}

export const recentMax = 20

const isOpened = (value: unknown): value is Opened =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Opened).id === 'string' &&
  typeof (value as Opened).type === 'string'

/** @param stored whatever the lake kept; what is none is left out */
export function readRecent(stored: unknown): readonly Opened[] {
  return Array.isArray(stored) ? stored.filter(isOpened).slice(0, recentMax) : []
}

/** @returns the same list where it stands first already, so that nothing is written */
export function withOpened(list: readonly Opened[], opened: Opened): readonly Opened[] {
  if (list[0]?.id === opened.id) return list
  return [opened, ...list.filter(({ id }) => id !== opened.id)].slice(0, recentMax)
}

export interface Titled extends Opened {
  title: string
}

/** Parameter `ids`, of published contents: a draft shows instead of what it will replace. */
export const titlesQuery = `*[_id in $ids || _id in $drafts] {
  _id, "title": coalesce(title, name, question, text, label, string(year))
}`

/** Those that are still there, in the order of the list. */
export function titledOf(
  list: readonly Opened[],
  found: readonly { _id: string; title: string | null }[],
): readonly Titled[] {
  const titles = new Map(found.map(({ _id, title }) => [_id, title]))
  return list.flatMap((opened) => {
    const id = [`drafts.${opened.id}`, opened.id].find((each) => titles.has(each))
    return id === undefined ? [] : [{ ...opened, title: titles.get(id) ?? '（没有标题）' }]
  })
}
