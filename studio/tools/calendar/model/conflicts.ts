/** @file Who is covered by whom in the days that are looked at, and when: one line for each pair. Pure. */
import type { ScheduleEvent } from '../../../../contracts/schedule/index.ts'
import type { Span } from '../../../../contracts/schedule/windows.ts'
import type { Box, Lost } from './boxes.ts'

export interface Conflict {
  key: string
  event: ScheduleEvent
  standing: Lost['standing']
  by: readonly ScheduleEvent[]
  /** Most of its screens that are concerned at once. */
  screens: number
  of: number
  spans: readonly (Span & { zone: string })[]
  /** All of its windows in these days are lost on all of its screens. */
  whole: boolean
  /** Of the time for which it is open on its screens, how much it loses to these, 0 to 1. */
  share: number
}

type Growing = Conflict & { spans: (Span & { zone: string })[] }

function addTo(known: Map<string, Growing>, { event, zone }: Box, lost: Lost, events: Events): void {
  const { standing, by, screens, of, from, until } = lost
  const weight = ((until - from) * screens) / of
  const key = `${event.id} ${standing} ${by.join()}`
  const conflict = known.get(key)
  if (conflict) {
    const last = conflict.spans.at(-1)
    if (last?.until === from && last.zone === zone) last.until = until
    else conflict.spans.push({ from, until, zone })
    conflict.screens = Math.max(conflict.screens, screens)
    conflict.share += weight
    return
  }
  const named = by.flatMap((id) => events.get(id) ?? [])
  known.set(key, {
    key,
    event,
    standing,
    by: named,
    screens,
    of,
    spans: [{ from, until, zone }],
    whole: false,
    share: weight,
  })
}

type Events = ReadonlyMap<string, ScheduleEvent>

const length = (spans: readonly Span[]) => spans.reduce((sum, { from, until }) => sum + until - from, 0)

/** Those that are never on a screen first, then by how much they lose. Filling pauses is no conflict. */
export function conflicts(boxes: readonly Box[], events: readonly ScheduleEvent[]): Conflict[] {
  const byId: Events = new Map(events.map((event) => [event.id, event]))
  const known = new Map<string, Growing>()
  const gone = new Map<string, number>()
  const open = new Map<string, number>()
  for (const box of boxes) {
    open.set(box.event.id, (open.get(box.event.id) ?? 0) + box.open)
    for (const lost of box.lost) {
      if (lost.standing === 'fills') continue
      addTo(known, box, lost, byId)
      if (lost.screens === lost.of) gone.set(box.event.id, (gone.get(box.event.id) ?? 0) + length([lost]))
    }
  }
  return [...known.values()]
    .map((each) => ({
      ...each,
      whole: (gone.get(each.event.id) ?? 0) >= (open.get(each.event.id) ?? 0),
      share: each.share / Math.max(1, open.get(each.event.id) ?? 1),
    }))
    .sort((a, b) => Number(b.whole) - Number(a.whole) || b.share - a.share)
}
