/** @file Houses, walls and gates of the plain. Origin is the middle of the ground line. */
import { glyph, row } from '../glyphs.ts'
import { box, contour, disc, each, hue, line, n, place, plain, shape } from '../ink.ts'

const tiles = (w: number, y: number, rise: number, colour: string): string =>
  shape(
    `M${-w / 2 - 34} ${y}Q${-w / 2 - 6} ${y - 12} ${-w / 2 + 14} ${y - rise}L${w / 2 - 14} ` +
      `${y - rise}Q${w / 2 + 6} ${y - 12} ${w / 2 + 34} ${y}Z`,
    colour,
  ) +
  each(Math.floor(w / 34), (i) =>
    line(`M${n(-w / 2 + 22 + i * 34)} ${y - rise + 4}q-5 ${rise / 2} -2 ${rise - 6}`, 2.6),
  ) +
  shape(
    `M${-w / 2 - 6} ${y - rise - 14}q-14 -4 -16 -16q14 8 30 6h${w - 16}q16 2 30 -6q-2 12 -16 16v18` +
      `H${-w / 2 - 6}Z`,
    colour,
  ) +
  each(Math.floor(w / 34) + 2, (i) => disc(-w / 2 - 22 + i * 34, y + 1, 8, colour))

/** Rows of brick over a rectangle. */
export const bricks = (x: number, y: number, w: number, h: number, colour: string = hue.ink): string =>
  each(Math.floor(h / 22), (r) => {
    const joints = each(
      Math.floor(w / 52),
      (c) => `M${n(x + 26 + c * 52 + (r % 2) * 24)} ${n(y + r * 22)}v22`,
    )
    return line(`M${n(x)} ${n(y + 22 + r * 22)}h${n(w)}${joints}`, 1.5, colour)
  })

const bloom = (r: number): string =>
  each(6, (k) =>
    place(
      0,
      0,
      shape(
        `M0 0C${n(-r * 0.5)} ${n(-r * 0.4)} ${n(-r * 0.4)} ${n(-r)} 0 ${n(-r)}C${n(r * 0.4)} ` +
          `${n(-r)} ${n(r * 0.5)} ${n(-r * 0.4)} 0 0Z`,
        hue.straw,
        plain,
      ),
      { turn: k * 60 },
    ),
  ) + disc(0, 0, r * 0.26, hue.deep, plain)

/** A lattice window with a red paper-cut in the middle. */
export function lattice(w: number, h: number, cut = '福'): string {
  const bars =
    each(5, (i) => `M${n(-w / 2 + ((i + 1) * w) / 6)} ${-h / 2}V${h / 2}`) +
    each(4, (i) => `M${-w / 2} ${n(-h / 2 + ((i + 1) * h) / 5)}H${w / 2}`)
  const size = Math.min(w, h) * 0.5
  return (
    contour(
      box(-w / 2, -h / 2, w, h, hue.cream, 3) +
        line(bars, 3, hue.wood) +
        shape(`M0 ${-size * 0.62}L${size * 0.62} 0L0 ${size * 0.62}L${-size * 0.62} 0Z`, hue.cinnabar),
      8,
      3.4,
    ) + (cut === '' ? place(0, 0, bloom(size * 0.3)) : glyph(cut, 0, 0, size * 0.62, { colour: hue.straw }))
  )
}

/** A two-leaf door, closed. */
export const door = (w: number, h: number, colour: string = hue.cinnabar): string =>
  contour(
    box(-w / 2 - 10, -h - 12, w + 20, h + 12, hue.wood) +
      box(-w / 2, -h, w / 2, h, colour) +
      box(0, -h, w / 2, h, colour) +
      each(
        9,
        (i) =>
          disc(-w / 4 + ((i % 3) - 1) * w * 0.12, -h * 0.8 + Math.floor(i / 3) * 22, 4, hue.ochre) +
          disc(w / 4 + ((i % 3) - 1) * w * 0.12, -h * 0.8 + Math.floor(i / 3) * 22, 4, hue.ochre),
      ) +
      disc(-12, -h * 0.45, 7, hue.ochre) +
      disc(12, -h * 0.45, 7, hue.ochre),
    7,
    2.8,
  )

