/**
 * @file 今天: what needs somebody on this day, gathered from all tabs, each line with where it is done. Pure.
 */
import { clockWords } from '../../../../contracts/editorial/working-days.ts'
import { columnLimits, type ColumnRow, type SiteStanding } from '../../../../contracts/editorial/columns.ts'
import type { LocalDate } from '../../../../contracts/documents/index.ts'
import { parseLocal } from '../../../../contracts/schedule/zone.ts'
import type { TabName } from '../place.ts'
import type { LapsedText } from './laws.ts'
import type { PlanRow } from './plan.ts'
import type { ReportRow } from './reports.ts'
import type { SearchRow } from './searches.ts'

export type Press =
  | { kind: 'go'; tab: TabName; open: string | null; words: string }
  | { kind: 'new'; type: string; words: string }

export interface TodayLine {
  key: string
  /** `now`: late or due today · `soon`: within days · `calm`: whenever there is time. */
  urgency: 'now' | 'soon' | 'calm'
  /** Shape and word. */
  mark: string
  text: string
  detail: string
  press: Press
}

export interface Gathered {
  site: SiteStanding | null
  reports: readonly ReportRow[]
  texts: readonly LapsedText[]
  searches: readonly SearchRow[]
  plan: readonly PlanRow[]
}

const order = ['now', 'soon', 'calm'] as const
const reportSoonDays = 2
const searchesShown = 3
const textsShown = 5
/** A programme has to be approved by three before it plays. */
const planAheadDays = 30
const planSoonDays = 7

function ofReports(reports: readonly ReportRow[]): TodayLine[] {
  return reports.flatMap(({ id, text, clock, begun, rawPath }): TodayLine[] => {
    if (!clock) return []
    const urgency = clock.state !== 'open' ? 'now' : clock.days <= reportSoonDays ? 'soon' : 'calm'
    return [
      {
        ...{ key: `report-${id}`, urgency, mark: clockWords(clock), detail: `找错 · ${rawPath}` },
        text: text.replaceAll('\n', ' '),
        press: { kind: 'go', tab: 'reports', open: id, words: begun ? '去发出' : '去答复' },
      },
    ]
  })
}

/** By shape and word, never by colour alone. */
export function columnWords({ state, daysLeft }: Pick<ColumnRow, 'state' | 'daysLeft'>): string {
  if (state === 'empty') return '⚠ 空栏目'
  if (state === 'stale') return `⚠ 超期 ${-(daysLeft ?? 0)} 天`
  if (state === 'soon') return daysLeft === 0 ? '◔ 今天到期' : `◔ 还剩 ${daysLeft} 天`
  return `✓ 正常，还剩 ${daysLeft} 天`
}

/** What is kept up by checking what stands, and not by writing more: the desk's list of each. */
export const registers: Readonly<Partial<Record<string, string>>> = {
  lawyer: 'lawyers;lawyer',
  aidStation: 'lawyers;aidStation',
  cultureSite: 'culture-sites;cultureSite',
}
const goColumns: Press = { kind: 'go', tab: 'columns', open: null, words: '去核对' }

function ofSite({ rows, home }: SiteStanding): TodayLine[] {
  const lines = rows
    .filter(({ state, onSite }) => state !== 'ok' && onSite)
    .map(({ type, title, kind, state, daysLeft, newestOn }): TodayLine => ({
      key: `column-${type}`,
      urgency: state === 'soon' ? 'soon' : 'now',
      mark: columnWords({ state, daysLeft }),
      text: `“${title}”${state === 'empty' ? '还没有内容' : `最近一次是 ${newestOn}`}`,
      detail: `栏目 · 至少${columnLimits[kind].words}一次`,
      press: registers[type] ? goColumns : { kind: 'new', type, words: '写一篇' },
    }))
  if (home.state !== 'stale' && home.state !== 'empty') return lines
  const text = '网站首页两周没有新内容，检查时会一票否决'
  const press: Press = { kind: 'go', tab: 'columns', open: null, words: '去看栏目' }
  return [
    { key: 'home', urgency: 'now', mark: columnWords(home), text, detail: '栏目 · 首页', press },
    ...lines,
  ]
}

function ofTexts(texts: readonly LapsedText[]): TodayLine[] {
  const undone = texts.filter(({ citations }) => citations.some(({ done }) => !done))
  const press = (open: string | null): Press => ({ kind: 'go', tab: 'laws', open, words: '去核对' })
  const lines = undone.slice(0, textsShown).map(({ id, title, citations }): TodayLine => ({
    ...{ key: `law-${id}`, urgency: 'soon', mark: '⚠ 法律变了', text: title, press: press(id) },
    detail: `法律变动 · ${citations.filter(({ done }) => !done).length} 处依据没有核对`,
  }))
  const rest = undone.length - lines.length
  if (rest === 0) return lines
  const more = { urgency: 'soon', mark: '⚠ 法律变了', detail: '法律变动' } as const
  return [...lines, { ...more, key: 'law-rest', text: `还有 ${rest} 份内容没有核对`, press: press(null) }]
}

function ofSearches(searches: readonly SearchRow[]): TodayLine[] {
  return searches
    .filter(({ dealt }) => dealt === null)
    .slice(0, searchesShown)
    .map(({ words, count, lastDay }): TodayLine => ({
      ...{ key: `search-${words}`, urgency: 'calm', mark: `${count} 次`, text: `搜“${words}”没有结果` },
      detail: `搜不到 · 最近 ${lastDay}`,
      press: { kind: 'go', tab: 'searches', open: null, words: '去处理' },
    }))
}

function ofPlan(plan: readonly PlanRow[], today: LocalDate): TodayLine[] {
  const dayOf = (text: string) => parseLocal(text)?.day ?? 0
  return plan.flatMap(({ legal, first, last, state, programme }): TodayLine[] => {
    const ahead = dayOf(first) - dayOf(today)
    if (last < today || ahead > planAheadDays || state === 'public') return []
    if (state === 'none' && programme?.playsYearly && ahead > planSoonDays) return []
    const when = ahead <= 0 ? '正在进行' : `还有 ${ahead} 天`
    const what = {
      none: programme?.playsYearly ? '没有单独安排，常年节目会照播' : '还没有安排',
      planned: '安排好了，还没有公开',
      review: '正在审核',
    }[state]
    return [
      {
        key: `plan-${legal._id}-${first}`,
        urgency: ahead <= planSoonDays && !(state === 'none' && programme?.playsYearly) ? 'now' : 'soon',
        mark: `◷ ${when}`,
        text: `${legal.title}（${first}）${what}`,
        detail: '全年计划',
        press: { kind: 'go', tab: 'plan', open: legal._id, words: state === 'none' ? '去安排' : '去看看' },
      },
    ]
  })
}

/** The most pressing first; within that in the order of the tabs. */
export function todayLines(
  { site, reports, texts, searches, plan }: Gathered,
  today: LocalDate,
): TodayLine[] {
  const lines = [
    ...ofReports(reports),
    ...(site ? ofSite(site) : []),
    ...ofPlan(plan, today),
    ...ofTexts(texts),
    ...ofSearches(searches),
  ]
  return lines.sort((a, b) => order.indexOf(a.urgency) - order.indexOf(b.urgency))
}
