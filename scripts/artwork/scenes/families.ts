/** @file Two family pieces: the children of harmony and the portrait of three generations. */
import { glyph } from '../glyphs.ts'
import { disc, hue } from '../ink.ts'
import { festive } from '../page/ground.ts'
import { room } from '../page/indoors.ts'
import type { Mural } from '../page/mural.ts'
import { lotus, peony } from '../props/blossom.ts'
import { lantern } from '../props/festival.ts'
import { casket } from '../props/goods.ts'
import { armchair } from '../props/home.ts'
import { holding, put, stand } from './stage.ts'

export const families: readonly Mural[] = [
  {
    kind: 'neighbours',
    banner: '好邻好里，和气和家',
    title: '和合娃娃上了墙',
    story:
      '一个捧莲花，一个抱圆盒，谐音就是“和合”。村里把它画在调解室外墙上：进门先消气，坐下慢慢说，邻里的事多半说得开。',
    alt: '两个胖娃娃并肩而立，一个举粉色莲花，一个抱红色圆盒，身后大大的和字与牡丹。',
    mount: 'couplet',
    whole: true,
    scene: () =>
      festive({ ground: '#F2B84A', ray: '#F7D58A', low: '#7FAE4A' }) +
      disc(800, 470, 200, hue.cinnabar, ` stroke="${hue.ink}" stroke-width="8"`) +
      disc(800, 470, 176, 'none', ` stroke="${hue.straw}" stroke-width="5"`) +
      glyph('和', 800, 440, 260, { colour: hue.straw, weight: 3 }) +
      stand(
        'boy',
        480,
        880,
        {
          turn: 0.4,
          mood: 'laugh',
          right: holding([112, -226], put(14, -66, lotus(), { scale: 1 })),
          left: 'hip',
        },
        2.2,
      ) +
      stand(
        'girl',
        1115,
        880,
        {
          turn: -0.4,
          mood: 'laugh',
          left: holding([-60, -170], put(-4, -10, casket(), { scale: 0.86 })),
          right: holding([40, -170], ''),
        },
        2.2,
      ) +
      put(800, 890, peony(), { scale: 1 }),
  },
  {
    kind: 'inheritance',
    banner: '遗产说明白，家和人不散',
    title: '一张三代同堂的全家福',
    story:
      '八十大寿这天，老人当着儿孙把房子、存款、老家具怎么安排说了一遍，会写的写成遗嘱，该公证的去公证。照片洗出来，一家人笑得齐整。',
    alt: '全家福构图，爷爷奶奶坐在中间，儿女媳婿站在后排，三个孩子站在前排，两侧挂着红灯笼。',
    mount: 'scroll',
    whole: true,
    scene: () =>
      room({ wallColour: '#F0CF94', cut: '寿' }) +
      put(180, 250, lantern('福'), { scale: 1.2 }) +
      put(1420, 250, lantern('寿'), { scale: 1.2 }) +
      (['farmer', 'farmwife', 'son', 'daughter', 'groom', 'wife'] as const)
        .map((role, i) =>
          stand(
            role,
            330 + i * 188,
            752,
            { turn: i < 3 ? 0.3 : -0.3, mood: i % 2 === 0 ? 'laugh' : 'smile' },
            1.12,
          ),
        )
        .join('') +
      put(680, 880, armchair(110), { scale: 1.2 }) +
      put(920, 880, armchair(110), { scale: 1.2 }) +
      stand(
        'grandpa',
        680,
        886,
        { stance: 'sit', facing: 0, turn: 0.2, mood: 'laugh', left: 'lap', right: 'lap' },
        1.2,
      ) +
      stand(
        'grandma',
        920,
        886,
        { stance: 'sit', facing: 0, turn: -0.2, mood: 'laugh', left: 'lap', right: 'lap' },
        1.2,
      ) +
      stand('pupil', 430, 905, { turn: 0.3, mood: 'laugh' }, 1.2) +
      stand('girl', 1160, 905, { turn: -0.3, mood: 'laugh', right: { at: 'raise', hand: 'open' } }, 1.2) +
      stand(
        'boy',
        800,
        915,
        { turn: 0, mood: 'laugh', left: { at: 'raise', hand: 'open' }, right: { at: 'raise', hand: 'open' } },
        1.05,
      ),
  },
]