/** A one-storey courtyard house. */
export function house(
  w = 420,
  {
    wall = '#E8C9A0',
    roof = '#7C8A8C',
    leaf = hue.cinnabar,
  }: { wall?: string; roof?: string; leaf?: string } = {},
): string {
  const h = 200
  const body = contour(
    box(-w / 2, -h, w, h, wall) +
      box(-w / 2, -44, w, 44, '#A9A294') +
      bricks(-w / 2, -46, w, 46) +
      tiles(w, -h, 74, roof),
    8,
    3,
  )
  const pane = lattice(w * 0.22, 88)
  return (
    body + place(-w * 0.3, -118, pane) + place(w * 0.3, -118, pane) + place(0, 0, door(w * 0.2, 140, leaf))
  )
}

/** A gate house with a plaque over the leaves. */
export function gate(
  plaque = '',
  { wall = '#B9B3A4', roof = '#66757A' }: { wall?: string; roof?: string } = {},
): string {
  const body = contour(
    box(-130, -260, 260, 260, wall) + bricks(-130, -260, 260, 260) + tiles(260, -260, 70, roof),
    8,
    3,
  )
  const couplet = (x: number) =>
    contour(box(x - 17, -196, 34, 170, hue.cinnabar), 5, 3) +
    each(4, (i) => disc(x, -174 + i * 42, 8, hue.ochre, plain))
  const board =
    plaque === ''
      ? ''
      : contour(box(-92, -250, 184, 46, hue.ink, 4), 6, 3) + row(plaque, 0, -227, 32, { colour: hue.straw })
  return body + place(0, 0, door(150, 186)) + couplet(-108) + couplet(108) + board
}

/** A garden wall with a tiled top; `brick` false leaves it limewashed. */
export const wall = (
  w: number,
  h = 150,
  { brick = true, colour = '#C9B79A' }: { brick?: boolean; colour?: string } = {},
): string =>
  contour(
    box(-w / 2, -h, w, h, colour) +
      (brick ? bricks(-w / 2, -h, w, h, '#6A5C48') : '') +
      shape(`M${-w / 2 - 14} ${-h}L${-w / 2 + 6} ${-h - 26}H${w / 2 - 6}L${w / 2 + 14} ${-h}Z`, '#7C8A8C') +
      each(Math.floor(w / 26), (i) => disc(-w / 2 + 13 + i * 26, -h + 1, 8, '#7C8A8C')),
    8,
    3,
  )

/** A tower under construction, with scaffold. */
export const tower = (floors = 4, w = 300): string =>
  contour(
    each(
      floors,
      (i) =>
        box(-w / 2, -(i + 1) * 104, w, 20, '#A9A294') +
        each(4, (k) => box(-w / 2 + 10 + k * ((w - 40) / 3), -(i + 1) * 104 + 20, 20, 84, '#C9BFA8')),
    ) +
      each(5, (k) => line(`M${n(-w / 2 - 20 + k * ((w + 40) / 4))} 0V${-floors * 104 - 30}`, 4, hue.earth)) +
      each(floors, (i) => line(`M${-w / 2 - 34} ${-i * 104 - 50}H${w / 2 + 34}`, 4, hue.earth)),
    6,
    3,
  )

/** A tower crane. */
export const crane = (): string =>
  contour(
    box(-16, -620, 32, 620, hue.ochre) +
      box(-150, -648, 560, 24, hue.ochre) +
      box(-140, -624, 60, 46, '#8B8B83') +
      shape('M-20 -648L0 -720L20 -648Z', hue.ochre) +
      box(-26, -624, 52, 50, hue.cinnabar),
    6,
    3,
  ) +
  each(15, (i) => line(`M-15 ${-i * 40}L15 ${-i * 40 - 40}`, 2.6)) +
  each(13, (i) => line(`M${-140 + i * 42} -625l21 -22l21 22`, 2.4)) +
  line('M0 -718L-140 -648M0 -718L390 -648', 3) +
  line('M330 -624V-470', 3) +
  contour(shape('M318 -470h24l8 22h-40Z', hue.ink), 4, 2)
