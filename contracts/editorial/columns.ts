/**
 * @file How often a column of a government site must have something new, and how many days each has left.
 *
 * Pure. Source of the limits: 《政府网站与政务新媒体检查指标》（国办秘函〔2019〕19号）, what fails a site at once
 * (单项否决): a home page without anything new for two weeks; five or more columns of news (two weeks) and of
 * notices and rules (six months) without anything new; ten or more columns that ought to be kept and are not;
 * more than five empty ones. Other columns have no limit of their own there and are held to six months.
 *
 * The day that counts is the day that the entry itself states, or the one on which the lake let it out; never
 * the day on which pages were built.
 */
import type { DocumentType, LocalDate } from '../documents/index.ts'
import { defaultZone } from '../schedule/defaults.ts'
import { dayNumber, dayParts, parseLocal, wallClock, dayText, type DayNumber } from '../schedule/zone.ts'

export type ColumnKind = 'news' | 'notices' | 'other'

export interface Column {
  type: DocumentType
  title: string
  kind: ColumnKind
  /** Field that states the day; null: none does, and the day of its release counts. */
  field: 'publishedOn' | 'checkedOn' | null
  /** Its newest entry stands on the home page. */
  onHome: boolean
  /** False: it is for screens only, and nobody who checks the site counts it. */
  onSite: boolean
}

interface Limit {
  words: string
  /** The last day on which an entry of this day still counts as new. */
  until: (newest: DayNumber) => DayNumber
  /** So many days before the end somebody should begin to write. */
  soonDays: number
}

/** The same date so many months on, or the last of a shorter month. */
export function monthsAfter(day: DayNumber, months: number): DayNumber {
  const { year, month, date } = dayParts(day)
  const first = dayNumber(year, month + months, 1)
  const next = dayNumber(year, month + months + 1, 1)
  return Math.min(first + date - 1, next - 1)
}

const twoWeeks = 14
const sixMonths: Limit = { words: '半年', until: (newest) => monthsAfter(newest, 6), soonDays: 30 }

export const columnLimits: Readonly<Record<ColumnKind, Limit>> = {
  news: { words: '两周', until: (newest) => newest + twoWeeks, soonDays: 3 },
  notices: sixMonths,
  other: sixMonths,
}

export const columnSource = '《政府网站与政务新媒体检查指标》（国办秘函〔2019〕19号）'
/** So many columns of news and of notices that are not kept, and the site fails. */
export const staleColumnsMax = 5
/** So many columns of all kinds that are not kept, and the site fails. */
export const keptColumnsMax = 10
/** More than so many empty columns, and the site fails. */
export const emptyColumnsMax = 5

const column = (
  type: DocumentType,
  title: string,
  kind: ColumnKind,
  field: Column['field'],
  where: 'home' | 'site' | 'screens' = 'site',
): Column => ({ type, title, kind, field, onHome: where === 'home', onSite: where !== 'screens' })

export const columns: readonly Column[] = [
  column('newsItem', '普法动态', 'news', 'publishedOn', 'home'),
  column('notice', '屏幕通知', 'notices', null, 'screens'),
  column('typicalCase', '以案释法', 'other', 'publishedOn', 'home'),
  column('legalQuestion', '法律问答', 'other', 'checkedOn'),
  column('activity', '普法活动', 'other', null, 'home'),
  column('mural', '法治墙画', 'other', null, 'home'),
  column('lawyerTalk', '律师说法', 'other', null),
  column('slogan', '普法标语', 'other', null, 'home'),
  column('lawyer', '法律服务人员', 'other', 'checkedOn'),
  column('aidStation', '法律援助站点', 'other', 'checkedOn'),
  column('cultureSite', '法治文化阵地', 'other', 'checkedOn'),
]

export type ColumnState = 'ok' | 'soon' | 'stale' | 'empty'

export interface ColumnStanding {
  state: ColumnState
  /** Day of the newest entry; null with `empty`. */
  newestOn: LocalDate | null
  /** Days until it is stale; with `stale`: how many days it has been so, negative; null with `empty`. */
  daysLeft: number | null
}

/** A date, or an instant as the lake writes them, as a day of the bureau's zone. */
export function dayOfEntry(text: string, zone: string = defaultZone): DayNumber | null {
  if (!/[zZ]$|[+-]\d{2}:\d{2}$/u.test(text)) return parseLocal(text.slice(0, 10))?.day ?? null
  const instant = Date.parse(text)
  return Number.isNaN(instant) ? null : wallClock(zone, instant).day
}

/** @param newest date or instant of the newest entry; null when there is none */
export function columnStanding(kind: ColumnKind, newest: string | null, today: DayNumber): ColumnStanding {
  const day = newest === null ? null : dayOfEntry(newest)
  if (day === null) return { state: 'empty', newestOn: null, daysLeft: null }
  const { until, soonDays } = columnLimits[kind]
  const daysLeft = until(day) - today
  const newestOn = dayText(day)
  if (daysLeft < 0) return { state: 'stale', newestOn, daysLeft }
  return { state: daysLeft <= soonDays ? 'soon' : 'ok', newestOn, daysLeft }
}

export interface ColumnRow extends Column, ColumnStanding {}

export interface SiteStanding {
  rows: readonly ColumnRow[]
  /** The newest of what stands on the home page. */
  home: ColumnStanding
  /** Of the columns of the site: news and notices that are stale, all that are not kept, and the empty ones. */
  stale: number
  unkept: number
  empty: number
  /** Whoever checked today would fail the site. */
  fails: boolean
}

/** @param newest by type; what is missing is an empty column */
export function siteStanding(newest: ReadonlyMap<string, string | null>, today: DayNumber): SiteStanding {
  const rows = columns.map((each) => ({
    ...each,
    ...columnStanding(each.kind, newest.get(each.type) ?? null, today),
  }))
  const latest = rows
    .filter(({ onHome, newestOn }) => onHome && newestOn !== null)
    .map(({ newestOn }) => newestOn ?? '')
    .sort()
    .at(-1)
  const home = columnStanding('news', latest ?? null, today)
  const counted = rows.filter(({ onSite }) => onSite)
  const stale = counted.filter(({ state, kind }) => state === 'stale' && kind !== 'other').length
  const unkept = counted.filter(({ state }) => state === 'stale' || state === 'empty').length
  const empty = counted.filter(({ state }) => state === 'empty').length
  const isDead = home.state === 'stale' || home.state === 'empty'
  const fails = isDead || stale >= staleColumnsMax || unkept >= keptColumnsMax || empty > emptyColumnsMax
  return { rows, home, stale, unkept, empty, fails }
}

const published = '!(_id in path("drafts.**")) && !(_id in path("versions.**"))'

/** What was let out last by the trails of review; where there are none, by the documents themselves. */
const releasedOf = (type: string) => `coalesce(
    *[_type == "review" && subjectType == "${type}" && state == "published"] | order(since desc)[0].since,
    *[_type == "${type}" && ${published}] | order(_updatedAt desc)[0]._updatedAt)`

const statedOf = (type: string, field: string) =>
  `*[_type == "${type}" && ${published} && ${field} <= $today] | order(${field} desc)[0].${field}`

/** One query for all: `[{"type", "newest"}]`; parameter `today`: a LocalDate. Drafts do not count. */
export const newestQuery = `[${columns
  .map(
    ({ type, field }) =>
      `{"type": "${type}", "newest": select(count(*[_type == "${type}" && ${published}][0...1]) > 0 =>
      ${field === null ? releasedOf(type) : statedOf(type, field)})}`,
  )
  .join(', ')}]`
