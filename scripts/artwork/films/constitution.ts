/** @file 宣传片: the week of the constitution. */
import { box, hue, place } from '../ink.ts'
import { festive, fields } from '../page/ground.ts'
import { hall } from '../page/indoors.ts'
import { magpie } from '../props/beasts.ts'
import { lantern } from '../props/festival.ts'
import { table } from '../props/home.ts'
import { booklet } from '../props/papers.ts'
import { sun } from '../props/sky.ts'
import { handset, scales } from '../props/tokens.ts'
import { holding, put, stand } from '../scenes/stage.ts'
import { type Film, move, swing } from './film.ts'

export const constitution: Film = {
  slug: 'xianfa',
  title: '宪法宣传周',
  genre: '宣传片',
  alt: '年画人物动画宣传片：红日升起，大红的宪法书立在中央，老人、孩子、工人、农民聚在一起学宪法，最后打出热线12348。',
  story:
    '十二月四日是国家宪法日，那一周是宪法宣传周。宪法写着公民的权利，也写着公民的义务。学校、村口、广场都开讲，欢迎来听。',
  shots: [
    {
      seconds: 4,
      caption: '12月4日国家宪法日',
      draw: (s) =>
        box(0, 0, 1600, 600, '#F9E7C0') +
        put(800, move(s, 0, 2.2, 460, 150), sun(112), { turn: s * 6 }) +
        place(0, -260, fields({ sky: 'none', sunX: -400 })) +
        put(800, move(s, 0.6, 2.4, 900, 400), booklet('宪法', hue.deep, 270)) +
        put(move(s, 1, 3, -100, 420), 170 + swing(s, 12), magpie(), { scale: 1.2 }) +
        put(move(s, 1, 3, 1700, 1180), 170 - swing(s, 12), magpie(), { scale: 1.2, mirror: true }),
    },
    {
      seconds: 4,
      caption: '宪法课堂开到村口',
      draw: (s) =>
        place(0, -300, hall('宪法课堂', { wallColour: '#F3DFBE' })) +
        stand(
          'counsel',
          1120,
          560,
          {
            turn: -0.5,
            mood: 'smile',
            left: { at: [-118, -270 + swing(s, 14, 0.8)], hand: 'point' },
            right: holding([44, -180], booklet('宪法', hue.cinnabar, 84)),
          },
          1.32,
        ) +
        put(1330, 610, table(300, 130, hue.cinnabar)) +
        stand(
          'pupil',
          700,
          580,
          { turn: 0.6, mood: 'laugh', right: { at: [80, move(s, 1, 1.4, -200, -330)], hand: 'open' } },
          1.34,
        ) +
        stand('girl', 520, 580, { turn: 0.6, mood: 'smile', tilt: swing(s, 4) }, 1.34) +
        stand('elder', 330, 572, { turn: 0.6, mood: 'laugh', tilt: swing(s, 2), right: 'belly' }, 1.24) +
        stand('farmwife', 140, 572, { turn: 0.6, mood: 'smile', left: 'belly' }, 1.24),
    },
    {
      seconds: 4,
      caption: '权利受保障 义务要履行',
      draw: (s) =>
        place(0, -340, festive()) +
        put(800, 300, scales(swing(s, 20, 0.5)), { scale: 1.7 }) +
        stand(
          'farmer',
          430,
          572,
          { turn: 0.5, mood: 'laugh', right: { at: [112, -280 + swing(s, 12, 1)], hand: 'open' } },
          1.3,
        ) +
        stand('worker', 200, 572, { turn: 0.5, mood: 'smile' }, 1.26) +
        stand(
          'judge',
          1170,
          572,
          { turn: -0.5, mood: 'smile', left: { at: [-112, -280 - swing(s, 12, 1)], hand: 'open' } },
          1.3,
        ) +
        stand('grandma', 1400, 572, { turn: -0.5, mood: 'laugh' }, 1.26),
    },
    {
      seconds: 4,
      caption: '有事问法 打12348',
      draw: (s) =>
        place(0, -340, festive({ ground: '#C5301F', ray: '#D54A34', low: '#8E1F17' })) +
        put(250, 30 + swing(s, 6, 0.6), lantern('法'), { scale: 1.3, turn: swing(s, 5, 0.6) }) +
        put(1350, 30 + swing(s, 6, 0.6), lantern('治'), { scale: 1.3, turn: -swing(s, 5, 0.6) }) +
        stand(
          'lawyer',
          620,
          572,
          {
            turn: 0.3,
            mood: 'laugh',
            left: { at: [-118, -290 + swing(s, 16, 1.2)], hand: 'open' },
            right: 'belly',
          },
          1.34,
        ) +
        stand(
          'daughter',
          980,
          572,
          {
            turn: -0.4,
            mood: 'laugh',
            right: holding([74, -308], put(4, -8, handset(hue.green))),
            left: 'belly',
            tilt: swing(s, 3, 1),
          },
          1.34,
        ),
    },
  ],
}
