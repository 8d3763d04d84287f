/** @file Hair and hats, in two layers: behind the head and over it. Origin is the middle of the head. */
import { brush, disc, each, hue, line, n, oval, plain, shape } from '../ink.ts'

/** Everything that may sit on a head. */
export type Hair =
  | 'short'
  | 'side'
  | 'bob'
  | 'braids'
  | 'ponytail'
  | 'bun'
  | 'tufts'
  | 'pigtails'
  | 'bald'
  | 'towel'
  | 'straw'
  | 'cap'
  | 'police'
  | 'hardhat'
  | 'helmet'
  | 'crown'
  | 'scarf'
  | 'curly'
  | 'hood'

/** The two layers of one hair style. */
export interface HairLayers {
  readonly back: string
  readonly front: string
}

const crop = (colour: string, dx: number): string =>
  shape(
    `M-59 -2C-70 -58 -40 -82 0 -82C40 -82 70 -58 59 -2C55 -20 50 -30 ${n(40 + dx)} -42` +
      `C${n(22 + dx)} -34 ${n(-10 + dx)} -36 ${n(-26 + dx)} -46C-42 -40 -52 -26 -59 -2Z`,
    colour,
  ) + brush([-34, -60], [-8, -76], [26, -68], 3.4, hue.grey)

const parted = (colour: string, dx: number): string =>
  shape(
    `M-60 12C-72 -56 -44 -84 0 -84C44 -84 72 -56 60 12C54 -14 ${n(36 + dx)} -36 ${n(dx * 1.4)} -52` +
      `C${n(-36 + dx)} -36 -54 -14 -60 12Z`,
    colour,
  ) + line(`M${n(dx * 1.4)} -52Q${n(dx)} -68 ${n(dx * 0.6)} -82`, 2, hue.grey)

const braid = (side: number, colour: string): string =>
  each(4, (i) => oval(side * (58 + i * 2), 34 + i * 23, 15 - i * 1.6, 14 - i * 1, colour)) +
  oval(side * 66, 122, 9, 13, colour) +
  shape(`M${side * 54} 106l${side * 24} -3l-2 12l${side * -20} 3Z`, hue.cinnabar)

const knot = (x: number, y: number, colour: string): string =>
  shape(`M${x} ${y}c-14 -16 -28 -10 -26 2c2 10 16 8 26 -2c14 -16 28 -10 26 2c-2 10 -16 8 -26 -2Z`, colour) +
  disc(x, y, 6, colour)

const brim = (y: number, colour: string, dx: number): string =>
  shape(`M-66 ${y}Q${n(dx * 1.5)} ${y - 24} 66 ${y}Q${n(dx * 2.4)} ${y + 14} -66 ${y}Z`, colour)

const dome = (colour: string, base: number): string =>
  shape(`M-62 ${base}C-66 -96 66 -96 62 ${base}Q0 ${base - 18} -62 ${base}Z`, colour)

