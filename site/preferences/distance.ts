/** @file How far a place is, in a straight line, in words no more exact than that is. Pure. */

export interface Position {
  lat: number
  lng: number
}

const earthRadiusKm = 6371

/** @returns kilometres along the great circle */
export function kilometresBetween(from: Position, to: Position): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const half = (a: number, b: number) => Math.sin(radians(b - a) / 2) ** 2
  const chord =
    half(from.lat, to.lat) + Math.cos(radians(from.lat)) * Math.cos(radians(to.lat)) * half(from.lng, to.lng)
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(chord)))
}

/** 不到 1 公里, 约 3 公里, 约 40 公里: positions are kept to about a kilometre, and roads are longer. */
export function distanceWords(kilometres: number): string {
  if (kilometres < 1) return '不到 1 公里'
  const rounded = kilometres < 20 ? Math.round(kilometres) : Math.round(kilometres / 5) * 5
  return `约 ${rounded} 公里`
}

/** Reads `37.73,115.67`; null when it is no position on earth. */
export function readPosition(text: string | undefined): Position | null {
  const match = /^(-?\d{1,2}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)$/.exec(text ?? '')
  if (!match) return null
  const position = { lat: Number(match[1]), lng: Number(match[2]) }
  return Math.abs(position.lat) <= 90 && Math.abs(position.lng) <= 180 ? position : null
}
