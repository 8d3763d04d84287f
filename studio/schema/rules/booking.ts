/**
 * @file Whether the screens of a share event still have the seconds that it asks for.
 *
 * Only the scheduler knows all events of a screen, so it is asked. Where it does not answer nobody is kept
 * from publishing: a warning says that nothing was checked.
 */
import { checkEvent } from '../../screens/signage.ts'
import { byShare, type EventDraft } from './event.ts'
import type { Verdict } from './text.ts'

type Asked = Awaited<ReturnType<typeof checkEvent>>

const sentencesMax = 3

/** Two rules look at every change of a form, and one question serves both. */
let last: { text: string; answer: Promise<Asked> } | null = null

function asked(fetching: typeof fetch, event: EventDraft): Promise<Asked> {
  const text = JSON.stringify(event)
  if (last?.text !== text) last = { text, answer: checkEvent(fetching, event) }
  return last.answer
}

const isWhole = (event: EventDraft) =>
  byShare(event) && event.shareSecondsPerHour !== undefined && event.playlist !== undefined

/** @param fetching the browser's own, on the Studio's origin */
export async function shareFits(fetching: typeof fetch, document: unknown): Promise<Verdict> {
  const event = (document ?? {}) as EventDraft
  if (!isWhole(event)) return true
  const answer = await asked(fetching, event)
  if (!answer.ok || answer.value.problems.length === 0) return true
  const sentences = answer.value.problems.map(({ text }) => text)
  const more = sentences.length - sentencesMax
  return [...sentences.slice(0, sentencesMax), ...(more > 0 ? [`还有 ${more} 块屏也是这样。`] : [])].join('')
}

/** For a rule of the level of a warning. */
export async function shareChecked(fetching: typeof fetch, document: unknown): Promise<Verdict> {
  const event = (document ?? {}) as EventDraft
  if (!isWhole(event)) return true
  const answer = await asked(fetching, event)
  return answer.ok || `没能核对屏幕上还剩多少时间：${answer.sentence}`
}
