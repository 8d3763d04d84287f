/**
 * @file Sessions of people, in the database.
 *
 * A session is a random secret of 256 bits, of which only the SHA-256 is stored. It ends after `IDLE_MS` without
 * use and `SESSION_MS` in any case, and at once with a lock of its account.
 */
import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../../contracts/part.ts'
import { randomSecret } from '../store/random.ts'
import { isSqliteError, SQLITE_FULL } from '../store/sqlite-error.ts'
import type { Caller } from './caller.ts'
import { toAccount } from './rows.ts'

const HOUR_MS = 3_600_000
const IDLE_MS = 24 * HOUR_MS
const SESSION_MS = 7 * 24 * HOUR_MS
const SEEN_EVERY_MS = HOUR_MS / 2
const BROWSER_LENGTH_MAX = 200
const KEY_LENGTH = 16

export const sha256 = (secret: string) => createHash('sha256').update(secret).digest('hex')

export interface OpenSession {
  /** Names the session without being its secret. */
  key: string
  beganAt: number
  seenAt: number
  address: string
  /** `User-Agent`. */
  browser: string
}

export interface Sessions {
  /** @returns the secret */
  begin(userId: string, from: { address: string; browser: string }): string
  /** Null when there is none or it has ended. Using it prolongs it. */
  use(secret: string): (Caller & { kind: 'session' }) | null
  /** By the hash that a caller carries; prolongs nothing. */
  holds(hash: string): boolean
  end(hash: string): void
  endAll(userId: string, exceptHash?: string): void
  /** @returns false when there is no such session */
  endOne(userId: string, key: string): boolean
  of(userId: string): OpenSession[]
}

export const sessionKey = (hash: string) => hash.slice(0, KEY_LENGTH)

export function createSessions(database: DatabaseSync, clock: Clock): Sessions {
  const insert = database.prepare(
    'INSERT INTO sessions(hash, user_id, created_at, seen_at, address, browser) VALUES(?,?,?,?,?,?)',
  )
  const select = database.prepare(
    `SELECT s.seen_at, s.created_at AS began_at, u.* FROM sessions s JOIN users u ON u.id = s.user_id
     WHERE s.hash = ? AND u.locked_at IS NULL`,
  )
  const seen = database.prepare('UPDATE sessions SET seen_at = ? WHERE hash = ?')
  const dropExpired = database.prepare('DELETE FROM sessions WHERE seen_at <= ? OR created_at <= ?')
  const drop = database.prepare('DELETE FROM sessions WHERE hash = ?')
  const dropOf = database.prepare('DELETE FROM sessions WHERE user_id = ? AND hash <> ?')
  const dropOne = database.prepare(
    `DELETE FROM sessions WHERE user_id = ? AND substr(hash, 1, ${KEY_LENGTH}) = ?`,
  )
  const selectOf = database.prepare(
    'SELECT * FROM sessions WHERE user_id = ? AND seen_at > ? AND created_at > ? ORDER BY seen_at DESC',
  )

  const find = (hash: string): (Caller & { kind: 'session' }) | null => {
    const row = select.get(hash)
    if (!row) return null
    const expiresAt = Math.min(Number(row['seen_at']) + IDLE_MS, Number(row['began_at']) + SESSION_MS)
    if (expiresAt <= clock.now()) return null
    return { kind: 'session', account: toAccount(row), credential: hash, expiresAt }
  }

  /** On a full disk people can still read; their session then ends a little sooner. */
  const touch = (hash: string, now: number) => {
    try {
      seen.run(now, hash)
    } catch (error) {
      if (!isSqliteError(error, SQLITE_FULL)) throw error
    }
  }

  return {
    begin(userId, { address, browser }) {
      const secret = randomSecret()
      const now = clock.now()
      dropExpired.run(now - IDLE_MS, now - SESSION_MS)
      insert.run(sha256(secret), userId, now, now, address, browser.slice(0, BROWSER_LENGTH_MAX))
      return secret
    },
    use(secret) {
      const caller = find(sha256(secret))
      const now = clock.now()
      if (caller && caller.expiresAt - now < IDLE_MS - SEEN_EVERY_MS) touch(caller.credential, now)
      return caller
    },
    holds: (hash) => find(hash) !== null,
    end: (hash) => void drop.run(hash),
    endAll: (userId, exceptHash = '') => void dropOf.run(userId, exceptHash),
    endOne: (userId, key) => Number(dropOne.run(userId, key).changes) > 0,
    of(userId) {
      const now = clock.now()
      return selectOf.all(userId, now - IDLE_MS, now - SESSION_MS).map((row) => ({
        key: sessionKey(String(row['hash'])),
        beganAt: Number(row['created_at']),
        seenAt: Number(row['seen_at']),
        address: String(row['address']),
        browser: String(row['browser']),
      }))
    },
  }
}
