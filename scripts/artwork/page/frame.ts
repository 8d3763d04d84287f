/** @file The page of a print: paper, band of ornament, corner blocks. A mural is 1600 × 1000. */
import { box, disc, each, hue, line, place, plain, shape } from '../ink.ts'
import { lotus, peony, pomegranate } from '../props/blossom.ts'
import { cloud } from '../props/sky.ts'

/** The ornament of a frame. */
export type Border = 'fret' | 'cloud' | 'petal' | 'coin' | 'wave'

/** The flower of its corners. */
export type Corner = 'peony' | 'lotus' | 'pomegranate' | 'cloud' | 'knot'

/** Page size and the field inside the band, in units. */
export const page = { width: 1600, height: 1000, edge: 26, band: 46 } as const

const inset = page.edge + page.band

/** The free field inside the frame. */
export const field = {
  x: inset,
  y: inset,
  w: page.width - 2 * inset,
  h: page.height - 2 * inset,
  floor: 872,
} as const

const endless = (colour: string): string =>
  line('M-18 -18H18V18H-18ZM-30 -6H6V30H-30ZM-6 -30H30V6H-6Z', 6, hue.ink) +
  line('M-18 -18H18V18H-18ZM-30 -6H6V30H-30ZM-6 -30H30V6H-6Z', 3, colour)

const motif: Record<Border, (colour: string) => string> = {
  fret: (c) => line('M-24 14V-14H14V6H-6V-2', 5, c) + line('M-24 14H24', 5, c),
  cloud: (c) => line('M-22 10q-4 -18 12 -16q6 -14 20 -4q14 -2 12 16q-12 8 -18 -2q-2 -8 6 -8', 4.5, c),
  petal: (c) =>
    shape('M0 0C-16 -6 -20 -14 -24 0C-20 14 -16 6 0 0C16 -6 20 -14 24 0C20 14 16 6 0 0Z', c, plain) +
    shape('M0 -14L8 0L0 14L-8 0Z', hue.straw, plain),
  coin: (c) =>
    disc(0, 0, 15, 'none', ` stroke="${c}" stroke-width="5"`) +
    box(-5, -5, 10, 10, c, 0, plain) +
    disc(25, 0, 4, c, plain),
  wave: (c) => line('M-24 14a24 22 0 0 1 48 0M-15 14a15 13 0 0 1 30 0M-6 14a6 5 0 0 1 12 0', 4, c),
}

const blossom: Record<Corner, () => string> = {
  peony: () => place(0, 0, peony(), { scale: 0.62 }),
  lotus: () => place(0, 4, lotus(), { scale: 0.56 }),
  pomegranate: () => place(0, 4, pomegranate(), { scale: 0.6 }),
  cloud: () => place(0, 4, cloud(hue.cream, hue.indigo), { scale: 0.42 }),
  knot: () => place(0, 0, endless(hue.cinnabar), { scale: 1 }),
}

/** What a frame is made of. */
export interface Frame {
  readonly border: Border
  readonly corner: Corner
  readonly band: string
  readonly mark: string
}

/** The frame, drawn over the scene so that nothing spills onto the band. */
export function frame({ border, corner, band, mark }: Frame): string {
  const { width: w, height: h, edge, band: b } = page
  const ring = `M0 0H${w}V${h}H0ZM${inset} ${inset}V${h - inset}H${w - inset}V${inset}Z`
  const inner =
    `M${edge} ${edge}H${w - edge}V${h - edge}H${edge}ZM${inset} ` +
    `${inset}V${h - inset}H${w - inset}V${inset}Z`
  const across = Math.round((w - 2 * inset - 100) / 56)
  const down = Math.round((h - 2 * inset - 100) / 56)
  const stepX = (w - 2 * inset - 100) / across
  const stepY = (h - 2 * inset - 100) / down
  const middle = edge + b / 2
  const part = motif[border](mark)
  const run =
    each(
      across,
      (i) =>
        place(inset + 50 + (i + 0.5) * stepX, middle, part) +
        place(inset + 50 + (i + 0.5) * stepX, h - middle, part),
    ) +
    each(
      down,
      (i) =>
        place(middle, inset + 50 + (i + 0.5) * stepY, part, { turn: 90 }) +
        place(w - middle, inset + 50 + (i + 0.5) * stepY, part, { turn: 90 }),
    )
  const corners = [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ]
    .map(([cx, cy]) => {
      const x = cx === 0 ? edge + 47 : w - edge - 47
      const y = cy === 0 ? edge + 47 : h - edge - 47
      return place(
        x,
        y,
        box(-47, -47, 94, 94, hue.paper, 0, ` stroke="${hue.ink}" stroke-width="7"`) +
          box(-38, -38, 76, 76, 'none', 0, ` stroke="${band}" stroke-width="3"`) +
          blossom[corner](),
      )
    })
    .join('')
  const ink = (weight: number) => ` stroke="${hue.ink}" stroke-width="${weight}"`
  return (
    `<path fill-rule="evenodd" d="${ring}" fill="${hue.paper}"/>` +
    `<path fill-rule="evenodd" d="${inner}" fill="${band}"${ink(7)}/>` +
    run +
    box(inset + 9, inset + 9, w - 2 * inset - 18, h - 2 * inset - 18, 'none', 0, ink(2.4)) +
    corners +
    box(10, 10, w - 20, h - 20, 'none', 0, ink(3))
  )
}
