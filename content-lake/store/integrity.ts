/**
 * @file Refuses a transaction that would leave a strong reference pointing at nothing.
 *
 * Pure. Judged on the state after the whole transaction, so documents that refer to one another can be
 * created, or deleted, together. A party learns nothing here of what it may not read: a new reference to it
 * is a reference to nothing.
 */
import { failLake } from '../../contracts/errors/lake.ts'
import type { Party } from '../access/party.ts'
import { sightOf } from '../access/rights.ts'
import type { Documents } from './documents.ts'
import { referencesIn } from './references.ts'
import type { Change } from './stage.ts'

/** @throws PufaError `lake.reference-missing`, `lake.still-referenced` */
export function checkReferences(documents: Documents, changes: readonly Change[], party: Party): void {
  const sight = sightOf(documents, party)
  const changed = new Map(changes.map((change) => [change.id, change]))
  const finalOf = (id: string) => {
    const change = changed.get(id)
    return change ? change.after : (documents.get(id) ?? null)
  }
  for (const { id, before, after } of changes) {
    const known = new Set(before ? referencesIn(before).map((reference) => reference.id) : [])
    const isThere = (to: string) =>
      finalOf(to) !== null && (known.has(to) || changed.has(to) || sight.has(to))
    for (const reference of after ? referencesIn(after) : [])
      if (reference.strong && !isThere(reference.id))
        throw failLake('lake.reference-missing', { id, referenceId: reference.id })
  }
  for (const { id, before, after } of changes) {
    if (after || !before) continue
    const referringIds = [...documents.referrersOf(id)].filter((referrer) => {
      const document = finalOf(referrer)
      return document && referencesIn(document).some((reference) => reference.strong && reference.id === id)
    })
    if (referringIds.length > 0)
      throw failLake('lake.still-referenced', {
        id,
        referringIds: referringIds.filter((one) => sight.has(one)).slice(0, 20),
      })
  }
}
