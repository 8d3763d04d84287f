/** @file What readers send to the editors' desk: reports of errors (找错). */
import type { Document, LocalDate, Timestamp } from './base.ts'

/** `received`: nobody has looked yet · `corrected`: the page was wrong and is mended · `answered`: it was not. */
export type ReportState = 'received' | 'corrected' | 'answered'

/**
 * A reader's word that something on a page is wrong. `_id` is `report.<receipt>`: the dot keeps it from
 * the public; who holds the receipt reads the state and the answer, never anybody's text.
 */
export interface ErrorReport extends Document<'errorReport'> {
  /** Eight characters that the reader was given. */
  receipt: string
  /** Path of the page. */
  path: string
  /** At most 200 characters; holds no telephone or ID number. */
  text: string
  receivedAt: Timestamp
  state: ReportState
  /** What the desk tells the reader. */
  answer?: string
  answeredOn?: LocalDate
}

export const reportTextMax = 200
