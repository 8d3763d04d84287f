/** @file The blanks of a 借条. Pure data; the rules behind the help are named in loan-note.ts. */
import { debtor, guaranteeGroup, idBlank, nameBlank } from '../people.ts'
import type { Group } from '../shape.ts'

export const loanNoteGroups: readonly Group[] = [
  {
    title: '谁借给谁',
    blanks: [
      nameBlank('lender', '出借人', '出借人就是拿出钱的人。'),
      idBlank('lender', '出借人'),
      ...debtor('borrower', '借款人', '借款人就是借钱、要签名的人。'),
    ],
  },
  {
    title: '借多少，怎么给的',
    blanks: [
      {
        name: 'amount',
        label: '借款金额（元）',
        kind: 'money',
        required: true,
        help: '只写数字，大写自动写好，两处不会对不上。写真正交到手里的本金，不把利息加进去。',
        example: '12300',
      },
      {
        name: 'lentOn',
        label: '哪天交的钱',
        kind: 'date',
        required: true,
        help: '写钱真正交付的那一天。自然人之间的借款，从交钱时才成立。',
      },
      {
        name: 'paidBy',
        label: '钱怎么交的',
        kind: 'choice',
        required: true,
        help: '最好转账，备注“借款”，记录就是证据。现金要当面点清，最好有人在场。',
        options: [
          { value: 'transfer', label: '银行或手机转账', text: '转账（收款账户：{account}）' },
          { value: 'cash', label: '现金', text: '现金' },
        ],
      },
      {
        name: 'account',
        label: '收款账户',
        kind: 'text',
        wide: 14,
        help: '写户名、银行和账号后四位，或者收款的是哪个手机支付账户，和转账记录对得上就行。',
        when: { name: 'paidBy', is: ['transfer'] },
      },
      {
        name: 'received',
        label: '钱全部收到了吗',
        kind: 'choice',
        required: true,
        help: '有人先扣一笔利息再给钱，这不合法。照实选。',
        options: [
          { value: 'full', label: '全部收到了', text: '借款人已全部收到。' },
          {
            value: 'less',
            label: '先扣了利息，或者只收到一部分',
            text: '借款人实际收到人民币{receivedAmount:capitals}（￥{receivedAmount}）。',
          },
        ],
      },
      {
        name: 'receivedAmount',
        label: '实际收到（元）',
        kind: 'money',
        required: true,
        help: '写真正到手的数。还本、算息都按这个数。',
        when: { name: 'received', is: ['less'] },
      },
      {
        name: 'purpose',
        label: '借钱做什么',
        kind: 'text',
        wide: 10,
        help: '写真实用途。知道对方拿去赌博、犯罪还借，合同无效。',
        example: '买化肥和种子',
      },
    ],
  },
  {
    title: '哪天还，要不要利息',
    blanks: [
      {
        name: 'dueOn',
        label: '哪天还清',
        kind: 'date',
        help: '写明一天。以后催款、打官司的期限都从它算起。',
      },
      {
        name: 'interest',
        label: '利息',
        kind: 'choice',
        required: true,
        help: '没写利息就是没有利息；要收，就写清一年百分之几。',
        options: [
          { value: 'none', label: '不要利息', text: '双方约定借期内不计利息。' },
          { value: 'rate', label: '要利息', text: '借期内按年利率{rate}%计算利息，利息{interestPaid}支付。' },
        ],
      },
      {
        name: 'rate',
        label: '年利率（%）',
        kind: 'percent',
        required: true,
        help: '写一年的。月息1分就是一年12%。上限是一年期LPR的四倍。',
        example: '6',
        when: { name: 'interest', is: ['rate'] },
      },
      {
        name: 'interestPaid',
        label: '利息怎么付',
        kind: 'choice',
        help: '不写清的，借期不到一年到期一起付；一年以上每满一年付一次。',
        when: { name: 'interest', is: ['rate'] },
        options: [
          { value: 'end', label: '到期和本金一起', text: '到期同本金一并' },
          { value: 'month', label: '按月', text: '按月' },
          { value: 'year', label: '按年', text: '每满一年' },
        ],
      },
      {
        name: 'overdue',
        label: '到期没还，怎么算',
        kind: 'choice',
        help: '逾期的利率和其他费用合起来，也不能超过四倍LPR。',
        options: [
          { value: 'law', label: '不另外约定', text: '逾期还款的，按法律规定承担责任。' },
          {
            value: 'rate',
            label: '约定逾期利率',
            text: '逾期还款的，自逾期之日起按年利率{overdueRate}%支付逾期利息，至还清为止。',
          },
        ],
      },
      {
        name: 'overdueRate',
        label: '逾期年利率（%）',
        kind: 'percent',
        required: true,
        help: '写一年的，同样不能超过四倍LPR。',
        when: { name: 'overdue', is: ['rate'] },
      },
    ],
  },
  guaranteeGroup,
  {
    title: '写条子的日子',
    blanks: [
      {
        name: 'signedOn',
        label: '签名日期',
        kind: 'date',
        required: true,
        help: '写签名当天。签名、按指印要在纸上，由借款人当面亲手完成。',
      },
    ],
  },
]
