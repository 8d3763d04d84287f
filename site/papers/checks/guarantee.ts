/**
 * @file What must be said about a guarantor, and what the law says where it is not. Pure.
 * 民法典 686 (kind), 687, 688, 692 (period), 693 (what the creditor must do within it).
 */
import { chineseDate } from '../../words/dates.ts'
import { addMonths } from '../days.ts'
import { day, typed } from '../read.ts'
import type { Values, Warning } from '../shape.ts'
import { civilCode, warn } from './order.ts'

/** Reads the blanks of `guaranteeGroup` (people.ts). @param due name of the blank with the due day */
export function guarantee(values: Values, due: string): Warning[] {
  if (typed(values, 'guarantee') !== 'yes') return []
  const kind = typed(values, 'guaranteeKind')
  return [...kindSaid(kind), ...periodSaid(values, due), ...duty(kind)]
}

function kindSaid(kind: string): Warning[] {
  if (kind !== '') return []
  const text =
    '没写清是哪一种保证，按一般保证算：要先告欠款人、强制执行还不够，才轮到保证人。请和保证人说定后选一种。'
  return [warn('care', 'guaranteeKind', text, civilCode('第六百八十六条'))]
}

function periodSaid(values: Values, due: string): Warning[] {
  const until = day(values, 'guaranteeUntil')
  const dueOn = day(values, due)
  const basis = civilCode('第六百九十二条')
  if (until !== null && dueOn !== null && until <= dueOn) {
    const text = `保证到${chineseDate(until)}为止，不晚于还款日，等于没有约定；请写一个晚于${chineseDate(dueOn)}的日子。`
    return [warn('stop', 'guaranteeUntil', text, basis)]
  }
  if (until !== null) return []
  const end = dueOn === null ? '' : `，也就是到${chineseDate(addMonths(dueOn, 6))}`
  const text = `没写保证到哪一天，保证期间就是还款期满之日起六个月${end}。这个期间不中断、不延长。`
  return [warn('care', 'guaranteeUntil', text, basis)]
}

function duty(kind: string): Warning[] {
  const basis = civilCode('第六百九十三条')
  if (kind === '') return []
  const text =
    kind === 'joint'
      ? '连带责任保证：债权人要在保证期间内向保证人要钱（最好书面），过期保证人不再担责。'
      : '一般保证：债权人要在保证期间内起诉欠款人或者申请仲裁，过期保证人不再担责。'
  return [warn('note', 'guaranteeKind', text, basis)]
}
