/** @file Divided compositions: four hanging panels and a grid of six cells. */
import { box, each, hue } from '../ink.ts'
import type { Mural } from '../page/mural.ts'
import { wolf } from '../props/beasts.ts'
import { eggs, gift } from '../props/goods.ts'
import { table } from '../props/home.ts'
import { crane } from '../props/house.ts'
import { card, pen, sheet } from '../props/papers.ts'
import { coin, hook, phone, scales } from '../props/tokens.ts'
import { panel } from './panels.ts'
import { holding, open, put, stand } from './stage.ts'

export const emblems: readonly Mural[] = [
  {
    kind: 'wages',
    banner: '讨薪四步，步步有据',
    title: '四条屏：把工钱要回来的路',
    story:
      '第一步先签合同，第二步天天记工账，第三步遇到拖欠就求法律援助，第四步申请仲裁，一般要在一年之内。四步走在前头，凭据就在手里。',
    alt: '四幅竖屏并列：工人签合同、瓦工捧着工账、女律师在柜台后接待、律师站在天平旁，下方分别写着签合同、记工账、求法援、去仲裁。',
    mount: 'plaque',
    whole: true,
    scene: () => {
      const parts = [
        {
          ground: '#F4D58A',
          caption: '签合同',
          picture: stand(
            'worker',
            168,
            590,
            {
              turn: 0.4,
              mood: 'laugh',
              right: holding([66, -196], put(6, -10, sheet('合同', 92, 116))),
              left: holding([-86, -210], pen()),
            },
            1.26,
          ),
        },
        {
          ground: '#BFD6CF',
          caption: '记工账',
          picture:
            put(70, 600, crane(), { scale: 0.7 }) +
            stand(
              'mason',
              190,
              590,
              {
                turn: -0.3,
                mood: 'smile',
                left: holding([-60, -196], put(-4, -10, sheet('工账', 92, 116, hue.straw))),
                right: holding([60, -176], put(0, 0, pen(), { turn: -24 })),
              },
              1.26,
            ),
        },
        {
          ground: '#EDB9A0',
          caption: '求法援',
          picture:
            stand(
              'counsel',
              168,
              560,
              { turn: 0, mood: 'smile', stance: 'none', left: open(-100, -200), right: open(100, -200) },
              1.26,
            ) + put(168, 596, table(320, 150, hue.green, '12348')),
        },
        {
          ground: '#D9D2B4',
          caption: '去仲裁',
          picture:
            stand(
              'lawyer',
              150,
              590,
              { turn: 0.4, mood: 'smile', right: open(112, -236), left: 'hip' },
              1.26,
            ) + put(200, 470, scales(8), { scale: 0.8 }),
        },
      ]
      return (
        box(0, 0, 1600, 1000, '#F8E6BC') +
        parts.map((p, i) => panel(106 + i * 352, 252, 332, 652, p)).join('')
      )
    },
  },
  {
    kind: 'anti-fraud',
    banner: '六样骗局，样样认清',
    title: '六格图：骗子的六张脸',
    story:
      '冒充公检法、刷单返利、稳赚投资、免费领蛋、收卡租卡、中奖交费，六样骗局换着花样来。记住一条：凡要先转账交钱的，先停下，打96110问一问。',
    alt: '六个方格，画着手机里的狼、挂铜钱的鱼钩、一堆铜钱、一篮鸡蛋、银行卡、系丝带的礼盒，下方各写一种骗局名称。',
    mount: 'plaque',
    whole: true,
    scene: () => {
      const cells = [
        { ground: '#CBB7CF', caption: '冒充公检法', picture: put(225, 140, wolf(), { scale: 0.82 }) },
        { ground: '#A9CBD3', caption: '刷单返利', picture: put(180, 112, hook(coin(34)), { scale: 1.1 }) },
        {
          ground: '#F0C55F',
          caption: '稳赚投资',
          picture: [4, 3, 2, 1]
            .map((many, r) => each(many, (i) => put(226 + (i - (many - 1) / 2) * 76, 206 - r * 54, coin(40))))
            .join(''),
        },
        { ground: '#C4D9A4', caption: '免费领蛋', picture: put(225, 176, eggs(), { scale: 1.5 }) },
        {
          ground: '#EDB9A0',
          caption: '收卡租卡',
          picture:
            put(180, 120, card(), { scale: 1.5, turn: -10 }) + put(280, 170, card(), { scale: 1.5, turn: 8 }),
        },
        {
          ground: '#E7A0A0',
          caption: '中奖交费',
          picture: put(160, 240, gift('奖', 160)) + put(320, 136, phone(['恭喜', '中奖'], 200), { turn: 8 }),
        },
      ]
      return (
        box(0, 0, 1600, 1000, '#F8E6BC') +
        cells.map((c, i) => panel(104 + (i % 3) * 470, 248 + Math.floor(i / 3) * 336, 452, 322, c)).join('')
      )
    },
  },
]
