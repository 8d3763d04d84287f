/** @file Hats, scarves, helmets and crowns, in two layers as hair is. Origin is the middle of the head. */
import { disc, each, hue, line, n, oval, plain, shape } from '../ink.ts'
import { crop, parted, type HairLayers, type Headwear } from './locks.ts'

const brim = (y: number, colour: string, dx: number): string =>
  shape(`M-66 ${y}Q${n(dx * 1.5)} ${y - 24} 66 ${y}Q${n(dx * 2.4)} ${y + 14} -66 ${y}Z`, colour)

const dome = (colour: string, base: number): string =>
  shape(`M-62 ${base}C-66 -96 66 -96 62 ${base}Q0 ${base - 18} -62 ${base}Z`, colour)

/** The layers for what is worn over the hair. */
export function hat(style: Headwear, colour: string, turn: number): HairLayers {
  const dx = turn * 9
  const bare = { back: '', front: '' }
  switch (style) {
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
