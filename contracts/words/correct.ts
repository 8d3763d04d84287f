/** @file Puts a better wording in the place of what was found, there and nowhere else. Pure. */
import type { Finding } from './finding.ts'
import type { Content, Path, Place } from './places.ts'

/** One stored string before and after. */
export interface Correction {
  path: Path
  before: string
  after: string
}

/** The string at a path; undefined where there is none, or something else. */
export function stringAt(document: Content, path: Path): string | undefined {
  let value: unknown = document
  for (const segment of path) {
    if (typeof segment === 'object')
      value = Array.isArray(value)
        ? (value as unknown[]).find((member) => (member as Content | null)?.['_key'] === segment._key)
        : undefined
    else value = (value as Record<PropertyKey, unknown> | null | undefined)?.[segment]
  }
  return typeof value === 'string' ? value : undefined
}

/**
 * @param instead goes where the finding begins; what of it lies in further spans goes away
 * @returns null when the document says something else there by now
 */
export function correctionOf(document: Content, finding: Finding, instead: string): Correction[] | null {
  const places: readonly Place[] = [finding, ...finding.rest]
  const standing = places.map(({ path, from, to }) => stringAt(document, path)?.slice(from, to) ?? '')
  // A block's whole text may hold what is no text between two spans; no finding reaches over it.
  if (standing.join('') !== finding.found) return null
  return places.map(({ path, from, to }, index) => {
    const before = stringAt(document, path) ?? ''
    return { path, before, after: before.slice(0, from) + (index === 0 ? instead : '') + before.slice(to) }
  })
}

/** What puts a correction back, or null when somebody has changed the place since. */
export function undoOf(document: Content, corrections: readonly Correction[]): Correction[] | null {
  const stands = corrections.every(({ path, after }) => stringAt(document, path) === after)
  return stands
    ? corrections.map(({ path, before, after }) => ({ path, before: after, after: before }))
    : null
}
