/**
 * @file A timetable that somebody posts to be evaluated: its shape, its bounds, and its JSON Schema.
 *
 * Pure. One definition serves both, so what the published schema accepts is what the endpoint accepts.
 * Events, playlists and the calendar are taken word for word, since a field that is misspelt would be a
 * rule that is not applied; of items and screens only what the rule reads is looked at.
 */
import { toJsonSchema } from '@valibot/to-json-schema'
import * as v from 'valibot'
import type {
  Calendar,
  Item,
  LegalDay,
  Playlist,
  PlaylistEntry,
  Schedule,
  ScheduledScreen,
  ScheduleEvent,
  Selector,
} from '../../contracts/schedule/index.ts'
import { sentence } from './shape-words.ts'

/** Every field of a shape of the contract has its line here; the compiler checks. */
type Fields<Shape> = Record<keyof Shape, v.GenericSchema>

const whole = (min: number, max: number) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max))
const list = <Each extends v.GenericSchema>(each: Each, max: number) =>
  v.pipe(v.array(each), v.maxLength(max))
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200))
const text = v.pipe(v.string(), v.maxLength(500))
const zone = v.pipe(v.string(), v.minLength(1), v.maxLength(60))
const clock = v.pipe(v.string(), v.regex(/^\d{2}:\d{2}$/))
const date = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))
const local = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?)?$/))
const instant = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/),
  v.maxLength(40),
)
const month = whole(1, 12)

const selector = v.strictObject({
  screen: v.optional(id),
  group: v.optional(id),
  county: v.optional(id),
  township: v.optional(id),
  village: v.optional(id),
  audience: v.optional(id),
} satisfies Fields<Selector>)

const when = v.variant('type', [
  v.strictObject({ type: v.literal('always') }),
  v.strictObject({
    type: v.literal('dayparts'),
    dayparts: list(v.strictObject({ days: list(whole(1, 7), 7), start: clock, end: clock }), 50),
  }),
  v.strictObject({
    type: v.literal('cron'),
    cron: v.pipe(v.string(), v.maxLength(200)),
    durationMinutes: whole(1, 10_080),
  }),
])

const days = v.variant('type', [
  v.strictObject({ type: v.literal('any') }),
  v.strictObject({ type: v.literal('workingDay') }),
  v.strictObject({ type: v.literal('restDay') }),
  v.strictObject({ type: v.literal('legalDay'), ids: v.optional(list(id, 100)) }),
  v.strictObject({ type: v.literal('marketDay'), digits: list(whole(0, 9), 10) }),
])

const event = v.strictObject({
  id,
  title: text,
  playlist: id,
  targets: list(selector, 200),
  when,
  validFrom: v.optional(local),
  validUntil: v.optional(local),
  days,
  priority: whole(0, 9),
  mode: v.picklist(['normal', 'share', 'takeover']),
  shareSecondsPerHour: v.optional(whole(1, 3_600)),
  level: v.picklist(['screen', 'county', 'prefecture']),
  mandatory: v.boolean(),
  issuedAt: v.optional(instant),
} satisfies Fields<ScheduleEvent>)

const entry = v.strictObject({
  key: id,
  item: id,
  seconds: whole(1, 86_400),
  maxPlaysPerHour: v.optional(whole(1, 60)),
} satisfies Fields<PlaylistEntry>)

const playlist = v.strictObject({ id, title: text, entries: list(entry, 500) } satisfies Fields<Playlist>)

const item = v.looseObject({
  kind: v.pipe(v.string(), v.minLength(1), v.maxLength(50)),
  id,
  title: text,
  validFrom: v.optional(local),
  validUntil: v.optional(local),
} satisfies Fields<Pick<Item, 'kind' | 'id' | 'title' | 'validFrom' | 'validUntil'>>)

const legalDay = v.strictObject({
  id,
  title: text,
  rule: v.variant('type', [
    v.strictObject({ type: v.literal('fixed'), month, day: whole(1, 31) }),
    v.strictObject({ type: v.literal('nthWeekday'), month, nth: whole(1, 5), weekday: whole(1, 7) }),
    v.strictObject({ type: v.literal('lunar'), month, day: whole(1, 30) }),
  ]),
  lengthDays: whole(1, 366),
} satisfies Fields<LegalDay>)

const calendar = v.strictObject({
  years: v.record(v.string(), v.strictObject({ workingDays: list(date, 200), restDays: list(date, 200) })),
  legalDays: list(legalDay, 200),
  lunarMonths: list(v.strictObject({ start: date, month, leap: v.boolean() }), 500),
} satisfies Fields<Calendar>)

const schedule = v.strictObject({
  zone,
  events: list(event, 200),
  playlists: list(playlist, 200),
  items: list(item, 2_000),
  calendar,
  fallback: v.pipe(v.string(), v.maxLength(200)),
} satisfies Fields<Schedule>)

const screen = v.looseObject({
  id,
  zone: v.optional(zone),
  county: id,
  township: v.optional(id),
  village: v.optional(id),
  groups: list(id, 200),
  audiences: list(id, 200),
  fallback: v.optional(id),
} satisfies Fields<ScheduledScreen>)

const posted = v.strictObject({ schedule, screen, at: instant })

/** JSON Schema of the body of `POST resolve`. */
export const postedJsonSchema = {
  ...toJsonSchema(posted, { target: 'draft-2020-12' }),
  title: '在一份排期里，一块屏幕在一刻播什么',
}

export interface Posted {
  schedule: Schedule
  screen: ScheduledScreen
  /** ISO text with an offset; whether it is an instant is not yet known. */
  at: string
}

/** @returns the body, or a Chinese sentence that names the place and what is wrong there */
export function readPosted(body: unknown): Posted | { problem: string } {
  const parsed = v.safeParse(posted, body, { abortEarly: true })
  // What an item shows does not concern the rule, so its other fields stay unread.
  if (parsed.success) return parsed.output as unknown as Posted
  const [issue] = parsed.issues
  return { problem: `${v.getDotPath(issue) ?? '整个内容'}：${sentence(issue)}` }
}
