/** @file What drifts above: clouds, the red sun, swallows. */
import { contour, disc, each, hue, line, oval, place, plain, shape } from '../ink.ts'

/** An auspicious cloud about 200 wide. */
export const cloud = (colour: string = hue.cream, edge: string = hue.indigo): string =>
  `<g stroke="${edge}" stroke-linejoin="round" stroke-width="4.5">` +
  shape('M-100 22Q-108 -10 -74 -10Q-68 -44 -32 -34Q-10 -66 24 -42Q58 -52 62 -18Q104 -18 100 22Z', colour) +
  '</g>' +
  line(
    'M-74 -10q18 0 20 16q-2 12 -14 8M-32 -34q22 6 18 26q-8 14 -20 4M24 -42q18 14 8 30q-14 8 -20 -6' +
      'M62 -18q-14 2 -16 16',
    4.5,
    edge,
  )

/** The red sun over waves of cloud. */
export const sun = (r = 62): string =>
  contour(disc(0, 0, r, hue.cinnabar), 7, 4) +
  each(16, (i) =>
    place(0, 0, shape(`M-5 ${-r - 14}L0 ${-r - 38}L5 ${-r - 14}Z`, hue.ochre), { turn: i * 22.5 }),
  )

/** A swallow in flight. */
export const swallow = (): string =>
  shape(
    'M0 0Q-30 -30 -64 -26Q-36 -14 -20 6Q-44 20 -66 40Q-34 34 -8 16Q16 20 30 6Q40 2 34 -4Q18 -8 0 0Z',
    hue.ink,
    plain,
  ) + oval(20, 4, 8, 4, hue.cinnabar, plain)
