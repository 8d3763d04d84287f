/**
 * @file What was done to accounts, by whom and when; and every try to sign in.
 *
 * The first is append-only and kept for ever. Tries are kept for a year (the law asks for six months), and no
 * more than `TRIES_MAX` of them. A name that no account has may be a password typed into the wrong box,
 * so only its beginning is kept.
 */
import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../../contracts/part.ts'
import { networkOf } from './attempts.ts'

export type AccountAction =
  | 'made'
  | 'invited'
  | 'reset'
  | 'password-set'
  | 'locked'
  | 'unlocked'
  | 'changed'
  | 'sessions-ended'
  | 'token-made'
  | 'token-ended'

export type Outcome = 'in' | 'wrong' | 'unknown' | 'locked' | 'waiting'

export interface LogEntry {
  at: number
  /** Account ids; `<system>` is the program itself. */
  actor: string
  action: AccountAction
  subject: string
  details: Record<string, unknown>
}

export interface Try {
  at: number
  name: string
  address: string
  outcome: Outcome
}

export interface Journal {
  note(actor: string, action: AccountAction, subject: string, details?: Record<string, unknown>): void
  tried(name: string, address: string, outcome: Outcome): void
  /** Whether this account was ever used from this address, as far as is remembered. */
  hasSignedIn(name: string, address: string): boolean
  /** Newest first. */
  entries(limit: number): LogEntry[]
  tries(limit: number): Try[]
}

const TRIES_KEPT_MS = 366 * 24 * 3_600_000
const TRIES_MAX = 500_000
/** A refusal to even look is written down so often and no oftener: a flood must not fill the disk. */
const WAITING_EVERY_MS = 60_000

export function createJournal(database: DatabaseSync, clock: Clock): Journal {
  const note = database.prepare(
    'INSERT INTO account_log(at, actor, action, subject, details) VALUES(?,?,?,?,?)',
  )
  const add = database.prepare('INSERT INTO sign_ins(at, name, address, outcome) VALUES(?,?,?,?)')
  const drop = database.prepare('DELETE FROM sign_ins WHERE at < ? OR id <= ?')
  const find = database.prepare(
    `SELECT 1 FROM sign_ins WHERE name = ? AND address = ? AND outcome = 'in' LIMIT 1`,
  )
  const log = database.prepare('SELECT * FROM account_log ORDER BY id DESC LIMIT ?')
  const tries = database.prepare('SELECT * FROM sign_ins ORDER BY id DESC LIMIT ?')
  let waitingAt = -Infinity

  return {
    note: (actor, action, subject, details = {}) =>
      void note.run(clock.now(), actor, action, subject, JSON.stringify(details)),
    tried(name, address, outcome) {
      const now = clock.now()
      if (outcome === 'waiting' && Math.abs(now - waitingAt) < WAITING_EVERY_MS) return
      if (outcome === 'waiting') waitingAt = now
      const isName = outcome === 'in' || outcome === 'wrong' || outcome === 'locked'
      const kept = isName || name === '' ? name : `${[...name].slice(0, 3).join('')}…`
      const { lastInsertRowid } = add.run(now, kept, networkOf(address), outcome)
      drop.run(now - TRIES_KEPT_MS, Number(lastInsertRowid) - TRIES_MAX)
    },
    hasSignedIn: (name, address) => find.get(name, networkOf(address)) !== undefined,
    entries: (limit) =>
      log.all(limit).map((row) => ({
        at: Number(row['at']),
        actor: String(row['actor']),
        action: String(row['action']) as AccountAction,
        subject: String(row['subject']),
        details: JSON.parse(String(row['details'])) as Record<string, unknown>,
      })),
    tries: (limit) =>
      tries.all(limit).map((row) => ({
        at: Number(row['at']),
        name: String(row['name']),
        address: String(row['address']),
        outcome: String(row['outcome']) as Outcome,
      })),
  }
}
