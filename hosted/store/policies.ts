/** @file The rules of review that are in force: those that an administrator accepted last. */
import type { DatabaseSync } from 'node:sqlite'
import { canonicalJson } from '../../contracts/canonical.ts'

export interface Accepted {
  /** As the document stood, without what a lake writes by itself. */
  policy: Readonly<Record<string, unknown>>
  /** ISO 8601. */
  at: string
  byName: string
}

export interface Policies {
  /** Null: none was ever accepted; then every content wants three, and nobody may approve. */
  accepted(): Accepted | null
  accept(policy: unknown, by: { id: string; name: string }, at: string): void
  /** Whether the document says what is in force. @param document null: there is none */
  isCurrent(document: unknown): boolean
}

const ownOfLake: ReadonlySet<string> = new Set(['_id', '_rev', '_createdAt', '_updatedAt', '_system'])

function plainPolicy(document: unknown): Readonly<Record<string, unknown>> {
  if (typeof document !== 'object' || document === null) return {}
  return Object.fromEntries(Object.entries(document).filter(([name]) => !ownOfLake.has(name)))
}

export function policiesIn(database: DatabaseSync): Policies {
  const last = database.prepare('SELECT * FROM policies ORDER BY n DESC LIMIT 1')
  const add = database.prepare('INSERT INTO policies(json, accepted_at, by_id, by_name) VALUES(?,?,?,?)')
  const read = (): Accepted | null => {
    const row = last.get()
    if (!row) return null
    const policy = JSON.parse(String(row['json'])) as Accepted['policy']
    return { policy, at: String(row['accepted_at']), byName: String(row['by_name']) }
  }
  let present = read()
  return {
    accepted: () => present,
    accept(policy, by, at) {
      add.run(JSON.stringify(plainPolicy(policy)), at, by.id, by.name)
      present = read()
    },
    isCurrent: (document) =>
      canonicalJson(plainPolicy(document)) === canonicalJson(present?.policy ?? plainPolicy(null)),
  }
}
