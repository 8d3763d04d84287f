/** @file Things carried and given: boxes, bags, baskets, purses, dice. Origin is the middle of the foot. */
import { glyph } from '../glyphs.ts'
import { box, contour, disc, hue, line, n, oval, place, plain, shape } from '../ink.ts'

/** A gift box tied with ribbon. */
export const gift = (char = '', w = 120, colour: string = hue.cinnabar): string =>
  contour(
    box(-w / 2, -w * 0.8, w, w * 0.8, colour, 4) +
      box(-w / 2 - 8, -w * 0.98, w + 16, w * 0.24, colour, 4) +
      (char === '' ? box(-11, -w * 0.98, 22, w * 0.98, hue.ochre) : '') +
      shape(`M0 ${n(-w * 0.98)}c-40 -44 -66 -10 0 0c40 -44 66 -10 0 0Z`, hue.ochre),
    7,
    3,
  ) + (char === '' ? '' : glyph(char, 0, -w * 0.4, w * 0.5, { colour: hue.straw }))

/** A travelling bag. */
export const bag = (colour: string = hue.indigo): string =>
  contour(
    `<path d="M-30 -84Q0 -126 30 -84" fill="none" stroke-width="9"/>` +
      box(-62, -86, 124, 86, colour, 16) +
      line('M-30 -84V0M30 -84V0', 8, hue.straw),
    7,
    3,
  )

/** A pair of dice. */
export const dice = (): string =>
  contour(
    place(-34, 6, box(-34, -34, 68, 68, hue.white, 12) + disc(0, 0, 11, hue.cinnabar), { turn: -12 }) +
      place(
        40,
        -8,
        box(-34, -34, 68, 68, hue.white, 12) +
          disc(-16, -16, 7, hue.ink) +
          disc(16, 16, 7, hue.ink) +
          disc(16, -16, 7, hue.ink) +
          disc(-16, 16, 7, hue.ink),
        { turn: 16 },
      ),
    7,
    3,
  )

/** An open umbrella above the origin, as shelter. */
export const umbrella = (w = 420, colour: string = hue.cinnabar): string =>
  contour(
    box(-7, -170, 14, 200, hue.wood) +
      shape(
        `M${-w / 2} -150Q${-w * 0.42} -330 0 -340Q${w * 0.42} -330 ${w / 2} -150Q${w * 0.42} -190 ` +
          `${w / 3} -154Q${w / 4} -192 ${w / 6} -156Q0 -196 ${-w / 6} -156Q${-w / 4} -192 ${-w / 3} ` +
          `-154Q${-w * 0.42} -190 ${-w / 2} -150Z`,
        colour,
      ) +
      line(`M0 -338Q${-w * 0.2} -260 ${-w / 6} -158M0 -338Q${w * 0.2} -260 ${w / 6} -158`, 3) +
      disc(0, -346, 12, hue.ochre),
    8,
    3,
  )

/** A wheelchair, open to the right, for a sitter with a seat of 104. */
export const wheelchair = (): string =>
  `<g fill="none" stroke="${hue.ink}" stroke-width="16"><circle cx="-20" cy="-72" r="70"/><path ` +
  'd="M-92 -250V-100H70V-30H110"/></g><g fill="none" stroke="#98A4A8" stroke-width="8"><circle ' +
  'cx="-20" cy="-72" r="70"/><path d="M-92 -250V-100H70V-30H110M-130 -250H-92"/></g>' +
  line('M-20 -140V-4M-88 -72H48M-66 -120L28 -24M-66 -24L28 -120', 2.6) +
  contour(disc(78, -20, 18, '#98A4A8') + disc(-20, -72, 12, hue.ochre), 6, 3)

/** An egg basket. */
export const eggs = (): string =>
  contour(
    [
      [-32, -34],
      [0, -40],
      [32, -34],
      [-16, -52],
      [18, -54],
    ]
      .map(([x, y]) => oval(x ?? 0, y ?? 0, 19, 24, '#F3D9BB'))
      .join('') +
      shape('M-66 -30H66Q62 34 40 38H-40Q-62 34 -66 -30Z', hue.earth) +
      line('M-62 -6H62M-56 16H56M-34 -28L-26 36M0 -28V36M34 -28L26 36', 2.6) +
      `<path d="M-58 -30Q0 -150 58 -30" fill="none" stroke-width="9"/>`,
    6,
    3,
  )

/** A tied purse. */
export function purse(): string {
  return (
    contour(
      shape('M-12 -24H12L8 -12C40 0 40 40 0 42C-40 40 -40 0 -8 -12Z', hue.green) +
        line('M-12 -14H12', 5, hue.cinnabar),
      6,
      3,
    ) + disc(0, 16, 11, hue.ochre, plain)
  )
}

/** The round box of the harmony pair. */
export function casket(): string {
  return (
    contour(
      shape('M-70 0Q-70 70 0 70Q70 70 70 0Z', hue.cinnabar) +
        shape('M-76 0Q-70 -66 0 -66Q70 -66 76 0Z', hue.cinnabar) +
        box(-80, -8, 160, 18, hue.ochre, 8) +
        disc(0, -70, 10, hue.ochre),
      7,
      3,
    ) + line('M-40 -26Q0 -50 40 -26M-36 34Q0 50 36 34', 4, hue.ochre)
  )
}
