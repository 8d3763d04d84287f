/** @file What the scheduler says of a screen by what is published: an instant, and the hour after it. */
import { ask, type Answer } from '../../screens/signage.ts'
import type { Travelled } from './model/as-published.ts'

/** One play, as `GET /api/signage/resolve` and `/timeline` answer it; see docs/signage-api.md. */
export interface Play {
  item: { id: string; kind: string; title: string }
  event: { id: string; title: string } | null
  playlist: { id: string; title: string } | null
  source: 'takeover' | 'share' | 'event' | 'fallback' | 'safe'
  why: string
  /** ISO texts. */
  from: string
  until: string
}

const iso = (instant: number) => new Date(instant).toISOString()

export function playAt(
  fetching: typeof fetch,
  screen: string,
  at: number,
  signal: AbortSignal,
): Promise<Answer<Play>> {
  const query = new URLSearchParams({ screen, at: iso(at) })
  return ask(fetching, `/api/signage/resolve?${query}`, { signal })
}

export function playsBetween(
  fetching: typeof fetch,
  screen: string,
  from: number,
  to: number,
  signal: AbortSignal,
): Promise<Answer<readonly Play[]>> {
  const query = new URLSearchParams({ screen, from: iso(from), to: iso(to) })
  return ask(fetching, `/api/signage/timeline?${query}`, { signal })
}

/** The screen's whole timetable as its player has it. */
export function scheduleOf(
  fetching: typeof fetch,
  screen: string,
  signal: AbortSignal,
): Promise<Answer<Travelled>> {
  return ask(fetching, `/api/signage/schedule?${new URLSearchParams({ screen })}`, { signal })
}
