/**
 * @file From the editors' documents to the shapes of the timetable: events, campaigns, calendar, screens.
 *
 * Pure. The scheduler makes manifests by it and the Studio's calendar draws by it, so that what is drawn is
 * what plays.
 */
import type {
  CalendarYear,
  LegalDayDocument,
  Reference,
  ScheduleEventDocument,
  ScreenDocument,
  SignageCampaign,
} from '../documents/index.ts'
import { targetsScreen } from './order.ts'
import type {
  Calendar,
  DayFilter,
  LegalDay,
  LegalDayRule,
  LunarMonth,
  ScheduledScreen,
  ScheduleEvent,
  Selector,
  When,
} from './shape.ts'
import { isZone } from './zone.ts'

const dayMs = 86_400_000
const selectorFields = ['screen', 'group', 'county', 'township', 'village', 'audience'] as const

function whenOf(document: ScheduleEventDocument): When {
  if (document.timing === 'cron')
    return { type: 'cron', cron: document.cron ?? '', durationMinutes: document.durationMinutes ?? 0 }
  if (document.timing === 'dayparts')
    return {
      type: 'dayparts',
      dayparts: (document.dayparts ?? []).map(({ days, start, end }) => ({ days, start, end })),
    }
  return { type: 'always' }
}

function daysOf(document: ScheduleEventDocument): DayFilter {
  if (document.dayFilter === 'marketDay') return { type: 'marketDay', digits: document.marketDays ?? [] }
  if (document.dayFilter !== 'legalDay') return { type: document.dayFilter ?? 'any' }
  const ids = document.legalDays?.map((reference) => reference._ref)
  return ids?.length ? { type: 'legalDay', ids } : { type: 'legalDay' }
}

/** The day after a `LocalDate`: an inclusive last day becomes an exclusive end. */
export function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + dayMs).toISOString().slice(0, 10)
}

function selectorOf(target: Partial<Record<(typeof selectorFields)[number], Reference>>): Selector {
  const selector: Selector = {}
  for (const field of selectorFields) {
    const reference = target[field]
    if (reference) selector[field] = reference._ref
  }
  return selector
}

/** Selectors of an event or of a campaign. */
export const selectorsOf = (targets: ScheduleEventDocument['targets']): Selector[] =>
  (targets ?? []).map(selectorOf)

/** The later of two first days, the earlier of two last days; days compare as text. */
function spanOf(event: ScheduleEventDocument, campaign: SignageCampaign | null) {
  const firstDay = [event.firstDay ?? '', campaign?.firstDay ?? ''].sort().at(-1)
  const lastDay = [event.lastDay, campaign?.lastDay].filter((day) => day !== undefined).sort()[0]
  return { firstDay, lastDay }
}

/**
 * @param campaign the one that the event names: it bounds the event's days, and gives it its screens where
 * it names none. That no screen outside the campaign gets the event is for the caller to see to
 */
export function compileEvent(
  document: ScheduleEventDocument,
  campaign: SignageCampaign | null = null,
): ScheduleEvent {
  const { shareSecondsPerHour, mode } = document
  const { firstDay, lastDay } = spanOf(document, campaign)
  const targets = document.targets?.length ? document.targets : campaign?.targets
  return {
    id: document._id,
    title: document.title,
    playlist: document.playlist._ref,
    targets: selectorsOf(targets),
    when: whenOf(document),
    days: daysOf(document),
    priority: document.priority ?? 0,
    mode: mode ?? 'normal',
    level: document.level ?? 'county',
    mandatory: document.mandatory ?? false,
    ...(firstDay ? { validFrom: firstDay } : {}),
    ...(lastDay ? { validUntil: dayAfter(lastDay) } : {}),
    ...(shareSecondsPerHour ? { shareSecondsPerHour } : {}),
    ...(mode === 'takeover' ? { issuedAt: document._createdAt } : {}),
  }
}

/** An event of a campaign plays on no screen outside the campaign's, whatever it names itself. */
export function campaignFits(campaign: SignageCampaign | null, screen: ScheduledScreen): boolean {
  const targets = campaign?.targets
  return !targets?.length || targetsScreen({ targets: selectorsOf(targets) }, screen)
}

/** What the resolver needs to know of a screen. A zone that is none counts as not written. */
export function scheduledScreenOf(screen: ScreenDocument): ScheduledScreen {
  const { township, village, zone, fallback } = screen
  return {
    id: screen._id,
    county: screen.county._ref,
    groups: (screen.groups ?? []).map(({ _ref }) => _ref),
    audiences: (screen.audiences ?? []).map(({ _ref }) => _ref),
    ...(zone && isZone(zone) ? { zone } : {}),
    ...(township ? { township: township._ref } : {}),
    ...(village ? { village: village._ref } : {}),
    ...(fallback ? { fallback: fallback._ref } : {}),
  }
}

/** @returns `null` where the document lacks what its kind of rule needs */
export function ruleOf(document: LegalDayDocument): LegalDayRule | null {
  const { rule, month, day, nth, weekday } = document
  if (rule === 'nthWeekday') return nth && weekday ? { type: 'nthWeekday', month, nth, weekday } : null
  return day ? { type: rule, month, day } : null
}

/** @param lunarMonths a table that covers the days which are asked about */
export function calendarOf(
  calendarYears: readonly CalendarYear[],
  legalDayDocuments: readonly LegalDayDocument[],
  lunarMonths: readonly LunarMonth[],
): Calendar {
  const years: Record<string, { workingDays: readonly string[]; restDays: readonly string[] }> = {}
  for (const { year, workingDays, restDays } of calendarYears)
    years[String(year)] = { workingDays: workingDays ?? [], restDays: restDays ?? [] }
  const legalDays: LegalDay[] = []
  for (const document of legalDayDocuments) {
    const rule = ruleOf(document)
    if (rule)
      legalDays.push({ id: document._id, title: document.title, rule, lengthDays: document.lengthDays ?? 1 })
  }
  return { years, legalDays, lunarMonths }
}
