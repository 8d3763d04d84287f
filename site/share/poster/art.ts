/**
 * @file The drawn groups and ornaments of posters, ready to be set down.
 *
 * Drawn by `scripts/artwork/posters.ts`; each group stands on its own ground line, 1300 by 800 units.
 */
import aid from './art/aid.svg?raw'
import child from './art/child.svg?raw'
import cloudText from './art/cloud.svg?raw'
import elders from './art/elders.svg?raw'
import fair from './art/fair.svg?raw'
import family from './art/family.svg?raw'
import fraud from './art/fraud.svg?raw'
import inheritance from './art/inheritance.svg?raw'
import injury from './art/injury.svg?raw'
import land from './art/land.svg?raw'
import law from './art/law.svg?raw'
import lawyer from './art/lawyer.svg?raw'
import money from './art/money.svg?raw'
import neighbours from './art/neighbours.svg?raw'
import peonyText from './art/peony.svg?raw'
import road from './art/road.svg?raw'
import vice from './art/vice.svg?raw'
import violence from './art/violence.svg?raw'
import wages from './art/wages.svg?raw'
import type { Family } from './families.ts'

/** What stands between the outermost tags. */
const inside = (svg: string): string => svg.replace(/^<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '')

const groups: Readonly<Record<Family, string>> = {
  aid,
  child,
  elders,
  fair,
  family,
  fraud,
  inheritance,
  injury,
  land,
  law,
  lawyer,
  money,
  neighbours,
  road,
  vice,
  violence,
  wages,
}

export const groupSize = { width: 1300, height: 800, floor: 780 } as const
export const groupArt = (name: Family): string => inside(groups[name])
/** 240 wide, 120 tall, about its middle. */
export const cloud = inside(cloudText)
/** 200 wide and tall, about its heart. */
export const peony = inside(peonyText)
