/** @file The blanks of a 民事起诉状 for a loan. Pure data; the rules behind the help are named in loan-complaint.ts. */
import { addressBlank, fullPerson, idBlank, nameBlank, phoneBlank } from '../people.ts'
import type { Blank, Group } from '../shape.ts'

const more: readonly Blank[] = [
  { name: 'plaintiffPeople', label: '原告民族', kind: 'text', help: '照身份证写。', example: '汉族' },
  {
    name: 'plaintiffJob',
    label: '原告职业和工作单位',
    kind: 'text',
    wide: 10,
    help: '没有单位的写务农、务工等。',
  },
]

export const complaintGroups: readonly Group[] = [
  {
    title: '向哪个法院',
    blanks: [
      {
        name: 'court',
        label: '法院名称',
        kind: 'text',
        wide: 12,
        required: true,
        help: '一般是被告住的地方的基层法院；没约定在哪里还的，也可以在出借人住的地方起诉。',
        example: '某县人民法院',
      },
    ],
  },
  { title: '原告（出借人）', blanks: fullPerson('plaintiff', '原告', more) },
  {
    title: '被告（借款人）',
    blanks: [
      nameBlank('defendant', '被告', '要让法院认得出是哪个人。'),
      {
        name: 'defendantGender',
        label: '被告性别',
        kind: 'choice',
        help: '照实选。',
        options: [
          { value: 'male', label: '男', text: '男' },
          { value: 'female', label: '女', text: '女' },
        ],
      },
      idBlank('defendant', '被告'),
      {
        ...addressBlank('defendant', '被告'),
        required: true,
        help: '法院要按它送传票。写错了送不到，案子会拖。',
      },
      phoneBlank('defendant', '被告'),
      {
        name: 'second',
        label: '保证人（也要告的话）姓名',
        kind: 'text',
        help: '连带责任的保证人可以一起告，一般保证的也可以一起列上。没有就空着。',
      },
      { ...addressBlank('second', '保证人'), help: '同上，用来送传票。' },
    ],
  },
  {
    title: '借款的经过',
    blanks: [
      { name: 'lentOn', label: '哪天交的钱', kind: 'date', required: true, help: '照转账记录或者借条写。' },
      {
        name: 'amount',
        label: '借出多少（元）',
        kind: 'money',
        required: true,
        help: '写真正交到对方手里的本金；先扣了利息的，写扣完的数。',
      },
      {
        name: 'paidBy',
        label: '钱怎么交的',
        kind: 'choice',
        required: true,
        help: '转账的，有记录；现金的，要说清时间、地点、谁在场。',
        options: [
          { value: 'transfer', label: '转账', text: '转账' },
          { value: 'cash', label: '现金', text: '现金' },
        ],
      },
      {
        name: 'note',
        label: '有借条吗',
        kind: 'choice',
        required: true,
        help: '没有借条，光有转账记录也能起诉，但对方说是还旧账的，您还要再举证。',
        options: [
          { value: 'yes', label: '有借条或者书面合同', text: '被告出具了借条（借款合同）' },
          { value: 'no', label: '没有', text: '双方未写借条' },
        ],
      },
      { name: 'dueOn', label: '约好哪天还', kind: 'date', help: '没有约定就空着。' },
      {
        name: 'interest',
        label: '约定了利息吗',
        kind: 'choice',
        required: true,
        help: '照借条写；没写的选没有。',
        options: [
          { value: 'none', label: '没有约定', text: '未约定利息' },
          { value: 'rate', label: '约定了', text: '约定年利率{rate}%' },
        ],
      },
      {
        name: 'rate',
        label: '年利率（%）',
        kind: 'percent',
        required: true,
        help: '写一年的。月息1分就是一年12%。',
        when: { name: 'interest', is: ['rate'] },
      },
      {
        name: 'repaid',
        label: '已经还了多少本金（元）',
        kind: 'money',
        help: '一分没还就空着。还过的不写，是不诚实的。',
      },
      {
        name: 'demandedOn',
        label: '最近一次要钱、或者他答应还是哪天',
        kind: 'date',
        help: '有短信、微信、录音的那一次。诉讼时效从那天重新算。',
      },
      {
        name: 'story',
        label: '补充经过',
        kind: 'long',
        help: '什么关系、为什么借、怎么催的、对方怎么说。只写事实。',
      },
    ],
  },
  {
    title: '您要什么',
    blanks: [
      {
        name: 'claim',
        label: '要还多少本金（元）',
        kind: 'money',
        required: true,
        help: '借出的减去已经还的本金。',
      },
      {
        name: 'claimInterest',
        label: '要利息吗',
        kind: 'choice',
        required: true,
        help: '约定了利率的，可以要约定的；没约定的，只能要到期以后的。',
        options: [
          { value: 'none', label: '不要', text: '不主张利息；' },
          {
            value: 'agreed',
            label: '要约定的利息',
            text: '判令被告支付利息：以{claim}元为基数，按年利率{rate}%，自{interestFrom}起计算至实际还清之日；',
          },
          {
            value: 'overdue',
            label: '没约定，要到期以后的',
            text: '判令被告支付逾期利息：以{claim}元为基数，参照一年期贷款市场报价利率，自{interestFrom}起计算至实际还清之日；',
          },
        ],
      },
      {
        name: 'interestFrom',
        label: '利息从哪天算起',
        kind: 'date',
        required: true,
        help: '约定的利息从交钱那天或者上次付息以后算；逾期的从到期第二天算。',
        when: { name: 'claimInterest', is: ['agreed', 'overdue'] },
      },
    ],
  },
  {
    title: '证据和日期',
    blanks: [
      {
        name: 'evidence',
        label: '有哪些证据，从哪里来',
        kind: 'long',
        required: true,
        help: '一行写一样：借条原件、转账记录、聊天记录、录音、证人。各写来源。',
        example: '借条一张，被告出具，原告保存',
      },
      { name: 'witness', label: '证人姓名和住址', kind: 'text', wide: 16, help: '没有就空着。' },
      { name: 'signedOn', label: '起诉日期', kind: 'date', required: true, help: '写递交当天。' },
    ],
  },
]
