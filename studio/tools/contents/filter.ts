/** @file What the table is narrowed to, and how its address spells it. Pure. */

/** In the order in which the choice offers them. */
export const states = [
  { name: 'none', title: '○ 没送审' },
  { name: 'mine', title: '◔ 待我审' },
  { name: 'open', title: '◔ 审核中' },
  { name: 'rejected', title: '↩ 已退回' },
  { name: 'ready', title: '✓ 通过待公开' },
  { name: 'published', title: '● 已公开' },
  { name: 'changed', title: '✎ 公开后改过' },
  { name: 'down', title: '■ 已撤下' },
  { name: 'owed', title: '⚠ 急件待补审' },
] as const
export type StateName = (typeof states)[number]['name']

/** Without review nothing is handed in: what is not public waits for its writer alone. */
export const statesUnreviewed: readonly { name: StateName; title: string }[] = [
  { name: 'none', title: '○ 还没有公开' },
  ...states.filter(({ name }) => name === 'published' || name === 'changed'),
]

export const spans = [
  { name: 'day', title: '今天改过', days: 1 },
  { name: 'week', title: '7 天内改过', days: 7 },
  { name: 'month', title: '30 天内改过', days: 30 },
  { name: 'year', title: '一年内改过', days: 365 },
] as const
export type SpanName = (typeof spans)[number]['name']

export interface Filter {
  words: string
  /** Document type; null: all. */
  type: string | null
  state: StateName | null
  /** Id of a county; `''`: the prefecture as a whole; null: all. */
  county: string | null
  isMine: boolean
  within: SpanName | null
  /** From 1. */
  page: number
}

export const everything: Filter = {
  ...{ words: '', type: null, state: null, county: null, isMine: false, within: null, page: 1 },
}

const wordsMax = 60
/** Stands for the prefecture in an address, where nothing would mean all. */
const prefecture = '0'

/** `state=rejected&type=slogan`; empty for all. Sanity's router encodes it. */
export function filterText({ words, type, state, county, isMine, within, page }: Filter): string {
  const pairs = new URLSearchParams()
  if (words.trim() !== '') pairs.set('words', words.trim())
  if (type !== null) pairs.set('type', type)
  if (state !== null) pairs.set('state', state)
  if (county !== null) pairs.set('county', county === '' ? prefecture : county)
  if (isMine) pairs.set('mine', '1')
  if (within !== null) pairs.set('within', within)
  if (page > 1) pairs.set('page', String(page))
  return pairs.toString()
}

const oneOf = <Name extends string>(list: readonly { name: Name }[], value: string | null): Name | null =>
  list.find(({ name }) => name === value)?.name ?? null

/** @param text of an address; what it does not know is left out */
export function filterOf(text: unknown): Filter {
  const pairs = new URLSearchParams(typeof text === 'string' ? text : '')
  const county = pairs.get('county')
  const page = Number(pairs.get('page') ?? 1)
  return {
    words: (pairs.get('words') ?? '').slice(0, wordsMax),
    type: pairs.get('type'),
    state: oneOf(states, pairs.get('state')),
    county: county === prefecture ? '' : county,
    isMine: pairs.get('mine') === '1',
    within: oneOf(spans, pairs.get('within')),
    page: Number.isInteger(page) && page > 0 ? page : 1,
  }
}

/** Whether it narrows anything. */
export const isNarrow = (filter: Filter): boolean => filterText({ ...filter, page: 1 }) !== ''
