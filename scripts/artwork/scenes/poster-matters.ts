/** @file Groups for posters about matters: wages, injury, road, money, land, violence, fraud, vice, the law. */
import { contour, each, hue, shape } from '../ink.ts'
import { wolf } from '../props/beasts.ts'
import { dice } from '../props/goods.ts'
import { ear } from '../props/growth.ts'
import { stone } from '../props/home.ts'
import { crane, tower } from '../props/house.ts'
import { card, money, sheet } from '../props/papers.ts'
import { ban, coin, phone, scales, shield } from '../props/tokens.ts'
import { group, halo } from './poster-people.ts'
import { holding, open, palm, put, stand } from './stage.ts'

const { floor } = group
const middle = group.width / 2

/** Coins heaped up, `rows` high. */
const heap = (x: number, y: number, rows: number, r: number): string =>
  each(rows, (row) =>
    each(rows - row, (i) => put(x + (i - (rows - row - 1) / 2) * r * 1.9, y - row * r * 1.35, coin(r))),
  )

/** A zebra crossing that narrows as it goes back. */
const crossing = each(6, (i) => {
  const near = 350 + i * 106
  const far = 500 + i * 54
  return contour(shape(`M${near} ${floor + 14}L${far} 640h30L${near + 66} ${floor + 14}Z`, hue.white), 5, 3)
})

export const matters: Readonly<Record<string, () => string>> = {
  wages: () =>
    put(190, floor - 20, crane(), { scale: 0.95 }) +
    put(1120, floor - 20, tower(5, 300), { scale: 0.85 }) +
    halo(340, 235, '#F4D58A') +
    put(middle, 300, sheet('工账', 210, 262)) +
    heap(middle, floor - 40, 4, 44) +
    stand('worker', 330, floor, { turn: 0.4, mood: 'laugh', right: open(116, -240), left: 'hip' }, 1.65) +
    stand('mason', 970, floor, { turn: -0.4, mood: 'laugh', left: open(-116, -240), right: 'hip' }, 1.65),
  injury: () =>
    halo(330, 250, '#E9DCC0') +
    put(middle, 330, shield('保'), { scale: 1.75 }) +
    stand('worker', 320, floor, { turn: 0.4, mood: 'worry', right: [40, -180], left: 'belly' }, 1.65) +
    stand('doctor', 980, floor, { turn: -0.4, mood: 'smile', left: palm(-116, -214), right: 'down' }, 1.65),
  road: () =>
    halo(320, 240, '#CBDCE6') +
    crossing +
    stand(
      'officer',
      middle,
      floor - 20,
      { turn: 0, mood: 'calm', left: open(-150, -236), right: open(110, -330) },
      1.65,
    ) +
    stand('rider', 290, floor, { turn: 0.5, mood: 'smile', right: 'chest', left: 'down' }, 1.55) +
    stand('pupil', 950, floor, { turn: -0.4, mood: 'laugh', left: 'wave', right: 'down' }, 1.5) +
    stand('grandma', 1090, floor, { turn: -0.5, mood: 'smile', left: 'chest', right: 'down' }, 1.5),
  money: () =>
    halo(330, 250, '#F3CB62') +
    put(middle, 300, sheet('借条', 230, 286)) +
    put(560, floor - 50, money(), { scale: 1.5 }) +
    put(740, floor - 50, money(), { scale: 1.5 }) +
    stand('neighbour', 320, floor, { turn: 0.4, mood: 'smile', right: palm(112, -190), left: 'down' }, 1.65) +
    stand('grower', 980, floor, { turn: -0.4, mood: 'smile', left: palm(-112, -190), right: 'down' }, 1.65),
  land: () =>
    halo(330, 250, '#C4D9A4') +
    put(middle, floor - 40, stone('界'), { scale: 1.75 }) +
    each(7, (i) => put(520 + i * 44, floor, ear(i * 4 - 12), { scale: 0.7 })) +
    stand(
      'farmer',
      310,
      floor,
      {
        turn: 0.4,
        mood: 'smile',
        right: holding([104, -210], put(4, -20, sheet('承包', 112, 140))),
        left: 'hip',
      },
      1.65,
    ) +
    stand('grower', 990, floor, { turn: -0.4, mood: 'smile', left: palm(-112, -190), right: 'hip' }, 1.65),
  violence: () =>
    halo(330, 260, '#E9C9C0') +
    put(middle, 330, shield('护', hue.cinnabar), { scale: 1.85 }) +
    stand(
      'policewoman',
      310,
      floor,
      { turn: 0.3, mood: 'calm', right: open(120, -226), left: 'down' },
      1.65,
    ) +
    stand('mediator', 990, floor, { turn: -0.3, mood: 'calm', left: open(-120, -226), right: 'down' }, 1.65),
  fraud: () =>
    halo(320, 260, '#CBB7CF') +
    put(middle, 340, phone(['转账', '先停'], 440)) +
    put(middle, 130, wolf(), { scale: 0.72 }) +
    put(middle, 370, ban(205)) +
    stand('grandpa', 320, floor, { turn: 0.4, mood: 'calm', right: open(118, -240), left: 'down' }, 1.6) +
    stand('officer', 980, floor, { turn: -0.4, mood: 'smile', left: open(-118, -240), right: 'down' }, 1.65),
  vice: () =>
    halo(330, 250, '#D9C7B4') +
    put(580, 330, card(), { scale: 1.6, turn: -14 }) +
    put(720, 400, dice(), { scale: 1.7 }) +
    put(middle, 330, ban(200)) +
    stand('youth', 320, floor, { turn: 0.3, mood: 'calm', right: open(118, -236), left: 'hip' }, 1.65) +
    stand('maiden', 980, floor, { turn: -0.3, mood: 'calm', left: open(-118, -236), right: 'hip' }, 1.65),
  law: () =>
    halo(310, 270, '#F4C64E') +
    put(middle, 330, scales(0), { scale: 1.5 }) +
    stand('elder', 300, floor, { turn: 0.4, mood: 'laugh', right: open(116, -232), left: 'down' }, 1.6) +
    stand('judge', 1000, floor, { turn: -0.4, mood: 'smile', left: open(-116, -232), right: 'down' }, 1.65) +
    stand('boy', 520, floor, { turn: 0.2, mood: 'laugh', right: 'chest', left: 'down' }, 1.2) +
    stand('girl', 780, floor, { turn: -0.2, mood: 'laugh', left: 'chest', right: 'down' }, 1.2),
}
