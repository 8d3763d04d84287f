/**
 * @file Timetables for tests, written short: a fragment says what its case is about, the rest is filled in.
 *
 * A case names instants as ISO text with an offset, so that it never depends on the code that it tests.
 * The code under test is handed in, so that a deliberately broken copy can be held against the same table.
 */
import type {
  Calendar,
  Cron,
  CronParse,
  Item,
  Playlist,
  Resolution,
  Schedule,
  ScheduledScreen,
  ScheduleEvent,
} from '../../contracts/schedule/index.ts'

/** The functions that the rule table is held against. */
export interface Rules {
  resolve(schedule: Schedule, screen: ScheduledScreen, instant: number): Resolution
  parseCron(text: string): CronParse
  nextMatch(cron: Cron, zone: string, after: number): number | null
}

export interface Fragment {
  zone?: string
  screen?: Partial<ScheduledScreen>
  events?: readonly (Partial<ScheduleEvent> & { id: string })[]
  /** `{"p": ["p1:60", "p2:5:2"]}`: playlist p shows item p1 for 60 seconds, then p2 for 5, twice an hour at most. */
  playlists?: Readonly<Record<string, readonly string[]>>
  /** Limits of items, by id. */
  items?: Readonly<Record<string, { validFrom?: string; validUntil?: string }>>
  /** Items that entries name and that are not there. */
  missing?: readonly string[]
  calendar?: Partial<Calendar>
  fallback?: string
}

export interface Ask {
  at: string
  item: string
  event?: string | null
  playlist?: string | null
  source?: Resolution['source']
  from?: string
  until?: string
  /** Words that the sentence must hold. */
  why?: readonly string[]
}

export interface PlayCase extends Fragment {
  name: string
  asks: readonly Ask[]
}

export interface RuleTable {
  calendar: Calendar
  plays: readonly { rule: string; cases: readonly PlayCase[] }[]
  cronAccepted: readonly ({ name: string; cron: string } & Partial<Record<keyof Cron, readonly number[]>>)[]
  cronRefused: readonly { name: string; cron: string; reason: string }[]
  nextMatch: readonly { name: string; cron: string; zone: string; after: string; next: string }[]
}

const playlistsUsual: NonNullable<Fragment['playlists']> = { p: ['p1:60'], q: ['q1:60'], f: ['f1:60'] }

export function eventOf(fragment: Partial<ScheduleEvent> & { id: string }): ScheduleEvent {
  return {
    title: `排期 ${fragment.id}`,
    playlist: 'p',
    targets: [{}],
    when: { type: 'always' },
    days: { type: 'any' },
    priority: 5,
    mode: 'normal',
    level: 'county',
    mandatory: false,
    ...fragment,
  }
}

export function playlistOf(id: string, entries: readonly string[]): Playlist {
  return {
    id,
    title: `列表 ${id}`,
    entries: entries.map((entry, index) => {
      const [item = '', seconds = '', plays] = entry.split(':')
      const cap = plays === undefined ? {} : { maxPlaysPerHour: Number(plays) }
      return { key: `${item}-${index + 1}`, item, seconds: Number(seconds), ...cap }
    }),
  }
}

export function scheduleOf(fragment: Fragment, calendar: Calendar): Schedule {
  const lists = { ...playlistsUsual, ...fragment.playlists }
  const playlists = Object.entries(lists).map(([id, entries]) => playlistOf(id, entries))
  const ids = new Set(playlists.flatMap(({ entries }) => entries.map(({ item }) => item)))
  const items = [...ids]
    .filter((id) => !fragment.missing?.includes(id))
    .map((id): Item => ({ kind: 'clock', id, title: `内容 ${id}`, signature: '', ...fragment.items?.[id] }))
  return {
    zone: fragment.zone ?? 'Asia/Shanghai',
    events: (fragment.events ?? []).map(eventOf),
    playlists,
    items,
    calendar: { ...calendar, ...fragment.calendar },
    fallback: fragment.fallback ?? 'f',
  }
}

