/** @file Land: boundary stones, homesteads, married daughters' fields, leases. */
import { hue, line } from '../ink.ts'
import { fields, yard } from '../page/ground.ts'
import type { Mural } from '../page/mural.ts'
import { donkey, tractor } from '../props/beasts.ts'
import { maize, wheat } from '../props/growth.ts'
import { hoe, stone } from '../props/home.ts'
import { wall } from '../props/house.ts'
import { booklet, sheet } from '../props/papers.ts'
import { holding, open, palm, point, put, stand } from './stage.ts'

export const land: readonly Mural[] = [
  {
    kind: 'land',
    banner: '承包地界，按证来',
    title: '一垄麦子的公道',
    story:
      '秋播时两家都说对方多占了一垄。村干部拿来承包经营权证和测量图，拉开皮尺从界石量起。尺子落地，话也落地，两家重新埋好了界石。',
    alt: '两位农民手持承包证站在界石两边，村干部在中间拉开皮尺，身后麦浪金黄红日初升。',
    mount: 'ribbon',
    scene: () =>
      fields({ sunX: 480 }) +
      stand(
        'cadre',
        800,
        850,
        { turn: 0.2, mood: 'smile', left: [-110, -150], right: point(110, -240) },
        1.26,
      ) +
      put(800, 915, stone(), { scale: 1.05 }) +
      line('M660 676L500 690', 6, hue.ochre) +
      stand(
        'farmer',
        430,
        892,
        {
          turn: 0.6,
          mood: 'smile',
          right: [60, -180],
          left: holding([-80, -210], put(0, -30, booklet('承包证', hue.green, 80))),
        },
        1.3,
      ) +
      stand(
        'grower',
        1170,
        892,
        {
          turn: -0.6,
          mood: 'laugh',
          left: 'belly',
          right: holding([84, -210], put(0, -30, booklet('承包证', hue.green, 80))),
        },
        1.3,
      ),
  },
  {
    kind: 'land',
    banner: '一户一宅，先批后建',
    title: '砖不急，手续先行',
    story:
      '小两口要盖新房，砖都拉来了。村干部说先别动土：农村一户只能有一处宅基地，要先申请、按程序批准，再放线施工。批文下来，开工放鞭炮也安心。',
    alt: '年轻夫妻拿着写有批准书的文件，村干部用手指向正在砌的院墙，瓦工拿着铁锹，身后是青瓦新房。',
    mount: 'diamonds',
    scene: () =>
      yard({ sky: '#F4E2B6', roof: '#B5533C', withTree: false }) +
      put(1240, 800, wall(330, 120)) +
      stand(
        'mason',
        1270,
        892,
        {
          turn: -0.5,
          mood: 'laugh',
          right: 'down',
          left: holding([-70, -190], put(0, -130, hoe(true), { turn: 180, scale: 0.8 })),
        },
        1.26,
      ) +
      stand('cadre', 930, 892, { turn: -0.5, mood: 'smile', left: 'belly', right: point(120, -250) }, 1.32) +
      stand('son', 370, 892, { turn: 0.5, mood: 'laugh', right: [80, -190], left: 'down' }, 1.32) +
      stand(
        'maiden',
        650,
        892,
        {
          turn: 0.3,
          mood: 'smile',
          left: holding([-80, -236], put(-12, -26, sheet('批准书', 112, 134))),
          right: 'belly',
        },
        1.28,
      ),
  },
  {
    kind: 'land',
    banner: '新家没分地，老地不收回',
    title: '嫁出去的地还在',
    story:
      '闺女出嫁后，村里想把她的承包地收走。法律顾问说，承包期内妇女结婚，在新居住地没有取得承包地的，发包方不得收回原承包地。地还写着她的名字。',
    alt: '年轻媳妇怀抱写有承包证的绿色证书站在玉米地边，老父亲牵着驮粮的毛驴，女律师展开条文。',
    mount: 'plaque',
    scene: () =>
      fields({ sunX: 1080, near: '#DCC07C' }) +
      put(250, 770, maize(), { scale: 1.1 }) +
      put(1370, 780, maize(), { scale: 1.1 }) +
      put(470, 885, donkey(), { scale: 1.02 }) +
      stand('elder', 300, 895, { turn: 0.6, mood: 'laugh', right: [90, -210], left: 'down' }, 1.22) +
      stand(
        'maiden',
        840,
        892,
        {
          turn: -0.2,
          mood: 'laugh',
          left: 'chest',
          right: holding([46, -196], put(-20, -14, booklet('承包证', hue.green, 92))),
        },
        1.32,
      ) +
      stand(
        'counsel',
        1160,
        892,
        {
          turn: -0.6,
          mood: 'smile',
          left: open(-120, -220),
          right: holding([60, -180], put(4, -10, sheet('条文', 84, 104, '#F2C9B8'))),
        },
        1.3,
      ),
  },
  {
    kind: 'land',
    banner: '土地流转，写清再签',
    title: '地租一写，秋后不扯',
    story:
      '种粮大户来包地，口头说好“年底给钱”。村里帮着把面积、年限、租金、交地日子逐条写进流转合同。拖拉机一响，两边心里都有底。',
    alt: '红色拖拉机停在麦田里，种粮户与老农握手，手里拿着流转合同，远处丘陵和云朵。',
    mount: 'strip-left',
    scene: () =>
      fields({ sunX: 1180, near: hue.leaf }) +
      put(1250, 840, tractor(), { scale: 1.15 }) +
      put(1090, 930, wheat(560, 14), { scale: 0.7 }) +
      stand('farmer', 760, 900, { turn: 0.6, mood: 'laugh', right: palm(120, -186), left: 'hip' }, 1.2) +
      stand(
        'youth',
        1015,
        900,
        {
          turn: -0.6,
          mood: 'smile',
          left: palm(-96, -186),
          right: holding([70, -216], put(6, -20, sheet('合同', 86, 106))),
        },
        1.2,
      ),
  },
]
