/** @file The blanks of a 还款协议. Pure data; the rules behind the help are named in repayment-agreement.ts. */
import { debtor, guaranteeGroup, idBlank, nameBlank, phoneBlank } from '../people.ts'
import type { Group } from '../shape.ts'

export const repaymentGroups: readonly Group[] = [
  {
    title: '谁和谁约定',
    blanks: [
      nameBlank('creditor', '债权人', '债权人就是该收钱的人。'),
      idBlank('creditor', '债权人'),
      phoneBlank('creditor', '债权人'),
      ...debtor('debtor', '债务人', '债务人就是该还钱的人。'),
    ],
  },
  {
    title: '原来是什么债',
    blanks: [
      {
        name: 'origin',
        label: '债的来由',
        kind: 'choice',
        required: true,
        help: '协议要说清还的是哪一笔，免得和别的账混在一起。',
        options: [
          { value: 'loan', label: '借款', text: '借款' },
          { value: 'goods', label: '货款', text: '货款' },
          { value: 'work', label: '工钱、劳务费', text: '劳务报酬' },
          { value: 'other', label: '别的', text: '其他款项' },
        ],
      },
      {
        name: 'originOn',
        label: '原来的借条、欠条是哪天的',
        kind: 'date',
        required: true,
        help: '没有条子的，写借钱或者欠款发生的那一天。利息的上限看借款合同成立那天的利率。',
      },
      {
        name: 'total',
        label: '双方认定一共还欠（元）',
        kind: 'money',
        required: true,
        help: '对账以后剩下没还的数。已经还过的先减掉。',
        example: '20000',
      },
      {
        name: 'interestIncluded',
        label: '其中有多少是以前的利息（元）',
        kind: 'money',
        help: '没有就空着。以前的利息超过上限的部分，不能算进新的本金。',
      },
      {
        name: 'oldNote',
        label: '原来的条子怎么办',
        kind: 'choice',
        required: true,
        help: '旧条子和新协议都留着又不说明，像是欠了两笔。',
        options: [
          {
            value: 'keep',
            label: '留着，作为附件',
            text: '原债权凭证由债权人保存，作为本协议附件，不构成另一笔债务。',
          },
          { value: 'return', label: '签字时收回作废', text: '原债权凭证于本协议签名时交还债务人并作废。' },
          { value: 'none', label: '没有条子', text: '双方原无书面债权凭证。' },
        ],
      },
    ],
  },
  {
    title: '怎么还',
    blanks: [
      {
        name: 'every',
        label: '多久还一次',
        kind: 'choice',
        required: true,
        help: '按收入的时候定：打工的按月，种地的可以按季、按年。',
        options: [
          { value: 'month', label: '每月', text: '每月' },
          { value: 'quarter', label: '每三个月', text: '每三个月' },
          { value: 'year', label: '每年', text: '每年' },
        ],
      },
      {
        name: 'firstOn',
        label: '第一次哪天还',
        kind: 'date',
        required: true,
        help: '以后每次都是这一号；没有这一号的月份，还在月末那天。',
      },
      {
        name: 'each',
        label: '每次还多少（元）',
        kind: 'money',
        required: true,
        help: '定一个真能做到的数。最后一次还剩下的零头，期数自动算好。',
        example: '1000',
      },
      {
        name: 'account',
        label: '还到哪个账户',
        kind: 'text',
        wide: 16,
        help: '写债权人的户名、银行和账号后四位。转账备注“还款”，还过的就有凭据。',
      },
      {
        name: 'interest',
        label: '分期期间的利息',
        kind: 'choice',
        required: true,
        help: '没写就是没有。要算，写清一年百分之几。',
        options: [
          { value: 'none', label: '不要利息', text: '分期期间不计利息。' },
          {
            value: 'rate',
            label: '要利息',
            text: '分期期间以尚欠本金为基数，按年利率{rate}%计算利息，与最后一期一并支付。',
          },
        ],
      },
      {
        name: 'rate',
        label: '年利率（%）',
        kind: 'percent',
        required: true,
        help: '写一年的。借款的利率上限是合同成立时一年期LPR的四倍。',
        when: { name: 'interest', is: ['rate'] },
      },
      {
        name: 'late',
        label: '有一期没还怎么办',
        kind: 'choice',
        required: true,
        help: '写明“全部提前到期”，就可以一次要回剩下的，不用一期一期等。',
        options: [
          {
            value: 'all',
            label: '拖久了，剩下的一次还清',
            text: '任何一期逾期超过{lateDays}日的，债权人可以要求债务人一次还清全部剩余款项。',
          },
          { value: 'each', label: '只催这一期', text: '某一期逾期的，债务人对该期按法律规定承担逾期责任。' },
        ],
      },
      {
        name: 'lateDays',
        label: '拖多少天算',
        kind: 'count',
        required: true,
        help: '例如15天、30天，给对方留一点周转时间。',
        example: '30',
        when: { name: 'late', is: ['all'] },
      },
    ],
  },
  guaranteeGroup,
  {
    title: '签协议的日子',
    blanks: [{ name: 'signedOn', label: '签名日期', kind: 'date', required: true, help: '写双方签名当天。' }],
  },
]
