/**
 * @file 全年计划: each legal day of a year with its ready programme and how far its campaign is.
 *
 * Pure. Days come from the lake's `legalDay` documents; a programme is the playlist that the timetable already
 * plays on such a day. A campaign belongs to a day of a year if the desk adopted it for that day, or if it
 * bears the name that the calendar gives one and lies on those days.
 */
import type { LegalDayDocument, LocalDate, PlaylistDocument } from '../../../../contracts/documents/index.ts'
import { legalDayIn, programmesOf } from '../../calendar/change/campaign.ts'
import type { Library } from '../../calendar/model/library.ts'
import type { DeskAnswer, NoteAnswer } from './answer.ts'

/** Shown by word, shape and tone. */
export type PlanState = 'none' | 'planned' | 'review' | 'public'

export const planMarks: Readonly<
  Record<PlanState, { shape: string; word: string; tone: 'default' | 'primary' | 'caution' | 'positive' }>
> = {
  none: { shape: '○', word: '没有安排', tone: 'default' },
  planned: { shape: '◐', word: '已安排', tone: 'primary' },
  review: { shape: '◔', word: '审核中', tone: 'caution' },
  public: { shape: '●', word: '已公开', tone: 'positive' },
}

export interface PlanPart {
  id: string
  type: 'signageCampaign' | 'playlist' | 'scheduleEvent'
  title: string
  draft: boolean
  published: boolean
}

export interface Programme {
  id: string
  title: string
  /** What is in it, in words: 标语 2 条. */
  holds: readonly string[]
  /** What a programme commonly has and this one has not. */
  lacks: readonly string[]
  /** The timetable plays it on the day every year, without a campaign. */
  playsYearly: boolean
}

export interface PlanRow {
  legal: LegalDayDocument
  first: LocalDate
  last: LocalDate
  month: number
  programme: Programme | null
  state: PlanState
  parts: readonly PlanPart[]
  /** The desk's word on it; null: none. */
  note: NoteAnswer | null
}

const kinds: readonly (readonly [name: string, unit: string, types: readonly string[], needed: boolean])[] = [
  ['标语', '条', ['slogan'], true],
  ['问答', '条', ['legalQuestion'], true],
  ['热线', '个', ['hotlineItem'], true],
  ['案例', '个', ['typicalCase'], false],
  ['墙画', '幅', ['mural', 'galleryItem'], false],
  ['影片', '部', ['video'], false],
  ['倒计时', '个', ['countdownItem'], false],
  ['其他', '项', [], false],
]

/** Counted as the screens do: a named content is one, “the newest three” are three. */
function countsOf(items: PlaylistDocument['items'], library: Library): Map<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) {
    const type =
      item._type === 'contentItem'
        ? (library.contents.get(item.content?._ref)?._type ?? '')
        : item._type === 'latestItem'
          ? item.contentType
          : item._type
    const name = kinds.find(([, , types]) => types.includes(type))?.[0] ?? '其他'
    counts.set(name, (counts.get(name) ?? 0) + (item._type === 'latestItem' ? (item.count ?? 1) : 1))
  }
  return counts
}

function programmeOf(legal: string, library: Library): Programme | null {
  const [found] = programmesOf(legal, library)
  if (!found) return null
  const counts = countsOf(found.items ?? [], library)
  return {
    id: found._id,
    title: found.title,
    holds: kinds.flatMap(([name, unit]) => (counts.has(name) ? [`${name} ${counts.get(name)} ${unit}`] : [])),
    lacks: kinds.flatMap(([name, , , needed]) => (needed && !counts.has(name) ? [name] : [])),
    playsYearly: library.events.some(
      ({ document, published }) =>
        published && !document.campaign && document.legalDays?.some(({ _ref }) => _ref === legal),
    ),
  }
}

export const planSubject = (legal: string, year: number): string => `${legal}:${year}`

/** A campaign of this day and year, whoever made it. */
function campaignsOf(
  legal: LegalDayDocument,
  year: number,
  days: { first: LocalDate; last: LocalDate },
  adopted: ReadonlySet<string>,
  { campaigns }: Library,
) {
  const name = legal.title.replaceAll(/[（(].*[）)]/gu, '')
  return campaigns.filter(({ document: { _id, title = '', firstDay = '', lastDay = '9999' } }) => {
    if (adopted.has(_id)) return true
    const meets = firstDay <= days.last && lastDay >= days.first
    return meets && title.includes(String(year)) && title.includes(name)
  })
}

function partsOf(campaigns: ReturnType<typeof campaignsOf>, { events, playlists }: Library): PlanPart[] {
  const ids = new Set(campaigns.map(({ document }) => document._id))
  const own = events.filter(({ document }) => ids.has(document.campaign?._ref ?? ''))
  const lists = new Set(own.map(({ document }) => document.playlist?._ref))
  return [...campaigns, ...playlists.filter(({ document }) => lists.has(document._id)), ...own].map(
    ({ document, draft, published }) => ({
      id: document._id,
      type: document._type,
      title: document.title ?? '',
      draft,
      published,
    }),
  )
}

/** Public once all is out; in review while anything is; else planned. */
export function planState(parts: readonly PlanPart[], inReview: ReadonlySet<string>): PlanState {
  if (parts.length === 0) return 'none'
  if (parts.some(({ id, draft, published }) => inReview.has(id) && (draft || !published))) return 'review'
  return parts.every(({ published }) => published) ? 'public' : 'planned'
}

/** @returns the days of a year in their order; those that its rule does not name in it are left out */
export function planRows(
  year: number,
  library: Library,
  desk: Pick<DeskAnswer, 'notes' | 'reviews'>,
  own: string | null,
): PlanRow[] {
  const inReview = new Set(
    desk.reviews.filter(({ state }) => state !== 'rejected').map(({ subject }) => subject),
  )
  const rows = library.legalDays.flatMap((legal): PlanRow[] => {
    const days = legalDayIn(year, legal)
    if (!days) return []
    const notes = desk.notes.filter(
      ({ kind, subject }) => kind === 'plan' && subject === planSubject(legal._id, year),
    )
    const adopted = new Set(notes.flatMap(({ about }) => about ?? []))
    const parts = partsOf(campaignsOf(legal, year, days, adopted, library), library)
    return [
      {
        ...{ legal, first: days.first, last: days.last, month: Number(days.first.slice(5, 7)), parts },
        programme: programmeOf(legal._id, library),
        state: planState(parts, inReview),
        note: notes.find(({ county, text }) => county === own && text !== null) ?? null,
      },
    ]
  })
  return rows.sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0))
}
