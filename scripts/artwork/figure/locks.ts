/** @file The kinds of hair and headwear, and the two cuts that both build on. */
import { brush, hue, line, n, shape } from '../ink.ts'

/** Hair worn bare. */
export type Bare =
  'short' | 'side' | 'bob' | 'braids' | 'ponytail' | 'bun' | 'tufts' | 'pigtails' | 'bald' | 'curly'

/** What is worn over the hair. */
export type Headwear =
  'towel' | 'straw' | 'cap' | 'police' | 'hardhat' | 'helmet' | 'crown' | 'scarf' | 'hood'

/** Everything that may sit on a head. */
export type Hair = Bare | Headwear

/** The two layers of one hair style. */
export interface HairLayers {
  readonly back: string
  readonly front: string
}

/** Short hair over the brow; what hats are set on. */
export const crop = (colour: string, dx: number): string =>
  shape(
    `M-59 -2C-70 -58 -40 -82 0 -82C40 -82 70 -58 59 -2C55 -20 50 -30 ${n(40 + dx)} -42` +
      `C${n(22 + dx)} -34 ${n(-10 + dx)} -36 ${n(-26 + dx)} -46C-42 -40 -52 -26 -59 -2Z`,
    colour,
  ) + brush([-34, -60], [-8, -76], [26, -68], 3.4, hue.grey)

/** Hair parted in the middle. */
export const parted = (colour: string, dx: number): string =>
  shape(
    `M-60 12C-72 -56 -44 -84 0 -84C44 -84 72 -56 60 12C54 -14 ${n(36 + dx)} -36 ${n(dx * 1.4)} -52` +
      `C${n(-36 + dx)} -36 -54 -14 -60 12Z`,
    colour,
  ) + line(`M${n(dx * 1.4)} -52Q${n(dx)} -68 ${n(dx * 0.6)} -82`, 2, hue.grey)
