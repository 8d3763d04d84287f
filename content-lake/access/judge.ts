/**
 * @file Compiles a party's grants into predicates, once for each role and county.
 *
 * Pure. A grant that does not compile to a plain comparison would be slow for every document of every
 * query: a test holds all of them to the plain form.
 */
import { compileFilter } from '../query/filter.ts'
import type { LakeDocument } from '../store/document.ts'
import { grantsOf, type Permission } from './grants.ts'
import type { Party } from './party.ts'

export interface Judge {
  /** By the grants that speak of one document alone. */
  may(permission: Permission, document: LakeDocument): boolean
  /** What the party may see of assets, beyond that. */
  assets: 'seen' | 'loose' | null
  /** True when nothing is kept from the party. */
  readsAll: boolean
}

const JUDGES_MAX = 1000
const judges = new Map<string, Judge>()

/** @param isReviewed as `grantsOf` */
export function judgeOf(party: Party, isReviewed = false): Judge {
  const key = `${party.role} ${isReviewed} ${party.county ?? ''}`
  const known = judges.get(key)
  if (known) return known
  const judge = compile(party, isReviewed)
  if (judges.size >= JUDGES_MAX) judges.clear()
  judges.set(key, judge)
  return judge
}

function compile(party: Party, isReviewed: boolean): Judge {
  const grants = grantsOf(party, isReviewed)
  const byPermission = new Map<Permission, ((document: LakeDocument) => boolean)[]>()
  for (const { filter, permissions, assets } of grants) {
    if (assets !== undefined) continue
    const holds = compileFilter(`*[${filter}]`, {})
    for (const permission of permissions)
      byPermission.set(permission, [...(byPermission.get(permission) ?? []), holds])
  }
  const role = party.role
  return {
    may: (permission, document) => byPermission.get(permission)?.some((holds) => holds(document)) ?? false,
    assets: grants.find(({ assets }) => assets !== undefined)?.assets ?? null,
    readsAll: role === 'administrator' || role === 'viewer' || role === 'system',
  }
}
