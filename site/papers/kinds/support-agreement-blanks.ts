/** @file The blanks of a 赡养协议. Pure data; the rules behind the help are named in support-agreement.ts. */
import { addressBlank, idBlank, nameBlank } from '../people.ts'
import type { Blank, Group } from '../shape.ts'

/** As many children as the form has places for; more write on another sheet. */
export const childPlaces = [1, 2, 3, 4]

function childBlanks(place: number): readonly Blank[] {
  const name = `child${place}`
  const first = place === 1
  return [
    {
      ...nameBlank(name, `子女${place}`, first ? '儿子女儿都有赡养义务，都要写上。' : '没有就空着。'),
      required: first,
    },
    idBlank(name, `子女${place}`),
    {
      name: `${name}Pay`,
      label: `子女${place}每月给多少（元）`,
      kind: 'money',
      required: first,
      help: '按老人当地的生活花费和各人的能力商量；可以不一样多。',
    },
  ]
}

export const supportGroups: readonly Group[] = [
  {
    title: '老人',
    blanks: [
      nameBlank('elder', '老人'),
      idBlank('elder', '老人'),
      addressBlank('elder', '老人'),
      {
        name: 'elder2',
        label: '另一位老人姓名',
        kind: 'text',
        help: '父母都在的写上另一位；没有就空着。',
      },
      {
        name: 'agreed',
        label: '老人同意吗',
        kind: 'choice',
        required: true,
        help: '赡养协议要先问老人的意思，老人不同意的不能签。',
        options: [
          { value: 'yes', label: '老人知道内容，同意', text: '老人已知悉并同意本协议的全部内容。' },
          { value: 'no', label: '还没问，或者不同意', text: '本协议待老人同意后签名。' },
        ],
      },
    ],
  },
  {
    title: '子女和每月的赡养费',
    note: '最多四位。子女多于四位的，打印后另附一张写明。',
    blanks: [
      ...childPlaces.reduce<readonly Blank[]>((all, place) => [...all, ...childBlanks(place)], []),
      {
        name: 'payDay',
        label: '每月几号前给',
        kind: 'count',
        required: true,
        help: '写1到28之间的一天，每个月都有这一天。',
        example: '5',
      },
      {
        name: 'payWay',
        label: '怎么给',
        kind: 'text',
        wide: 14,
        help: '转到老人自己的账户最清楚；给现金的，记个账。',
        example: '转到老人自己的银行账户',
      },
      { name: 'startOn', label: '从哪天开始', kind: 'date', required: true, help: '写第一次给的日子。' },
    ],
  },
  {
    title: '住、看病和照料',
    blanks: [
      {
        name: 'living',
        label: '老人住哪里',
        kind: 'choice',
        required: true,
        help: '听老人自己的意思，不能逼老人搬到条件差的房子。',
        options: [
          { value: 'own', label: '住自己的房子', text: '老人住自己的住房，房屋由子女共同维修。' },
          { value: 'child', label: '跟一位子女住', text: '老人随{livingWith}共同居住，其他子女应当支持。' },
          {
            value: 'turns',
            label: '轮流住',
            text: '老人按自己的意愿在子女家轮流居住，顺序和时间为：{livingWith}。',
          },
          { value: 'home', label: '住养老机构', text: '老人按自己的意愿入住养老机构：{livingWith}。' },
        ],
      },
      {
        name: 'livingWith',
        label: '跟谁住，或者怎么轮',
        kind: 'text',
        wide: 12,
        required: true,
        help: '写清名字、顺序和每次多久。',
        when: { name: 'living', is: ['child', 'turns', 'home'] },
      },
      {
        name: 'medical',
        label: '看病的钱',
        kind: 'choice',
        required: true,
        help: '医保报销以后剩下的部分怎么分。',
        options: [
          { value: 'equal', label: '子女平均出', text: '医疗费用报销后自付的部分，由各子女平均承担。' },
          {
            value: 'other',
            label: '按别的办法分',
            text: '医疗费用报销后自付的部分，按下列办法承担：{medicalHow}。',
          },
        ],
      },
      {
        name: 'medicalHow',
        label: '怎么分',
        kind: 'text',
        wide: 14,
        required: true,
        help: '写每人出几成，合起来要是全部。',
        when: { name: 'medical', is: ['other'] },
      },
      {
        name: 'care',
        label: '生病和不能自理时谁照料',
        kind: 'long',
        required: true,
        help: '写谁来照料、怎么轮、请人的钱谁出。自己来不了的，可以按老人的意思请人照料。',
        example: '轮流照料，每人一个月；请护工的费用平均出',
      },
      {
        name: 'visits',
        label: '多久看望一次',
        kind: 'text',
        wide: 14,
        required: true,
        help: '不住在一起的，应当经常看望或者问候。在外打工的，写多久打一次电话。',
        example: '每月至少看望一次，每周打一次电话',
      },
      {
        name: 'land',
        label: '承包地谁来种',
        kind: 'text',
        wide: 14,
        help: '子女有义务替老人种或者托人种，收益归老人。没有地就空着。',
      },
      {
        name: 'more',
        label: '别的约定',
        kind: 'long',
        help: '没有就空着。不能写“不再赡养”“老人不得再婚”这样的话。',
      },
    ],
  },
  {
    title: '谁来监督，哪天签',
    blanks: [
      {
        name: 'watcher',
        label: '监督协议的组织',
        kind: 'text',
        wide: 12,
        help: '村民委员会、居民委员会、老年人组织或者子女的单位可以监督协议的履行。',
        example: '某村村民委员会',
      },
      {
        name: 'signedOn',
        label: '签名日期',
        kind: 'date',
        required: true,
        help: '写签名当天，老人和每位子女都要签。',
      },
    ],
  },
]
