/**
 * @file People's accounts: invite, reset, lock, change, and what each may do about their own.
 *
 * Invariant: there is always an administrator who is not locked and has a password. Whatever takes something
 * from an account ends its sessions in the same database transaction, and is told to `onEnded` at once, so
 * that its open streams and sockets close too. Every change is in the journal.
 */
import type { DatabaseSync } from 'node:sqlite'
import { failLake } from '../../contracts/errors/lake.ts'
import { reviewStages, type ReviewStage } from '../../contracts/documents/review.ts'
import type { Clock } from '../../contracts/part.ts'
import { countyRoles, roles, type Role } from '../access/party.ts'
import { randomId, randomSecret } from '../store/random.ts'
import type { Account } from './caller.ts'
import type { AccountAction, Journal } from './journal.ts'
import { passwordFault } from './password-rules.ts'
import { hashPassword } from './passwords.ts'
import { toPerson, type Person } from './rows.ts'
import { sha256, type Sessions } from './sessions.ts'

const LINK_MS = 7 * 24 * 3_600_000
const PEOPLE_MAX = 2000
const NAME = /^[\p{L}\p{N}][\p{L}\p{N}._-]{1,31}$/u

export interface Rank {
  role: Role
  county: string | null
  /** Of a reviewer; left out: every stage. */
  stages?: readonly ReviewStage[]
}

export interface Wish extends Rank {
  name: string
  displayName: string
}

export interface People {
  find(id: string): Person | null
  byName(name: string): (Person & { password: string }) | null
  all(): Person[]
  /** With a password at once, for accounts that the program itself makes; one that exists is left alone.
   *  @returns false when it exists */
  add(wish: Wish, password: string): Promise<boolean>
  /** @returns the secret of a link by which the person sets a password; it works once, for seven days */
  invite(wish: Wish, by: Account): string
  /** The old password and all sessions end; @returns as `invite`. */
  reset(id: string, by: Account): string
  lock(id: string, by: Account): void
  unlock(id: string, by: Account): void
  /** Ends the sessions: the person signs in again with the new rights. */
  change(id: string, rank: Rank & { displayName: string }, by: Account): void
  /** One by its key, or all but the one kept. @throws PufaError `lake.account-missing` */
  endSessions(id: string, key: string | null, by: Account, keptSession?: string): void
  /** Whose link it is. @throws PufaError `lake.link-void` */
  ofLink(secret: string): Person
  /** @throws PufaError `lake.link-void`, `lake.password-refused` */
  acceptLink(secret: string, password: string): Promise<Person>
  /** Ends all other sessions. @throws PufaError `lake.password-refused` */
  setPassword(id: string, password: string, keptSession: string): Promise<void>
}

/** As it is stored: in order, null for every stage. */
const stagesText = ({ role, stages }: Rank): string | null =>
  role === 'reviewer' && stages ? reviewStages.filter((stage) => stages.includes(stage)).join(',') : null

/** As it is stored and looked up: input methods make full-width letters, telephones a capital first one. */
export const plainName = (name: string) => name.normalize('NFKC').trim().toLowerCase()

