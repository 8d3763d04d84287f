/** @file Coats: the body of a figure from neck to hem. Origin is the pit of the neck. */
import { disc, each, hue, line, n, oval, plain, shape } from '../ink.ts'

/** The cuts of coat in the cast's wardrobe. */
export type Cut =
  'duijin' | 'xiejin' | 'zhongshan' | 'suit' | 'uniform' | 'vest' | 'robe' | 'bib' | 'knit' | 'apron'

/** A flat pattern printed over the cloth. */
export type Print = 'none' | 'flower' | 'cloud' | 'check' | 'coin' | 'dots' | 'stripe'

/** What one figure wears. */
export interface Garment {
  readonly cut: Cut
  readonly cloth: string
  readonly trim: string
  readonly print: Print
  readonly hem: number
  readonly girth: number
}

/** The pattern blocks, defined once a page. */
export const printBlocks = (): string => {
  const tile = (id: string, size: number, body: string) =>
    `<pattern id="print-${id}" width="${size}" height="${size}" ` +
    `patternUnits="userSpaceOnUse">${body}</pattern>`
  const bloom = (x: number, y: number) =>
    each(5, (k) =>
      disc(x + 6.5 * Math.cos(k * 1.257 - 1.57), y + 6.5 * Math.sin(k * 1.257 - 1.57), 5.4, hue.cream),
    ) + disc(x, y, 4, hue.ochre)
  const coin =
    disc(20, 20, 13, 'none', ` stroke="${hue.ochre}" stroke-width="3"`) +
    `<rect x="15.5" y="15.5" width="9" height="9" fill="none" stroke="${hue.ochre}" stroke-width="2.4"/>`
  const flowers = bloom(14, 15) + bloom(39, 40) + disc(39, 13, 3, hue.leaf) + disc(14, 40, 3, hue.leaf)
  const cloud = 'M8 24q-6 -10 5 -12q4 -9 13 -3q10 -2 9 8q5 7 -4 7Z M34 50q-5 -7 4 -9q5 -6 10 1'
  const check = line('M0 6H26M6 0V26', 3, hue.cream) + line('M0 18H26M18 0V26', 1.4, hue.ink)
  const tiles = [
    tile('flower', 50, flowers),
    tile('cloud', 54, line(cloud, 2.6, hue.cream)),
    tile('check', 26, check),
    tile('coin', 42, coin),
    tile('dots', 24, disc(7, 7, 3.2, hue.cream) + disc(19, 19, 3.2, hue.cream)),
    tile('stripe', 18, line('M5 -2V20', 3, hue.cream)),
  ]
  return `<defs>${tiles.join('')}</defs>`
}

const outline = (hem: number, g: number): string =>
  `M-20 -8C-40 -4 -56 4 ${n(-60 * g)} 30C${n(-60 * g)} 66 ${n(-62 * g)} 90 ` +
  `${n(-66 * g - (hem - 140) * 0.1)} ${hem}C-36 ${hem + 13} 36 ${hem + 13} ` +
  `${n(66 * g + (hem - 140) * 0.1)} ${hem}C${n(62 * g)} 90 ${n(60 * g)} 66 ${n(60 * g)} 30C56 4 40 ` +
  '-4 20 -8Q0 10 -20 -8Z'

const frog = (x: number, y: number, colour: string): string =>
  line(`M${x - 13} ${y}h26`, 4.5, colour) + disc(x, y, 4.6, colour, ` stroke="${hue.ink}" stroke-width="1.6"`)

const stand = (colour: string): string => shape('M-22 -16Q0 -4 22 -16L24 -2Q0 14 -24 -2Z', colour)

const button = (x: number, y: number, colour: string): string =>
  disc(x, y, 4, colour, ` stroke="${hue.ink}" stroke-width="1.6"`)

