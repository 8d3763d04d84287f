/**
 * @file Who reads or writes, as plain data, so that a query worker can be told too.
 *
 * Pure. What a role may do: access/grants.ts. How it is kept: access/rights.ts.
 */

/** `receiver`: reads what is published, and hands in readers' reports; a program's role, never a person's. */
export const roles = [
  'administrator',
  'operator',
  'editor',
  'reviewer',
  'adviser',
  'viewer',
  'receiver',
] as const
export type Role = (typeof roles)[number]

/** Roles whose work may be bounded to one county. */
export const countyRoles: readonly Role[] = ['operator', 'editor', 'reviewer', 'adviser']

export interface Party {
  /** What `author` and `identity()` say. */
  readonly id: string
  /** `system`: the lake itself, for work that nobody asked for by name. */
  readonly role: Role | 'anonymous' | 'system'
  /** Id of the county's document; null: the whole prefecture. */
  readonly county: string | null
}

export const ANONYMOUS_PARTY: Party = { id: '<anonymous>', role: 'anonymous', county: null }
export const SYSTEM: Party = { id: '<system>', role: 'system', county: null }
