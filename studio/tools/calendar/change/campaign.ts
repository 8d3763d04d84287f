/**
 * @file A campaign made from a template: a legal day with its programme, or an earlier campaign, for the
 * dates of another year.
 *
 * Pure. What comes out is a list to look at first, and the documents that are written as drafts when it is
 * agreed to. Playlists are copied, so that changing them for this year leaves the template as it was.
 */
import type {
  LegalDayDocument,
  LocalDate,
  PlaylistDocument,
  ScheduleEventDocument,
  SignageCampaign,
} from '../../../../contracts/documents/index.ts'
import { legalDaysOn } from '../../../../contracts/schedule/calendar.ts'
import { calendarOf } from '../../../../contracts/schedule/from-documents.ts'
import { lunarMonthsFrom } from '../../../../contracts/schedule/lunar.ts'
import { dayNumber, dayParts, dayText, parseLocal } from '../../../../contracts/schedule/zone.ts'
import { isWhole, referTo, type Library } from '../model/library.ts'
import { shiftDay } from './shift.ts'

type Fresh<Shape> = Omit<Shape, '_rev' | '_createdAt' | '_updatedAt'>
export type NewDocument = Fresh<SignageCampaign> | Fresh<PlaylistDocument> | Fresh<ScheduleEventDocument>

export interface CampaignPlan {
  title: string
  firstDay: LocalDate
  lastDay: LocalDate
  documents: readonly NewDocument[]
}

export type Template = { kind: 'legalDay'; id: string } | { kind: 'campaign'; id: string }

/** Fresh ids, each another. */
export type FreshId = () => string

const lunarMonthsOfYear = 15

/** First and last day in a year, or `null` where the rule names none in it. */
export function legalDayIn(
  year: number,
  legal: LegalDayDocument,
): { first: LocalDate; last: LocalDate } | null {
  const calendar = calendarOf([], [legal], lunarMonthsFrom(`${year}-01-01`, lunarMonthsOfYear))
  const covers = (day: number) => legalDaysOn(calendar, day).length > 0
  const end = dayNumber(year, 12, 31)
  for (let day = dayNumber(year, 1, 1); day <= end; day++) {
    if (!covers(day) || covers(day - 1)) continue
    return { first: dayText(day), last: dayText(day + Math.max(1, legal.lengthDays ?? 1) - 1) }
  }
  return null
}

/** Playlists that the timetable already plays on this legal day. */
export function programmesOf(legal: string, { events, playlists }: Library): PlaylistDocument[] {
  const ids = new Set(
    events
      .filter(({ document }) => document.legalDays?.some(({ _ref }) => _ref === legal))
      .map(({ document }) => document.playlist?._ref),
  )
  return playlists.filter(({ document }) => ids.has(document._id)).map(({ document }) => document)
}

/** For a day without a programme: what is newest, and where to ask. */
const usualItems: PlaylistDocument['items'] = [
  { _type: 'latestItem', _key: 'slogans', contentType: 'slogan', count: 3 },
  { _type: 'latestItem', _key: 'questions', contentType: 'legalQuestion', count: 2 },
  { _type: 'hotlineItem', _key: 'hotline' },
]

const everyDay = [1, 2, 3, 4, 5, 6, 7]
const daypart = (_key: string, start: string, end: string) =>
  ({ _type: 'daypart', _key, days: everyDay, start, end }) as const

function eventsOf(
  title: string,
  playlist: string,
  campaign: string,
  plan: Dates,
  id: FreshId,
): NewDocument[] {
  const base = {
    _type: 'scheduleEvent',
    campaign: referTo(campaign, 'signageCampaign', false),
    playlist: referTo(playlist, 'playlist', false),
    targets: [{ _type: 'screenSelector', _key: 'all' }],
    firstDay: plan.firstDay,
    lastDay: plan.lastDay,
    dayFilter: 'any',
    mode: 'normal',
    level: 'prefecture',
    mandatory: false,
  } as const
  return [
    {
      ...base,
      _id: id(),
      title: `${title}：早中晚三个时段`,
      timing: 'dayparts',
      dayparts: [
        daypart('d1', '07:00', '08:00'),
        daypart('d2', '12:00', '13:00'),
        daypart('d3', '17:30', '19:00'),
      ],
      priority: 7,
    },
    {
      ...base,
      _id: id(),
      title: `${title}：上午十点同播一小时`,
      timing: 'dayparts',
      dayparts: [daypart('d1', '10:00', '11:00')],
      priority: 8,
    },
  ]
}

interface Dates {
  firstDay: LocalDate
  lastDay: LocalDate
}

