/** @file Things of the household: tables, seats, bowls, tools. Origin is the middle of the foot. */
import { glyph, row } from '../glyphs.ts'
import { box, contour, disc, each, hue, line, n, oval, shape } from '../ink.ts'

const scallops = (w: number): string => each(8, () => `q${n(-w / 16)} 22 ${n(-w / 8)} 0`)

/** A table seen from the front; top at `h`. */
export const table = (w = 420, h = 150, cloth: string = hue.wood, words = ''): string =>
  contour(
    box(-w / 2 + 20, -h, 26, h, hue.wood) +
      box(w / 2 - 46, -h, 26, h, hue.wood) +
      (cloth === hue.wood
        ? box(-w / 2 + 20, -h + 26, w - 40, 24, hue.earth)
        : shape(`M${-w / 2 + 8} ${-h}H${w / 2 - 8}V-26${scallops(w - 16)}Z`, cloth)) +
      box(-w / 2, -h - 14, w, 28, cloth === hue.wood ? hue.wood : hue.earth, 6),
    8,
    3,
  ) +
  (words === ''
    ? ''
    : row(words, 0, -h / 2 - 2, Math.min(56, (w * 0.8) / [...words].length), { colour: hue.straw }))

/** A square stool with its top at `h`. */
export const stool = (h = 100, w = 130): string =>
  contour(
    box(-w / 2 + 8, -h, 20, h, hue.wood) +
      box(w / 2 - 28, -h, 20, h, hue.wood) +
      line(`M${-w / 2 + 26} ${-h * 0.4}H${w / 2 - 26}`, 7, hue.wood) +
      box(-w / 2, -h - 4, w, 22, hue.earth, 6),
    7,
    3,
  )

/** A round-backed chair, behind its sitter. */
export const armchair = (h = 104): string =>
  contour(
    shape(
      `M-84 ${-h - 60}Q-84 ${-h - 176} 0 ${-h - 176}Q84 ${-h - 176} 84 ${-h - 60}V0H64V${-h}H-64V0H-84Z`,
      hue.wood,
    ) +
      box(-30, -h - 150, 60, 130, hue.earth, 6) +
      box(-78, -h - 2, 156, 24, hue.earth, 6),
    8,
    3,
  )

/** A brick kang bed with quilts. */
export const kang = (w = 620, h = 110): string =>
  contour(
    box(-w / 2, -h, w, h, '#B9A58A') +
      each(3, (r) => line(`M${-w / 2} ${-h + 28 + r * 28}H${w / 2}`, 1.6)) +
      each(8, (c) => line(`M${n(-w / 2 + 40 + c * 76)} ${-h + (c % 2) * 28}v28m38 28v28`, 1.6)) +
      box(-w / 2 - 10, -h - 16, w + 20, 26, hue.straw, 4) +
      line(`M${-w / 2} ${-h - 3}H${w / 2}`, 2, hue.earth),
    8,
    3,
  )

/** Folded quilts. */
export const quilts = (): string =>
  contour(
    [hue.cinnabar, hue.green, hue.rose, hue.indigo]
      .map(
        (c, i) =>
          box(-80 + (i % 2) * 4, -(i + 1) * 36, 160, 36, c, 16) +
          each(5, (k) => disc(-56 + k * 28, -(i + 1) * 36 + 18, 5, hue.straw)),
      )
      .join(''),
    7,
    3,
  )

/** A steaming bowl. */
export const bowl = (colour: string = hue.white): string =>
  contour(
    shape('M-40 -34H40Q36 0 16 4V12H-16V4Q-36 0 -40 -34Z', colour) +
      oval(0, -34, 40, 9, hue.straw) +
      line('M-32 -16Q0 -4 32 -16', 4, hue.indigo),
    6,
    2.6,
  ) + line('M-14 -54q-8 -12 0 -22q8 -10 0 -22M14 -54q-8 -12 0 -22q8 -10 0 -22', 3.4, hue.grey)

/** A hoe or a spade, head up at the top of a pole. */
export const hoe = (spade = false): string =>
  contour(
    box(-6, -330, 12, 330, hue.earth, 4) +
      (spade
        ? shape('M-34 -410Q0 -438 34 -410L28 -330H-28Z', '#98A4A8')
        : shape('M-8 -336H70Q82 -312 74 -286Q60 -312 -8 -312Z', '#98A4A8')),
    6,
    2.8,
  )

/** A stone set between fields, with one character. */
export const stone = (char = '界'): string =>
  contour(
    shape('M-56 0V-150Q-52 -196 0 -196Q52 -196 56 -150V0Z', '#B9B6AA') +
      shape('M-76 0Q-60 -30 -40 -22Q-10 -34 20 -22Q56 -34 76 0Z', hue.leaf),
    8,
    3,
  ) + glyph(char, 0, -116, 76, { colour: hue.cinnabar })
