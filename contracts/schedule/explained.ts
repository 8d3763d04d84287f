/**
 * @file The resolver with its reasons: what plays, why, and until when.
 *
 * Pure. For the scheduler's endpoints, the Studio's simulator and the site. A player asks `resolve.ts`
 * itself, which gives the same turns without the sentences.
 */
import type { Instant } from '../part.ts'
import { turns, type Turn } from './resolve.ts'
import type { Schedule, ScheduledScreen } from './shape.ts'
import { whyText } from './why.ts'

export interface Resolution extends Turn {
  /** One Chinese sentence that answers "why is this on this screen?". */
  why: string
}

/** Plays in order, beginning with the one that is on at `instant`; endless. */
export function* plays(
  schedule: Schedule,
  screen: ScheduledScreen,
  instant: Instant,
): Generator<Resolution, never> {
  for (const turn of turns(schedule, screen, instant)) yield { ...turn, why: whyText(turn) }
  throw new Error('the turns of a screen never end')
}

/** What `screen` shows at `instant` by this schedule. */
export function resolve(schedule: Schedule, screen: ScheduledScreen, instant: Instant): Resolution {
  return plays(schedule, screen, instant).next().value
}

/**
 * Every play that touches [from, to), in order.
 * @param playsMax bound of the answer; it is cut off there
 */
export function timeline(
  schedule: Schedule,
  screen: ScheduledScreen,
  from: Instant,
  to: Instant,
  playsMax = 10_000,
): Resolution[] {
  const found: Resolution[] = []
  if (to <= from) return found
  for (const play of plays(schedule, screen, from)) {
    if (play.from >= to || found.length >= playsMax) break
    found.push(play)
  }
  return found
}