/** The layers for a style; `turn` as in `head`. */
export function hair(style: Hair, colour: string, turn: number): HairLayers {
  const dx = turn * 9
  const bare = { back: '', front: '' }
  switch (style) {
    case 'short':
      return { ...bare, front: crop(colour, dx) }
    case 'side':
      return {
        ...bare,
        front:
          shape(
            'M-59 -2C-72 -60 -38 -88 4 -84C44 -82 72 -58 59 -2C54 -22 48 -36 30 -44C0 -32 -34 -34 ' +
              '-46 -50C-52 -34 -56 -20 -59 -2Z',
            colour,
          ) + brush([-30, -62], [0, -80], [34, -64], 3.4, hue.grey),
      }
    case 'curly':
      return {
        back: each(7, (i) => disc(-62 + i * 20.6, -20 + Math.abs(i - 3) * 14, 24, colour)),
        front: each(7, (i) => disc(-54 + i * 18, -58 + Math.abs(i - 3) ** 2 * 3.4, 19, colour)),
      }
    case 'bob':
      return {
        back: shape('M-66 -20C-76 30 -74 60 -60 66L60 66C74 60 76 30 66 -20Z', colour),
        front: parted(colour, dx),
      }
    case 'ponytail':
      return {
        back: shape(
          `M${n(-turn * 30)} -70C${n(-turn * 110)} -80 ${n(-turn * 118)} 20 ${n(-turn * 84)} 62` +
            `C${n(-turn * 92)} 10 ${n(-turn * 70)} -20 ${n(-turn * 40)} -30Z`,
          colour,
        ),
        front: crop(colour, dx) + shape(`M${n(-turn * 50 - 8)} -66l18 -6l2 18l-16 4Z`, hue.cinnabar),
      }
    case 'braids':
      return {
        back: shape('M-62 -20C-70 20 -62 40 -50 44L50 44C62 40 70 20 62 -20Z', colour),
        front: parted(colour, dx) + braid(-1, colour) + braid(1, colour),
      }
    case 'bun':
      return {
        back:
          disc(-turn * 58, -44, 30, colour) +
          line(`M${n(-turn * 58 - 14)} -50q14 -14 28 0M${n(-turn * 58 - 10)} -36q10 10 22 -2`, 2.4),
        front:
          parted(colour, dx) +
          shape(`M-61 -10Q${n(dx)} -62 61 -10L60 -26Q${n(dx)} -80 -60 -26Z`, hue.ink) +
          disc(dx * 1.5, -50, 8, hue.cinnabar),
      }
    case 'tufts':
      return {
        back: disc(-58, -46, 18, colour) + disc(58, -46, 18, colour),
        front:
          shape(
            `M${n(-26 + dx)} -62Q${n(dx)} -84 ${n(26 + dx)} -62Q${n(28 + dx)} -40 ${n(dx)} -34` +
              `Q${n(-28 + dx)} -40 ${n(-26 + dx)} -62Z`,
            colour,
          ) +
          knot(-50, -52, hue.cinnabar) +
          knot(50, -52, hue.cinnabar),
      }
    case 'pigtails':
      return {
        back:
          shape('M-60 -30C-104 -50 -112 0 -92 34C-84 14 -76 0 -58 -6Z', colour) +
          shape('M60 -30C104 -50 112 0 92 34C84 14 76 0 58 -6Z', colour),
        front: crop(colour, dx) + knot(-64, -28, hue.cinnabar) + knot(64, -28, hue.cinnabar),
      }
    case 'bald':
      return {
        back: shape('M-58 -30C-76 -16 -72 14 -60 22L-52 10ZM58 -30C76 -16 72 14 60 22L52 10Z', colour),
        front: line('M-20 -64Q0 -72 20 -64', 2),
      }
    case 'towel':
      return {
        ...bare,
        front:
          shape('M-62 -8C-72 -58 -42 -86 0 -86C42 -86 72 -58 62 -8Q0 -56 -62 -8Z', hue.white) +
          line('M-58 -30Q0 -80 58 -30M-40 -62Q0 -84 40 -62', 2.6) +
          line('M-60 -18Q0 -66 60 -18', 3, hue.indigo) +
          shape(
            `M${n(dx)} -66c-10 -26 -34 -30 -34 -16c0 10 20 16 34 16c10 -26 36 -28 36 -14c0 12 -22 16 -36 14Z`,
            hue.white,
          ),
      }
    case 'straw':
      return {
        back: oval(dx * 0.5, -46, 108, 26, hue.earth),
        front:
          shape(
            `M-104 -40Q${n(dx)} -16 104 -40Q92 -70 58 -64C52 -104 -52 -104 -58 -64Q-92 -70 -104 -40Z`,
            hue.straw,
          ) +
          line('M-56 -62Q0 -42 56 -62M-84 -46Q0 -24 84 -46M-40 -84Q0 -74 40 -84', 2.2, hue.earth) +
          line('M-57 -60Q0 -40 57 -60', 7, hue.cinnabar),
      }
    case 'cap':
      return {
        ...bare,
        front:
          crop(colour, dx) +
          shape(`M-64 -34C-76 -86 -30 -98 0 -98C30 -98 76 -86 64 -34Q0 -58 -64 -34Z`, hue.indigo) +
          brim(-36, hue.indigo, dx) +
          line('M-58 -52Q0 -74 58 -52', 2.4),
      }
    case 'police':
      return {
        ...bare,
        front:
          crop(colour, dx) +
          shape(
            'M-84 -66C-84 -96 -40 -112 0 -112C40 -112 84 -96 84 -66Q50 -58 58 -40Q0 -62 -58 -40' +
              'Q-50 -58 -84 -66Z',
            hue.indigo,
          ) +
          shape('M-58 -40Q0 -62 58 -40L58 -56Q0 -78 -58 -56Z', hue.ink) +
          brim(-38, hue.ink, dx) +
          shape(`M${n(dx)} -98l10 8l-3 14l-7 5l-7 -5l-3 -14Z`, hue.ochre),
      }
    case 'hardhat':
      return {
        ...bare,
        front:
          crop(colour, dx) +
          dome(hue.ochre, -32) +
          shape(
            `M${n(dx - 10)} -92Q${n(dx)} -98 ${n(dx + 10)} -92L${n(dx * 1.4 + 10)} -48` +
              `L${n(dx * 1.4 - 10)} -48Z`,
            hue.straw,
          ) +
          brim(-32, hue.ochre, dx * 1.4),
      }
    case 'helmet':
      return {
        back: shape('M-68 -30C-76 30 -66 46 -50 48L50 48C66 46 76 30 68 -30Z', hue.ochre),
        front:
          shape(
            'M-68 20C-86 -70 -44 -98 0 -98C44 -98 86 -70 68 20L54 20C58 -20 44 -44 0 -46C-44 -44 ' +
              '-58 -20 -54 20Z',
            hue.ochre,
          ) +
          shape(`M-52 -30Q${n(dx)} -62 52 -30L50 -16Q${n(dx)} -44 -50 -16Z`, hue.sky) +
          line('M-40 -78Q0 -92 40 -78', 4, hue.cream) +
          line('M-50 40Q0 74 50 40', 5),
      }
    case 'crown':
      return {
        back: disc(0, -62, 40, hue.ink),
        front:
          parted(hue.ink, dx) +
          each(5, (i) => place5(i, dx)) +
          line('M-62 -8q-6 26 -2 44M62 -8q6 26 2 44', 4, hue.ochre) +
          disc(-65, 42, 7, hue.cinnabar) +
          disc(65, 42, 7, hue.cinnabar),
      }
    case 'scarf':
      return {
        back: shape('M-66 -20C-80 40 -60 70 -40 74L40 74C60 70 80 40 66 -20Z', hue.cinnabar),
        front:
          crop(colour, dx) +
          shape(
            `M-62 26C-80 -60 -44 -88 0 -88C44 -88 80 -60 62 26C56 -14 ${n(36 + dx)} -42 ${n(dx)} ` +
              `-44C${n(-36 + dx)} -42 -58 -18 -62 26Z`,
            hue.cinnabar,
          ) +
          each(5, (i) => disc(-46 + i * 23, -60 + Math.abs(i - 2) * 9, 4.5, hue.cream, plain)),
      }
    case 'hood':
      return {
        back: shape('M-80 90C-100 -20 -70 -110 0 -116C70 -110 100 -20 80 90Z', colour),
        front: shape(
          'M-72 80C-92 -20 -60 -106 0 -112C60 -106 92 -20 72 80C60 -10 50 -48 0 -52C-50 -48 -60 -10 -72 80Z',
          colour,
        ),
      }
  }
}

/** One blossom of the bridal crown. */
function place5(i: number, dx: number): string {
  const x = -48 + i * 24 + dx
  const y = -62 - (2 - Math.abs(i - 2)) * 12
  const petals = each(5, (k) =>
    disc(
      x + 10 * Math.cos(k * 1.257),
      y + 10 * Math.sin(k * 1.257),
      8.5,
      i % 2 === 0 ? hue.cinnabar : hue.rose,
    ),
  )
  return petals + disc(x, y, 6, hue.ochre)
}
