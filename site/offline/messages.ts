/** @file What pages and the offline worker tell each other. Pure. */

/** Names of the caches; the number goes up when what they hold changes its form. */
export const cacheNames = {
  /** The offline page itself. */
  frame: 'pufa-frame-1',
  visited: 'pufa-visited-1',
  pinned: 'pufa-pinned-1',
  files: 'pufa-files-1',
} as const

/** The name of the first cache, by which an earlier form is known. */
export const cachePrefix = 'pufa-'

/** Header of a kept answer: when it was kept, as the server's clock said. */
export const keptOnHeader = 'x-kept-on'
/** The phone's own instant of keeping, in milliseconds: tells which of two forms was read last. */
export const keptAtHeader = 'x-kept-at'
export const keptBytesHeader = 'x-kept-bytes'
/** In the query of a kept page's name, where it is the page in a larger text; the size follows. */
export const sizeMark = 'kept-size='

/** `keep`: remember as visited · `pin`: keep for good · `unpin` · `clear`: let everything go. */
export type OfflineRequest =
  | { do: 'keep'; address: string; files: readonly string[] }
  | { do: 'pin'; address: string }
  | { do: 'unpin'; address: string }
  | { do: 'clear' }

/** `full`: the phone has no room · `unreachable`: the network did not give it. */
export type OfflineAnswer = { done: true } | { done: false; why: 'full' | 'unreachable' }
