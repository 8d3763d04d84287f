/** @file One item of every kind, as editors write them, for looking at. */
import { encode } from 'uqr'
import type { Item, QrCode } from '../../../contracts/schedule/index.ts'
import { slogan } from './programme.ts'

export function qrOf(url: string): QrCode {
  const { data } = encode(url, { border: 0 })
  return { url, rows: data.map((row) => row.map((dark) => (dark ? '1' : '0')).join('')) }
}

export const qr = qrOf('https://pf.example.cn/questions/father-debts')
const signature = '衡水市司法局 · 法律服务热线12348'

export const samples: readonly (readonly [Item, number])[] = [
  [slogan('two-lines', ['遇事找法', '解决问题靠法'], { signature }), 10],
  [slogan('one-line', ['父母有养育之恩，子女有赡养之责'], { signature }), 10],
  [slogan('solemn', ['弘扬宪法精神', '维护宪法权威'], { tone: 'solemn', signature }), 10],
  [slogan('numbers', ['被欠薪别着急', '拨打12348', '免费问律师'], { signature }), 12],
  [
    slogan('pages', ['陌生链接不点', '转账汇款多核实', '个人信息不外泄', '遇到诈骗打96110'], {
      layout: 'pages',
      signature,
    }),
    16,
  ],
  [
    slogan(
      'long',
      [
        '婚姻家庭受国家保护，实行婚姻自由、一夫一妻、男女平等的婚姻制度；保护妇女、未成年人、老年人、残疾人的合法权益。',
      ],
      { signature },
    ),
    20,
  ],
  [
    slogan('marquee', ['12月4日是国家宪法日，', '学习宪法、遵守宪法、维护宪法、运用宪法，', '从你我做起'], {
      layout: 'marquee',
      signature,
    }),
    15,
  ],
  [
    {
      kind: 'notice',
      id: 'notice',
      title: '法律援助流动服务车进村',
      text: '11月28日（周六）上午9:00至11:30，流动服务车停在村委会门前，现场免费解答法律问题。\n请带上身份证、合同、借条等材料的原件或复印件。',
      issuer: '景县司法局',
      validUntil: '2099-01-01T00:00',
    },
    24,
  ],
  [
    {
      kind: 'lawyerTalk',
      id: 'talk',
      title: '借钱给熟人，借条怎么写',
      speaker: '河北某某律师事务所 王律师',
      paragraphs: [
        '写清楚谁借给谁、借多少、什么时候还，大写小写都写上。',
        '约定利息要写明利率；没写利息的，视为没有利息。',
        '转账时备注“借款”，聊天记录和转账凭证一起保存好。',
      ],
    },
    30,
  ],
  [
    {
      kind: 'question',
      id: 'question',
      title: '父母去世，欠的债要子女还吗',
      question: '父母去世了，欠的债要子女还吗？',
      answer: '继承了遗产的，在遗产实际价值的范围内还；超过的部分，自愿还的不限。放弃继承的，可以不还。',
      source: '民法典第1161条',
      qr,
    },
    20,
  ],
  [
    {
      kind: 'hotline',
      id: 'hotline',
      title: '法律服务热线',
      number: '12348',
      text: '法律问题 免费咨询',
      hours: '全天24小时有人接听',
      qr,
    },
    10,
  ],
  [{ kind: 'clock', id: 'clock', title: '时钟', signature: '衡水市司法局' }, 10],
]

export const sizes = [
  [96, 48],
  [192, 96],
  [320, 160],
  [512, 256],
] as const
