/**
 * @file How often a column of a government site must have something new, and which of them are late.
 *
 * Pure. The limits are those of the check of government sites: news within two weeks, the others within
 * six months. A column without anything is late.
 */
import type { DocumentType, LocalDate } from '../../contracts/documents/index.ts'
import { parseLocal } from '../../contracts/schedule/zone.ts'

export interface Column {
  type: DocumentType
  title: string
  /** Field that carries the day on which an entry was published. */
  field: 'publishedOn' | 'checkedOn' | 'startsAt' | '_updatedAt'
  daysMax: number
}

const twoWeeks = 14
const sixMonths = 183

const dayOf = (date: LocalDate): number => parseLocal(`${date.slice(0, 10)}T00:00`)?.day ?? 0

export const columns: readonly Column[] = [
  { type: 'newsItem', title: '普法动态', field: 'publishedOn', daysMax: twoWeeks },
  { type: 'typicalCase', title: '以案释法', field: 'publishedOn', daysMax: sixMonths },
  { type: 'activity', title: '普法活动', field: 'startsAt', daysMax: sixMonths },
  { type: 'legalQuestion', title: '法律问答', field: 'checkedOn', daysMax: sixMonths },
  { type: 'mural', title: '法治墙画', field: '_updatedAt', daysMax: sixMonths },
  { type: 'lawyer', title: '法律服务人员', field: 'checkedOn', daysMax: sixMonths },
  { type: 'aidStation', title: '法律援助站点', field: 'checkedOn', daysMax: sixMonths },
  { type: 'cultureSite', title: '法治文化阵地', field: 'checkedOn', daysMax: sixMonths },
]

export type ColumnState = 'fresh' | 'soon' | 'late' | 'empty'

/** A quarter of the time is left: somebody should begin to write. */
const soonShare = 0.75

/** @param newest day of the newest entry; null when there is none */
export function columnState(
  { daysMax }: Pick<Column, 'daysMax'>,
  newest: LocalDate | null,
  today: LocalDate,
): { state: ColumnState; days: number | null } {
  if (newest === null) return { state: 'empty', days: null }
  const days = Math.max(0, dayOf(today) - dayOf(newest))
  if (days > daysMax) return { state: 'late', days }
  return { state: days > daysMax * soonShare ? 'soon' : 'fresh', days }
}

/** One query for all of them: `[{"type", "newest"}]`. */
export const newestQuery = `[${columns
  .map(
    ({ type, field }) =>
      `{"type": "${type}", "newest": *[_type == "${type}" && !(_id in path("drafts.**")) && defined(${field})]
        | order(${field} desc)[0].${field}}`,
  )
  .join(', ')}]`
