/** @file Who makes a request. Pure. */
import type { ReviewStage } from '../../contracts/documents/review.ts'
import { ANONYMOUS_PARTY, type Party, type Role } from '../access/party.ts'

export type { Role } from '../access/party.ts'

export interface Account {
  /** What `author` and `identity()` say. */
  id: string
  /** The name of sign-in. */
  name: string
  displayName: string
  role: Role
  /** Id of the county's document; null: the whole prefecture. */
  county: string | null
  /** What a reviewer may approve, in the order of the stages; of all others nothing. */
  stages: readonly ReviewStage[]
  /** ISO 8601. */
  createdAt: string
}

/** `credential` is the hash of the session or token, to ask later whether it still holds. */
export type Caller =
  | { kind: 'anonymous' }
  | { kind: 'session'; account: Account; credential: string; expiresAt: number }
  | { kind: 'token'; account: Account; credential: string }

export const ANONYMOUS: Caller = { kind: 'anonymous' }

export const partyOf = (caller: Caller): Party =>
  caller.kind === 'anonymous'
    ? ANONYMOUS_PARTY
    : { id: caller.account.id, role: caller.account.role, county: caller.account.county }

export const identityOf = (caller: Caller) => partyOf(caller).id

export const isAdministrator = (caller: Caller) =>
  caller.kind !== 'anonymous' && caller.account.role === 'administrator'

const WRITERS: readonly Role[] = ['administrator', 'operator', 'editor', 'reviewer']

/** Who may change something; what, the commit decides. */
export const mayWrite = (caller: Caller) =>
  caller.kind !== 'anonymous' && WRITERS.includes(caller.account.role)

export const mayHandIn = (caller: Caller) =>
  mayWrite(caller) || (caller.kind === 'token' && caller.account.role === 'receiver')

const ROLE_TITLES: Readonly<Record<Role, string>> = {
  administrator: '管理员',
  operator: '播控员',
  editor: '编辑',
  reviewer: '审核员',
  adviser: '村（社区）法律顾问',
  viewer: '查看者',
  receiver: '收件程序',
}

export const roleTitle = (role: Role) => ROLE_TITLES[role]
