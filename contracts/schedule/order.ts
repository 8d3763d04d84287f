/**
 * @file Who speaks on a screen, and in what order of rank.
 *
 * Pure. takeover (the newest; the earlier resumes after it) > mandatory (prefecture > county > screen)
 * > priority > id. Only the highest rank plays; playlists of equal rank take turns.
 */
import type { Level, ScheduledScreen, ScheduleEvent, Selector } from './shape.ts'

const levels: Readonly<Record<Level, number>> = { screen: 1, county: 2, prefecture: 3 }

function fits(selector: Selector, screen: ScheduledScreen): boolean {
  return (
    (selector.screen === undefined || selector.screen === screen.id) &&
    (selector.group === undefined || screen.groups.includes(selector.group)) &&
    (selector.county === undefined || selector.county === screen.county) &&
    (selector.township === undefined || selector.township === screen.township) &&
    (selector.village === undefined || selector.village === screen.village) &&
    (selector.audience === undefined || screen.audiences.includes(selector.audience))
  )
}

/** Fields inside a selector are ANDed, selectors are ORed, an empty selector fits all. */
export function targetsScreen({ targets }: Pick<ScheduleEvent, 'targets'>, screen: ScheduledScreen): boolean {
  return targets.some((selector) => fits(selector, screen))
}

/**
 * Greater ranks first; equal ranks share the screen. Takeovers never tie: the newest alone plays.
 * @returns a tuple compared from left to right
 */
function rankOf(event: ScheduleEvent): readonly [number, number, number] {
  if (event.mode === 'takeover') return [2, event.issuedAt ? Date.parse(event.issuedAt) || 0 : 0, 0]
  return [event.mandatory ? 1 : 0, event.mandatory ? levels[event.level] : 0, event.priority]
}

function compareRank(a: ScheduleEvent, b: ScheduleEvent): number {
  const left = rankOf(a)
  const right = rankOf(b)
  return right[0] - left[0] || right[1] - left[1] || right[2] - left[2]
}

export function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/**
 * Open events in groups of equal rank, highest first; the order of the input never changes the result.
 * `share` events have no rank: they come in beside whatever plays, and are left out here.
 */
export function ranked(events: readonly ScheduleEvent[]): readonly (readonly ScheduleEvent[])[] {
  const groups: ScheduleEvent[][] = []
  const ordered = events
    .filter((event) => event.mode !== 'share')
    .sort((a, b) => compareRank(a, b) || byId(a, b))
  for (const event of ordered) {
    const last = groups.at(-1)
    const leader = last?.[0]
    if (last && leader && event.mode !== 'takeover' && compareRank(leader, event) === 0) last.push(event)
    else groups.push([event])
  }
  return groups
}
