/** @file Groups for posters about people: family, old age, children, neighbours, advice. Two face one middle. */
import { contour, disc, each, hue, n } from '../ink.ts'
import { gift } from '../props/goods.ts'
import { bowl, table } from '../props/home.ts'
import { gate, house } from '../props/house.ts'
import { booklet, sheet, slip } from '../props/papers.ts'
import { briefcase, key, scales } from '../props/tokens.ts'
import { tree } from '../props/growth.ts'
import { holding, open, palm, put, stand } from './stage.ts'

/** Size of every group; it stands on the line at `floor` and is symmetrical about the middle. */
export const group = { width: 1300, height: 800, floor: 780 } as const

const { floor } = group
const middle = group.width / 2

/** A round ground behind the thing in the middle. */
export const halo = (y: number, r: number, colour: string): string =>
  contour(disc(middle, y, r, colour), 8, 4) +
  each(24, (i) => {
    const turn = (i * Math.PI) / 12
    return disc(middle + (r - 16) * Math.cos(turn), y + (r - 16) * Math.sin(turn), 4, hue.ink)
  })

export const people: Readonly<Record<string, () => string>> = {
  family: () =>
    halo(330, 250, '#F4B9A7') +
    stand('husband', 330, floor, { turn: 0.5, mood: 'calm', right: palm(112, -190), left: 'down' }, 1.6) +
    stand('wife', 970, floor, { turn: -0.5, mood: 'calm', left: palm(-112, -190), right: 'down' }, 1.6) +
    put(middle, 220, booklet('家事', hue.cinnabar, 190), { turn: 0 }) +
    stand('girl', 575, floor, { turn: 0.1, mood: 'smile', right: 'chest', left: 'down' }, 1.3) +
    stand('boy', 725, floor, { turn: -0.1, mood: 'smile', left: 'chest', right: 'down' }, 1.3),
  elders: () =>
    halo(310, 240, '#F3CB62') +
    stand(
      'son',
      260,
      floor,
      { turn: 0.5, mood: 'smile', right: holding([110, -170], put(8, -6, bowl())) },
      1.55,
    ) +
    stand(
      'daughter',
      1040,
      floor,
      { turn: -0.5, mood: 'smile', left: palm(-112, -184), right: 'hip' },
      1.55,
    ) +
    stand('grandpa', 545, floor, { turn: 0.2, mood: 'laugh', right: 'chest', left: 'down' }, 1.6) +
    stand('grandma', 755, floor, { turn: -0.2, mood: 'laugh', left: 'chest', right: 'down' }, 1.6),
  inheritance: () =>
    put(middle, floor - 40, house(760, { roof: '#7C8A8C' })) +
    stand('son', 240, floor, { turn: 0.5, mood: 'calm', right: palm(112, -188), left: 'down' }, 1.55) +
    stand(
      'daughter',
      1060,
      floor,
      { turn: -0.5, mood: 'calm', left: palm(-112, -188), right: 'down' },
      1.55,
    ) +
    stand(
      'elder',
      middle,
      floor,
      {
        turn: 0,
        mood: 'smile',
        left: holding([-76, -180], put(-8, -20, sheet('遗嘱', 104, 134))),
        right: holding([76, -180], put(10, 0, key(), { scale: 0.9, turn: 180 })),
      },
      1.6,
    ),
  child: () =>
    halo(320, 245, '#C4D9A4') +
    stand(
      'policewoman',
      300,
      floor,
      { turn: 0.5, mood: 'smile', right: open(118, -230), left: 'down' },
      1.6,
    ) +
    stand('counsel', 1000, floor, { turn: -0.5, mood: 'smile', left: open(-118, -230), right: 'down' }, 1.6) +
    stand('pupil', 570, floor, { turn: 0.2, mood: 'laugh', left: 'wave', right: 'chest' }, 1.6) +
    stand('girl', 730, floor, { turn: -0.2, mood: 'laugh', right: 'wave', left: 'chest' }, 1.6),
  neighbours: () =>
    put(middle, floor - 30, gate('和睦'), { scale: 1.3 }) +
    stand('neighbour', 260, floor, { turn: 0.5, mood: 'smile', right: palm(118, -200), left: 'hip' }, 1.6) +
    stand('aunt', 1040, floor, { turn: -0.5, mood: 'smile', left: palm(-118, -200), right: 'hip' }, 1.6) +
    stand(
      'mediator',
      middle,
      floor,
      {
        turn: 0,
        mood: 'laugh',
        left: [-58, -168],
        right: holding([58, -168], put(-58, -6, sheet('协议', 104, 118))),
      },
      1.6,
    ),
  aid: () =>
    halo(330, 260, '#BFD6CF') +
    put(120, floor - 30, tree(hue.cinnabar), { scale: 0.95 }) +
    put(1180, floor - 30, tree(hue.cinnabar), { scale: 0.95 }) +
    stand('farmwife', 330, floor, { turn: 0.5, mood: 'smile', right: palm(112, -190), left: 'down' }, 1.5) +
    stand('worker', 970, floor, { turn: -0.5, mood: 'smile', left: palm(-112, -190), right: 'down' }, 1.5) +
    stand(
      'counsel',
      middle,
      720,
      { turn: 0, mood: 'smile', stance: 'none', left: open(-104, -196), right: open(104, -196) },
      1.6,
    ) +
    put(middle, floor, table(460, 170, hue.green, '法律援助')),
  lawyer: () =>
    halo(320, 250, '#D9D2B4') +
    put(middle, 300, scales(0), { scale: 1.25 }) +
    stand(
      'lawyer',
      320,
      floor,
      {
        turn: 0.4,
        mood: 'smile',
        right: open(116, -236),
        left: holding([-80, -140], put(0, 74, briefcase(), { scale: 0.8 })),
      },
      1.65,
    ) +
    stand(
      'counsel',
      980,
      floor,
      {
        turn: -0.4,
        mood: 'smile',
        left: open(-116, -236),
        right: holding([70, -190], put(10, -20, booklet('法典', hue.cinnabar, 96))),
      },
      1.65,
    ),
  fair: () =>
    put(middle, 760, table(520, 190, hue.cinnabar, '法律咨询')) +
    put(470, floor - 196, gift('普', 96)) +
    put(830, floor - 196, gift('法', 96, hue.green)) +
    put(middle, floor - 214, slip('民法典', 170)) +
    stand('grower', 250, floor, { turn: 0.5, mood: 'laugh', right: palm(112, -190), left: 'down' }, 1.55) +
    stand(
      'farmwife',
      1050,
      floor,
      { turn: -0.5, mood: 'laugh', left: palm(-112, -190), right: 'down' },
      1.55,
    ),
}

/** Written where a picture says how large it is. */
export const groupBox = `0 0 ${n(group.width)} ${n(group.height)}`
