/**
 * @file Tokens of programs: those of this process, and those an administrator makes for others.
 *
 * A token is a random secret of 256 bits, shown once; only its SHA-256 is stored. One that an administrator
 * makes has a title, a role, perhaps a county, and a day on which it ends.
 */
import type { DatabaseSync } from 'node:sqlite'
import { failLake } from '../../contracts/errors/lake.ts'
import type { Clock } from '../../contracts/part.ts'
import type { Role } from '../access/party.ts'
import { randomId, randomSecret } from '../store/random.ts'
import { isSqliteError, SQLITE_FULL } from '../store/sqlite-error.ts'
import type { Account, Caller } from './caller.ts'
import type { Journal } from './journal.ts'
import { toNumber, toRobot, type Row } from './rows.ts'
import { sha256 } from './sessions.ts'

const DAY_MS = 24 * 3_600_000
const USED_EVERY_MS = 3_600_000 / 2
const TOKENS_MAX = 200
export const TOKEN_DAYS_MAX = 730

export interface Token extends Account {
  expiresAt: number | null
  lastUsedAt: number | null
}

export interface TokenWish {
  title: string
  role: Role
  county: string | null
  days: number
}

export interface Tokens {
  use(secret: string): (Caller & { kind: 'token' }) | null
  holds(hash: string): boolean
  find(name: string): Account | null
  /** For a program of this process. A token of that name made before stops working. @returns the secret */
  issue(name: string, role: Role, county?: string | null): string
  /** @returns the secret, for its maker to copy now. @throws PufaError `lake.account-refused` */
  make(wish: TokenWish, by: Account): string
  /** @throws PufaError `lake.account-missing` */
  end(name: string, by: Account): void
  /** Those that administrators made, newest first. */
  made(): Token[]
}

export function createTokens(database: DatabaseSync, clock: Clock, journal: Journal): Tokens {
  const byHash = database.prepare('SELECT * FROM tokens WHERE hash = ?')
  const byName = database.prepare('SELECT * FROM tokens WHERE name = ?')
  const used = database.prepare('UPDATE tokens SET last_used_at = ? WHERE hash = ?')
  const live = (hash: string): Row | null => {
    const row = byHash.get(hash)
    const expiresAt = toNumber(row?.['expires_at'])
    return row && (expiresAt === null || expiresAt > clock.now()) ? row : null
  }
  const touch = (hash: string, now: number) => {
    try {
      used.run(now, hash)
    } catch (error) {
      if (!isSqliteError(error, SQLITE_FULL)) throw error
    }
  }
  const made = () =>
    database
      .prepare('SELECT * FROM tokens WHERE title IS NOT NULL ORDER BY created_at DESC, name')
      .all()
      .map((row) => ({
        ...toRobot(row),
        expiresAt: toNumber(row['expires_at']),
        lastUsedAt: toNumber(row['last_used_at']),
      }))

  return {
    use(secret) {
      const hash = sha256(secret)
      const row = live(hash)
      if (!row) return null
      const now = clock.now()
      const last = toNumber(row['last_used_at'])
      if (row['title'] !== null && (last === null || now - last > USED_EVERY_MS)) touch(hash, now)
      return { kind: 'token', account: toRobot(row), credential: hash }
    },
    holds: (hash) => live(hash) !== null,
    find(name) {
      const row = byName.get(name)
      return row ? toRobot(row) : null
    },
    issue(name, role, county = null) {
      const secret = randomSecret()
      database
        .prepare('INSERT OR REPLACE INTO tokens(name, hash, role, created_at, county) VALUES(?,?,?,?,?)')
        .run(name, sha256(secret), role, clock.now(), county)
      return secret
    },
    make({ title, role, county, days }, by) {
      const name = title.trim()
      if (name === '' || [...name].length > 40)
        throw failLake('lake.account-refused', { reason: '令牌的名称要写，最多 40 个字' })
      if (!Number.isInteger(days) || days < 1 || days > TOKEN_DAYS_MAX)
        throw failLake('lake.account-refused', { reason: `有效期为 1 至 ${TOKEN_DAYS_MAX} 天` })
      if (made().length >= TOKENS_MAX)
        throw failLake('lake.account-refused', { reason: '令牌太多，先删除不用的' })
      const secret = randomSecret()
      const id = `api-${randomId(10)}`
      const now = clock.now()
      database
        .prepare(
          `INSERT INTO tokens(name, hash, role, created_at, title, county, expires_at) VALUES(?,?,?,?,?,?,?)`,
        )
        .run(id, sha256(secret), role, now, name, county, now + days * DAY_MS)
      journal.note(by.id, 'token-made', `robot-${id}`, { title: name, role, county, days })
      return secret
    },
    end(name, by) {
      const title = byName.get(name)?.['title']
      if (typeof title !== 'string') throw failLake('lake.account-missing')
      database.prepare('DELETE FROM tokens WHERE name = ?').run(name)
      journal.note(by.id, 'token-ended', `robot-${name}`, { title })
    },
    made,
  }
}
