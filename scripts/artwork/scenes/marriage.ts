/** @file Marriage and betrothal gifts: modest weddings, registration, gifts within means, equal partners. */
import { glyph } from '../glyphs.ts'
import { contour, disc, hue, shape } from '../ink.ts'
import { festive } from '../page/ground.ts'
import { hall, room } from '../page/indoors.ts'
import type { Mural } from '../page/mural.ts'
import { magpie } from '../props/beasts.ts'
import { peony } from '../props/blossom.ts'
import { gift } from '../props/goods.ts'
import { bowl, stool, table } from '../props/home.ts'
import { booklet } from '../props/papers.ts'
import { scales } from '../props/tokens.ts'
import { holding, point, put, stand } from './stage.ts'

export const marriage: readonly Mural[] = [
  {
    kind: 'marriage',
    banner: '喜事不攀比，和美一辈子',
    title: '简简单单，欢欢喜喜',
    story:
      '邻村办酒动辄几十桌，小两口也犯愁。两家老人商量后，只请至亲吃顿团圆饭，省下的钱买了播种机。日子是自己过的，不是摆给人看的。',
    alt: '新郎新娘相对而立，一同捧着一朵大红牡丹，身后是大双喜字，两只喜鹊从两边飞来。',
    mount: 'couplet',
    scene: () =>
      festive() +
      disc(800, 450, 190, hue.cinnabar, ` stroke="${hue.ink}" stroke-width="7"`) +
      disc(800, 450, 168, 'none', ` stroke="${hue.straw}" stroke-width="5"`) +
      glyph('囍', 800, 440, 230, { colour: hue.straw, weight: 3 }) +
      put(480, 322, magpie(), { scale: 0.95 }) +
      put(1120, 322, magpie(), { scale: 0.95, mirror: true }) +
      stand('groom', 596, 895, { turn: 0.5, mood: 'laugh', right: [128, -196], left: 'down' }, 1.34) +
      stand('bride', 1004, 895, { turn: -0.5, mood: 'smile', left: [-132, -200], right: 'belly' }, 1.3) +
      put(800, 650, peony(hue.cinnabar, hue.rose), { scale: 0.95 }),
  },
  {
    kind: 'marriage',
    banner: '先领证，再办席',
    title: '红本本，定名分',
    story:
      '酒席办了三年，结婚证没去领，遇到住院签字才发现不算夫妻。两人补办了登记。摆酒是风俗，登记才成立婚姻关系，这一步省不得。',
    alt: '一对年轻人各举一本红色结婚证，柜台后的女工作人员微笑着，墙上挂着婚姻登记的牌子。',
    mount: 'diamonds',
    scene: () =>
      hall('婚姻登记', { wallColour: '#F3D9C0' }) +
      stand(
        'counsel',
        800,
        880,
        { turn: 0, mood: 'smile', left: 'belly', right: 'belly', stance: 'none' },
        1.2,
      ) +
      put(800, 880, table(700, 170, hue.cinnabar, '依法登记')) +
      stand(
        'youth',
        430,
        895,
        {
          turn: 0.4,
          mood: 'laugh',
          left: 'hip',
          right: holding([100, -300], put(0, -20, booklet('结婚证', hue.cinnabar, 76))),
        },
        1.28,
      ) +
      stand(
        'maiden',
        1170,
        895,
        {
          turn: -0.4,
          mood: 'laugh',
          right: 'belly',
          left: holding([-100, -300], put(0, -20, booklet('结婚证', hue.cinnabar, 76))),
        },
        1.28,
      ) +
      put(260, 910, gift('囍', 100)) +
      put(1340, 910, gift('囍', 100)),
  },
  {
    kind: 'marriage',
    banner: '彩礼量力，情意无价',
    title: '天平那头放的是心意',
    story:
      '男方借债凑彩礼，女方嫌少要退亲。调解员讲清：不得借婚姻索取财物，彩礼要看家底、讲情分。两家各让一步，把钱留给小两口安家。',
    alt: '两家老人分坐两旁，中间一架天平，一头是礼盒，一头是红心，小两口牵着手站在天平后面。',
    mount: 'ribbon',
    scene: () =>
      room({ wallColour: '#F6E0BA', cut: '喜' }) +
      stand('youth', 700, 830, { turn: 0.3, right: [60, -140], mood: 'smile' }, 1.2) +
      stand('daughter', 900, 830, { turn: -0.3, left: [-60, -140], mood: 'smile' }, 1.2) +
      put(800, 900, table(380, 110, hue.wood)) +
      put(800, 690, scales(12), { scale: 0.74 }) +
      put(716, 764, gift('礼', 52)) +
      put(886, 738, heart()) +
      stand('uncle', 470, 890, { turn: 0.6, right: { at: 'offer', hand: 'palm' }, left: 'down' }, 1.22) +
      stand('neighbour', 290, 895, { turn: 0.6, mood: 'calm', right: 'chin', left: 'belly' }, 1.22) +
      stand(
        'aunt',
        1130,
        890,
        { turn: -0.6, mood: 'smile', left: { at: 'offer', hand: 'palm' }, right: 'hip' },
        1.22,
      ) +
      stand('elder', 1330, 895, { turn: -0.6, mood: 'laugh', left: 'belly', right: 'down' }, 1.2),
  },
  {
    kind: 'marriage',
    banner: '家务同担，大事同商',
    title: '一个灶台两个人',
    story:
      '丈夫总说家务是女人的事，妻子白天上工夜里洗涮，两人吵了又吵。妇联干部说，夫妻在家里地位平等，孩子和老人都是共同的责任。如今他掌勺，她算账，饭香飘满院。',
    alt: '丈夫端来热汤，妻子陪女儿坐在桌边，奶奶坐在一旁笑，桌上摆着热气腾腾的碗。',
    mount: 'strip-left',
    scene: () =>
      room({ wallColour: '#E3E9D3', cut: '' }) +
      stand('wife', 1130, 860, { turn: -0.5, mood: 'smile', left: point(-60, -190), right: 'belly' }, 1.2) +
      stand(
        'girl',
        985,
        890,
        { turn: 0.3, mood: 'laugh', stance: 'none', left: 'chest', right: 'chest' },
        1.45,
      ) +
      put(1030, 905, table(360, 120, hue.wood)) +
      put(930, 772, bowl()) +
      put(1110, 772, bowl('#F2C9B8')) +
      stand(
        'son',
        765,
        895,
        {
          turn: 0.6,
          mood: 'laugh',
          right: holding([104, -190], put(6, -4, bowl('#D5E3E1')), 'palm'),
          left: 'hip',
        },
        1.28,
      ) +
      put(1300, 895, stool(108, 150)) +
      stand(
        'grandma',
        1290,
        910,
        { stance: 'sit', turn: -0.5, facing: 0, mood: 'laugh', left: 'lap', right: 'lap' },
        1.16,
      ),
  },
]

/** A heart for the pan of the scales. */
function heart(): string {
  return contour(shape('M0 30C-60 -10 -40 -56 0 -30C40 -56 60 -10 0 30Z', hue.rose), 6, 3)
}