export function screenOf(fragment: Partial<ScheduledScreen> = {}): ScheduledScreen {
  return { id: 'screen-1', county: 'county-jing', groups: [], audiences: [], ...fragment }
}

/** @throws RangeError when the text names no instant or carries no offset, which is an error of the table */
export function instantOfText(text: string): number {
  const instant = /(Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : NaN
  if (!Number.isFinite(instant)) throw new RangeError(`no instant with an offset: ${text}`)
  return instant
}

const shown = (value: unknown) => (typeof value === 'number' ? new Date(value).toISOString() : String(value))

function askDiffers(ask: Ask, answer: Resolution): string[] {
  const differences: string[] = []
  const compare = (field: string, expected: unknown, actual: unknown) => {
    if (expected !== undefined && expected !== actual)
      differences.push(`at ${ask.at} ${field} is ${shown(actual)}, expected ${shown(expected)}`)
  }
  compare('item', ask.item, answer.item.id)
  compare('event', ask.event, answer.event && answer.event.id)
  compare('playlist', ask.playlist, answer.playlist && answer.playlist.id)
  compare('source', ask.source, answer.source)
  compare('from', ask.from && instantOfText(ask.from), answer.from)
  compare('until', ask.until && instantOfText(ask.until), answer.until)
  for (const word of ask.why ?? [])
    if (!answer.why.includes(word)) differences.push(`at ${ask.at} why lacks “${word}”: ${answer.why}`)
  return differences
}

/** @returns what differs from the table, one line a field; empty when the rule holds */
export function playDiffers(rules: Rules, given: PlayCase, calendar: Calendar): string[] {
  const schedule = scheduleOf(given, calendar)
  const screen = screenOf(given.screen)
  return given.asks.flatMap((ask) => askDiffers(ask, rules.resolve(schedule, screen, instantOfText(ask.at))))
}

export function acceptedCronDiffers(rules: Rules, given: RuleTable['cronAccepted'][number]): string[] {
  const parsed = rules.parseCron(given.cron)
  if (!parsed.ok) return [`refused: ${parsed.reason}`]
  return (['minutes', 'hours', 'days', 'months', 'weekdays'] as const)
    .filter((field) => given[field] && String(given[field]) !== String(parsed.cron[field]))
    .map((field) => `${field} are ${String(parsed.cron[field])}, expected ${String(given[field])}`)
}

export function refusedCronDiffers(rules: Rules, given: RuleTable['cronRefused'][number]): string[] {
  const parsed = rules.parseCron(given.cron)
  if (parsed.ok) return ['accepted']
  return parsed.reason.includes(given.reason) ? [] : [`refused for another reason: ${parsed.reason}`]
}

export function nextMatchDiffers(rules: Rules, given: RuleTable['nextMatch'][number]): string[] {
  const parsed = rules.parseCron(given.cron)
  if (!parsed.ok) return [`refused: ${parsed.reason}`]
  const next = rules.nextMatch(parsed.cron, given.zone, instantOfText(given.after))
  return next === instantOfText(given.next) ? [] : [`next is ${shown(next)}, expected ${given.next}`]
}

/** Names of the cases that fail; an answer that throws is a failure too. */
export function failingCases(rules: Rules, table: RuleTable): string[] {
  const checks: [string, () => string[]][] = [
    ...table.plays.flatMap(({ cases }) =>
      cases.map((given): [string, () => string[]] => [
        given.name,
        () => playDiffers(rules, given, table.calendar),
      ]),
    ),
    ...table.cronAccepted.map((given): [string, () => string[]] => [
      given.name,
      () => acceptedCronDiffers(rules, given),
    ]),
    ...table.cronRefused.map((given): [string, () => string[]] => [
      given.name,
      () => refusedCronDiffers(rules, given),
    ]),
    ...table.nextMatch.map((given): [string, () => string[]] => [
      given.name,
      () => nextMatchDiffers(rules, given),
    ]),
  ]
  return checks.filter(([, check]) => differs(check)).map(([name]) => name)
}

function differs(check: () => string[]): boolean {
  try {
    return check().length > 0
  } catch (error) {
    if (error instanceof Error) return true
    throw error
  }
}
