/** @file Sets the county of what is created without one by somebody who works for one county. Pure. */
import { countyOwnedTypes } from '../../contracts/documents/kinds.ts'
import type { Party } from './party.ts'

const owned: ReadonlySet<unknown> = new Set(countyOwnedTypes)

/** @returns the document, or a copy with the party's county */
export function withCounty<T extends Record<string, unknown>>(document: T, { county }: Party): T {
  const isMissing = document['county'] === undefined || document['county'] === null
  if (county === null || !isMissing || !owned.has(document['_type'])) return document
  return { ...document, county: { _type: 'reference', _ref: county } }
}
