/**
 * @file Rules on answering readers who report an error. Pure.
 *
 * Enquiries are answered within five working days (contracts/editorial/working-days.ts).
 */
import type { ReportState } from '../../../contracts/documents/index.ts'
import { dayParts, wallClock } from '../../../contracts/schedule/zone.ts'
import { bureauZone } from '../standing.ts'
import type { Verdict } from './text.ts'

export const replyWorkingDays = 5

interface Settled {
  state?: ReportState
  answer?: string
}

const isSettled = ({ state }: Settled) => state !== undefined && state !== 'received'

/** Who reported reads the answer: a state without one would tell them nothing. */
export function answeredWhenSettled(report: unknown): Verdict {
  const { state, answer } = (report ?? {}) as Settled
  return !isSettled({ ...(state ? { state } : {}) }) || Boolean(answer?.trim()) || '请写给读者的答复'
}

/** The reader sees the day. */
export function datedWhenSettled(report: unknown, answeredOn: string | undefined): Verdict {
  return !isSettled((report ?? {}) as Settled) || Boolean(answeredOn) || '请选择答复日期'
}

/** An answer that is written while the state still says that nobody has looked would not be found. */
export function settledWhenAnswered(report: unknown): Verdict {
  const { state, answer } = (report ?? {}) as Settled
  return state !== 'received' || !answer?.trim() || '答复写好了，请把处理结果改为“已更正”或“已说明”'
}

/** When it came, for a list: by when it is due takes the bureau's table of swapped days, which a form can read. */
export function receivedWords(receivedAt: string | undefined): string {
  const received = Date.parse(receivedAt ?? '')
  if (Number.isNaN(received)) return ''
  const { month, date } = dayParts(wallClock(bureauZone, received).day)
  return `◔ ${month}月${date}日收到`
}

/** The path of a page of this site; null for anything that could lead elsewhere. */
export function ownPath(path: string | undefined): string | null {
  return path && /^\/(?![/\\])[^\\\s]*$/u.test(path) ? path : null
}
