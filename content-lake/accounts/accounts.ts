/**
 * @file Accounts: who signs in, by which session or token a request comes, and what stands behind that.
 *
 * People, sessions, tokens and the journal have each a module of their own; this one wires them, and signs in.
 */
import type { DatabaseSync } from 'node:sqlite'
import { failLake } from '../../contracts/errors/lake.ts'
import type { Clock } from '../../contracts/part.ts'
import type { Role } from '../access/party.ts'
import { randomId, randomSecret } from '../store/random.ts'
import { Attempts } from './attempts.ts'
import { ANONYMOUS, type Account, type Caller } from './caller.ts'
import { createJournal, type Journal } from './journal.ts'
import { hashPassword, isPassword, PASSWORD_LENGTH_MAX } from './passwords.ts'
import { createPeople, plainName, type People } from './people.ts'
import { prepareAccountTables } from './schema.ts'
import { createSessions, sha256, type Sessions } from './sessions.ts'
import { createTokens, type Tokens } from './tokens.ts'

const ADMIN = 'admin'
const SYSTEM_NAME = '<system>'

export interface Accounts {
  /** Makes the administrator at the first start. A password that is given always holds: it is the way back
   *  in for an operator who lost it, and when it differs it ends all sessions and any lock.
   *  @returns the password when one was made, for the operator to be told once */
  ensureAdministrator(password: string | null): Promise<{ user: string; password: string } | null>
  /** @returns the session's secret
   *  @throws PufaError `lake.not-signed-in` (wrong name or password), `lake.too-many-attempts`,
   *  `lake.account-locked` */
  signIn(name: string, password: string, address: string, browser?: string): Promise<string>
  /** Checks a person's own password again, within the same limits. @throws PufaError as `signIn` */
  confirm(account: Account, password: string, address: string): Promise<void>
  signOut(caller: Caller): void
  ofSession(secret: string): Caller
  ofToken(secret: string): Caller
  /** Whether a caller of earlier is one still. */
  stillHolds(caller: Caller): boolean
  find(id: string): Account | null
  all(): Account[]
  /** A token of that name made before stops working. @returns the secret */
  issueToken(name: string, role: Role, county?: string | null): string
  /** Lets a program of this process act as a person until it ends: for the demonstration's sample people.
   *  @throws PufaError `lake.account-missing` */
  lend(name: string): { secret: string; end(): void }
  readonly people: People
  readonly sessions: Sessions
  readonly tokens: Tokens
  readonly journal: Journal
  /** Calls back when sessions or tokens have been ended by somebody. */
  whenEnded(callback: () => void): void
}

export function createAccounts(database: DatabaseSync, clock: Clock): Accounts {
  prepareAccountTables(database)
  const attempts = new Attempts()
  const listeners: (() => void)[] = []
  const onEnded = () => listeners.forEach((callback) => callback())
  const journal = createJournal(database, clock)
  const sessions = createSessions(database, clock)
  const tokens = createTokens(database, clock, journal)
  const people = createPeople({ database, clock, journal, sessions, onEnded })

  /** @returns the person whose name and password these are */
  async function prove(name: string, password: string, address: string) {
    const attempt = { account: name, address, isKnown: journal.hasSignedIn(name, address) }
    const retryAfterSeconds = attempts.secondsToWait(attempt, clock.now())
    if (retryAfterSeconds > 0) {
      journal.tried(name, address, 'waiting')
      throw failLake('lake.too-many-attempts', { retryAfterSeconds })
    }
    // Counted before the check, or many tries at once would pass together.
    attempts.failed(attempt, clock.now())
    const stored = people.byName(name)?.password ?? null
    const isRight = password.length <= PASSWORD_LENGTH_MAX && (await isPassword(password, stored))
    // Read again: the account may have been locked, or its password ended, while the hash was made.
    const person = people.byName(name)
    if (!isRight || !person || person.password !== stored) {
      journal.tried(name, address, person ? 'wrong' : 'unknown')
      throw failLake('lake.not-signed-in', { reason: 'wrong name or password' })
    }
    attempts.succeeded(attempt)
    if (person.lockedAt === null) return person
    journal.tried(name, address, 'locked')
    throw failLake('lake.account-locked')
  }

  /** Hash of the secret → account. In memory alone. */
  const lent = new Map<string, string>()
  const ofLent = (credential: string): Caller => {
    const person = people.find(lent.get(credential) ?? '')
    return person && person.lockedAt === null ? { kind: 'token', account: person, credential } : ANONYMOUS
  }

  return {
    people,
    sessions,
    tokens: {
      ...tokens,
      end(name, by) {
        tokens.end(name, by)
        onEnded()
      },
    },
    journal,
    whenEnded: (callback) => void listeners.push(callback),

    async ensureAdministrator(password) {
      const known = people.byName(ADMIN)
      if (known) {
        if (password === null || (await isPassword(password, known.password))) return null
        const hashed = await hashPassword(password)
        database
          .prepare(
            `UPDATE users SET password = ?, role = 'administrator', county = NULL, locked_at = NULL
             WHERE name = ?`,
          )
          .run(hashed, ADMIN)
        sessions.endAll(known.id)
        journal.note(SYSTEM_NAME, 'password-set', known.id, { bySetting: true })
        return null
      }
      const chosen = password ?? randomSecret(15)
      const id = `p-${randomId(12)}`
      const hashed = await hashPassword(chosen)
      database
        .prepare('INSERT INTO users(id, name, display_name, role, password, created_at) VALUES(?,?,?,?,?,?)')
        .run(id, ADMIN, '管理员', 'administrator', hashed, new Date(clock.now()).toISOString())
      journal.note(SYSTEM_NAME, 'made', id, { name: ADMIN, role: 'administrator' })
      return password === null ? { user: ADMIN, password: chosen } : null
    },

    async signIn(name, password, address, browser = '') {
      const person = await prove(plainName(name), password, address)
      journal.tried(person.name, address, 'in')
      database.prepare('UPDATE users SET last_sign_in_at = ? WHERE id = ?').run(clock.now(), person.id)
      return sessions.begin(person.id, { address, browser })
    },

    async confirm(account, password, address) {
      await prove(account.name, password, address)
    },

    signOut(caller) {
      if (caller.kind === 'session') sessions.end(caller.credential)
    },

    ofSession: (secret) => sessions.use(secret) ?? ANONYMOUS,
    ofToken: (secret) => tokens.use(secret) ?? ofLent(sha256(secret)),

    stillHolds(caller) {
      if (caller.kind === 'session') return sessions.holds(caller.credential)
      return caller.kind === 'token' && (tokens.holds(caller.credential) || lent.has(caller.credential))
    },

    find: (id) => people.find(id) ?? (id.startsWith('robot-') ? tokens.find(id.slice(6)) : null),
    all: people.all,
    issueToken: tokens.issue,
    lend(name) {
      const person = people.byName(plainName(name))
      if (!person) throw failLake('lake.account-missing')
      const secret = randomSecret()
      const key = sha256(secret)
      lent.set(key, person.id)
      return { secret, end: () => void lent.delete(key) }
    },
  }
}
