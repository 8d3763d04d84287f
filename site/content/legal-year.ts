/** @file The legal-education year: which legal days come next. */
import type { LegalDayDocument, LocalDate } from '../../contracts/documents/index.ts'
import type { LegalDay } from '../../contracts/schedule/shape.ts'
import { legalDaysFrom, type LegalDayOccurrence } from '../time/legal-days.ts'
import type { LakeReader } from './lake.ts'

export interface LegalYearContent {
  /** On today or later, soonest first. */
  next(today: LocalDate, count: number): Promise<readonly LegalDayOccurrence[]>
}

const query = `*[_type == "legalDay"] | order(_id asc){
  "id": _id, title, rule, month, day, nth, weekday, lengthDays
}`

type Raw = Pick<LegalDayDocument, 'title' | 'rule' | 'month' | 'lengthDays'> & {
  id: string
  day: number | null
  nth: number | null
  weekday: number | null
}

export function createLegalYear(lake: LakeReader): LegalYearContent {
  return {
    async next(today, count) {
      const raw = await lake.readShared<Raw[]>(['legalDay'], query)
      return legalDaysFrom(raw.map(legalDay), today, count)
    },
  }
}

function legalDay({ id, title, rule, month, day, nth, weekday, lengthDays }: Raw): LegalDay {
  const length = { id, title, lengthDays: Math.max(1, lengthDays ?? 1) }
  if (rule === 'nthWeekday') {
    return { ...length, rule: { type: 'nthWeekday', month, nth: nth ?? 1, weekday: weekday ?? 1 } }
  }
  return { ...length, rule: { type: rule, month, day: day ?? 1 } }
}
