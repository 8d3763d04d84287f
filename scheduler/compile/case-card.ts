/** @file 以案释法 as a card: what the case was about, and what it teaches. Pure. */
import type { TypicalCase } from '../../contracts/documents/index.ts'
import type { QuestionItem } from '../../contracts/schedule/index.ts'
import { qrCode } from './qr.ts'

export function caseCard(document: TypicalCase, origin: string): QuestionItem {
  const { _id: id, title, lesson, slug } = document
  return {
    id,
    kind: 'question',
    title,
    question: title,
    answer: lesson,
    source: '以案释法',
    qr: qrCode(`${origin}/cases/${slug.current}`),
  }
}
