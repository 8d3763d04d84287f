/** @file 微电影: the money came, the son did not; until he remembered a bowl of soup. */
import { contour, disc, each, hue, oval, place, plain } from '../ink.ts'
import { lane, night, site } from '../page/ground.ts'
import { room } from '../page/indoors.ts'
import { bag } from '../props/goods.ts'
import { armchair, bowl, table } from '../props/home.ts'
import { calendar } from '../props/papers.ts'
import { handset } from '../props/tokens.ts'
import { holding, put, stand } from '../scenes/stage.ts'
import { type Film, move, swing } from './film.ts'

const snow = (s: number): string =>
  each(44, (i) =>
    disc(
      (i * 389 + swing(s + i, 22, 0.3) + 1600) % 1600,
      (i * 173 + s * (70 + (i % 5) * 16)) % 620,
      5 + (i % 3) * 2,
      hue.white,
      plain,
    ),
  )

export const elders: Film = {
  slug: 'huijia',
  title: '回家喝碗汤',
  genre: '微电影',
  alt: '年画人物动画微电影：雪夜奶奶独坐桌前，儿子在工地想起家里的热汤，带着妻儿回家，一家团圆。',
  story:
    '钱按月寄到，人三年没回。雪夜里奶奶对着两只空碗坐着，儿子在工地望见炊烟想起了那碗汤。法律说，分开住的家人应当常看望、常问候。他提上行李，回家了。',
  shots: [
    {
      seconds: 4,
      caption: '钱寄到了人没回',
      draw: (s) =>
        place(0, -250, room({ wallColour: '#C9CEC6', floor: '#8F7558', cut: '' })) +
        put(1180, 200, calendar('除夕', 190)) +
        put(620, 580, armchair(112), { scale: 1.3 }) +
        stand(
          'grandma',
          620,
          640,
          {
            stance: 'none',
            turn: 0.6,
            mood: 'sad',
            tilt: 6 + swing(s, 2, 0.4),
            left: 'belly',
            right: 'belly',
          },
          1.36,
        ) +
        put(860, 640, table(760, 170, hue.wood)) +
        put(880, 452, bowl(), { scale: 1.3 }) +
        put(1060, 452, bowl('#F2C9B8'), { scale: 1.3 }),
    },
    {
      seconds: 4,
      caption: '雪夜想起娘的汤',
      draw: (s) =>
        place(0, -280, site({ sky: '#7E93AD' })) +
        snow(s) +
        stand(
          'worker',
          560,
          570,
          {
            turn: 0.6,
            mood: s > 2 ? 'sad' : 'calm',
            tilt: swing(s, 2, 0.4),
            right: holding([74, -306], put(4, -8, handset())),
            left: [-24, -170],
          },
          1.34,
        ) +
        contour(
          oval(760, 250, 18, 14, hue.white) +
            oval(820, 210, 26, 20, hue.white) +
            oval(1080, 200, 270, 150, hue.white),
          8,
          3,
        ) +
        put(1080, 250, bowl(), { scale: 2.5 + swing(s, 0.06, 0.8) }),
    },
    {
      seconds: 4,
      caption: '分开住 也要常看望',
      draw: (s) =>
        place(0, -290, night()) +
        snow(s + 4) +
        stand(
          'son',
          move(s, 0, 4, 520, 860),
          570,
          {
            stance: 'walk',
            step: swing(s, 1, 1.6),
            turn: 0.6,
            mood: 'smile',
            lean: swing(s, 3, 1.4),
            left: holding([-84, -140], put(0, 108, bag(), { turn: swing(s, 5, 1.4) })),
            right: [84, -170 + swing(s, 20, 1.4)],
          },
          1.3,
        ) +
        stand(
          'wife',
          move(s, 0, 4, 290, 630),
          570,
          {
            stance: 'walk',
            step: swing(s, 1, 1.6),
            turn: 0.6,
            lean: swing(s + 0.3, 3, 1.4),
            right: [80, -170 - swing(s, 18, 1.4)],
          },
          1.24,
        ) +
        stand(
          'pupil',
          move(s, 0, 4, 740, 1110),
          576,
          {
            stance: 'run',
            step: swing(s, 1, 2.2),
            turn: 0.7,
            mood: 'laugh',
            lean: swing(s, 5, 2),
            right: { at: [120, -240 + swing(s, 18, 2)], hand: 'open' },
          },
          1.22,
        ),
    },
    {
      seconds: 5,
      caption: '赡养父母 暖在日常',
      draw: (s) =>
        place(0, -300, lane({ plaque: '', sky: '#F5D9A8' })) +
        snow(s + 8) +
        stand(
          'grandma',
          980,
          570,
          {
            turn: -0.7,
            mood: 'laugh',
            lean: move(s, 0.4, 1.6, 0, -5),
            left: { at: [move(s, 0.2, 1.2, -90, -140), -206 + swing(s, 8, 1.2)], hand: 'open' },
            right: { at: [move(s, 0.2, 1.2, 90, 124), -250 + swing(s, 8, 1.2)], hand: 'open' },
          },
          1.3,
        ) +
        stand(
          'pupil',
          move(s, 0, 1.6, 480, 770),
          576,
          {
            stance: s < 1.6 ? 'run' : 'stand',
            step: swing(s, 1, 2.2),
            turn: 0.7,
            mood: 'laugh',
            right: { at: [130, -250 + swing(s, 12, 2)], hand: 'open' },
            left: { at: [-110, -240], hand: 'open' },
          },
          1.26,
        ) +
        stand(
          'son',
          530,
          570,
          {
            turn: 0.6,
            mood: 'laugh',
            tilt: swing(s, 3, 0.9),
            left: holding([-84, -140], put(0, 108, bag())),
            right: { at: [112, -290 + swing(s, 18, 1.3)], hand: 'open' },
          },
          1.28,
        ) +
        stand('wife', 310, 570, { turn: 0.6, mood: 'laugh', tilt: swing(s, -3, 0.9) }, 1.24) +
        stand(
          'grandpa',
          1260,
          570,
          {
            turn: -0.6,
            mood: 'laugh',
            left: { at: [-112, -280 - swing(s, 14, 1.3)], hand: 'open' },
            right: 'belly',
          },
          1.26,
        ),
    },
  ],
}
