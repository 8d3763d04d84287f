/**
 * @file References inside a document, and those that publishing makes strong. Pure.
 */
export { referencesIn, type Reference } from '../../contracts/references.ts'

/** A copy in which references marked `_strengthenOnPublish` are strong ones. */
export function strengthenReferences<T>(value: T): T {
  if (Array.isArray(value)) return value.map((entry: unknown) => strengthenReferences(entry)) as T
  if (typeof value !== 'object' || value === null) return value
  const record = value as Record<string, unknown>
  const strengthens = '_strengthenOnPublish' in record
  const copy: Record<string, unknown> = {}
  for (const key of Object.keys(record))
    if (!(strengthens && (key === '_weak' || key === '_strengthenOnPublish')))
      copy[key] = strengthenReferences(record[key])
  return copy as T
}