function fromLegalDay(
  legal: LegalDayDocument,
  year: number,
  library: Library,
  id: FreshId,
): CampaignPlan | null {
  const days = legalDayIn(year, legal)
  if (!days) return null
  const dates = { firstDay: days.first, lastDay: days.last }
  const title = `${year}年${legal.title}`
  const campaign: NewDocument = {
    _id: id(),
    _type: 'signageCampaign',
    title,
    purpose: `${legal.title}期间，屏幕早中晚播放有关内容。${legal.citation ?? ''}`,
    ...dates,
  }
  const [programme] = programmesOf(legal._id, library)
  const playlist: NewDocument = {
    _id: id(),
    _type: 'playlist',
    title: `${title}（节目）`,
    items: programme?.items ?? usualItems,
  }
  return {
    title,
    ...dates,
    documents: [campaign, playlist, ...eventsOf(title, playlist._id, campaign._id, dates, id)],
  }
}

/** 2026年 becomes 2027年; a title without a year gets one. */
const titled = (title: string, year: number) =>
  /\d{4}年/u.test(title) ? title.replace(/\d{4}年/u, `${year}年`) : title

/** The same date of another year; 29 February goes to the 28th. */
function sameDate(day: LocalDate, year: number): LocalDate {
  const text = `${year}${day.slice(4)}`
  return parseLocal(text) ? text : `${year}-02-28`
}

/** A rule for one date of the year keeps it: campaigns of fixed dates do, too. */
function fromCampaign(old: SignageCampaign, year: number, library: Library, id: FreshId): CampaignPlan {
  const firstDay = sameDate(old.firstDay, year)
  const days = (parseLocal(firstDay)?.day ?? 0) - (parseLocal(old.firstDay)?.day ?? 0)
  const dates = { firstDay, lastDay: shiftDay(old.lastDay, days) }
  const campaign = { ...plain(old), _id: id(), title: titled(old.title, year), ...dates }
  const events = library.events.filter(
    ({ document }) => document.campaign?._ref === old._id && isWhole(document),
  )
  const playlists = new Map<string, Fresh<PlaylistDocument>>()
  for (const { document } of library.playlists)
    if (events.some((event) => event.document.playlist?._ref === document._id))
      playlists.set(document._id, {
        ...plain(document),
        _id: id(),
        title: `${titled(document.title, year)}（${year}）`.slice(0, 40),
      })
  const copies = events.map(({ document }): NewDocument => {
    const { firstDay: first, lastDay: last, ...rest } = plain(document)
    const copy = playlists.get(document.playlist._ref)
    return {
      ...rest,
      _id: id(),
      title: titled(document.title, year),
      campaign: referTo(campaign._id, 'signageCampaign', false),
      playlist: copy ? referTo(copy._id, 'playlist', false) : document.playlist,
      ...(first ? { firstDay: shiftDay(first, days) } : {}),
      ...(last ? { lastDay: shiftDay(last, days) } : {}),
    }
  })
  return { title: campaign.title, ...dates, documents: [campaign, ...playlists.values(), ...copies] }
}

function plain<Shape extends object>(document: Shape): Omit<Shape, '_rev' | '_createdAt' | '_updatedAt'> {
  const { _rev, _createdAt, _updatedAt, ...rest } = document as Shape &
    Record<'_rev' | '_createdAt' | '_updatedAt', unknown>
  return rest
}

/** @returns `null` where the template has no day in that year, or is gone */
export function campaignPlan(
  template: Template,
  year: number,
  library: Library,
  id: FreshId,
): CampaignPlan | null {
  if (template.kind === 'legalDay') {
    const legal = library.legalDays.find(({ _id }) => _id === template.id)
    return legal ? fromLegalDay(legal, year, library, id) : null
  }
  const old = library.campaigns.find(({ document }) => document._id === template.id)
  return old ? fromCampaign(old.document, year, library, id) : null
}

export interface TemplateChoice {
  value: string
  title: string
}

/** Legal days in the order of the year, then the campaigns that were, the newest first. */
export function templateChoices({
  legalDays,
  campaigns,
}: Library): { title: string; choices: TemplateChoice[] }[] {
  const days = [...legalDays].sort((a, b) => a.month - b.month || (a.day ?? 0) - (b.day ?? 0))
  const before = [...campaigns].sort((a, b) => (a.document.firstDay < b.document.firstDay ? 1 : -1))
  return [
    { title: '普法日', choices: days.map(({ _id, title }) => ({ value: `legalDay:${_id}`, title })) },
    {
      title: '照以前的专项宣传',
      choices: before.map(({ document }) => ({
        value: `campaign:${document._id}`,
        title: document.title ?? '',
      })),
    },
  ].filter(({ choices }) => choices.length > 0)
}

export function templateOf(value: string): Template | null {
  const kind = (['legalDay', 'campaign'] as const).find((each) => value.startsWith(`${each}:`))
  return kind ? { kind, id: value.slice(kind.length + 1) } : null
}

/** The year after that of a day, for which most campaigns are planned; this year's while it is early. */
export const yearOf = (day: number): number => dayParts(day).year
