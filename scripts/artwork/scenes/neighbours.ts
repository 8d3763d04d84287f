/** @file Neighbours: boundary wall, drainage, overhanging branches, dogs. */
import { hue, line, place, shape } from '../ink.ts'
import { earth, fields, lane, yard } from '../page/ground.ts'
import type { Mural } from '../page/mural.ts'
import { cock, dog } from '../props/beasts.ts'
import { tree } from '../props/growth.ts'
import { hoe, stool } from '../props/home.ts'
import { house, wall } from '../props/house.ts'
import { saying, sheet } from '../props/papers.ts'
import { holding, open, palm, put, stand } from './stage.ts'

export const neighbours: readonly Mural[] = [
  {
    kind: 'neighbours',
    banner: '墙有界，情无界',
    title: '一道院墙，两家退让',
    story:
      '东院翻盖院墙，往西挪了半尺，西院拦着不让动工。调解员请两家拿出宅基地证，当面量尺定线，界限写进了调解协议。墙照证砌好，两家门前的路也宽了。',
    alt: '两户村民站在院墙两侧握手，戴红袖标的调解员站在中间，手里拿着量好尺寸的协议书，身后是青瓦农家院。',
    mount: 'couplet',
    scene: () =>
      yard({ withTree: false }) +
      put(800, 800, wall(150, 210)) +
      stand('farmer', 540, 880, { turn: 0.7, mood: 'laugh', right: palm(150, -214), left: 'down' }, 1.25) +
      stand(
        'neighbour',
        1060,
        880,
        { turn: -0.7, mood: 'smile', left: palm(-150, -214), right: 'down' },
        1.25,
      ) +
      stand(
        'mediator',
        800,
        880,
        {
          turn: 0,
          mood: 'smile',
          left: 'belly',
          right: holding([34, -176], put(0, -18, sheet('协议书', 92, 112))),
        },
        1.22,
      ) +
      put(330, 930, cock(), { scale: 0.7 }),
  },
  {
    kind: 'neighbours',
    banner: '水往低处流，理往明处讲',
    title: '雨水改道，邻里不恼',
    story:
      '一场大雨，前院的水全灌进了后院。村法律顾问讲明：排水要顺着自然流向，也要顾着邻居。两家合力挖了一条暗沟，雨水流进了村里的排水渠。',
    alt: '两位村民各拿铁锹在院外挖水沟，一条蓝色水流顺着沟流走，一旁的律师拿着法律书讲解，远处有房屋和树。',
    mount: 'plaque',
    scene: () =>
      fields({ sunX: 800 }) +
      put(300, 740, house(420)) +
      put(1320, 740, house(420, { wall: '#D5DDC6' })) +
      earth(738, '#D9B679') +
      shape(
        'M700 740C740 800 600 850 760 950H1010C860 880 900 800 800 740Z',
        hue.sky,
        ` stroke="${hue.ink}" stroke-width="7"`,
      ) +
      line('M760 780q-20 40 10 70M820 850q0 40 60 80M800 790q10 30 10 40', 4, hue.white) +
      stand(
        'grower',
        480,
        880,
        {
          turn: 0.7,
          mood: 'laugh',
          lean: 8,
          left: [-10, -150],
          right: holding([74, -190], put(-14, -130, hoe(true), { turn: 176, scale: 0.8 })),
        },
        1.18,
      ) +
      stand(
        'farmwife',
        1120,
        880,
        {
          turn: -0.6,
          mood: 'smile',
          left: holding([-78, -190], put(14, -130, hoe(true), { turn: 184, scale: 0.8 })),
          right: [14, -150],
        },
        1.18,
      ) +
      stand(
        'lawyer',
        1330,
        890,
        {
          turn: -0.6,
          left: { at: 'point', hand: 'open' },
          right: holding('chest', sheet('民法典', 80, 104, '#F2C9B8')),
        },
        1.16,
      ) +
      stand('boy', 280, 890, { turn: 0.5, mood: 'laugh', left: { at: 'wave', hand: 'open' } }, 1.2),
  },
  {
    kind: 'neighbours',
    banner: '枝过墙头，话说前头',
    title: '一树红果，两院同尝',
    story:
      '石榴树枝伸过墙头，落叶堵了邻家的檐沟。主人没等人开口，先搬梯子把过界的枝条修了，又摘一篮果子隔墙递过去。小事先打招呼，就成不了大事。',
    alt: '院墙上方一棵结满红果的大树，墙这边的老大爷递果子，墙那边的姑娘伸手接，孩子在树下仰头看。',
    mount: 'strip-left',
    scene: () =>
      lane({ plaque: '睦邻' }) +
      put(930, 880, tree(hue.cinnabar), { scale: 1.3 }) +
      put(1010, 900, wall(260, 190)) +
      stand(
        'elder',
        790,
        905,
        { turn: 0.7, mood: 'laugh', right: holding([132, -236], put(8, -24, fruit()), 'palm'), left: 'hip' },
        1.2,
      ) +
      stand('maiden', 1300, 900, { turn: -0.7, mood: 'smile', left: palm(-150, -250), right: 'belly' }, 1.2) +
      stand(
        'girl',
        1090,
        925,
        {
          turn: -0.5,
          mood: 'laugh',
          left: { at: 'raise', hand: 'open' },
          right: { at: 'raise', hand: 'open' },
        },
        1.15,
      ),
  },
  {
    kind: 'neighbours',
    banner: '遛狗拴绳，邻里安宁',
    title: '一根绳，牵住一份责任',
    story:
      '大黄狗没拴绳，追着放学的孩子跑，孩子摔破了膝盖。主人带孩子看伤，认真赔了不是，承担了药费。从那以后，狗出门必拴绳，见人先收短。',
    alt: '中年村民用红绳牵着一只黄狗，向背书包的小男孩和奶奶弯腰致歉，身后是村巷与门楼。',
    mount: 'ribbon',
    scene: () =>
      lane({ plaque: '平安里', sky: '#F7E3B8' }) +
      stand(
        'neighbour',
        470,
        890,
        { turn: 0.6, mood: 'worry', lean: 7, right: [110, -190], left: 'chest' },
        1.25,
      ) +
      line('M605 640Q640 760 690 742', 7, hue.cinnabar) +
      put(740, 890, dog(), { scale: 1.25 }) +
      stand('pupil', 1010, 890, { turn: -0.5, mood: 'calm', left: 'belly', right: 'down' }, 1.3) +
      stand(
        'grandma',
        1240,
        890,
        { turn: -0.6, mood: 'smile', left: open(-120, -200), right: 'belly' },
        1.22,
      ) +
      put(1000, 430, saying('下回一定拴好', 36, -150)) +
      put(200, 900, stool(90)),
  },
]

/** A basket of red fruit as handed over a wall. */
function fruit(): string {
  const ball = (x: number, y: number) =>
    `<circle cx="${x}" cy="${y}" r="15" fill="${hue.cinnabar}" stroke="${hue.ink}" stroke-width="4"/>`
  return place(
    0,
    0,
    ball(-24, -22) +
      ball(24, -22) +
      ball(0, -30) +
      shape('M-48 -16H48L36 26H-36Z', hue.earth, ` stroke="${hue.ink}" stroke-width="5"`) +
      line('M-42 0H42M-20 -14L-14 24M20 -14L14 24', 2.4),
  )
}
