/** @file Every mural in its order, with the file name each is kept under. */
import type { Mural } from '../page/mural.ts'
import { cult } from './cult.ts'
import { elders } from './elders.ts'
import { emblems } from './emblems.ts'
import { families } from './families.ts'
import { fraud } from './fraud.ts'
import { inheritance } from './inheritance.ts'
import { land } from './land.ts'
import { loans } from './loans.ts'
import { marriage } from './marriage.ts'
import { neighbours } from './neighbours.ts'
import { portraits } from './portraits.ts'
import { safety } from './safety.ts'
import { sheets } from './sheets.ts'
import { violence } from './violence.ts'
import { wages } from './wages.ts'

/** All murals; the order fixes frame and colours, so append rather than insert. */
export const murals: readonly Mural[] = [
  ...neighbours,
  ...elders,
  ...marriage,
  ...inheritance,
  ...violence,
  ...loans,
  ...wages,
  ...land,
  ...fraud,
  ...cult,
  ...safety,
  ...emblems,
  ...sheets,
  ...portraits,
  ...families,
]

/** The file name of a mural: its kind and its number within the kind, from 1. */
export function muralFile(mural: Mural): string {
  const number = murals.filter((m) => m.kind === mural.kind).indexOf(mural) + 1
  return `${mural.kind}-${number}.webp`
}
