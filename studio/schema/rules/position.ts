/** @file Rules on positions on the ground. Pure. */
import type { GeoPoint } from '../../../contracts/documents/index.ts'
import type { Verdict } from './text.ts'

/** The country's extent, in whole degrees: a point outside has its numbers swapped or mistyped. */
export const latitudes = { least: 3, most: 54 } as const
export const longitudes = { least: 73, most: 136 } as const

const within = (value: number, { least, most }: { least: number; most: number }) =>
  value >= least && value <= most

/** A position is both numbers or none. */
export function wholePosition(position: Partial<GeoPoint> | undefined): Verdict {
  if (!position) return true
  const { lat, lng } = position
  if (lat === undefined && lng === undefined) return true
  if (lat === undefined || lng === undefined) return '纬度和经度要一起填，或者都不填'
  if (within(lat, longitudes) && within(lng, latitudes)) return '纬度和经度写反了，请对调'
  if (!within(lat, latitudes)) return `纬度应当在 ${latitudes.least} 到 ${latitudes.most} 之间，例如 37.74`
  return within(lng, longitudes) || `经度应当在 ${longitudes.least} 到 ${longitudes.most} 之间，例如 115.67`
}

/** @returns the number that a box holds: undefined while it is empty, null while it reads as none */
export function readDegrees(text: string): number | undefined | null {
  const plain = text
    .trim()
    .replace('．', '.')
    .replace(/[°度]$/u, '')
  if (plain === '') return undefined
  return /^-?\d{1,3}(?:\.\d{1,8})?$/u.test(plain) ? Number(plain) : null
}

/** Two numbers pasted together, as map programs copy them: `37.74, 115.67`, in either order. */
export function readPair(text: string): Pick<GeoPoint, 'lat' | 'lng'> | null {
  const parts = text.trim().split(/[,，;；\s]+/u)
  const [one, other] = parts.map(readDegrees)
  if (parts.length !== 2 || typeof one !== 'number' || typeof other !== 'number') return null
  return within(one, longitudes) && within(other, latitudes)
    ? { lat: other, lng: one }
    : { lat: one, lng: other }
}
