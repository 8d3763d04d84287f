/**
 * @file Until when a right can be claimed before a court. Pure.
 * 民法典 188 (three years), 189 (instalments), 192, 195 (what starts it anew), 675 (no due day).
 */
import type { LocalDate } from '../../../contracts/documents/base.ts'
import { chineseDate } from '../../words/dates.ts'
import { daysBetween } from '../../time/local-time.ts'
import { addYears } from '../days.ts'
import { day } from '../read.ts'
import type { Facts, Values, Warning } from '../shape.ts'
import { civilCode, warn } from './order.ts'

const years = 3
/** Half a year before the end it is time to act. */
const daysToHurry = 183

/** For papers that are being made: when the three years will end, or why a due day should be written. */
export function limitationAhead(values: Values, due: string): Warning[] {
  const dueOn = day(values, due)
  if (dueOn === null) {
    const text =
      '没写哪天还：欠款人随时可以还，债权人随时可以催，但要给一段合理时间。写明日子，以后最省争议。'
    return [warn('care', due, text, `${civilCode('第六百七十五条')}、${civilCode('第五百一十一条')}`)]
  }
  const text = `到期不还，诉讼时效三年，通常从${chineseDate(dueOn)}之后算起，到${chineseDate(addYears(dueOn, years))}前后届满。期间要过钱、对方同意还，都重新计算，要留下凭据。`
  return [warn('note', due, text, `${civilCode('第一百八十八条')}、${civilCode('第一百九十五条')}`)]
}

/**
 * For papers that claim: whether three years have passed since the due day, or since the last time it
 * was claimed or promised.
 * @param since the day from which the three years run
 */
export function limitationBehind(since: LocalDate | null, about: string, { today }: Facts): Warning[] {
  if (since === null) return []
  const end = addYears(since, years)
  const basis = `${civilCode('第一百八十八条')}、${civilCode('第一百九十二条')}、${civilCode('第一百九十五条')}`
  if (today > end) {
    const text = `从${chineseDate(since)}算，三年诉讼时效可能已在${chineseDate(end)}届满，对方可以拿这个抗辩。这期间如果要过钱、对方答应过还，要准备凭据；请先打热线问清。`
    return [warn('stop', about, text, basis)]
  }
  const left = daysBetween(today, end)
  if (left <= daysToHurry)
    return [
      warn('care', about, `三年诉讼时效到${chineseDate(end)}前后届满，还剩${left}天，请尽快起诉。`, basis),
    ]
  return [warn('note', about, `三年诉讼时效通常到${chineseDate(end)}前后届满。`, basis)]
}
