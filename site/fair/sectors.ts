/**
 * @file The wheel's sectors: which topics stand in each, its outline, and where the wheel comes to rest. Pure.
 *
 * Angles are degrees, clockwise, 0 at the top, where the pointer stands. Sector 0 begins there when the
 * wheel has not been turned.
 */
import { below, type Random } from './draw.ts'

export interface Sector {
  /** What is written on it: one topic, or the first of several. */
  label: string
  /** Slugs. */
  topics: readonly string[]
}

export const sectorCounts: readonly number[] = [4, 6, 8, 10, 12]
export const sectorCountUsual = 8

/** At most `count` sectors, topics dealt to them in turn, so that each holds about as many. */
export function sectorsOf(
  topics: readonly { slug: string; title: string }[],
  count: number,
): readonly Sector[] {
  const places = Math.min(count, topics.length)
  return Array.from({ length: places }, (_, place) => {
    const own = topics.filter((_topic, index) => index % places === place)
    const [first] = own
    const title = first?.title ?? ''
    return {
      label: own.length > 1 ? `${title}等${own.length}类` : title,
      topics: own.map(({ slug }) => slug),
    }
  })
}

const round = (value: number) => Math.round(value * 100) / 100

function point(degrees: number, radius: number): [number, number] {
  const radians = (degrees * Math.PI) / 180
  return [round(radius * Math.sin(radians)), round(-radius * Math.cos(radians))]
}

/** The outline of a sector around the origin, as the `d` of a path. */
export function outline(index: number, count: number, radius: number): string {
  const [from, to] = [(index * 360) / count, ((index + 1) * 360) / count]
  if (count === 1)
    return `M0 ${-radius}A${radius} ${radius} 0 1 1 0 ${radius}A${radius} ${radius} 0 1 1 0 ${-radius}Z`
  const [x1, y1] = point(from, radius)
  const [x2, y2] = point(to, radius)
  return `M0 0L${x1} ${y1}A${radius} ${radius} 0 ${to - from > 180 ? 1 : 0} 1 ${x2} ${y2}Z`
}

/** The middle of a sector. */
export const middle = (index: number, count: number): number => ((index + 0.5) * 360) / count

/** The sector under the pointer of a wheel that has been turned by so much. */
export function sectorAt(turned: number, count: number): number {
  const at = (((-turned % 360) + 360) % 360) / (360 / count)
  return Math.min(count - 1, Math.floor(at))
}

const turnsLeast = 5
/** The pointer keeps clear of the lines by this part of a sector on either side. */
const clearance = 0.15

/**
 * Where to turn the wheel so that it rests on a sector, at a place that differs from time to time.
 * @param turned how far it has been turned so far
 * @returns at least `turnsLeast` turns further
 */
export function restOn(index: number, count: number, turned: number, random: Random): number {
  const width = 360 / count
  const within = clearance + (1 - 2 * clearance) * (below(1000, random) / 999)
  const target = 360 - (index + within) * width
  const turns = Math.ceil(turned / 360) + turnsLeast
  return turns * 360 + target
}

/** Names of six characters are mostly four and two (未成年人|保护), the others about even (防骗和|消费). */
const firstLineLength = (length: number) => (length <= 4 ? length : length === 6 ? 4 : Math.ceil(length / 2))

/** A name in one line or two, and below it how many topics there are besides. */
export function labelLines(label: string): readonly string[] {
  const [, title = label, rest = ''] = /^(.*?)(等\d+类)?$/.exec(label) ?? []
  const characters = [...title]
  const cut = firstLineLength(characters.length)
  return [characters.slice(0, cut).join(''), characters.slice(cut).join(''), rest].filter(
    (line) => line !== '',
  )
}
