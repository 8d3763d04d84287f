/** @file What editors should put right in the timetable before it is missed on a square. Pure. */
import type { ScheduleEventDocument, SignageCampaign } from '../../contracts/documents/index.ts'
import type { ScreenProfile } from '../../contracts/manifest.ts'
import { leaseDaysDefault, parseCron } from '../../contracts/schedule/index.ts'
import { targetsScreen } from '../../contracts/schedule/order.ts'
import type { SignageDocument } from './documents.ts'
import { compileEvent, dayAfter, selectorsOf } from './events.ts'
import type { Part } from './parts.ts'

export const warningCodes = [
  'no-calendar',
  'no-playlist',
  'empty-playlist',
  'no-screen',
  'cron-refused',
  'no-campaign',
  'outside-campaign',
  'no-day',
  'captions-refused',
  'too-heavy',
] as const
export type WarningCode = (typeof warningCodes)[number]

export interface Warning {
  code: WarningCode
  /** The document to open. */
  document: string
  title: string
  text: string
  remedy: string
}

/** Ids of the playlists that have something to show on some screen. */
export function filledPlaylists(parts: Iterable<Part>): ReadonlySet<string> {
  const playlists = [...new Set(parts)].flatMap(({ content }) => content.playlists ?? [])
  return new Set(playlists.flatMap(({ id, entries }) => (entries.length > 0 ? [id] : [])))
}

export interface WarningInput {
  documents: ReadonlyMap<string, SignageDocument>
  screens: readonly ScreenProfile[]
  /** By `filledPlaylists`. */
  filled: ReadonlySet<string>
  /** Wall-clock date. */
  today: string
}

type Find = <Type extends SignageDocument['_type']>(
  type: Type,
  id: string | undefined,
) => Extract<SignageDocument, { _type: Type }> | null

/** Days ahead for which tables must be there: as far as a screen may have to go alone. */
const daysAhead = leaseDaysDefault

function later(date: string, days: number): string {
  let end = date
  for (let day = 0; day < days; day++) end = dayAfter(end)
  return end
}

const isOver = ({ lastDay }: ScheduleEventDocument, today: string) => lastDay !== undefined && lastDay < today

function calendarWarnings(
  events: readonly ScheduleEventDocument[],
  { documents, today }: WarningInput,
): Warning[] {
  const until = later(today, daysAhead)
  const known = [...documents.values()].flatMap((each) => (each._type === 'calendarYear' ? [each.year] : []))
  const missing = new Map<number, ScheduleEventDocument[]>()
  for (const event of events) {
    if (event.dayFilter !== 'workingDay' && event.dayFilter !== 'restDay') continue
    const from = [today, event.firstDay ?? today].sort().at(-1) ?? today
    const to = [until, event.lastDay ?? until].sort()[0] ?? until
    for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++)
      if (!known.includes(year)) missing.set(year, [...(missing.get(year) ?? []), event])
  }
  return [...missing].map(([year, needing]) => ({
    code: 'no-calendar',
    document: `calendarYear-${year}`,
    title: `${year} 年调休安排`,
    text: `没有 ${year} 年的调休表，${needing.length} 个排期（${needing[0]?.title ?? ''}等）只能按周一至周五算工作日`,
    remedy: `国务院办公厅发布 ${year} 年放假通知后，在编辑台“调休安排”里新建 ${year} 年的表`,
  }))
}

/** A day may be named that no longer exists, or no digit of a market be chosen: it then never comes. */
function neverDay(event: ScheduleEventDocument, find: Find): Omit<Warning, 'document' | 'title'> | null {
  const { dayFilter, legalDays = [], marketDays = [], timing, dayparts = [] } = event
  if (dayFilter === 'legalDay' && legalDays.some(({ _ref }) => !find('legalDay', _ref)))
    return {
      code: 'no-day',
      text: '选的普法日里有已经撤下的',
      remedy: '重新选普法日，或不选（所有普法日都播）',
    }
  if (dayFilter === 'marketDay' && marketDays.length === 0)
    return { code: 'no-day', text: '没有选逢几的集，一天也不会播', remedy: '在“逢几的集”里至少选一个尾数' }
  return timing === 'dayparts' && dayparts.length === 0
    ? { code: 'no-day', text: '没有写时段，一次也不会播', remedy: '至少写一个时段，或改为“一直播”' }
    : null
}

