/** @file Things that stand for an idea: scales, shield, key, hook, telephone. Origin is the middle. */
import { glyph, row } from '../glyphs.ts'
import { box, contour, disc, hue, line, n, place, plain, ribbon, shape } from '../ink.ts'

/** A pair of scales. */
export const scales = (tip = 0, colour: string = hue.ochre): string => {
  const pan = (x: number, y: number) =>
    line(`M${x} ${y}L${x - 42} ${y + 84}M${x} ${y}L${x + 42} ${y + 84}`, 3) +
    contour(
      shape(
        `M${x - 52} ${y + 84}H${x + 52}Q${x + 40} ${y + 116} ${x} ${y + 116}Q${x - 40} ${y + 116} ` +
          `${x - 52} ${y + 84}Z`,
        colour,
      ),
      6,
      3,
    )
  return (
    contour(
      box(-8, -130, 16, 250, hue.wood) +
        shape('M-60 138Q-50 112 0 112Q50 112 60 138Z', hue.wood) +
        shape(
          `M-124 ${-98 + tip}Q0 ${-128} 124 ${-98 - tip}L124 ${-88 - tip}Q0 -112 -124 ${-88 + tip}Z`,
          colour,
        ) +
        disc(0, -136, 15, hue.cinnabar),
      7,
      3,
    ) +
    pan(-120, -92 + tip) +
    pan(120, -92 - tip)
  )
}

/** A telephone with words or a face on its glass; `tall` in units. */
export const phone = (
  words: readonly string[],
  tall = 300,
  glass: string = '#DCE8E6',
  ink: string = hue.ink,
): string => {
  const w = tall * 0.54
  const size = Math.min(
    w * 0.26,
    (w * 0.8) / Math.max(...words.map((t) => (/^\d+$/.test(t) ? t.length * 0.62 : [...t].length))),
  )
  return (
    contour(
      box(-w / 2, -tall / 2, w, tall, '#33383C', w * 0.12) +
        box(-w * 0.42, -tall * 0.42, w * 0.84, tall * 0.8, glass, w * 0.05),
      8,
      3,
    ) +
    disc(0, tall * 0.44, w * 0.05, hue.ash, plain) +
    words
      .map((t, i) =>
        row(t, 0, -tall * 0.02 + (i - (words.length - 1) / 2) * size * 1.28, size, {
          face: 'hei',
          colour: ink,
        }),
      )
      .join('')
  )
}

/** A small handset held to the ear. */
export const handset = (colour: string = '#33383C'): string =>
  contour(box(-17, -40, 34, 72, colour, 8) + box(-12, -32, 24, 50, hue.sky, 3), 5, 2.4)

/** A lawyer's case. */
export const briefcase = (): string =>
  contour(
    shape('M-20 -46v-16q0 -8 8 -8h24q8 0 8 8v16h-9v-12h-22v12Z', hue.wood) +
      box(-58, -48, 116, 82, hue.wood, 8) +
      line('M-58 -12H58', 3) +
      box(-11, -20, 22, 18, hue.ochre, 3),
    7,
    3,
  )

/** A copper coin, for debts and wages. */
export const coin = (r = 30): string =>
  contour(disc(0, 0, r, hue.ochre) + box(-r * 0.3, -r * 0.3, r * 0.6, r * 0.6, hue.paper), 5, 2.8)

/** A ring with a bar, for what is not to be done; radius in units. */
export const ban = (r = 100): string =>
  `<g fill="none" stroke="${hue.ink}" stroke-width="${n(r * 0.3)}"><circle r="${r}"/><path ` +
  `d="M${n(-r * 0.7)} ${n(-r * 0.7)}L${n(r * 0.7)} ${n(r * 0.7)}"/></g><g fill="none" ` +
  `stroke="${hue.cinnabar}" stroke-width="${n(r * 0.2)}"><circle r="${r}"/><path ` +
  `d="M${n(-r * 0.7)} ${n(-r * 0.7)}L${n(r * 0.7)} ${n(r * 0.7)}"/></g>`

/** A key. */
export const key = (): string =>
  contour(
    shape('M-8 10h16v78h26v14h-20v12h20v16h-42Z', hue.ochre) +
      disc(0, -12, 32, hue.ochre) +
      disc(0, -16, 12, hue.paper),
    6,
    3,
  )

/** A shield with one character. */
export const shield = (char: string, colour: string = hue.green): string =>
  contour(
    shape('M0 -110Q50 -84 92 -86Q100 40 0 112Q-100 40 -92 -86Q-50 -84 0 -110Z', colour) +
      shape('M0 -86Q40 -66 72 -66Q76 30 0 86Q-76 30 -72 -66Q-40 -66 0 -86Z', hue.straw),
    9,
    3.4,
  ) + glyph(char, 0, 0, 92, { colour: hue.deep })

/** An hourglass. */
export const hourglass = (): string =>
  contour(
    shape('M-44 -90H44Q44 -30 12 0Q44 30 44 90H-44Q-44 30 -12 0Q-44 -30 -44 -90Z', hue.mist) +
      shape('M-30 -50H30Q24 -22 0 -4Q-24 -22 -30 -50ZM0 20Q34 50 36 86H-36Q-34 50 0 20Z', hue.ochre) +
      box(-58, -106, 116, 18, hue.wood, 5) +
      box(-58, 88, 116, 18, hue.wood, 5),
    8,
    3,
  )

/** A great hook on a line, baited. */
export const hook = (bait: string): string =>
  line('M0 -420V-120', 5) +
  contour(
    shape(
      ribbon([0, -130], [-4, 40], [0, 60], () => 10),
      '#8B9AA0',
    ) +
      shape('M-10 40C-10 120 96 120 96 30L76 52C76 90 10 90 10 40Z', '#8B9AA0') +
      shape('M96 30L70 46L86 60Z', '#8B9AA0') +
      disc(0, -130, 16, '#8B9AA0'),
    8,
    3,
  ) +
  place(84, 20, bait)
