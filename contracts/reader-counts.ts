/** @file What readers did, counted, as the site tells it to editors at `/api/site/counts`. Counts only. */

export const readerCountsPath = '/api/site/counts'

/** One document as readers met it. */
export interface PageCounts {
  code: string
  id: string
  type: string
  title: string
  path: string
  scans: number
  /** By choice: `useful`, `useless`, and the reasons. */
  ratings: Readonly<Record<string, number>>
  /** By state of the wall. */
  wall: Readonly<Record<string, number>>
}

export interface ReaderCounts {
  /** Searches that found nothing, the most frequent first; `lastDay` in the bureau's zone. */
  lostSearches: readonly { words: string; count: number; lastDay: string }[]
  /** Documents that anybody scanned or said something about. */
  pages: readonly PageCounts[]
}

/** The fixed choices that a reader can press about a page, and about a painted wall. */
export const ratings = { useful: '有用', useless: '没用' } as const

/** Asked after 没用; each is a count, nothing is written. */
export const reasons = {
  unclear: '看不懂',
  'not-my-case': '和我的情况不一样',
  'no-next-step': '看完还是不知道找谁',
  outdated: '内容过时了',
} as const

export const wallStates = {
  faded: '褪色了',
  damaged: '破损了',
  covered: '被挡住了',
  gone: '没有了',
} as const
