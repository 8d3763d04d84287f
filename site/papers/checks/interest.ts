/**
 * @file What the law says about the interest of a loan between people.
 *
 * Pure. 民法典 670, 680; 最高人民法院关于审理民间借贷案件适用法律若干问题的规定 24, 25, 26, 28: a court grants
 * no more than four times the one-year loan prime rate of the day on which the contract was made. That
 * rate is handed in; where it is not known, the reader is told where it is published.
 */
import { chineseDate } from '../../words/dates.ts'
import { figures } from '../capitals.ts'
import { wholeMonths } from '../days.ts'
import { day, money, percent, typed } from '../read.ts'
import type { Facts, LoanPrimeRate, Values, Warning } from '../shape.ts'
import { civilCode, lendingRules, warn } from './order.ts'

const whereToLook = '到中国人民银行或者全国银行间同业拆借中心的网站查“贷款市场报价利率”'

/** Four times the rate, without the dust of binary fractions. */
export function ceilingOf({ percent: rate }: LoanPrimeRate): number {
  return (Math.round(rate * 10_000) * 4) / 10_000
}

/** @param made name of the blank with the day on which the contract was made */
export function rateCeiling(
  values: Values,
  blank: { rate: string; made: string; label: string; article: '第二十五条' | '第二十八条' },
  { loanPrimeRate }: Facts,
): Warning[] {
  const rate = percent(values, blank.rate)
  if (rate === null || rate === 0) return []
  const basis = lendingRules(blank.article)
  if (loanPrimeRate === null) {
    const text = `${blank.label}是${rate}%。法院支持的上限是借款合同成立时一年期贷款市场报价利率（LPR）的四倍，超过的部分不支持。请${whereToLook}，乘以四，再和${rate}%比一比。`
    return [warn('care', blank.rate, text, basis)]
  }
  const ceiling = ceilingOf(loanPrimeRate)
  const source = `按${chineseDate(loanPrimeRate.publishedOn)}公布的一年期LPR ${loanPrimeRate.percent}%计算，四倍是${ceiling}%`
  const made = day(values, blank.made)
  // A rate is published each month; farther apart, another one was in force when the contract was made.
  const apart = made === null ? 0 : wholeMonths(loanPrimeRate.publishedOn, made)
  const another = apart < 0 || apart > 1
  const hint = another ? `法院看的是借款合同成立时的那一期，您写的日期离得远，请${whereToLook}核对。` : ''
  if (rate > ceiling) {
    const text = `${blank.label}${rate}%超过了上限：${source}，超过的部分法院不支持。${hint}`
    return [warn('stop', blank.rate, text, basis)]
  }
  return [warn('note', blank.rate, `${source}，您写的${rate}%没有超过。${hint}`, basis)]
}

/** A village says 一分利: one per cent a month. A blank that asks for a year's rate gets 1 or 1.5. */
export function monthlySlip(values: Values, name: string): Warning[] {
  const rate = percent(values, name)
  if (rate === null || rate === 0 || rate > 3) return []
  const year = Math.round(rate * 12 * 100) / 100
  const text = `这里写的是一年的利率。如果说的是“月息${rate}分”，一年就是${year}%，请改成${year}。`
  return [warn('care', name, text)]
}

/** What follows from no interest, and from not having said so. */
export function interestAgreed(values: Values, name = 'interest'): Warning[] {
  const basis = `${civilCode('第六百八十条')}、${lendingRules('第二十四条')}`
  if (typed(values, name) === 'none')
    return [warn('note', name, '没有约定利息的，视为没有利息，以后不能再要借期内的利息。', basis)]
  if (typed(values, name) === 'rate' && percent(values, 'rate') === null)
    return [
      warn('care', 'rate', '写了要利息却没写利率，就是约定不明；自然人之间借款会被视为没有利息。', basis),
    ]
  return []
}

/** Interest may not be taken off in advance: what was really received is what is owed. */
export function takenOff(values: Values): Warning[] {
  if (typed(values, 'received') !== 'less') return []
  const amount = money(values, 'amount')
  const real = money(values, 'receivedAmount')
  const basis = `${civilCode('第六百七十条')}、${lendingRules('第二十六条')}`
  if (amount !== null && real !== null && real > amount)
    return [warn('stop', 'receivedAmount', '实际收到的比借款金额还多，请核对这两个数。')]
  if (amount !== null && real === amount)
    return [warn('care', 'receivedAmount', '实际收到的和借款金额一样，请改选“全部收到了”。')]
  const sum = real === null ? '实际收到的数' : `${figures(real)}元`
  const text = `利息不能预先从本金里扣。先扣了的，按实际收到的数还本、算息。请把借款金额改成${sum}，再约定利息。`
  return [warn('stop', 'amount', text, basis)]
}
