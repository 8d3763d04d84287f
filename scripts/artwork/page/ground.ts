/** @file The places a scene is set in: sky and earth, courtyard, room, hall, street, building site, night. */
import { box, brush, contour, disc, each, hue, line, n, place, plain, shape } from '../ink.ts'
import { peony } from '../props/blossom.ts'
import { lantern } from '../props/festival.ts'
import { tree, tuft, wheat, willow } from '../props/growth.ts'
import { crane, gate, house, tower, wall } from '../props/house.ts'
import { plate } from '../props/papers.ts'
import { cloud, sun, swallow } from '../props/sky.ts'
import { paving } from './indoors.ts'

const W = 1600

const H = 1000

/** Clouds ranged along the sky. */
const clouds = (y: number): string =>
  place(330, y, cloud(), { scale: 0.9 }) +
  place(1250, y - 16, cloud(), { scale: 0.8, mirror: true }) +
  place(840, y + 14, cloud(), { scale: 0.6 })

/** Earth with tufts; `top` is where it begins. */
export const earth = (top: number, colour: string, grass: string = hue.green): string =>
  shape(
    `M0 ${top}Q400 ${top - 16} 800 ${top}T1600 ${top}V${H}H0Z`,
    colour,
    ` stroke="${hue.ink}" stroke-width="6"`,
  ) +
  each(26, (i) =>
    place(90 + ((i * 379) % 1420), top + 34 + ((i * 67) % (H - top - 90)), tuft(grass), {
      scale: 0.6 + (i % 3) * 0.15,
    }),
  ) +
  each(9, (i) =>
    place(
      120 + ((i * 523) % 1380),
      top + 60 + ((i * 41) % (H - top - 120)),
      each(5, (k) =>
        disc(
          7 * Math.cos(k * 1.257),
          7 * Math.sin(k * 1.257),
          5.5,
          i % 2 === 0 ? hue.rose : hue.cream,
          plain,
        ),
      ) + disc(0, 0, 4, hue.ochre, plain),
    ),
  )

const hills = (y: number, far: string, near: string): string =>
  shape(
    `M0 ${y}Q180 ${y - 130} 380 ${y - 20}Q560 ${y - 150} 800 ${y - 30}Q1020 ${y - 170} 1240 ` +
      `${y - 20}Q1420 ${y - 120} 1600 ${y - 10}V${H}H0Z`,
    far,
    ` stroke="${hue.ink}" stroke-width="5"`,
  ) +
  shape(
    `M0 ${y + 30}Q260 ${y - 50} 560 ${y + 30}T1160 ${y + 20}T1600 ${y + 20}V${H}H0Z`,
    near,
    ` stroke="${hue.ink}" stroke-width="5"`,
  )

/** A courtyard before a house. */
export const yard = ({
  sky = '#F6E3B4',
  ground = '#DDB778',
  withTree = true,
  roof = '#7C8A8C',
} = {}): string =>
  box(0, 0, W, H, sky) +
  clouds(330) +
  place(800, 690, house(760, { roof })) +
  (withTree
    ? place(180, 700, tree(hue.ochre), { scale: 0.95 }) +
      place(1420, 700, tree(hue.cinnabar), { scale: 0.95 })
    : '') +
  earth(690, ground)

/** Open fields of wheat under a red sun. */
export const fields = ({
  sky = '#F9E7C0',
  near = hue.straw,
  sunX = 1250,
}: { sky?: string; near?: string; sunX?: number } = {}): string =>
  box(0, 0, W, H, sky) +
  place(sunX, 330, sun(60)) +
  clouds(390) +
  hills(560, '#A9C5A0', hue.leaf) +
  each(6, (i) =>
    line(`M0 ${n(640 + i * i * 9)}Q800 ${n(610 + i * i * 9)} 1600 ${n(640 + i * i * 9)}`, 3, hue.green),
  ) +
  place(800, 760, wheat(1560, 44), { scale: 1 }) +
  earth(738, near)

/** An alley of the village with a gate. */
export const lane = ({ sky = '#DCE7DF', plaque = '和睦之家', ground = '#D9BE92' } = {}): string =>
  box(0, 0, W, H, sky) +
  clouds(340) +
  place(130, 720, willow(), { scale: 1 }) +
  place(440, 700, wall(560, 210)) +
  place(1180, 700, wall(620, 210)) +
  place(800, 706, gate(plaque), { scale: 1.28 }) +
  place(1500, 720, willow(), { scale: 0.95 }) +
  earth(696, ground) +
  place(1372, 356, swallow(), { scale: 0.8 }) +
  place(258, 376, swallow(), { scale: 0.65, mirror: true })

/** The main street, shops and lanterns. */
export const street = ({ sky = '#F7E6BE', names = ['粮油', '杂货', '农资'] } = {}): string =>
  box(0, 0, W, H, sky) +
  clouds(310) +
  names
    .map((name, i) =>
      place(
        280 + i * 520,
        700,
        contour(
          box(-220, -300, 440, 300, ['#E8C9A0', '#D5DDC6', '#E9BFA6'][i % 3] ?? hue.cream) +
            shape('M-250 -300L-216 -366H216L250 -300Z', '#7C8A8C') +
            box(-170, -190, 340, 190, '#6B4A32') +
            each(5, (k) => line(`M${-136 + k * 68} -190V0`, 2.4)),
          8,
          3,
        ) + place(0, -246, plate(name, 44, hue.green)),
      ),
    )
    .join('') +
  place(540, 372, lantern(), { scale: 0.8 }) +
  place(1060, 372, lantern(), { scale: 0.8 }) +
  paving(698, '#D3C2A0')

/** A building site with a crane. */
export const site = ({ sky = '#E3EAE0' } = {}): string =>
  box(0, 0, W, H, sky) +
  clouds(330) +
  place(1180, 720, tower(5, 330), { scale: 0.86 }) +
  place(420, 720, crane(), { scale: 0.86 }) +
  place(180, 700, wall(420, 110, { brick: false, colour: '#8FB4C8' })) +
  earth(696, '#D2B081', '#8A7A55')

/** Night over the roofs. */
export const night = ({ ground = '#3E4A57' } = {}): string =>
  box(0, 0, W, H, '#22365C') +
  contour(disc(1270, 330, 66, hue.straw), 6, 3) +
  each(34, (i) => disc(100 + ((i * 433) % 1400), 100 + ((i * 211) % 420), 3 + (i % 3), hue.cream, plain)) +
  place(420, 700, house(560, { wall: '#6C7A86', roof: '#3B4A5A', leaf: hue.deep })) +
  place(1240, 700, house(560, { wall: '#8A7F78', roof: '#3B4A5A', leaf: hue.deep })) +
  earth(690, ground, '#5E7A66')

/** Plain festive ground: rays and peonies, for pictures whose figures are the whole matter. */
export const festive = ({ ground = '#F4C64E', ray = '#F8DC8C', low = '#E98B6C' } = {}): string =>
  box(0, 0, W, H, ground) +
  each(18, (i) => place(800, 620, shape('M0 0L-70 -1100L70 -1100Z', ray, plain), { turn: i * 20 })) +
  shape('M0 820Q800 730 1600 820V1000H0Z', low, ` stroke="${hue.ink}" stroke-width="6"`) +
  each(9, (i) =>
    place(
      100 + i * 176,
      914 - Math.abs(i - 4) * -6,
      peony(i % 2 === 0 ? hue.rose : hue.cinnabar, i % 2 === 0 ? hue.pink : hue.ochre),
      { scale: 0.7, turn: i * 24 },
    ),
  ) +
  brush([0, 820], [800, 726], [1600, 820], 6)
