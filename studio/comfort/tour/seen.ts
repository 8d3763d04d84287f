/** @file Whether somebody still wants the tour: kept under her account. Pure. */

export interface TourSeen {
  /** She has gone through it, or wants none. */
  isDone: boolean
  /** How often it began by itself and was left. */
  left: number
}

const fresh: TourSeen = { isDone: false, left: 0 }

/** Whoever leaves it so often knows where it is. */
const leftMax = 3

/** @param stored whatever the lake kept */
export function readTourSeen(stored: unknown): TourSeen {
  if (typeof stored !== 'object' || stored === null) return fresh
  const { isDone, left } = stored as Partial<TourSeen>
  return { isDone: isDone === true, left: typeof left === 'number' ? left : 0 }
}

export const wantsTour = ({ isDone, left }: TourSeen): boolean => !isDone && left < leftMax
export const leftOnce = (seen: TourSeen): TourSeen => ({ ...seen, left: seen.left + 1 })
export const done = (seen: TourSeen): TourSeen => ({ ...seen, isDone: true })
