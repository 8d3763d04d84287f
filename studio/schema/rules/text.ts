/**
 * @file Rules on written words. Pure: each takes a value and gives a Chinese sentence that says what to
 * do, or `true`. An empty value passes, since `required()` speaks of that.
 */

/** What a rule answers: `true`, or the sentence shown under the field. */
export type Verdict = true | string

const leadingPunctuation = /^[，。！？；：、）》」』”’…—,.!?;:)\]}]/u

/** Characters a reader counts: code points, without line breaks. */
export function countCharacters(text: string): number {
  return [...text.replace(/\r?\n/gu, '')].length
}

export const sloganCharactersMax = 60
export const ledAnswerCharactersMax = 40

export function atMostCharacters(text: string | undefined, max: number): Verdict {
  if (!text) return true
  const count = countCharacters(text)
  return count <= max || `最多 ${max} 个字，现在有 ${count} 个，请删去 ${count - max} 个`
}

/** Lines of a slogan stand on a screen as they are written. */
export function wellBrokenLines(text: string | undefined): Verdict {
  if (!text) return true
  const lines = text.split(/\r?\n/u)
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') return `第 ${index + 1} 行是空的，请删去这一行`
    if (leadingPunctuation.test(line.trim())) return `第 ${index + 1} 行以标点开头，请把标点移到上一行末尾`
  }
  return true
}

/** An answer for an LED card is one sentence on one line. */
export function oneLine(text: string | undefined): Verdict {
  return !text || !/[\r\n]/u.test(text) || '只能写一行，请去掉换行'
}

const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u

/** Addresses get printed on walls, so they keep to what every phone can type. */
export function plainSlug(slug: { current?: string } | undefined): Verdict {
  const current = slug?.current
  if (!current) return true
  if (current.length > 80) return '太长了，请缩短到 80 个字符以内'
  return slugPattern.test(current) || '只能用小写字母、数字和短横线，例如 labour-pay；短横线不放在开头和结尾'
}

/**
 * Proposes a slug: the ASCII words of the title where there are enough of them, else the prefix and a
 * short figure made from the title, so that the same title always gives the same proposal.
 */
export function proposeSlug(title: string, prefix: string): string {
  const words =
    title
      .toLowerCase()
      .match(/[a-z0-9]+/gu)
      ?.join('-') ?? ''
  if (words.replace(/[^a-z]/gu, '').length >= 4) return words.slice(0, 60).replace(/-+$/u, '')
  let hash = 0x811c9dc5
  for (const character of title) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return `${prefix}-${hash.toString(36).padStart(7, '0')}`
}
