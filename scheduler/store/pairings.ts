/** @file Which player speaks for which screen. Tokens are kept as hashes; a screen has one pairing at a time. */
import { createHash, randomBytes } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { Instant } from '../../contracts/part.ts'
import { atomically } from './database.ts'

export interface Pairing {
  id: number
  screen: string
  pairedAt: Instant
}

export interface PairingStore {
  /** Ends the screen's earlier pairing. @returns the token, in the clear this once */
  pair(screen: string, by: string): { token: string; ended: number[] }
  find(token: string): Pairing | null
  ofScreen(screen: string): Pairing | null
  /** @returns ids of the pairings that were ended */
  end(screen: string): number[]
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

export function pairingStore(database: DatabaseSync, now: () => Instant): PairingStore {
  const insert = database.prepare(
    'INSERT INTO pairing (screen, tokenHash, pairedAt, pairedBy) VALUES (?, ?, ?, ?)',
  )
  const byToken = database.prepare(
    'SELECT id, screen, pairedAt FROM pairing WHERE tokenHash = ? AND endedAt IS NULL',
  )
  const byScreen = database.prepare(
    'SELECT id, screen, pairedAt FROM pairing WHERE screen = ? AND endedAt IS NULL',
  )
  const finish = database.prepare(
    'UPDATE pairing SET endedAt = ? WHERE screen = ? AND endedAt IS NULL RETURNING id',
  )
  const end = (screen: string) => (finish.all(now(), screen) as { id: number }[]).map(({ id }) => id)
  return {
    pair(screen, by) {
      const token = randomBytes(32).toString('base64url')
      const ended = atomically(database, () => {
        const before = end(screen)
        insert.run(screen, hashOf(token), now(), by)
        return before
      })
      return { token, ended }
    },
    find: (token) => (byToken.get(hashOf(token)) as Pairing | undefined) ?? null,
    ofScreen: (screen) => (byScreen.get(screen) as Pairing | undefined) ?? null,
    end,
  }
}
