/** @file A trail as mutations: it is made, or put in the place of exactly the revision that was read. Pure. */
import type { MarkedTrail } from '../seal.ts'
import type { Mutation, ServiceDocument } from '../service/service.ts'

/** @param shown what stands there, whoever wrote it, of whatever type */
export function trailMutations(id: string, shown: ServiceDocument | null, trail: MarkedTrail): Mutation[] {
  const document = { ...trail, _id: id, _type: 'review' }
  if (!shown) return [{ create: document }]
  // Only a patch can name a revision; what it sets is replaced with all the rest.
  const guard = { patch: { id, ifRevisionID: shown._rev, set: { subject: trail.subject } } }
  return [guard, { createOrReplace: document }]
}
