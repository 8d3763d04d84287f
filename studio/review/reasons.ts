/** @file Why something was not done, in plain Chinese. Pure. */
import { refusedSentence } from './refusals.ts'

/** A reason found on this side, in words that are shown as they are. */
export class PlainReason extends Error {}

/** @param error what the client threw, or a `PlainReason` */
export function reasonOf(error: unknown): string {
  if (error instanceof PlainReason) return error.message
  const found = refusedSentence(error)
  return found ? `${found.title}。${found.remedy}` : '没有办成，内容库没有应答。请看一下网络，再试一次'
}
