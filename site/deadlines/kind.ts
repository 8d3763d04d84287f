/**
 * @file What kind of time limit a deadline is: it decides what is said once the last day has passed.
 *
 * Pure. Editors write a title, an amount and a unit; the kind follows from them, since the law has one
 * arbitration limit (劳动争议调解仲裁法 art. 27: one year) and one general limitation (民法典 art. 188:
 * three years). Only these two begin again when the claim is raised; every other period is fixed.
 */
import type { Deadline } from '../../contracts/documents/index.ts'
import { isCountable } from './count.ts'

export type DeadlineKind = 'arbitration' | 'limitation' | 'fixed'

type Shape = Pick<Deadline, 'title' | 'amount' | 'unit'>

export function kindOf({ title, amount, unit }: Shape): DeadlineKind {
  if (unit !== 'year') return 'fixed'
  if (amount === 1 && title.includes('仲裁')) return 'arbitration'
  return amount === 3 ? 'limitation' : 'fixed'
}

/**
 * False for a term of validity (反家庭暴力法 art. 30: a protection order holds for at most six months): it
 * is no time to act within, the paper itself prints its end, and no weekend lengthens it.
 */
export function endsARight(deadline: Shape): boolean {
  return isCountable(deadline) && !deadline.title.includes('有效期')
}
