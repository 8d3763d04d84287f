/** @file Why something was not done, in plain Chinese. Pure. */
import { lakeErrors } from '../../../contracts/errors/lake.ts'

/** A reason found on this side, in words that are shown as they are. */
export class PlainReason extends Error {}

/** The code stands in the answer's body; what the client makes of it as text names ids and is half English. */
function codeOf(error: unknown): string {
  const { response } = (error ?? {}) as { response?: { body?: { code?: unknown } } }
  return String(response?.body?.code ?? '')
}

type Sentences = Readonly<Record<string, { message: string; remedy: string } | undefined>>

/** @param error what the client threw, or a `PlainReason` */
export function reasonOf(error: unknown): string {
  if (error instanceof PlainReason) return error.message
  const found = (lakeErrors as Sentences)[codeOf(error)]
  return found ? `${found.message}。${found.remedy}` : '没有办成，内容库没有应答。请看一下网络，再试一次'
}
