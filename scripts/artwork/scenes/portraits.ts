/** @file Emblematic compositions: the medallion of old age and the guardians at the door. */
import { box, contour, disc, each, hue, line, place } from '../ink.ts'
import type { Mural } from '../page/mural.ts'
import { pine } from '../props/growth.ts'
import { armchair, bowl } from '../props/home.ts'
import { booklet } from '../props/papers.ts'
import { cloud } from '../props/sky.ts'
import { shield } from '../props/tokens.ts'
import { medallion } from './panels.ts'
import { holding, palm, put, stand } from './stage.ts'

export const portraits: readonly Mural[] = [
  {
    kind: 'elderly-support',
    banner: '敬老一分，家暖三分',
    title: '团花：一家的中心',
    story:
      '老人坐在当中，孙儿端碗在前，这就是一家的团花。赡养不光是给钱，也是一日三餐、头疼脑热有人问。日子围着老人转，家就圆了。',
    alt: '圆形团花构图，爷爷奶奶并坐，小男孩捧着一碗汤站在中间，四周环绕牡丹和石榴。',
    mount: 'couplet',
    whole: true,
    scene: () =>
      box(0, 0, 1600, 1000, '#D9654B') +
      each(24, (i) =>
        place(120 + (i % 8) * 195, 180 + Math.floor(i / 8) * 330, cloud('#E58A6C', '#B4452F'), {
          scale: 0.62,
        }),
      ) +
      medallion(800, 560, 316, '#F8DC8C') +
      put(540, 760, pine(430), { scale: 0.9 }) +
      put(672, 826, armchair(110), { scale: 1.3 }) +
      put(928, 826, armchair(110), { scale: 1.3 }) +
      stand(
        'grandpa',
        672,
        832,
        { stance: 'sit', facing: 0, turn: 0.3, mood: 'laugh', left: 'lap', right: palm(70, -170) },
        1.38,
      ) +
      stand(
        'grandma',
        928,
        832,
        { stance: 'sit', facing: 0, turn: -0.3, mood: 'laugh', right: 'lap', left: palm(-70, -170) },
        1.38,
      ) +
      stand(
        'boy',
        800,
        866,
        {
          turn: 0,
          mood: 'laugh',
          left: holding([-26, -170], ''),
          right: holding([26, -170], put(-26, -14, bowl())),
        },
        1.4,
      ),
  },
  {
    kind: 'domestic-violence',
    banner: '家门有法，暴力止步',
    title: '门上的两位守护人',
    story:
      '老辈人贴门神护家，如今护家的是法律。民警到场制止、出具告诫，法院签发人身安全保护令。受了欺负别忍着，110、12338、12348都能求助。',
    alt: '两扇朱红大门，左门上是手持盾牌的民警，右门上是捧着法典的女法官，门上有成排的门钉。',
    mount: 'diamonds',
    whole: true,
    scene: () => {
      const leaf = (x: number) =>
        contour(box(x, 262, 560, 680, hue.cinnabar), 10, 5) +
        box(x + 26, 290, 508, 652, '#E9A820', 0, ` stroke="${hue.ink}" stroke-width="5"`) +
        box(x + 40, 304, 480, 640, '#F6D98A', 0, ` stroke="${hue.ink}" stroke-width="3"`)
      const studs = (x: number) =>
        each(9, (i) => disc(x, 310 + i * 72, 11, hue.ochre, ` stroke="${hue.ink}" stroke-width="4"`))
      return (
        box(0, 0, 1600, 1000, '#8E9A92') +
        contour(box(150, 236, 1300, 720, hue.wood), 10, 5) +
        leaf(226) +
        leaf(814) +
        studs(239) +
        studs(773) +
        studs(827) +
        studs(1361) +
        place(506, 420, cloud('#FFF9EA', '#C5301F'), { scale: 0.7 }) +
        place(1094, 420, cloud('#FFF9EA', '#C5301F'), { scale: 0.7 }) +
        stand(
          'officer',
          490,
          920,
          { turn: 0.3, mood: 'calm', left: 'hip', right: { at: [70, -170], hand: 'fist' } },
          1.4,
        ) +
        put(620, 700, shield('护'), { scale: 1.02 }) +
        stand(
          'judge',
          1104,
          920,
          {
            turn: -0.3,
            mood: 'calm',
            right: 'down',
            left: holding([-80, -216], put(-14, -26, booklet('法', hue.deep, 104))),
          },
          1.4,
        ) +
        line('M800 262V942', 8)
      )
    },
  },
]
