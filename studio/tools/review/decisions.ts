/** @file Which presses stand under a content, and why one of them cannot be pressed. Pure. */
import type { ReviewStage } from '../../../contracts/documents/review.ts'
import type { Row } from './rows.ts'
import { awaitedStage, refusalOf, refusalWords, rowsOf, type Desk } from './tasks.ts'

export interface Decisions {
  stage: ReviewStage | null
  /** Null: not offered; `''`: may be pressed; else why it may not. */
  approve: string | null
  /** Mended by an author, or looked at again after it went out as urgent. */
  handIn: 'again' | 'owed' | null
  recall: boolean
  publish: boolean
}

/** Says why only to somebody who approves things at all. */
function approval(row: Row, desk: Desk, stage: ReviewStage | null): string | null {
  if (stage === null) return null
  const refusal = refusalOf(row, 'approve', desk)
  if (refusal === null) return ''
  return desk.actor.stages.length > 0 || desk.absent.length > 0 ? refusalWords(refusal) : null
}

export function decisionsFor(row: Row, desk: Desk): Decisions {
  const stage = awaitedStage(row, desk)
  const isIn = (list: 'ready' | 'owed') => rowsOf([row], list, desk).length > 0
  const isAuthor = row.authors.includes(desk.actor.id)
  const isUnderWay = row.state === 'open' || row.state === 'approved'
  return {
    stage,
    approve: approval(row, desk, stage),
    handIn: row.state === 'rejected' && isAuthor ? 'again' : isIn('owed') && !isUnderWay ? 'owed' : null,
    recall: isUnderWay && isAuthor && refusalOf(row, 'recall', desk) === null,
    publish: isIn('ready'),
  }
}
