/** @file Divided pages: hanging panels, a grid of cells, a medallion, as prints divide a sheet. */
import { row } from '../glyphs.ts'
import { box, contour, disc, each, hue, place } from '../ink.ts'
import { peony, pomegranate } from '../props/blossom.ts'

/** One field of a divided page. */
export interface Panel {
  readonly ground: string
  readonly caption: string
  readonly picture: string
}

/** A window onto its own drawing, clipped at its edge; the drawing's units are those of the page. */
export function panel(
  x: number,
  y: number,
  w: number,
  h: number,
  { ground, caption, picture }: Panel,
): string {
  const size = Math.min(46, (w * 0.86) / [...caption].length)
  const foot = caption === '' ? 0 : 74
  const inside =
    `<svg x="${x}" y="${y}" width="${w}" height="${h - foot}" viewBox="0 0 ${w} ` +
    `${h - foot}">${box(0, 0, w, h, ground)}${picture}</svg>`
  const label =
    caption === ''
      ? ''
      : box(x, y + h - foot, w, foot, hue.cinnabar, 0, ` stroke="${hue.ink}" stroke-width="5"`) +
        row(caption, x + w / 2, y + h - foot / 2, size, { colour: hue.cream })
  return (
    inside +
    label +
    box(x, y, w, h, 'none', 0, ` stroke="${hue.ink}" stroke-width="8"`) +
    box(x + 8, y + 8, w - 16, h - foot - 14, 'none', 0, ` stroke="${hue.ochre}" stroke-width="3"`)
  )
}

/** A round field ringed with flowers and fruit. */
export const medallion = (x: number, y: number, r: number, ground: string): string =>
  contour(disc(x, y, r, ground), 10, 5) +
  disc(x, y, r - 16, 'none', ` stroke="${hue.cinnabar}" stroke-width="4"`) +
  each(14, (i) => {
    const a = (i / 14) * 2 * Math.PI - Math.PI / 2
    return place(
      x + (r + 34) * Math.cos(a),
      y + (r + 34) * Math.sin(a),
      i % 2 === 0 ? peony(hue.rose, hue.pink) : pomegranate(),
      { scale: 0.62, turn: i % 2 === 0 ? i * 25.7 : 0 },
    )
  })
