/**
 * @file Which player speaks for which screen. Tokens are kept as hashes.
 *
 * A screen has one player at a time. Visitors of the demonstration try screens out beside it; that takes
 * nothing from the player, and the player nothing from them.
 */
import { createHash, randomBytes } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { Instant } from '../../contracts/part.ts'
import { atomically, pairedByVisitor } from './database.ts'

export interface Pairing {
  id: number
  screen: string
  pairedAt: Instant
  /** A visitor's, not the screen's own player's. */
  tryOut: boolean
}

export interface PairingStore {
  /** Pairs the screen's player, and ends the earlier one's pairing. @returns the token, in the clear this once */
  pair(screen: string, by: string): { token: string; ended: number[] }
  /** For a visitor. Ends nothing but the oldest try-outs of the screen where there are too many. */
  tryOut(screen: string): { token: string }
  find(token: string): Pairing | null
  /** That of the screen's own player. */
  ofScreen(screen: string): Pairing | null
  /** Every screen that some player stands for, try-outs too. */
  screens(): string[]
  /** Try-outs too. @returns ids of the pairings that were ended */
  end(screen: string): number[]
}

/** More visitors at once take their turn from the one who came first. */
const tryOutsMax = 20

interface Row extends Omit<Pairing, 'tryOut'> {
  pairedBy: string
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

export function pairingStore(database: DatabaseSync, now: () => Instant): PairingStore {
  const insert = database.prepare(
    'INSERT INTO pairing (screen, tokenHash, pairedAt, pairedBy) VALUES (?, ?, ?, ?)',
  )
  const byToken = database.prepare(
    'SELECT id, screen, pairedAt, pairedBy FROM pairing WHERE tokenHash = ? AND endedAt IS NULL',
  )
  const byScreen = database.prepare(
    `SELECT id, screen, pairedAt, pairedBy FROM pairing WHERE screen = ? AND endedAt IS NULL
     AND pairedBy <> '${pairedByVisitor}'`,
  )
  const paired = database.prepare('SELECT DISTINCT screen FROM pairing WHERE endedAt IS NULL')
  const finish = database.prepare(
    'UPDATE pairing SET endedAt = ? WHERE screen = ? AND endedAt IS NULL RETURNING id',
  )
  const finishPlayer = database.prepare(
    `UPDATE pairing SET endedAt = ? WHERE screen = ? AND endedAt IS NULL AND pairedBy <> '${pairedByVisitor}'
     RETURNING id`,
  )
  const finishTryOuts = database.prepare(
    `UPDATE pairing SET endedAt = ? WHERE id IN (
       SELECT id FROM pairing WHERE screen = ? AND endedAt IS NULL AND pairedBy = '${pairedByVisitor}'
       ORDER BY id DESC LIMIT -1 OFFSET ${tryOutsMax})`,
  )
  const pairingOf = (row: unknown): Pairing | null => {
    if (!row) return null
    const { pairedBy, ...pairing } = row as Row
    return { ...pairing, tryOut: pairedBy === pairedByVisitor }
  }
  const idsOf = (rows: unknown) => (rows as { id: number }[]).map(({ id }) => id)
  function add(screen: string, by: string): string {
    const token = randomBytes(32).toString('base64url')
    insert.run(screen, hashOf(token), now(), by)
    return token
  }
  return {
    pair: (screen, by) =>
      atomically(database, () => ({
        ended: idsOf(finishPlayer.all(now(), screen)),
        token: add(screen, by),
      })),
    tryOut: (screen) =>
      atomically(database, () => {
        const token = add(screen, pairedByVisitor)
        finishTryOuts.run(now(), screen)
        return { token }
      }),
    find: (token) => pairingOf(byToken.get(hashOf(token))),
    ofScreen: (screen) => pairingOf(byScreen.get(screen)),
    screens: () => (paired.all() as { screen: string }[]).map(({ screen }) => screen),
    end: (screen) => idsOf(finish.all(now(), screen)),
  }
}
