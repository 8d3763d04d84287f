/** @file Two further kinds: safety on the road, drugs and gambling. */
import { contour, hue, line, shape } from '../ink.ts'
import { fields, lane } from '../page/ground.ts'
import { room } from '../page/indoors.ts'
import type { Mural } from '../page/mural.ts'
import { motorbike, tricycle } from '../props/beasts.ts'
import { poppy } from '../props/blossom.ts'
import { dice } from '../props/goods.ts'
import { wheat } from '../props/growth.ts'
import { table } from '../props/home.ts'
import { plate, sheet } from '../props/papers.ts'
import { ban } from '../props/tokens.ts'
import { holding, open, put, stand } from './stage.ts'

export const safety: readonly Mural[] = [
  {
    kind: 'traffic',
    banner: '头盔戴好，家人心安',
    title: '扣带那一声“咔哒”',
    story:
      '去趟集上只有三里路，他总嫌戴头盔麻烦。那天路口一滑，是头盔替他挨了一下。如今出门前，孩子都要听见那声“咔哒”才肯放手。',
    alt: '年轻人戴着黄色头盔跨坐电动车，妻子和孩子站在门前挥手，身后是青砖门楼和柳树。',
    mount: 'plaque',
    scene: () =>
      lane({ plaque: '平安' }) +
      put(980, 900, motorbike(hue.green), { scale: 1.3 }) +
      stand(
        'rider',
        950,
        850,
        {
          stance: 'sit',
          seat: 150,
          turn: 0.6,
          mood: 'laugh',
          right: [120, -230],
          left: { at: 'wave', hand: 'open' },
        },
        1.22,
      ) +
      stand(
        'wife',
        600,
        892,
        { turn: 0.5, mood: 'smile', right: { at: 'wave', hand: 'open' }, left: 'down' },
        1.3,
      ) +
      stand('pupil', 410, 900, { turn: 0.5, mood: 'laugh', right: { at: 'raise', hand: 'open' } }, 1.25),
  },
  {
    kind: 'traffic',
    banner: '三轮拉货，不拉人',
    title: '车斗里坐不得亲人',
    story:
      '秋收赶工，他想用三轮车斗捎上一家老小。交警在路口拦下，讲了车斗载人翻车的后果。一家人改坐班车，车斗只装玉米。',
    alt: '绿色三轮车的车斗装满粮食，女交警在路边抬手示意，农户站在车旁听讲，远处麦浪翻滚。',
    mount: 'strip-left',
    scene: () =>
      fields({ sunX: 900, near: '#D9C08A' }) +
      put(1010, 790, wheat(280, 8), { scale: 0.9 }) +
      put(1080, 900, tricycle('拉货'), { scale: 1.2 }) +
      stand('grower', 800, 905, { turn: 0.5, mood: 'smile', right: open(90, -240), left: 'down' }, 1.18) +
      stand(
        'policewoman',
        1340,
        900,
        { turn: -0.6, mood: 'calm', left: open(-120, -290), right: 'down' },
        1.16,
      ),
  },
  {
    kind: 'vice',
    banner: '一棵罂粟也不种',
    title: '菜园里的“稀罕花”',
    story:
      '有人送来一包花籽，说熬汤能治腹泻。村警一眼认出是罂粟，当场铲除销毁。种一棵也违法，不管是观赏还是当药。',
    alt: '紫色罂粟花被红色禁止圈划去，民警和老农站在菜地边，老农用铁锹铲除，远处麦田。',
    mount: 'diamonds',
    scene: () =>
      fields({ sunX: 1300, near: '#C9A878' }) +
      put(800, 640, poppy(), { scale: 1.6 }) +
      put(800, 690, ban(170)) +
      stand(
        'elder',
        470,
        892,
        {
          turn: 0.6,
          mood: 'worry',
          lean: 6,
          right: holding([80, -196], put(0, -130, hoe2(), { scale: 0.8 })),
          left: [10, -160],
        },
        1.32,
      ) +
      stand(
        'officer',
        1140,
        892,
        {
          turn: -0.6,
          mood: 'calm',
          left: open(-126, -226),
          right: holding([70, -180], put(2, -16, sheet('禁毒', 84, 104, '#D5E3D0'))),
        },
        1.32,
      ),
  },
  {
    kind: 'vice',
    banner: '牌桌赌一夜，输掉一年粮',
    title: '把骰子换成象棋',
    story:
      '冬闲时有人支起牌桌“玩大的”，一晚上输掉半年的收成。派出所上门讲清赌博的后果，村里腾出屋子摆上象棋。手还是那双手，日子换了过法。',
    alt: '桌上一对大骰子被红色禁止圈划去，村民低头懊悔，妻子生气地指着他，民警站在一旁劝导，墙角放着粮袋。',
    mount: 'ribbon',
    scene: () =>
      room({ wallColour: '#E9DDBD', cut: '' }) +
      stand('neighbour', 560, 880, { turn: 0.4, mood: 'sad', left: 'chin', right: 'belly' }, 1.28) +
      stand('officer', 1050, 880, { turn: -0.5, mood: 'calm', left: open(-120, -240), right: 'hip' }, 1.3) +
      put(800, 915, table(460, 150, hue.green)) +
      put(800, 716, dice(), { scale: 1.25 }) +
      put(800, 700, ban(100)) +
      stand(
        'farmwife',
        330,
        892,
        { turn: 0.5, mood: 'angry', right: { at: 'point', hand: 'point' }, left: 'hip' },
        1.26,
      ) +
      put(1310, 905, sack(), { scale: 1.2 }),
  },
]

/** A spade with its blade down. */
function hoe2(): string {
  return contour(
    shape('M-6 0H6V300H-6Z', hue.earth) + shape('M-30 296H30L34 366Q0 392 -34 366Z', '#98A4A8'),
    6,
    2.8,
  )
}

/** An empty grain sack. */
function sack(): string {
  return (
    contour(
      shape(
        'M-60 0C-80 -40 -50 -80 -40 -120L-52 -140L-20 -130L0 -144L22 -130L50 -140L40 -118C50 -80 ' +
          '80 -40 60 0Z',
        hue.straw,
      ) + line('M-40 -116Q0 -104 40 -116', 6, hue.cinnabar),
      7,
      3,
    ) + put(0, -52, plate('粮', 40, hue.earth))
  )
}
