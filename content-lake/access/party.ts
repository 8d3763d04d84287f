/**
 * @file Who reads or writes, as plain data, so that a query worker can be told too.
 *
 * Pure. What a party may do: access/rights.ts.
 */

/** `receiver`: reads, and hands in readers' reports; a program's role, never a person's. */
export type Role = 'administrator' | 'receiver' | 'viewer'

export interface Party {
  /** What `author` and `identity()` say. */
  readonly id: string
  /** `system`: the lake itself, for work that nobody asked for by name. */
  readonly role: Role | 'anonymous' | 'system'
}

export const ANONYMOUS_PARTY: Party = { id: '<anonymous>', role: 'anonymous' }
export const SYSTEM: Party = { id: '<system>', role: 'system' }
