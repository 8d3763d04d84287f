/** @file The types that want review, by the names under which the desk lists them. Pure. */
import { reviewedTypes } from '../../contracts/documents/kinds.ts'
import { rows } from '../structure/rows.ts'

const beside: Readonly<Record<string, string>> = {
  township: '乡镇（街道）',
  village: '村（社区）',
  law: '法律',
  lawEdition: '法律版本',
  article: '法条',
  county: '县区',
  calendarYear: '调休安排',
}

export const typeTitle = (type: string): string =>
  (rows as Readonly<Record<string, { title: string } | undefined>>)[type]?.title ?? beside[type] ?? '其他'

/** In the order of the table of types. */
export const reviewedTypeChoices = reviewedTypes.map((value) => ({ value, title: typeTitle(value) }))
