/**
 * @file What the law says about the claims of a worker: until when, and how much.
 *
 * Pure. 劳动争议调解仲裁法 27 (one year; wages while working have no limit, after leaving one year);
 * 劳动合同法 47 (severance by years of work), 82 (double wages, at most eleven months), 87 (twice the
 * severance). Amounts are compared, never computed for the reader: the bounds by regional wages are not known.
 */
import { chineseDate } from '../../words/dates.ts'
import { daysBetween } from '../../time/local-time.ts'
import { figures } from '../capitals.ts'
import { addYears, wholeMonths } from '../days.ts'
import { day, money, typed } from '../read.ts'
import type { Facts, Values, Warning } from '../shape.ts'
import { warn } from './order.ts'

export const arbitrationLaw = (article: string): string => `《劳动争议调解仲裁法》${article}`
export const contractLaw = (article: string): string => `《劳动合同法》${article}`

const daysToHurry = 60
/** From the second month to the end of the first year. */
const doubleMonthsMax = 11

/** Whether the year in which arbitration must be asked for has passed. */
export function arbitrationYear(values: Values, { today }: Facts): Warning[] {
  const basis = arbitrationLaw('第二十七条')
  if (typed(values, 'left') === 'no') {
    const text = '还在单位干的，要拖欠的工资不受一年限制；两倍工资、加班费等别的请求，通常仍是一年，别拖。'
    return [warn('note', 'left', text, basis)]
  }
  const leftOn = day(values, 'leftOn')
  if (typed(values, 'left') !== 'yes' || leftOn === null || leftOn > today) return []
  const end = addYears(leftOn, 1)
  if (today > end) {
    const text = `从${chineseDate(leftOn)}算，一年的仲裁时效已到${chineseDate(end)}。这一年里要过钱、投诉过、单位答应过给的，从那时重新算一年，要有凭据。请马上打热线问。`
    return [warn('stop', 'leftOn', text, basis)]
  }
  const left = daysBetween(today, end)
  const text = `要在${chineseDate(end)}以前申请仲裁，还剩${left}天。`
  return [warn(left <= daysToHurry ? 'care' : 'note', 'leftOn', text, basis)]
}

/** Half months of wages that 47 gives for the time of work: 一年 2, 六个月以上 2, 不满六个月 1. */
export function severanceHalves(months: number): number {
  const rest = months % 12
  return Math.floor(months / 12) * 2 + (rest === 0 ? 0 : rest >= 6 ? 2 : 1)
}

function severanceBound(values: Values): Warning[] {
  const from = day(values, 'hiredOn')
  const to = day(values, 'leftOn')
  const wage = money(values, 'monthly')
  if (from === null || to === null || wage === null || to < from) return []
  // A started month counts like one that is whole: less than six months give half a wage.
  const months = Math.max(1, wholeMonths(from, to))
  const halves = severanceHalves(months)
  const bounds = [
    { name: 'severance', times: 1, label: '经济补偿', basis: contractLaw('第四十七条') },
    {
      name: 'illegal',
      times: 2,
      label: '赔偿金',
      basis: `${contractLaw('第四十七条')}、${contractLaw('第八十七条')}`,
    },
  ]
  return bounds.reduce<Warning[]>((all, { name, times, label, basis }) => {
    const claimed = money(values, name)
    const bound = Math.round((wage * halves * times) / 2)
    if (claimed === null || claimed <= bound) return all
    const text = `按您写的工龄和月工资，${label}大约是${(halves * times) / 2}个月工资，${figures(bound)}元；您写得更多，请核对。`
    return [...all, warn('care', name, text, basis)]
  }, [])
}

function doubleBound(values: Values): Warning[] {
  const double = money(values, 'double')
  const wage = money(values, 'monthly')
  if (double === null || double === 0) return []
  const basis = contractLaw('第八十二条')
  if (typed(values, 'contract') === 'yes')
    return [warn('care', 'double', '您选了“签了合同”，两倍工资是给没签书面合同的，请核对。', basis)]
  if (wage === null || double <= wage * doubleMonthsMax) return []
  const text = `两倍工资从用工第二个月起算，不满一年，最多十一个月，多出来的一倍不超过${figures(wage * doubleMonthsMax)}元，请核对。`
  return [warn('care', 'double', text, basis)]
}

/** Claims that are absent, exclude each other, or are beyond what the law gives. */
export function claims(values: Values): Warning[] {
  const found: Warning[] = []
  const filled = (name: string) => (money(values, name) ?? 0) > 0
  const names = ['wages', 'overtime', 'double', 'severance', 'illegal']
  if (!names.some(filled) && typed(values, 'otherClaims') === '' && typed(values, 'company') !== '')
    found.push(warn('stop', 'wages', '还没写要什么。仲裁请求至少写一项。', arbitrationLaw('第二十八条')))
  if (filled('severance') && filled('illegal')) {
    const text =
      '经济补偿和违法辞退的赔偿金，一般只支持一样：合法辞退要补偿，违法辞退要赔偿金。请先问清再定。'
    found.push(warn('care', 'illegal', text, `${contractLaw('第四十八条')}、${contractLaw('第八十七条')}`))
  }
  if (filled('wages') && typed(values, 'wagesSpan') === '')
    found.push(
      warn('care', 'wagesSpan', '请写清欠的是哪几个月，金额才对得上。', arbitrationLaw('第二十八条')),
    )
  return [...found, ...doubleBound(values), ...severanceBound(values)]
}
