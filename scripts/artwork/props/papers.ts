/** @file Papers and plates: notes, contracts, booklets, money, signs, speech. Origin is the middle. */
import { column, row } from '../glyphs.ts'
import { box, contour, disc, each, hue, line, n, plain, shape } from '../ink.ts'

/** A sheet headed by a word, with ruled lines and a red seal. */
export const sheet = (title: string, w = 96, h = 124, ground: string = hue.white): string =>
  contour(box(-w / 2, -h / 2, w, h, ground, 2), 6, 2.8) +
  row(title, 0, -h / 2 + w * 0.2, Math.min(w * 0.28, (w * 0.86) / [...title].length), { colour: hue.ink }) +
  each(3, (i) =>
    line(
      `M${n(-w * 0.36)} ${n(-h / 2 + w * 0.46 + i * h * 0.15)}h${n(w * (i === 2 ? 0.4 : 0.72))}`,
      2.6,
      hue.grey,
    ),
  ) +
  `<circle cx="${n(w * 0.2)}" cy="${n(h * 0.28)}" r="${n(w * 0.15)}" fill="none" ` +
  `stroke="${hue.cinnabar}" stroke-width="4"/>` +
  disc(w * 0.2, h * 0.28, w * 0.05, hue.cinnabar, plain)

/** A paper lying on a table, seen at a slant. */
export const slip = (title: string, w = 150): string =>
  contour(
    shape(`M${n(-w / 2 + 16)} -26H${n(w / 2 + 16)}L${n(w / 2 - 10)} 26H${n(-w / 2 - 10)}Z`, hue.white),
    6,
    2.8,
  ) +
  row(title, -w * 0.04, 0, Math.min(34, (w * 0.72) / [...title].length)) +
  `<ellipse cx="${n(w * 0.4)}" cy="8" rx="12" ry="9" fill="none" stroke="${hue.cinnabar}" stroke-width="4"/>`

/** A red booklet of certificate with gold letters. */
export const booklet = (title: string, colour: string = hue.cinnabar, w = 84): string =>
  contour(
    box(-w / 2, -w * 0.62, w, w * 1.24, colour, 4) +
      line(`M${n(-w / 2 + 9)} ${n(-w * 0.62)}v${n(w * 1.24)}`, 2.4),
    6,
    2.8,
  ) + column(title, 4, -w * 0.3, Math.min(w * 0.42, w / [...title].length), { colour: hue.straw, gap: 0.04 })

/** A bundle of bank notes, without any real design. */
export const money = (): string =>
  contour(
    each(3, (i) => box(-48, -8 - i * 15, 96, 30, i % 2 === 0 ? hue.pink : '#F1B5A8', 3)) +
      box(-12, -38, 24, 60, hue.straw),
    6,
    2.8,
  )

/** A bank card. */
export const card = (): string =>
  contour(
    box(-54, -34, 108, 68, hue.indigo, 9) +
      box(-54, -18, 108, 15, hue.ink) +
      box(-42, 8, 34, 14, hue.straw, 3),
    6,
    2.6,
  )

/** A writing brush, point down. */
export const pen = (): string =>
  contour(box(-4.5, -92, 9, 74, hue.earth, 4) + shape('M-7 -20h14Q8 0 0 18Q-8 0 -7 -20Z', hue.ink), 5, 2)

/** A wall calendar leaf with a word on it. */
export const calendar = (word: string, w = 150): string =>
  contour(
    box(-w / 2, -w * 0.6, w, w * 1.2, hue.white, 3) + box(-w / 2, -w * 0.6, w, w * 0.26, hue.cinnabar, 3),
    7,
    3,
  ) + row(word, 0, w * 0.14, Math.min(w * 0.6, (w * 0.86) / [...word].length), { colour: hue.cinnabar })

/** A written plate standing on a desk or hung on a wall. */
export const plate = (words: string, size = 34, colour: string = hue.cinnabar): string => {
  const w = [...words].reduce((sum, c) => sum + (/[\x20-\x7e]/.test(c) ? 0.62 : 1.02), 0) * size + size * 0.9
  return (
    contour(box(-w / 2, -size * 0.82, w, size * 1.64, colour, 4), 6, 3) +
    row(words, 0, 0, size, { colour: hue.cream, weight: 1.6 })
  )
}

/** A speech cloud with one line of plain words; the tail points down at (tail, 70). */
export const saying = (words: string, size = 38, tail = 0): string => {
  const w = [...words].length * size + size * 1.3
  return (
    contour(
      shape(
        `M${n(-w / 2)} 0Q${n(-w / 2)} -46 ${n(-w / 2 + 46)} -46H${n(w / 2 - 46)}Q${n(w / 2)} -46 ` +
          `${n(w / 2)} 0Q${n(w / 2)} 42 ${n(w / 2 - 46)} 42H${n(tail + 26)}L${n(tail)} 74` +
          `L${n(tail - 8)} 42H${n(-w / 2 + 46)}Q${n(-w / 2)} 42 ${n(-w / 2)} 0Z`,
        hue.white,
      ),
      7,
      3,
    ) + row(words, 0, -2, size, { face: 'hei', weight: 1 })
  )
}
