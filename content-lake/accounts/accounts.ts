/**
 * @file Accounts, sessions and tokens, in the database.
 *
 * Sessions and tokens are random secrets of 256 bits; only their SHA-256 is stored. A session ends after
 * `IDLE_MS` without use and `SESSION_MS` in any case.
 */
import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { failLake } from '../../contracts/errors/lake.ts'
import type { Clock } from '../../contracts/part.ts'
import { randomId, randomSecret } from '../store/random.ts'
import { isSqliteError, SQLITE_FULL } from '../store/sqlite-error.ts'
import { Attempts } from './attempts.ts'
import { ANONYMOUS, type Account, type Caller, type Role } from './caller.ts'
import { hashPassword, isPassword, PASSWORD_LENGTH_MAX } from './passwords.ts'

const HOUR_MS = 3_600_000
const IDLE_MS = 24 * HOUR_MS
const SESSION_MS = 7 * 24 * HOUR_MS
const SEEN_EVERY_MS = HOUR_MS / 2
const ADMIN = 'admin'

export interface Accounts {
  /** Makes the administrator at the first start. A password that is given always holds: it is the way back
   *  in for an operator who lost it, and ends all sessions when it differs.
   *  @returns the password when one was made, for the operator to be told once */
  ensureAdministrator(password: string | null): Promise<{ user: string; password: string } | null>
  /** @returns the session's secret
   *  @throws PufaError `lake.not-signed-in` (wrong name or password), `lake.too-many-attempts` */
  signIn(name: string, password: string, address: string): Promise<string>
  signOut(caller: Caller): void
  ofSession(secret: string): Caller
  ofToken(secret: string): Caller
  /** Whether a caller of earlier is one still. */
  stillHolds(caller: Caller): boolean
  find(id: string): Account | null
  all(): Account[]
  /** A token of that name made before stops working. @returns the secret */
  issueToken(name: string, role: Role): string
}

const sha256 = (secret: string) => createHash('sha256').update(secret).digest('hex')

export function createAccounts(database: DatabaseSync, clock: Clock): Accounts {
  const attempts = new Attempts()
  const userById = database.prepare('SELECT * FROM users WHERE id = ?')
  const userByName = database.prepare('SELECT * FROM users WHERE name = ?')
  const session = database.prepare(
    'SELECT s.seen_at, s.created_at AS began_at, u.* FROM sessions s JOIN users u ON u.id = s.user_id WHERE s.hash = ?',
  )
  const seen = database.prepare('UPDATE sessions SET seen_at = ? WHERE hash = ?')
  const token = database.prepare('SELECT * FROM tokens WHERE hash = ?')
  const dropExpired = database.prepare('DELETE FROM sessions WHERE seen_at <= ? OR created_at <= ?')

  /** By hash; null when there is no such session or it has ended. */
  const liveSession = (hash: string): (Caller & { kind: 'session' }) | null => {
    const row = session.get(hash)
    if (!row) return null
    const now = clock.now()
    const seenAt = Number(row['seen_at'])
    const expiresAt = Math.min(seenAt + IDLE_MS, Number(row['began_at']) + SESSION_MS)
    if (expiresAt <= now) return null
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
    async ensureAdministrator(password) {
      const row = userByName.get(ADMIN)
      if (row) {
        if (password === null || (await isPassword(password, String(row['password'])))) return null
        const hashed = await hashPassword(password)
        database.prepare('UPDATE users SET password = ? WHERE name = ?').run(hashed, ADMIN)
        database.prepare('DELETE FROM sessions WHERE user_id = ?').run(String(row['id']))
        return null
      }
      const chosen = password ?? randomSecret(15)
      const hashed = await hashPassword(chosen)
      database
        .prepare('INSERT INTO users(id, name, display_name, role, password, created_at) VALUES(?,?,?,?,?,?)')
        .run(
          `p-${randomId(12)}`,
          ADMIN,
          '管理员',
          'administrator',
          hashed,
          new Date(clock.now()).toISOString(),
        )
      return password === null ? { user: ADMIN, password: chosen } : null
    },

    async signIn(name, password, address) {
      const retryAfterSeconds = attempts.secondsToWait(name, address, clock.now())
      if (retryAfterSeconds > 0) throw failLake('lake.too-many-attempts', { retryAfterSeconds })
      // Counted before the check, or many tries at once would pass together.
      attempts.failed(name, address, clock.now())
      const row = userByName.get(name) ?? null
      const isRight =
        password.length <= PASSWORD_LENGTH_MAX && (await isPassword(password, row && String(row['password'])))
      if (!isRight || !row) throw failLake('lake.not-signed-in', { reason: 'wrong name or password' })
      attempts.succeeded(name, address)
      const secret = randomSecret()
      const now = clock.now()
      dropExpired.run(now - IDLE_MS, now - SESSION_MS)
      database
        .prepare('INSERT INTO sessions(hash, user_id, created_at, seen_at) VALUES(?,?,?,?)')
        .run(sha256(secret), String(row['id']), now, now)
      return secret
    },

    signOut(caller) {
      if (caller.kind === 'session')
        database.prepare('DELETE FROM sessions WHERE hash = ?').run(caller.credential)
    },

    ofSession(secret) {
      const caller = liveSession(sha256(secret))
      if (!caller) return ANONYMOUS
      const now = clock.now()
      if (caller.expiresAt - now < IDLE_MS - SEEN_EVERY_MS) touch(caller.credential, now)
      return caller
    },

    ofToken(secret) {
      const hash = sha256(secret)
      const row = token.get(hash)
      return row ? { kind: 'token', account: toRobot(row), credential: hash } : ANONYMOUS
    },

    stillHolds(caller) {
      if (caller.kind === 'session') return liveSession(caller.credential) !== null
      return caller.kind === 'token' && token.get(caller.credential) !== undefined
    },

    find(id) {
      const row = userById.get(id)
      if (row) return toAccount(row)
      const robot = database.prepare('SELECT * FROM tokens WHERE name = ?').get(id.replace(/^robot-/, ''))
      return robot && id.startsWith('robot-') ? toRobot(robot) : null
    },

    all: () => database.prepare('SELECT * FROM users ORDER BY created_at').all().map(toAccount),

    issueToken(name, role) {
      const secret = randomSecret()
      database
        .prepare('INSERT OR REPLACE INTO tokens(name, hash, role, created_at) VALUES(?,?,?,?)')
        .run(name, sha256(secret), role, clock.now())
      return secret
    },
  }
}

const toRole = (value: unknown): Role =>
  value === 'administrator' || value === 'receiver' ? value : 'viewer'

const toAccount = (row: Record<string, unknown>): Account => ({
  id: String(row['id']),
  name: String(row['name']),
  displayName: String(row['display_name']),
  role: toRole(row['role']),
  createdAt: String(row['created_at']),
})

const toRobot = (row: Record<string, unknown>): Account => ({
  id: `robot-${String(row['name'])}`,
  name: String(row['name']),
  displayName: `程序：${String(row['name'])}`,
  role: toRole(row['role']),
  createdAt: new Date(Number(row['created_at'])).toISOString(),
})
