/** @file Hair worn bare, in two layers: behind the head and over it. Origin is the middle of the head. */
import { brush, disc, each, hue, line, n, oval, shape } from '../ink.ts'
import { hat } from './hats.ts'
import { crop, parted, type Hair, type HairLayers } from './locks.ts'

const braid = (side: number, colour: string): string =>
  each(4, (i) => oval(side * (58 + i * 2), 34 + i * 23, 15 - i * 1.6, 14 - i * 1, colour)) +
  oval(side * 66, 122, 9, 13, colour) +
  shape(`M${side * 54} 106l${side * 24} -3l-2 12l${side * -20} 3Z`, hue.cinnabar)

const knot = (x: number, y: number, colour: string): string =>
  shape(`M${x} ${y}c-14 -16 -28 -10 -26 2c2 10 16 8 26 -2c14 -16 28 -10 26 2c-2 10 -16 8 -26 -2Z`, colour) +
  disc(x, y, 6, colour)

/** The layers for a style; `turn` as in `head`. Whatever is worn over the hair is in `hats.ts`. */
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
    default:
      return hat(style, colour, turn)
  }
}
