/** @file What the tool is called in the navbar, with what waits. Pure. */
import type { Counts } from './tasks.ts'

/** `审核 · 待审 3 · 退回 1`, or `审核` alone. */
export function countedTitle(title: string, counts: Pick<Counts, 'mine' | 'returned'> | null): string {
  if (!counts) return title
  const parts = [
    ...(counts.mine > 0 ? [`待审 ${counts.mine}`] : []),
    ...(counts.returned > 0 ? [`退回 ${counts.returned}`] : []),
  ]
  return [title, ...parts].join(' · ')
}
