/** @file What is told of a key period on the page of a content. Pure. */
import { inKeyPeriod } from '../../contracts/review/policy.ts'
import { isHeld, type Seen } from './seen.ts'
import { fullTimeWords } from './time-words.ts'

/** @returns null outside a key period */
export function keyPeriodSentences(
  seen: Pick<Seen, 'actor' | 'at' | 'policy'>,
): { title: string; lines: string[] } | null {
  if (!inKeyPeriod(seen.policy, seen.at)) return null
  const { reason, until } = seen.policy.keyPeriod ?? {}
  const why = reason?.trim() ? `：${reason.trim()}` : ''
  const end = until ? `到 ${fullTimeWords(until)} 为止。` : '结束时间另行通知。'
  return isHeld(seen)
    ? {
        title: `重点时期${why}。稿件暂停修改和公开`,
        lines: [`${end}审核照常进行。确需修改，请联系值守人员或管理员；撤下内容不受限制。`],
      }
    : {
        title: `重点时期${why}。您在值守名单上，可以修改和公开`,
        lines: [`${end}这期间每份内容多审一次（加审）。`],
      }
}