function cronWarning({ timing, cron, durationMinutes }: ScheduleEventDocument) {
  if (timing !== 'cron') return null
  const parsed = parseCron(cron ?? '')
  if (!parsed.ok)
    return {
      code: 'cron-refused',
      text: `时间规则“${cron ?? ''}”看不懂，所以不播：${parsed.reason}`,
      remedy: '按提示改写时间规则，再发布',
    } as const
  return durationMinutes
    ? null
    : ({ code: 'cron-refused', text: '没有写每次播几分钟，所以不播', remedy: '填写“每次播几分钟”' } as const)
}

function campaignWarning(event: ScheduleEventDocument, campaign: SignageCampaign | null) {
  if (!event.campaign) return null
  if (!campaign)
    return {
      code: 'no-campaign',
      text: '它所属的专项宣传没有发布，所以不播',
      remedy: '发布那次专项宣传，或在排期里去掉它',
    } as const
  const apart = (event.lastDay ?? '9999') < campaign.firstDay || (event.firstDay ?? '0000') > campaign.lastDay
  return apart
    ? ({
        code: 'outside-campaign',
        text: `日期不在专项宣传“${campaign.title}”（${campaign.firstDay} 至 ${campaign.lastDay}）之内，一天也不会播`,
        remedy: '改排期的日期，或改专项宣传的日期',
      } as const)
    : null
}

function playlistWarning({ playlist }: ScheduleEventDocument, find: Find, filled: ReadonlySet<string>) {
  const found = find('playlist', playlist._ref)
  if (!found)
    return { code: 'no-playlist', text: '它的播放单没有发布', remedy: '发布那个播放单，或另选一个' } as const
  return filled.has(found._id)
    ? null
    : ({
        code: 'empty-playlist',
        text: `播放单“${found.title}”里没有一条能播的内容`,
        remedy: '往播放单里加内容；已有内容的，看看是不是没有发布、还在转换，或被屏幕检查退回',
      } as const)
}

function screenWarning(
  event: ScheduleEventDocument,
  campaign: SignageCampaign | null,
  screens: readonly ScreenProfile[],
) {
  const compiled = compileEvent(event, campaign)
  const bounds = campaign?.targets?.length ? { ...compiled, targets: selectorsOf(campaign.targets) } : null
  const reached = screens.some(
    (screen) => targetsScreen(compiled, screen) && (!bounds || targetsScreen(bounds, screen)),
  )
  return reached
    ? null
    : ({
        code: 'no-screen',
        text: '没有一块屏幕符合它的播放范围',
        remedy: '改“在哪些屏幕播”：一条里的几项要同时符合，拿不准就少填几项',
      } as const)
}

/** Of events that are not over, those that will not do what their editors expect. */
export function warningsOf(input: WarningInput): Warning[] {
  const { documents, screens, filled, today } = input
  const find: Find = (type, id) => {
    const found = id === undefined ? undefined : documents.get(id)
    return found?._type === type ? (found as Extract<SignageDocument, { _type: typeof type }>) : null
  }
  const events = [...documents.values()]
    .filter((document) => document._type === 'scheduleEvent')
    .filter((event) => !isOver(event, today))
    .sort((a, b) => (a._id < b._id ? -1 : 1))
  const ofEvents = events.flatMap((event): Warning[] => {
    const campaign = find('signageCampaign', event.campaign?._ref)
    const place = { document: event._id, title: event.title }
    return [
      campaignWarning(event, campaign),
      playlistWarning(event, find, filled),
      screenWarning(event, campaign, screens),
      cronWarning(event),
      neverDay(event, find),
    ].flatMap((found) => (found ? [{ ...found, ...place }] : []))
  })
  return [...calendarWarnings(events, input), ...ofEvents]
}
