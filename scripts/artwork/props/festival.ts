/** @file Things of feast days: lanterns, drum and drumsticks, silks. */
import { glyph } from '../glyphs.ts'
import { box, contour, disc, each, hue, line, oval, place, shape } from '../ink.ts'

/** A red lantern hung from its top at the origin. */
export const lantern = (char = ''): string =>
  line('M0 -20V4', 4) +
  contour(
    oval(0, 58, 62, 52, hue.cinnabar) +
      oval(0, 58, 30, 52, 'none') +
      box(-26, 0, 52, 14, hue.ochre, 3) +
      box(-26, 102, 52, 14, hue.ochre, 3) +
      shape('M-14 116h28l6 54h-40Z', hue.ochre),
    7,
    3,
  ) +
  (char === '' ? '' : glyph(char, 0, 58, 56, { colour: hue.straw }))

/** A big drum with a red body. */
export const drum = (): string =>
  contour(
    shape('M-90 -120Q-120 -60 -90 0H90Q120 -60 90 -120Z', hue.cinnabar) +
      oval(0, -120, 90, 26, hue.cream) +
      each(7, (i) => disc(-78 + i * 26, -84 + (3 - Math.abs(i - 3)) * 5, 5, hue.ochre)) +
      disc(0, -42, 18, hue.ochre),
    8,
    3,
  )

/** A lantern large enough to stand for a lit heart. */
export function bigLantern(): string {
  return place(
    800,
    210,
    line('M0 -80V0', 6) +
      contour(
        shape('M-120 90C-120 10 120 10 120 90C120 190 -120 190 -120 90Z', hue.cinnabar) +
          shape('M-60 18H60V36H-60ZM-60 146H60V164H-60Z', hue.ochre) +
          shape('M-20 164h40l8 70h-56Z', hue.ochre) +
          line('M-60 40Q-90 90 -60 144M0 36V146M60 40Q90 90 60 144', 4),
        9,
        4,
      ),
  )
}

/** A flying silk from a dancer's hand. */
export function silk(side: number): string {
  return contour(
    shape(
      `M0 -6C${side * 50} -70 ${side * 90} -10 ${side * 120} -60C${side * 130} -30 ${side * 100} ` +
        `30 ${side * 60} 4C${side * 40} -10 ${side * 20} 10 0 10Z`,
      hue.cinnabar,
    ),
    6,
    3,
  )
}

/** A drumstick. */
export function stick(turn: number): string {
  return place(0, 0, contour(shape('M-5 -64H5V20H-5Z', hue.straw) + disc(0, -66, 13, hue.cinnabar), 6, 3), {
    turn,
  })
}
