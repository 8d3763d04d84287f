/** @file Checks a schedule event before it is published: whether its screens still have the time that it asks for. */
import { setImmediate as turnOfTheLoop } from 'node:timers/promises'
import * as v from 'valibot'
import type { ScheduleEventDocument } from '../../../contracts/documents/index.ts'
import { failSignage } from '../../../contracts/errors/signage.ts'
import type { Instant } from '../../../contracts/part.ts'
import {
  overbooked,
  shareSecondsMax,
  type Overbooked,
  type Schedule,
  type ScheduledScreen,
} from '../../../contracts/schedule/index.ts'
import { targetsScreen } from '../../../contracts/schedule/order.ts'
import { compileEvent } from '../../compile/events.ts'
import { readJson, sendJson } from '../answer.ts'
import { anyOperatorOf } from '../operator.ts'
import type { Route } from '../route.ts'

const daysAhead = 400
const stepDays = 30
/** As many as a person reads. */
const problemsMax = 50

const reference = v.looseObject({ _ref: v.pipe(v.string(), v.maxLength(200)) })
const list = <Each extends v.GenericSchema>(each: Each) => v.optional(v.pipe(v.array(each), v.maxLength(200)))
const clock = v.pipe(v.string(), v.maxLength(5))
const day = v.optional(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)))

/** What compiling reads. The Studio's other fields, and its own rules for them, are not looked at. */
const draft = v.looseObject({
  _id: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  _type: v.literal('scheduleEvent'),
  title: v.optional(v.pipe(v.string(), v.maxLength(500)), ''),
  playlist: v.optional(reference, { _ref: '' }),
  targets: v.optional(
    v.pipe(v.array(v.record(v.string(), v.union([reference, v.string()]))), v.maxLength(200)),
    [],
  ),
  dayparts: list(v.looseObject({ days: v.array(v.number()), start: clock, end: clock })),
  cron: v.optional(v.pipe(v.string(), v.maxLength(200))),
  durationMinutes: v.optional(v.number()),
  legalDays: list(reference),
  marketDays: list(v.number()),
  shareSecondsPerHour: v.optional(v.number()),
  firstDay: day,
  lastDay: day,
})

/** A draft stands for the published document of the same name. */
const publishedId = (id: string) => id.replace(/^(?:drafts\.|versions\.[^.]+\.)/, '')

/** In steps, since a rule of many windows takes long and players wait meanwhile. */
async function firstTrouble(
  schedule: Schedule,
  screen: ScheduledScreen,
  from: Instant,
): Promise<Overbooked | null> {
  for (let ahead = 0; ahead < daysAhead; ahead += stepDays) {
    const found = overbooked(
      schedule,
      screen,
      from + ahead * 86_400_000,
      Math.min(stepDays, daysAhead - ahead),
    )
    if (found) return found
    await turnOfTheLoop()
  }
  return null
}

function wallText(zone: string, at: Instant): string {
  const format = new Intl.DateTimeFormat('zh-CN', { timeZone: zone, dateStyle: 'long', timeStyle: 'short' })
  return format.format(at)
}

export const eventsRoutes: readonly Route[] = [
  {
    method: 'POST',
    pattern: /^events\/check$/,
    async run({ request, response }, { lake, origin, manifests, now }) {
      await anyOperatorOf(request, lake, origin)
      const parsed = v.safeParse(draft, await readJson(request), { abortEarly: true })
      if (!parsed.success)
        throw failSignage('signage.bad-request', {
          reason: `${v.getDotPath(parsed.issues[0]) ?? '整个内容'}：不是排期的写法`,
        })
      // The shape above is what compiling reads of a document.
      const event = {
        ...compileEvent(parsed.output as unknown as ScheduleEventDocument),
        id: publishedId(parsed.output._id),
      }
      const problems: { screen: string; at: string; seconds: number; events: string[]; text: string }[] = []
      const known = new Map<string, Overbooked | null>()
      const from = now()
      const profiles = event.mode === 'share' ? manifests.profiles() : []
      for (const screen of profiles.filter((profile) => targetsScreen(event, profile))) {
        const manifest = problems.length < problemsMax ? manifests.manifest(screen.id) : null
        if (!manifest) continue
        const others = manifest.schedule.events.filter(({ id, mode }) => id !== event.id && mode === 'share')
        const schedule = { ...manifest.schedule, events: [...others, event] }
        const zone = screen.zone ?? schedule.zone
        // Screens that the same events aim at have the same answer.
        const key = JSON.stringify([zone, ...others.map(({ id }) => id).sort()])
        const trouble = known.has(key) ? known.get(key) : await firstTrouble(schedule, screen, from)
        known.set(key, trouble ?? null)
        if (!trouble) continue
        const titles = trouble.events.map(({ title }) => title)
        problems.push({
          screen: screen.id,
          at: new Date(trouble.at).toISOString(),
          seconds: trouble.seconds,
          events: titles,
          text:
            `${screen.title}：从${wallText(zone, trouble.at)}起，` +
            `${titles.map((title) => `“${title}”`).join('、')}每小时一共要播 ${trouble.seconds} 秒，` +
            `超过了 ${shareSecondsMax} 秒。请减少秒数，或错开时段。`,
        })
      }
      sendJson(response, { problems })
    },
  },
]
