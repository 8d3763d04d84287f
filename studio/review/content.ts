/** @file What review needs to know of a content as the Studio holds it. Pure. */
import { reviewedText } from '../../contracts/review/content.ts'
import type { Subject } from '../../contracts/review/rule.ts'

type Content = Readonly<Record<string, unknown>>

/** Whether an approval of the one holds for the other: an asset's id already follows from its bytes. */
export const sameText = (publishedId: string, one: Content, other: Content): boolean =>
  reviewedText(publishedId, one, () => null) === reviewedText(publishedId, other, () => null)

const titled = ['title', 'name', 'question', 'text', 'label']

/** @param id of the published content @param document null: nothing is written so far */
export function subjectOf(id: string, type: string, document: Content | null): Subject {
  const found = titled
    .map((key) => document?.[key])
    .find((value) => typeof value === 'string' && value.trim() !== '')
  const county = (document?.['county'] as { _ref?: unknown } | undefined)?._ref
  return {
    ...{ id, type, title: typeof found === 'string' ? found : '（没有标题）' },
    county: typeof county === 'string' ? county : null,
  }
}
