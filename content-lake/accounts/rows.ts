/** @file Rows of the account tables as accounts. Pure. */
import { reviewStages, type ReviewStage } from '../../contracts/documents/review.ts'
import { roles, type Role } from '../access/party.ts'
import type { Account } from './caller.ts'

export type Row = Record<string, unknown>

/** A person's account as administrators see it. */
export interface Person extends Account {
  /** Unix ms; null: not locked. */
  lockedAt: number | null
  lastSignInAt: number | null
  /** False until the person has set a password. */
  hasPassword: boolean
}

/** A role that is not known any more may do the least. */
export const toRole = (value: unknown): Role => roles.find((role) => role === value) ?? 'viewer'

const toText = (value: unknown) => (typeof value === 'string' ? value : null)
export const toNumber = (value: unknown) => (typeof value === 'number' ? value : null)

/** Of a reviewer of whom nothing is said: every stage, since three people are asked for all the same. */
function toStages(row: Row): readonly ReviewStage[] {
  if (toRole(row['role']) !== 'reviewer') return []
  const told = toText(row['stages'])
  return told === null ? reviewStages : reviewStages.filter((stage) => told.split(',').includes(stage))
}

export const toAccount = (row: Row): Account => ({
  id: String(row['id']),
  name: String(row['name']),
  displayName: String(row['display_name']),
  role: toRole(row['role']),
  county: toText(row['county']),
  stages: toStages(row),
  createdAt: String(row['created_at']),
})

export const toPerson = (row: Row): Person => ({
  ...toAccount(row),
  lockedAt: toNumber(row['locked_at']),
  lastSignInAt: toNumber(row['last_sign_in_at']),
  hasPassword: row['password'] !== '',
})

/** A program, by its token. */
export function toRobot(row: Row): Account {
  const name = String(row['name'])
  return {
    id: `robot-${name}`,
    name,
    displayName: `程序：${toText(row['title']) ?? name}`,
    role: toRole(row['role']),
    county: toText(row['county']),
    stages: [],
    createdAt: new Date(Number(row['created_at'])).toISOString(),
  }
}
