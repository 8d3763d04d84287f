/**
 * @file 还款协议: a debt is acknowledged and paid by instalments. Pure.
 * 民法典 188, 189 (instalments), 192, 195 (acknowledging), 680, 695 (the guarantor of the old debt);
 * 民间借贷规定 14, 25, 27 (old interest made principal).
 */
import { capitals, figures } from '../capitals.ts'
import { guarantee } from '../checks/guarantee.ts'
import { interestAgreed, monthlySlip, rateCeiling } from '../checks/interest.ts'
import { civilCode, gravestFirst, lendingRules, warn } from '../checks/order.ts'
import { inOrder, notInFuture, slips } from '../checks/writing.ts'
import { addYears } from '../days.ts'
import { instalments, instalmentsMax, paymentsOf } from '../instalments.ts'
import { heading, penFor, title } from '../pen.ts'
import { day, money, typed } from '../read.ts'
import type { Block, Facts, Paper, Values, Warning } from '../shape.ts'
import { chineseDate } from '../../words/dates.ts'
import { repaymentGroups as groups } from './repayment-agreement-blanks.ts'

const rowsByHand = 6

function planTable(values: Values): Block {
  const plan = instalments(values)
  const rows = plan
    ? plan.map(({ on, fen }, index) => [String(index + 1), chineseDate(on), figures(fen)])
    : Array.from({ length: rowsByHand }, (_, index) => [String(index + 1), '', ''])
  return { kind: 'table', head: ['期数', '还款日', '金额（元）'], rows }
}

/** The day of the last payment, as the blank that the guarantor's check reads. */
function withLastDay(values: Values): Values {
  const plan = instalments(values)
  return { ...values, lastOn: plan?.[plan.length - 1]?.on ?? '' }
}

function aboutPlan(values: Values): Warning[] {
  const total = money(values, 'total')
  const each = money(values, 'each')
  const payments = paymentsOf(values)
  if (total !== null && each !== null && each > total)
    return [warn('stop', 'each', '每次还的比一共欠的还多，请核对。')]
  if (payments !== null && payments > instalmentsMax)
    return [warn('stop', 'each', `这样要还${payments}次，太长了，请把每次还的数写大一些。`)]
  const plan = instalments(values)
  const last = plan?.[plan.length - 1]
  if (!plan || !last) return []
  const text = `一共${plan.length}期，最后一期${chineseDate(last.on)}还${figures(last.fen)}元。分期的债，三年诉讼时效从最后一期到期起算，通常到${chineseDate(addYears(last.on, 3))}前后届满。`
  return [warn('note', 'each', text, `${civilCode('第一百八十八条')}、${civilCode('第一百八十九条')}`)]
}

function aboutOldDebt(values: Values, { today }: Facts): Warning[] {
  const found: Warning[] = []
  const total = money(values, 'total')
  const included = money(values, 'interestIncluded')
  if (included !== null && total !== null && included > total)
    found.push(warn('stop', 'interestIncluded', '其中的利息比总数还多，请核对。'))
  else if (included !== null && included > 0 && typed(values, 'origin') === 'loan') {
    const text = '把以前的利息算进本金的，前期利率没有超过四倍LPR才算数，超过的部分不能算进新本金。'
    found.push(warn('care', 'interestIncluded', text, lendingRules('第二十七条')))
  }
  const made = day(values, 'originOn')
  if (made !== null && made <= today) {
    const text =
      '债务人签了这份协议，就是同意还债，诉讼时效重新计算；就算以前已经超过三年，签了也不能再拿时效推脱。'
    found.push(
      warn('note', 'originOn', text, `${civilCode('第一百九十二条')}、${civilCode('第一百九十五条')}`),
    )
  }
  const text = '原来的债有保证人的，改还款日要让他书面同意；不同意的，保证期间还按原来的算。'
  if (typed(values, 'oldNote') === 'keep')
    found.push(warn('note', 'oldNote', text, civilCode('第六百九十五条')))
  return found
}

function warnings(values: Values, facts: Facts): readonly Warning[] {
  const rate = typed(values, 'interest') === 'rate'
  const isLoan = typed(values, 'origin') === 'loan'
  const blank = { rate: 'rate', made: 'originOn', label: '年利率', article: '第二十五条' } as const
  return gravestFirst(
    slips(groups, values),
    inOrder(values, 'originOn', 'firstOn', '第一次还款的日子在原来那笔债前面，请核对。'),
    inOrder(values, 'signedOn', 'firstOn', '第一次还款的日子在签名的日子前面，请核对。'),
    notInFuture(values, 'originOn', '原来那笔债的日期', facts.today),
    notInFuture(values, 'signedOn', '签名日期', facts.today),
    isLoan ? interestAgreed(values) : [],
    rate && isLoan ? rateCeiling(values, blank, facts) : [],
    rate ? monthlySlip(values, 'rate') : [],
    aboutPlan(values),
    aboutOldDebt(values, facts),
    guarantee(withLastDay(values), 'lastOn'),
  )
}

/** @see Paper */
export const repaymentAgreement: Paper = {
  slug: 'repayment-agreement',
  title: '还款协议',
  situation: '商量好分期还',
  summary: '一时还不清，双方商量好分几次还的时候写，双方都签名。期数和每期的日子自动算好。',
  groups,
  compose(values) {
    const pen = penFor(groups, values)
    const payments = instalments(values)?.length
    const count = payments === undefined ? '＿＿＿' : String(payments)
    const included = money(values, 'interestIncluded')
    const ofWhich =
      included === null || included === 0
        ? ''
        : `其中以前的利息${capitals(included)}（￥${figures(included)}）。`
    return [
      title('还款协议'),
      pen.flat('债权人：{creditor}（身份证号：{creditorId}），电话：{creditorPhone}'),
      pen.flat('债务人：{debtor}（身份证号：{debtorId}），电话：{debtorPhone}'),
      pen.flat('债务人住址：{debtorAddress}'),
      pen.line('双方自愿协商，约定如下：'),
      heading('一、债务的确认'),
      pen.line(
        `双方对{originOn}发生的{origin}进行了核对，确认债务人尚欠债权人人民币{total:capitals}（￥{total}）。${ofWhich}{oldNote}`,
      ),
      heading('二、分期还款'),
      pen.line(
        `自{firstOn}起，{every}还款一次，每次人民币{each:capitals}（￥{each}），共${count}期，最后一期还清剩余部分：`,
      ),
      planTable(values),
      pen.line(pen.ifAny('account', '收款账户：{account}。') + '{interest}'),
      heading('三、逾期'),
      pen.line('{late}'),
      heading('四、保证'),
      pen.line('{guarantee}'),
      heading('五、其他'),
      pen.line(
        '本协议自双方签名之日起生效，一式两份，双方各执一份。发生争议先协商、调解；不成的，可以向人民法院起诉。',
      ),
      pen.signs(
        '债权人（签名、按指印）：＿＿＿＿＿＿＿＿',
        '债务人（签名、按指印）：＿＿＿＿＿＿＿＿',
        ...(pen.is('guarantee', 'none') ? [] : ['保证人（签名、按指印）：＿＿＿＿＿＿＿＿']),
        '日期：{signedOn}',
      ),
    ]
  },
  warnings,
  after: [
    '打印两份，双方当面签名、按指印，各拿一份；有几页的，每页都签名。',
    '原来的借条、欠条照协议写的处理，不要两边都留又不说明。',
    '每次还款尽量转账并备注“还款”；收现金的，写收条。',
    '可以请村（居）人民调解委员会见证，做成调解协议后三十日内双方一起向法院申请司法确认，对方不还就能直接申请强制执行。',
  ],
}
