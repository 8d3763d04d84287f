/** @file One item of every kind with the shortest and the longest words that editors write, for all sizes. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Item } from '../../../contracts/schedule/index.ts'
import { long } from '../../support/long.ts'
import { asset, slogan, type Asset } from './programme.ts'
import { qr } from './samples.ts'

const pictures = join(import.meta.dirname, '../../../demonstration/pictures')
const signature = '衡水市司法局 · 法律服务热线12348'

export type Play = readonly [Item, number]

/** Items that need no asset. */
export const wordy: readonly Play[] = [
  [slogan('slogan-short', ['遇事找法'], { signature }), 8],
  [slogan('slogan-lines', ['父母有养育之恩', '子女有赡养之责'], { signature }), 8],
  [slogan('slogan-solemn', ['弘扬宪法精神', '维护宪法权威'], { tone: 'solemn', signature }), 8],
  [slogan('slogan-numbers', ['被欠薪别着急', '拨打12348', '免费问律师'], { signature }), 10],
  [
    slogan('slogan-long', [
      '婚姻家庭受国家保护，实行婚姻自由、一夫一妻、男女平等的婚姻制度；保护妇女、未成年人、老年人、残疾人的合法权益。',
    ]),
    24,
  ],
  [
    slogan('slogan-pages', ['陌生链接不点', '转账汇款多核实', '个人信息不外泄', '遇到诈骗打96110'], {
      layout: 'pages',
      signature,
    }),
    16,
  ],
  [
    slogan(
      'slogan-marquee',
      ['12月4日是国家宪法日，', '学习宪法、遵守宪法、维护宪法、运用宪法，', '从你我做起'],
      {
        layout: 'marquee',
        signature,
      },
    ),
    20,
  ],
  [
    {
      kind: 'notice',
      id: 'notice-long',
      title: '法律援助流动服务车进村',
      text: '11月28日（周六）上午9:00至11:30，流动服务车停在村委会门前，现场免费解答法律问题。\n请带上身份证、合同、借条等材料的原件或复印件。',
      issuer: '景县司法局',
      validUntil: '2099-01-01T00:00',
    },
    36,
  ],
  [
    {
      kind: 'notice',
      id: 'notice-short',
      title: '今晚停水',
      text: '22:00至次日6:00',
      issuer: '村委会',
      validUntil: '2099-01-01T00:00',
    },
    8,
  ],
  [
    {
      kind: 'lawyerTalk',
      id: 'talk',
      title: '借钱给熟人，借条怎么写',
      speaker: '示例律师事务所 王律师（示例）',
      paragraphs: [
        '写清楚谁借给谁、借多少、什么时候还，大写小写都写上。',
        '约定利息要写明利率；没写利息的，视为没有利息。',
        '转账时备注“借款”，聊天记录和转账凭证一起保存好。',
      ],
    },
    40,
  ],
  [
    {
      kind: 'question',
      id: 'question',
      title: '父母去世，欠的债要子女还吗',
      question: '父母去世了，欠的债要子女还吗？',
      answer: '继承了遗产的，在遗产实际价值的范围内还；超过的部分，自愿还的不限。放弃继承的，可以不还。',
      source: '《民法典》第1161条',
      qr,
    },
    26,
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
    8,
  ],
  [{ kind: 'clock', id: 'clock', title: '时钟', signature: '衡水市司法局' }, 8],
  [
    {
      kind: 'countdown',
      id: 'countdown',
      title: '国家宪法日',
      day: '2026-12-04',
      note: '学宪法，讲宪法',
      validUntil: '2026-12-05T00:00',
    },
    8,
  ],
  [
    {
      kind: 'countdown',
      id: 'countdown-long',
      title: '“宪法进万家”法律知识竞赛决赛',
      day: '2027-03-18',
      note: '报名请到各乡镇司法所，截止12月31日',
      validUntil: '2027-03-19T00:00',
    },
    10,
  ],
  [
    {
      kind: 'countdown',
      id: 'countdown-today',
      title: '国际消除对妇女的暴力日',
      day: '2026-11-22',
      note: '遇到家暴，请打110',
      validUntil: '2026-11-23T00:00',
    },
    8,
  ],
  [
    {
      kind: 'board',
      id: 'board-short',
      title: '本月法律援助',
      rows: [
        { label: '接待来访', value: '128', unit: '人' },
        { label: '受理案件', value: '36', unit: '件' },
        { label: '讨回欠薪', value: '82.5', unit: '万元' },
      ],
      asOf: '2026-11-20',
      source: '市法律援助中心（示例）',
    },
    12,
  ],
  [
    {
      kind: 'board',
      id: 'board-long',
      title: '平安乡村指标（示例数据）',
      rows: [
        { label: '民间纠纷调解', value: '1,284', unit: '件' },
        { label: '调解成功率', value: '98.6', unit: '%' },
        { label: '法律援助受援人', value: '3,067', unit: '人次' },
        { label: '村居法律顾问覆盖', value: '100', unit: '%' },
        { label: '法治讲座', value: '412', unit: '场' },
        { label: '为农民工讨回劳动报酬', value: '2,316.4', unit: '万元' },
        { label: '公证上门办理', value: '59', unit: '件' },
      ],
      asOf: '2026-11-20',
      source: '市司法局（示例）',
    },
    40,
  ],
  [{ kind: 'testPattern', id: 'test-pattern', title: '测试图' }, 10],
]

export async function picturesOf(...names: readonly string[]): Promise<Asset[]> {
  return Promise.all(
    names.map(async (name) => asset(await readFile(join(pictures, `${name}.webp`)), 'image/webp')),
  )
}

/** Items with pictures: `[wall, wall, made for screens]`. */
export function pictured([first, second, made]: readonly Asset[]): readonly Play[] {
  if (!first || !second || !made) throw new Error('three pictures are needed')
  return [
    [{ kind: 'image', id: 'image', title: '宣传画', asset: made.sha256 }, 6],
    [
      {
        kind: 'image',
        id: 'image-caption',
        title: '墙画',
        asset: first.sha256,
        caption: '清风村 · 墙有界，情无界',
      },
      12,
    ],
    [
      {
        kind: 'gallery',
        id: 'gallery',
        title: '清风村的墙画',
        pictures: [
          { id: 'mural-1', asset: first.sha256, caption: '清风村 · 墙有界，情无界' },
          {
            id: 'mural-2',
            asset: second.sha256,
            caption: '清风村 · 借钱写借条，还钱要收条，亲兄弟也要明算账',
          },
        ],
        change: 'fade',
      },
      16,
    ],
  ]
}

/** The sizes that signs have: door signs, village signs, squares, a wall, a pillar, a ribbon. */
export const signs = [
  [96, 48],
  [192, 96],
  [320, 160],
  [384, 192],
  [1920, 1080],
  [192, 384],
  [512, 64],
] as const

/** All in the long form; else one that lies, one that stands, and the ribbon. */
export const chosenSigns = long ? signs : signs.filter(([width]) => [320, 192, 512].includes(width))
