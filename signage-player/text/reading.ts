/**
 * @file Gives each page of an item its share of the item's time, by how long it takes to read.
 *
 * Pure. All pages are shown once within the item's seconds; spare time is shared in proportion.
 */
import { pageSecondsMin } from '../../contracts/legibility.ts'
import { readingCharactersPerSecond } from '../../contracts/schedule/defaults.ts'

/** How many pages there is time for. */
export function pagesIn(seconds: number): number {
  return Math.max(1, Math.floor(seconds / pageSecondsMin))
}

/** @returns for each page the millisecond at which it ends; the last is the item's whole length */
export function pageEnds(pages: readonly (readonly string[])[], seconds: number): readonly number[] {
  const weights = pages.map((lines) =>
    Math.max(pageSecondsMin, lines.join('').length / readingCharactersPerSecond),
  )
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let sum = 0
  return weights.map((weight) => Math.round(((sum += weight) / total) * seconds * 1_000))
}

/** @returns the page shown at `elapsedMs`; the last one stays after the end */
export function pageAt(ends: readonly number[], elapsedMs: number): number {
  const index = ends.findIndex((end) => elapsedMs < end)
  return index < 0 ? Math.max(0, ends.length - 1) : index
}

/** @returns milliseconds until the page changes, `Infinity` on the last page */
export function pageChangesIn(ends: readonly number[], elapsedMs: number): number {
  const page = pageAt(ends, elapsedMs)
  return page >= ends.length - 1 ? Infinity : (ends[page] ?? 0) - elapsedMs
}
