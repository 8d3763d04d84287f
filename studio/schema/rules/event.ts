/** @file Rules across the fields of a schedule event. Pure. */
import type { ScheduleEventDocument } from '../../../contracts/documents/index.ts'
import type { Verdict } from './text.ts'

export type EventDraft = Partial<ScheduleEventDocument>

export const minutesMax = 10_080

/** A field that counts only under some other choice is asked for only then. */
export function needed(
  event: unknown,
  when: (event: EventDraft) => boolean,
  value: unknown,
  sentence: string,
): Verdict {
  const missing =
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  return !when((event ?? {}) as EventDraft) || !missing || sentence
}

export const byDayparts = (event: EventDraft) => event.timing === 'dayparts'
export const byCron = (event: EventDraft) => event.timing === 'cron'
export const byShare = (event: EventDraft) => event.mode === 'share'
/** An event of a campaign may leave its screens to the campaign. */
export const outsideCampaign = (event: EventDraft) => !event.campaign
export const onLegalDays = (event: EventDraft) => event.dayFilter === 'legalDay'
export const onMarketDays = (event: EventDraft) => event.dayFilter === 'marketDay'

/** Only the bureau orders what plays everywhere, and only a county or the bureau makes it mandatory. */
export function mandatoryFits(event: unknown): Verdict {
  const { mandatory, level, mode } = (event ?? {}) as EventDraft
  if (mandatory && level === 'screen')
    return '“必播”只用于县区或全市的排期，请把级别改为县区或全市，或关掉必播'
  if (mandatory && mode === 'takeover') return '“独占”已经排在最前，不必再设必播，请关掉一个'
  return true
}

/** An event of a county says so in its level, so that ranking and ownership agree. */
export function levelFits(event: unknown): Verdict {
  const { county, level } = (event ?? {}) as EventDraft
  return !(county && level === 'prefecture') || '选了县区的排期，级别不能是全市'
}

/** Hides a field of an event while it does not count. */
export const unless =
  (when: (event: EventDraft) => boolean) =>
  ({ document }: { document?: unknown }) =>
    !when((document ?? {}) as EventDraft)