function details(cut: Cut, trim: string, hem: number, g: number): string {
  const side = 62 * g
  switch (cut) {
    case 'duijin':
      return line(`M0 6V${hem + 9}`, 3.2) + each(4, (i) => frog(0, 26 + i * 30, trim)) + stand(trim)
    case 'xiejin':
      return (
        line(`M2 6C18 26 38 34 ${n(side - 6)} 46L${n(side)} ${hem - 6}`, 9, trim) +
        line(`M2 6C18 26 38 34 ${n(side - 6)} 46`, 2.2) +
        frog(30, 30, trim) +
        line(`M${n(-side)} ${hem - 8}Q0 ${hem + 6} ${n(side)} ${hem - 8}`, 8, trim) +
        stand(trim)
      )
    case 'zhongshan': {
      const pocket = (x: number, y: number, w: number) =>
        shape(`M${x - w} ${y}h${w * 2}v${w * 1.3}q${-w} 7 ${-w * 2} 0Z`, 'none', ' stroke-width="2.6"') +
        line(`M${x - w} ${y + 8}L${x} ${y + 13}L${x + w} ${y + 8}`, 2.2)
      return (
        line(`M0 8V${hem + 9}`, 2.8) +
        each(4, (i) => button(0, 24 + i * 30, trim)) +
        pocket(-32, 32, 15) +
        pocket(32, 32, 15) +
        pocket(-36, 84, 19) +
        pocket(36, 84, 19) +
        shape('M0 2L-24 -14L-30 2L-14 16ZM0 2L24 -14L30 2L14 16Z', trim)
      )
    }
    case 'suit':
      return (
        shape('M-17 -8L0 72L17 -8Q0 8 -17 -8Z', hue.white) +
        shape('M-6 2L6 2L8 12L0 62L-8 12Z', trim) +
        shape(
          'M-20 -10L-40 4L-30 26L-38 32L0 86L-4 66ZM20 -10L40 4L30 26L38 32L0 86L4 66Z',
          'inherit',
          ' fill-opacity="0"',
        ) +
        line(`M0 86V${hem + 9}`, 2.8) +
        button(0, 100, hue.ink) +
        line('M22 60h22', 3)
      )
    case 'uniform':
      return (
        shape('M-6 4L6 4L8 14L0 66L-8 14Z', hue.ink) +
        shape('M0 2L-22 -14L-28 2L-12 18ZM0 2L22 -14L28 2L12 18Z', trim) +
        line(`M0 66V${hem + 9}`, 2.6) +
        line('M-46 44h28v18h-28ZM18 44h28v18h-28Z', 2.4) +
        shape('M-58 6l24 -8l4 9l-26 9ZM58 6l-24 -8l-4 9l26 9Z', hue.ink) +
        disc(31, 34, 5, hue.ochre, plain)
      )
    case 'vest':
      return (
        shape(
          `M-22 -6L-46 2L-50 ${hem - 6}Q-30 ${hem + 6} -6 ${hem + 8}L-4 70L-14 20ZM22 -6L46 2L50 ` +
            `${hem - 6}Q30 ${hem + 6} 6 ${hem + 8}L4 70L14 20Z`,
          '#F07C22',
        ) + line(`M-48 62L-5 70M48 62L5 70M-50 104L-6 112M50 104L6 112`, 8, hue.straw)
      )
    case 'robe':
      return (
        shape(`M-16 0L-15 ${hem + 9}Q0 ${hem + 13} 15 ${hem + 9}L16 0Q0 12 -16 0Z`, hue.cinnabar) +
        each(4, (i) => disc(0, 26 + i * 32, 5.5, hue.ochre)) +
        shape('M-24 -14Q0 6 24 -14L28 0Q0 20 -28 0Z', hue.white)
      )
    case 'bib':
      return (
        shape('M-24 -2Q0 12 24 -2L44 44Q46 96 0 112Q-46 96 -44 44Z', trim) +
        shape('M-17 1Q0 11 17 1L20 9Q0 20 -20 9Z', hue.ochre) +
        each(5, (k) =>
          disc(11 * Math.cos(k * 1.257 - 1.57), 58 + 11 * Math.sin(k * 1.257 - 1.57), 9, hue.pink),
        ) +
        disc(0, 58, 7, hue.ochre) +
        line('M-26 82q10 12 26 6q16 6 26 -6', 4, hue.leaf)
      )
    case 'knit':
      return (
        line(`M${n(-side + 2)} ${hem - 14}Q0 ${hem - 2} ${n(side - 2)} ${hem - 14}`, 3) +
        line('M-56 54Q0 66 56 54M-57 68Q0 80 57 68', 7, trim) +
        shape('M-22 -14Q0 4 22 -14L25 0Q0 18 -25 0Z', trim)
      )
    case 'apron':
      return (
        shape(
          `M-28 14Q0 22 28 14L34 56L54 62L58 ${hem - 4}Q0 ${hem + 14} -58 ${hem - 4}L-54 62L-34 56Z`,
          trim,
        ) +
        line('M-54 64Q0 76 54 64', 3) +
        oval(0, 100, 20, 12, 'none', ' stroke-width="2.4"') +
        stand(hue.cream)
      )
  }
}

/** The body of a coat, with its print and fastenings. */
export function garment({ cut, cloth, trim, print, hem, girth }: Garment): string {
  const body = outline(hem, girth)
  const over = print === 'none' ? '' : shape(body, `url(#print-${print})`, plain)
  const folds = line(
    `M${n(-46 * girth)} ${hem - 34}Q${n(-50 * girth)} ${hem - 16} ${n(-47 * girth)} ${hem - 4}` +
      `M${n(46 * girth)} ${hem - 34}Q${n(50 * girth)} ${hem - 16} ${n(47 * girth)} ${hem - 4}`,
    2.2,
  )
  return shape(body, cloth) + over + folds + details(cut, trim, hem, girth)
}
