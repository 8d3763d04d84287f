/**
 * @file What is written when a citation is brought to the edition in force: the draft, and the desk's note.
 *
 * Pure. The day of checking speaks for the whole text, so it is written only with the last of its citations.
 */
import type { LocalDate } from '../../../../contracts/documents/index.ts'
import type { Step, Stored } from '../write/write.ts'
import type { LapsedCitation, LapsedText } from './laws.ts'

interface StoredCitation {
  _key?: string
  article?: string
  meaning?: string
}

/** Types that say on which day they were checked; of the others the last change stands for it. */
const dated: ReadonlySet<string> = new Set(['legalQuestion', 'slogan', 'mural'])

/** Whether nothing else of the text is left to check; `texts` hold all citations of it. */
export function isLast(
  texts: readonly LapsedText[],
  { id }: Pick<LapsedText, 'id'>,
  subject: string,
): boolean {
  const all = texts.filter((each) => each.id === id).flatMap(({ citations }) => citations)
  return all.every((each) => each.done || each.subject === subject)
}

export function mendSteps(
  texts: readonly LapsedText[],
  text: LapsedText,
  { key, subject }: LapsedCitation,
  { article, meaning }: { article: string; meaning: string },
  today: LocalDate,
): Step[] {
  const isChecked = dated.has(text.type) && isLast(texts, text, subject)
  const fieldsOf = ({ citations }: Stored) => ({
    citations: ((citations as StoredCitation[] | undefined) ?? []).map((each) =>
      each._key === key ? { ...each, article, meaning: meaning.trim() } : each,
    ),
    ...(isChecked ? { checkedOn: today } : {}),
  })
  return [
    { kind: 'change', id: text.id, fieldsOf },
    { kind: 'note', note: { kind: 'citation', subject, about: [text.id] } },
  ]
}
