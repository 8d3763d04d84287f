/** @file From the values of columns to the fields of a document, and which of them differ. Pure. */
import { canonicalJson } from '../../../../contracts/canonical.ts'
import type { Draft } from '../lists/shape.ts'

/** Objects that have a type of their own. */
const typed: Readonly<Record<string, string>> = { position: 'geopoint' }

/** @param before parts of objects that the row does not name stay as they stand there */
export function fieldsOf(values: ReadonlyMap<string, unknown>, before: Draft): Draft {
  const fields: Record<string, unknown> = {}
  for (const [path, value] of values) {
    const [name = '', part] = path.split('.')
    if (part === undefined) fields[name] = value
    else {
      const standing = (fields[name] ?? before[name] ?? {}) as Draft
      const type = typed[name]
      fields[name] = { ...(type ? { _type: type } : {}), ...standing, [part]: value }
    }
  }
  return fields
}

const ofForm = new Set(['_key', '_weak', '_strengthenOnPublish'])

/** What a value means: keys of rows and the strength of references are not part of it. */
function meaning(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(meaning)
  if (typeof value !== 'object' || value === null) return value ?? null
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, member]) => !ofForm.has(key) && member !== undefined)
      .map(([key, member]) => [key, meaning(member)]),
  )
}

/** The fields in which a document means something else than before. */
export function changedFields(before: Draft, after: Draft): Draft {
  return Object.fromEntries(
    Object.entries(after).filter(
      ([name, value]) => canonicalJson(meaning(value)) !== canonicalJson(meaning(before[name])),
    ),
  )
}
