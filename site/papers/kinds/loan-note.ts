/**
 * @file 借条: money is lent, today, by one person to another. Pure.
 * 民法典 667–680 (loans), 686, 692 (guarantors); 民间借贷规定 9, 24–28.
 */
import { guarantee } from '../checks/guarantee.ts'
import { interestAgreed, monthlySlip, rateCeiling, takenOff } from '../checks/interest.ts'
import { limitationAhead } from '../checks/limitation.ts'
import { gravestFirst, lendingRules, warn } from '../checks/order.ts'
import { inOrder, notInFuture, slips } from '../checks/writing.ts'
import { penFor, title } from '../pen.ts'
import { typed } from '../read.ts'
import type { Facts, Paper, Values, Warning } from '../shape.ts'
import { loanNoteGroups as groups } from './loan-note-blanks.ts'

function about(values: Values): Warning[] {
  const found: Warning[] = []
  if (typed(values, 'lender') !== '' && typed(values, 'lender') === typed(values, 'borrower'))
    found.push(warn('stop', 'borrower', '出借人和借款人是同一个名字，请核对。'))
  if (typed(values, 'paidBy') === 'cash') {
    const text = '现金没有记录。以后说“没收到过钱”，法院要看金额、经济能力、证人等来判断；能转账就转账。'
    found.push(warn('note', 'paidBy', text, lendingRules('第十五条')))
  }
  if (typed(values, 'overdue') === 'law') {
    const text =
      '没约定逾期利率：约定了借期利率的，逾期照那个利率算；都没约定的，可以要求参照逾期时的一年期LPR算。'
    found.push(warn('note', 'overdue', text, lendingRules('第二十八条')))
  }
  if (/赌|毒/.test(typed(values, 'purpose')))
    found.push(warn('stop', 'purpose', '明知借去做违法犯罪的事还出借，合同无效。', lendingRules('第十三条')))
  return found
}

function warnings(values: Values, facts: Facts): readonly Warning[] {
  const rates = [
    { rate: 'rate', label: '年利率', article: '第二十五条', on: typed(values, 'interest') === 'rate' },
    {
      rate: 'overdueRate',
      label: '逾期年利率',
      article: '第二十八条',
      on: typed(values, 'overdue') === 'rate',
    },
  ] as const
  return gravestFirst(
    slips(groups, values),
    inOrder(values, 'lentOn', 'dueOn', '还钱的日子在借钱的日子前面，请核对。'),
    notInFuture(values, 'signedOn', '签名日期', facts.today),
    notInFuture(values, 'lentOn', '交钱的日期', facts.today),
    takenOff(values),
    interestAgreed(values),
    ...rates
      .filter(({ on }) => on)
      .map((each) => [
        ...rateCeiling(values, { ...each, made: 'lentOn' }, facts),
        ...monthlySlip(values, each.rate),
      ]),
    guarantee(values, 'dueOn'),
    about(values),
    typed(values, 'amount') === '' ? [] : limitationAhead(values, 'dueOn'),
  )
}

/** @see Paper */
export const loanNote: Paper = {
  slug: 'loan-note',
  title: '借条',
  situation: '借钱给别人',
  summary: '钱借出去的时候，由借款人写给出借人。货款、工钱没给，不是借款，要写欠条。',
  groups,
  compose(values) {
    const pen = penFor(groups, values)
    return [
      title('借条'),
      pen.line(
        '本人{borrower}（身份证号：{borrowerId}）' +
          pen.ifAny('purpose', '因{purpose}需要，') +
          '于{lentOn}向{lender}（身份证号：{lenderId}）借款人民币{amount:capitals}（￥{amount}），以{paidBy}方式交付。{received}',
      ),
      pen.line(pen.ifAny('dueOn', '约定不晚于{dueOn}还清全部借款。', '双方未约定还款日。') + '{interest}'),
      pen.line('{overdue}'),
      pen.line('{guarantee}'),
      pen.flat('借款人住址：{borrowerAddress}'),
      pen.flat('借款人电话：{borrowerPhone}'),
      pen.signs(
        '借款人（签名、按指印）：＿＿＿＿＿＿＿＿',
        ...(pen.is('guarantee', 'none') ? [] : ['保证人（签名、按指印）：＿＿＿＿＿＿＿＿']),
        '日期：{signedOn}',
      ),
    ]
  },
  warnings,
  after: [
    '打印后由借款人当面签名、按指印；夫妻一起用的钱，请夫妻都签名，以后才好一起要。',
    '出借人收好原件，并保存转账记录。手机里的照片不能代替原件。',
    '还一笔，就写一张收条；全部还清，把借条收回撕毁，或者在上面写明已还清并签名。',
    '借条上不留空格。要改，在改的地方由双方按指印；改得多就重写一张。',
  ],
}
