/** @file All that the tabs are made of, read live: two queries, the timetable's library and the site's counts. */
import { useMemo } from 'react'
import { useCurrentUser } from 'sanity'
import type { CalendarYear } from '../../../contracts/documents/index.ts'
import { siteStanding, type SiteStanding } from '../../../contracts/editorial/columns.ts'
import type { ReaderCounts } from '../../../contracts/reader-counts.ts'
import { calendarOf } from '../../../contracts/schedule/from-documents.ts'
import { dayParts, dayText, wallClock, type DayNumber } from '../../../contracts/schedule/zone.ts'
import { bureauZone } from '../../schema/standing.ts'
import { reviewerOf, type Reviewer } from '../../review/reviewer.ts'
import { useLibrary } from '../calendar/use-library.ts'
import { libraryOf, type Library } from '../calendar/model/library.ts'
import { useNow, usePolled, type Polled } from '../console/polled.ts'
import { deskListen, deskQuery, followingTypes, type DeskAnswer } from './model/answer.ts'
import { coverListen, coverQuery, type CoverAnswer } from './model/coverage.ts'
import { lapsedTexts, movedLaws, type LapsedText, type MovedLaw } from './model/laws.ts'
import { planRows, type PlanRow } from './model/plan.ts'
import { reportRows, type ReportRow } from './model/reports.ts'
import { searchRows, type SearchRow } from './model/searches.ts'
import { readReaderCounts } from './reader-counts.ts'
import { useLive } from '../../lake/use-live.ts'

const minuteMs = 60_000
/** A law that came into force within so many days is still news. */
const recentDays = 365

export interface Desk {
  today: DayNumber
  todayText: string
  year: number
  who: Reviewer | null
  /** County of the account; null: the prefecture. */
  own: string | null
  answer: DeskAnswer | null
  cover: CoverAnswer | null
  /** With drafts. */
  library: Library | null
  /** Only what is published. */
  playing: Library | null
  counts: Polled<ReaderCounts>
  site: SiteStanding | null
  reports: readonly ReportRow[]
  laws: readonly MovedLaw[]
  texts: readonly LapsedText[]
  searches: readonly SearchRow[]
  plan: readonly PlanRow[]
  failed: boolean
}

async function readCounts(signal: AbortSignal) {
  try {
    return { ok: true, value: await readReaderCounts(fetch, signal) } as const
  } catch (error) {
    if (signal.aborted) throw error
    return { ok: false, status: 0, sentence: error instanceof Error ? error.message : String(error) } as const
  }
}

const ownFirst = (texts: readonly LapsedText[], own: string | null): LapsedText[] =>
  [...texts].sort((a, b) => Number(b.county === own) - Number(a.county === own))

const byYear = (years: readonly CalendarYear[]) => calendarOf(years, [], [])

/** What follows from the one answer of the lake on one day. */
function useFollowing(answer: DeskAnswer | null, today: DayNumber, own: string | null) {
  return useMemo(() => {
    const text = dayText(today)
    if (!answer) return { site: null, reports: [], laws: [], texts: [] }
    const newest = new Map(answer.newest.map((each) => [each.type, each.newest]))
    return {
      site: siteStanding(newest, today),
      reports: reportRows(answer.reports, byYear(answer.years), today),
      laws: movedLaws(answer.editions, text),
      texts: ownFirst(lapsedTexts(answer.citing, answer.editions, answer.notes, text), own),
    }
  }, [answer, today, own])
}

export function useDesk(): Desk {
  const user = useCurrentUser()
  const who = useMemo(() => reviewerOf(user), [user])
  const own = who?.county ?? null
  const now = useNow(minuteMs)
  const today = wallClock(bureauZone, now).day
  const todayText = dayText(today)
  const { year } = dayParts(today)
  const { answer, failed } = useLive<DeskAnswer>(deskQuery, deskListen, {
    ...{ today: todayText, recent: dayText(today - recentDays), following: [...followingTypes] },
  })
  const { answer: cover } = useLive<CoverAnswer>(coverQuery, coverListen, {})
  const { answer: timetable } = useLibrary()
  const library = useMemo(() => timetable && libraryOf(timetable, 'drafts'), [timetable])
  const playing = useMemo(() => timetable && libraryOf(timetable, 'published'), [timetable])
  const counts = usePolled('counts', minuteMs, readCounts)
  const following = useFollowing(answer, today, own)
  const searches = useMemo(
    () => (counts.value && answer ? searchRows(counts.value.lostSearches, answer.notes, own) : []),
    [counts.value, answer, own],
  )
  const plan = useMemo(
    () => (library && answer ? [year, year + 1].flatMap((each) => planRows(each, library, answer, own)) : []),
    [library, answer, own, year],
  )
  return {
    ...{ today, todayText, year, who, own, answer, cover, library, playing, counts, searches, plan, failed },
    ...following,
  }
}
