/** @file Loans among villagers: notes, interest, guarantees, time limits. */
import { box, contour, disc, each, hue, line, place } from '../ink.ts'
import { street, yard } from '../page/ground.ts'
import { room } from '../page/indoors.ts'
import type { Mural } from '../page/mural.ts'
import { armchair, stool, table } from '../props/home.ts'
import { calendar, money, pen, sheet, slip } from '../props/papers.ts'
import { ban, coin, hourglass, phone } from '../props/tokens.ts'
import { holding, open, point, put, stand } from './stage.ts'

export const loans: readonly Mural[] = [
  {
    kind: 'loans',
    banner: '借钱立字据，亲友更和气',
    title: '先写字据，再点钱',
    story:
      '表弟买化肥来借八千元，表哥二话不说就给，也二话不说递上纸笔。借条写明谁借谁、借多少、几时还，签名按印，转账留底。秋后还清，当面撕了借条。',
    alt: '两位村民隔桌而坐，一人执笔写借条，一人递上一沓钱，桌上摆着写有借条的纸和红印。',
    mount: 'couplet',
    scene: () =>
      room({ wallColour: '#F2DDB0', cut: '信' }) +
      put(590, 880, armchair(110), { scale: 1.2 }) +
      put(1010, 880, armchair(110), { scale: 1.2 }) +
      stand(
        'grower',
        590,
        912,
        {
          stance: 'none',
          turn: 0.5,
          mood: 'laugh',
          right: holding([92, -158], put(4, -8, pen(), { turn: 18 })),
          left: [-20, -140],
        },
        1.26,
      ) +
      stand(
        'neighbour',
        1010,
        912,
        {
          stance: 'none',
          turn: -0.5,
          mood: 'smile',
          left: holding([-96, -186], put(-14, 0, money(), { scale: 0.9 })),
          right: 'belly',
        },
        1.26,
      ) +
      put(800, 922, table(700, 150, hue.green)) +
      put(770, 754, slip('借条')),
  },
  {
    kind: 'loans',
    banner: '高利放贷，法律不护',
    title: '算盘打不过法律',
    story:
      '借两万，三个月要还五万，放贷人还说“白纸黑字”。律师翻开条文：国家禁止高利放贷，约定的利率超过法定上限，超出部分法院不支持。',
    alt: '穿条纹西装的放贷人举着大算盘，律师伸手拦住，身后的农户夫妇松了口气，红色禁止圈压在铜钱山上。',
    mount: 'plaque',
    scene: () =>
      street({ names: ['杂货', '诚信', '粮油'] }) +
      stand(
        'trickster',
        1180,
        895,
        { turn: -0.6, mood: 'sly', left: holding([-116, -240], abacus()), right: 'hip' },
        1.32,
      ) +
      put(
        940,
        900,
        each(6, (i) => place(-60 + (i % 3) * 60, -20 - Math.floor(i / 3) * 46, coin(30))),
      ) +
      put(940, 832, ban(94), { scale: 0.9 }) +
      stand(
        'lawyer',
        690,
        890,
        {
          turn: 0.6,
          mood: 'calm',
          right: open(134, -236),
          left: holding([-50, -180], put(-4, -10, sheet('民法典', 82, 104, '#F2C9B8'))),
        },
        1.32,
      ) +
      stand('farmwife', 450, 890, { turn: 0.5, mood: 'worry', left: 'belly', right: 'chest' }, 1.2) +
      stand('farmer', 290, 895, { turn: 0.5, mood: 'worry', right: 'belly' }, 1.2),
  },
  {
    kind: 'loans',
    banner: '签字担保，要担责任',
    title: '不是走个过场',
    story:
      '朋友贷款，请他“帮忙签个名”。他多问了一句，法律顾问告诉他：担保不是人情签名，别人还不上，保证人要按约定承担责任。想清楚能不能担，再动笔。',
    alt: '年轻人握着笔站在保证合同前犹豫，旁边戴眼镜的女律师指着合同，朋友在一旁搓手。',
    mount: 'strip-left',
    scene: () =>
      yard({ sky: '#E7E9D6', ground: '#D5B985' }) +
      put(1075, 640, sheet('保证合同', 250, 320)) +
      stand(
        'youth',
        830,
        895,
        {
          turn: 0.5,
          mood: 'worry',
          right: holding([84, -210], put(4, -4, pen(), { turn: 20 })),
          left: 'chin',
        },
        1.26,
      ) +
      stand('counsel', 1310, 890, { turn: -0.6, mood: 'calm', left: point(-120, -270), right: 'hip' }, 1.24),
  },
  {
    kind: 'loans',
    banner: '催要有凭据，时效要记牢',
    title: '三年的沙漏',
    story:
      '钱借出去多年，碍着情面没开口，等想起诉已过了时间。法律顾问提醒：一般诉讼时效三年，催要、部分还款、重新写还款计划，都要留下凭据。',
    alt: '中间一个大沙漏和一本写着三年的日历，老农举着借条，年轻人用手机留下催款记录。',
    mount: 'scroll',
    scene: () =>
      room({ wallColour: '#D9E2DF', cut: '守' }) +
      put(800, 905, table(420, 120, hue.wood)) +
      put(720, 672, hourglass(), { scale: 0.98 }) +
      put(890, 682, calendar('三年', 150)) +
      stand(
        'elder',
        430,
        892,
        {
          turn: 0.6,
          mood: 'worry',
          right: holding([110, -236], put(6, -34, sheet('借条', 96, 120))),
          left: 'down',
        },
        1.34,
      ) +
      stand(
        'son',
        1170,
        892,
        {
          turn: -0.6,
          mood: 'smile',
          left: holding([-104, -230], put(-6, -34, phone(['催款', '留底'], 150))),
          right: 'hip',
        },
        1.34,
      ) +
      put(290, 905, stool(90)),
  },
]

/** A counting frame held up. */
function abacus(): string {
  const rods = each(
    6,
    (i) =>
      line(`M${-60 + i * 24} -96V14`, 3) +
      each(4, (k) => disc(-60 + i * 24, -4 - k * 16 - (i % 2) * 4, 9, hue.cinnabar)) +
      disc(-60 + i * 24, -84, 9, hue.cinnabar),
  )
  return place(
    -30,
    0,
    contour(box(-80, -104, 160, 124, hue.straw, 6) + rods + line('M-80 -68H80', 6, hue.wood), 7, 3),
    { turn: -8 },
  )
}