export function createPeople(parts: {
  database: DatabaseSync
  clock: Clock
  journal: Journal
  sessions: Sessions
  onEnded: () => void
}): People {
  const { database, clock, journal, sessions, onEnded } = parts
  const byId = database.prepare('SELECT * FROM users WHERE id = ?')
  const named = database.prepare('SELECT * FROM users WHERE name = ?')
  const link = database.prepare('SELECT * FROM account_links WHERE hash = ? AND expires_at > ?')
  const putLink = database.prepare(
    `INSERT INTO account_links(user_id, hash, made_at, expires_at) VALUES(?,?,?,?)
     ON CONFLICT(user_id) DO UPDATE SET hash = excluded.hash, made_at = excluded.made_at,
       expires_at = excluded.expires_at`,
  )
  const dropLink = database.prepare('DELETE FROM account_links WHERE user_id = ?')
  const put = database.prepare(
    `INSERT INTO users(id, name, display_name, role, county, password, created_at, stages)
     VALUES(?,?,?,?,?,?,?,?)`,
  )
  const count = database.prepare('SELECT count(*) AS n FROM users')
  const others = database.prepare(
    `SELECT count(*) AS n FROM users
     WHERE role = 'administrator' AND locked_at IS NULL AND password <> '' AND id <> ?`,
  )
  const find = (id: string): Person | null => {
    const row = byId.get(id)
    return row ? toPerson(row) : null
  }
  const need = (id: string): Person => {
    const person = find(id)
    if (!person) throw failLake('lake.account-missing')
    return person
  }
  const keepAnAdministrator = ({ id, role, lockedAt, hasPassword }: Person) => {
    const counts = role === 'administrator' && lockedAt === null && hasPassword
    if (counts && Number(others.get(id)?.['n']) === 0) throw failLake('lake.last-administrator')
  }
  const refuse = (reason: string) => failLake('lake.account-refused', { reason })
  const checkRank = ({ role, county, stages }: Rank) => {
    if (!roles.includes(role) || role === 'receiver') throw refuse('请选择角色')
    if (county !== null && !countyRoles.includes(role))
      throw refuse('管理员和查看者不限县区，请把县区选为全市')
    if (role === 'reviewer' && stages?.length === 0) throw refuse('请选择审核员负责哪几审')
  }
  const checkDisplayName = (displayName: string) => {
    if (displayName === '' || [...displayName].length > 30) throw refuse('姓名要写，最多 30 个字')
  }
  /** One database transaction; afterwards, streams of ended sessions are closed. */
  const together = <T>(work: () => T): T => {
    database.exec('BEGIN IMMEDIATE')
    let result: T
    try {
      result = work()
      database.exec('COMMIT')
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK')
      throw error
    }
    onEnded()
    return result
  }
  const makeLink = (userId: string) => {
    const secret = randomSecret()
    const now = clock.now()
    putLink.run(userId, sha256(secret), now, now + LINK_MS)
    return secret
  }
  const ofLink = (secret: string): Person => {
    const row = link.get(sha256(secret), clock.now())
    const person = row && find(String(row['user_id']))
    if (!person || person.lockedAt !== null) throw failLake('lake.link-void')
    return person
  }
  const checkPassword = (password: string, person: Person) => {
    const fault = passwordFault(password, person)
    if (fault !== null) throw failLake('lake.password-refused', { reason: fault })
  }
  /** @returns the id */
  const insert = (wish: Wish, password: string, action: AccountAction, actor: string): string => {
    const { role, county, stages } = wish
    const name = plainName(wish.name)
    const displayName = wish.displayName.trim()
    if (!NAME.test(name)) throw refuse('账号用 2 至 32 个汉字、字母或数字，中间可以有 . _ -')
    checkDisplayName(displayName)
    checkRank(wish)
    if (named.get(name)) throw refuse('已经有人用这个账号')
    if (Number(count.get()?.['n']) >= PEOPLE_MAX) throw refuse('账号太多')
    const id = `p-${randomId(12)}`
    const madeAt = new Date(clock.now()).toISOString()
    put.run(id, name, displayName, role, county, password, madeAt, stagesText(wish))
    journal.note(actor, action, id, { name, role, county, ...(stages ? { stages } : {}) })
    return id
  }
  const setLock = (id: string, at: number | null, action: AccountAction, by: Account) =>
    together(() => {
      const person = need(id)
      if (at !== null) keepAnAdministrator(person)
      database.prepare('UPDATE users SET locked_at = ? WHERE id = ?').run(at, id)
      sessions.endAll(id)
      if (at !== null) dropLink.run(id)
      journal.note(by.id, action, id)
    })

  return {
    find,
    byName(name) {
      const row = named.get(name)
      return row ? { ...toPerson(row), password: String(row['password']) } : null
    },
    all: () => database.prepare('SELECT * FROM users ORDER BY created_at, id').all().map(toPerson),
    async add(wish, password) {
      if (named.get(plainName(wish.name))) return false
      const hashed = await hashPassword(password)
      together(() => insert(wish, hashed, 'made', '<system>'))
      return true
    },
    invite: (wish, by) => together(() => makeLink(insert(wish, '', 'invited', by.id))),
    reset: (id, by) =>
      together(() => {
        const person = need(id)
        if (person.lockedAt !== null) throw refuse('账号已停用，先恢复再重设密码')
        if (id === by.id) throw refuse('自己的密码请在“我的账号”里改')
        keepAnAdministrator(person)
        database.prepare(`UPDATE users SET password = '' WHERE id = ?`).run(id)
        sessions.endAll(id)
        journal.note(by.id, 'reset', id)
        return makeLink(id)
      }),
    lock: (id, by) => setLock(id, clock.now(), 'locked', by),
    unlock: (id, by) => setLock(id, null, 'unlocked', by),
    change(id, wish, by) {
      const { role, county } = wish
      const shown = wish.displayName.trim()
      checkDisplayName(shown)
      checkRank(wish)
      together(() => {
        const person = need(id)
        if (role !== 'administrator') keepAnAdministrator(person)
        database
          .prepare('UPDATE users SET role = ?, county = ?, display_name = ?, stages = ? WHERE id = ?')
          .run(role, county, shown, stagesText(wish), id)
        if (role !== person.role || county !== person.county) sessions.endAll(id)
        const was = { role: person.role, county: person.county, stages: person.stages }
        journal.note(by.id, 'changed', id, { role, county, stages: need(id).stages, was })
      })
    },
    endSessions: (id, key, by, keptSession = '') =>
      together(() => {
        need(id)
        if (key === null) sessions.endAll(id, keptSession)
        else if (!sessions.endOne(id, key)) throw failLake('lake.account-missing')
        journal.note(by.id, 'sessions-ended', id, { all: key === null })
      }),
    ofLink,
    async acceptLink(secret, password) {
      checkPassword(password, ofLink(secret))
      const hashed = await hashPassword(password)
      return together(() => {
        // Asked again: while the password was hashed the link may have been used, or taken back.
        const person = ofLink(secret)
        database.prepare('UPDATE users SET password = ? WHERE id = ?').run(hashed, person.id)
        dropLink.run(person.id)
        sessions.endAll(person.id)
        journal.note(person.id, 'password-set', person.id, { byLink: true })
        return person
      })
    },
    async setPassword(id, password, keptSession) {
      checkPassword(password, need(id))
      const hashed = await hashPassword(password)
      together(() => {
        database.prepare('UPDATE users SET password = ? WHERE id = ?').run(hashed, need(id).id)
        dropLink.run(id)
        sessions.endAll(id, keptSession)
        journal.note(id, 'password-set', id, { byLink: false })
      })
    },
  }
}
