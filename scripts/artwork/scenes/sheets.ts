/** @file Two large sheets: the note written out in full, and the village fields seen from above. */
import { row } from '../glyphs.ts'
import { box, contour, each, hue, line, place, shape } from '../ink.ts'
import type { Mural } from '../page/mural.ts'
import { maize, tree, tuft, wheat } from '../props/growth.ts'
import { stone } from '../props/home.ts'
import { booklet, pen } from '../props/papers.ts'
import { cloud, sun } from '../props/sky.ts'
import { holding, open, point, put, stand } from './stage.ts'

export const sheets: readonly Mural[] = [
  {
    kind: 'loans',
    banner: '借条五样，一样别少',
    title: '一张写得全的借条',
    story:
      '借条不在长短，在齐全：谁借、向谁借、借多少、哪天还，末了亲笔签名按手印。金额用大写再写一遍，转账留记录，日后少费口舌。',
    alt: '中央一张巨大的借条，列着借款人、出借人、金额大写、还款日期、签名手印五项，爷爷执笔，小男孩和小姑娘指着借条。',
    mount: 'ribbon',
    whole: true,
    scene: () => {
      const items = ['借款人', '出借人', '金额大写', '还款日期', '签名手印']
      const rows = items
        .map(
          (t, i) =>
            row(`${'一二三四五'[i] ?? ''} ${t}`, 760, 400 + i * 88, 54, {
              colour: i === 4 ? hue.cinnabar : hue.ink,
            }) + line(`M${900 + (t.length - 3) * 16} ${424 + i * 88}H1040`, 4, hue.grey),
        )
        .join('')
      return (
        box(0, 0, 1600, 1000, '#F2C879') +
        each(20, (i) =>
          place(130 + (i % 7) * 225, 300 + Math.floor(i / 7) * 240, cloud('#F7DDA4', '#D99A3A'), {
            scale: 0.7,
          }),
        ) +
        box(0, 850, 1600, 150, '#C98F52', 0, ` stroke="${hue.ink}" stroke-width="6"`) +
        contour(box(520, 256, 560, 620, hue.white, 6), 10, 5) +
        box(540, 276, 520, 580, 'none', 0, ` stroke="${hue.cinnabar}" stroke-width="4"`) +
        row('借条', 800, 324, 72, { colour: hue.deep, gap: 0.6 }) +
        rows +
        `<ellipse cx="985" cy="770" rx="34" ry="42" fill="${hue.cinnabar}" opacity="0.85"/>` +
        stand(
          'grandpa',
          340,
          890,
          {
            turn: 0.6,
            mood: 'laugh',
            right: holding([126, -270], put(6, -6, pen(), { turn: 30, scale: 1.5 })),
            left: 'hip',
          },
          1.4,
        ) +
        stand('boy', 1190, 896, { turn: -0.6, mood: 'laugh', left: point(-130, -250), right: 'hip' }, 1.5) +
        stand(
          'girl',
          1370,
          900,
          { turn: -0.5, mood: 'laugh', left: open(-110, -290), right: open(100, -290) },
          1.4,
        )
      )
    },
  },
  {
    kind: 'land',
    banner: '一块地，一本证',
    title: '从高处看咱村的地',
    story:
      '站在高坡往下看，路是路、渠是渠，一块地对着一本证。谁家的边在哪里，图上有、桩上有、心里也要有。种自己的，不占别人的。',
    alt: '俯瞰的田野分成六块，种着麦子、玉米和果树，地角立着界石，两位农民和村干部拿着承包证站在田埂上。',
    mount: 'diamonds',
    whole: true,
    scene: () => {
      const plot = (d: string, colour: string) => contour(shape(d, colour), 8, 5)
      return (
        box(0, 0, 1600, 1000, '#F7E3B4') +
        put(1240, 330, sun(56)) +
        put(380, 340, cloud()) +
        put(1060, 310, cloud(), { scale: 0.7 }) +
        plot('M60 470L520 430L440 640L60 690Z', hue.leaf) +
        plot('M560 428L1010 428L1040 640L480 640Z', hue.straw) +
        plot('M1050 430L1540 470V690L1080 640Z', '#A9C86B') +
        plot('M60 720L430 668L340 960H60Z', hue.ochre) +
        plot('M470 668H1050L1130 960H380Z', '#9CC06A') +
        plot('M1090 668L1540 720V960H1170Z', '#DDA85A') +
        put(780, 620, wheat(440, 14), { scale: 0.9 }) +
        put(240, 640, maize(), { scale: 0.62 }) +
        put(340, 620, maize(), { scale: 0.62 }) +
        put(140, 660, maize(), { scale: 0.62 }) +
        put(1320, 640, tree(hue.cinnabar), { scale: 0.52 }) +
        put(1450, 660, tree(hue.ochre), { scale: 0.52 }) +
        each(9, (i) => put(140 + i * 40, 800 + (i % 3) * 50, tuft('#8A5A18'), { scale: 0.9 })) +
        put(556, 700, stone(), { scale: 0.66 }) +
        put(1040, 700, stone(), { scale: 0.66 }) +
        stand(
          'farmer',
          420,
          900,
          {
            turn: 0.5,
            mood: 'laugh',
            right: holding([84, -210], put(0, -30, booklet('承包证', hue.green, 80))),
            left: 'hip',
          },
          1.05,
        ) +
        stand(
          'cadre',
          800,
          890,
          { turn: 0, mood: 'smile', left: open(-112, -270), right: open(112, -270) },
          1.08,
        ) +
        stand(
          'farmwife',
          1190,
          900,
          {
            turn: -0.5,
            mood: 'laugh',
            left: holding([-84, -210], put(0, -30, booklet('承包证', hue.green, 80))),
            right: 'hip',
          },
          1.05,
        )
      )
    },
  },
]
