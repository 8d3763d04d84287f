/**
 * @file Boxes beneath the players tell their temperature, each by a key of its own.
 *
 * A key may say how its own box is and nothing else. It is kept as a hash and shown once; another one for the
 * same screen ends it.
 */
import { createHash, randomBytes } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'
import { failSignage } from '../../contracts/errors/signage.ts'
import type { Instant } from '../../contracts/part.ts'
import type { Fleet } from './status.ts'

/** A box need not speak more often. */
const everyMs = 10_000

const report = v.object({
  temperatureC: v.optional(v.nullable(v.pipe(v.number(), v.minValue(-60), v.maxValue(200))), null),
  uptimeSeconds: v.pipe(v.number(), v.minValue(0), v.maxValue(1e10)),
  diskFreeBytes: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e16)),
})

export interface Boxes {
  /** @returns the key, in the clear this once; an earlier one ends */
  makeKey(screen: string, by: string): string
  /** @returns whether there was one */
  endKey(screen: string): boolean
  hasKey(screen: string): boolean
  /** @throws PufaError `signage.box-key-unknown`, `signage.too-often` */
  admit(screen: string, key: string): void
  /** Of a box that was admitted. @throws PufaError `signage.bad-request` */
  report(screen: string, body: unknown): void
}

const hashOf = (key: string) => createHash('sha256').update(key).digest('hex')

export function boxesOf(database: DatabaseSync, fleet: Pick<Fleet, 'reported'>, now: () => Instant): Boxes {
  database.exec(`
CREATE TABLE IF NOT EXISTS boxKey (
  screen TEXT PRIMARY KEY,
  keyHash TEXT NOT NULL,
  madeAt INTEGER NOT NULL,
  madeBy TEXT NOT NULL
) STRICT
`)
  const save = database.prepare(
    'INSERT OR REPLACE INTO boxKey (screen, keyHash, madeAt, madeBy) VALUES (?, ?, ?, ?)',
  )
  const drop = database.prepare('DELETE FROM boxKey WHERE screen = ?')
  const find = database.prepare('SELECT keyHash FROM boxKey WHERE screen = ?')
  const spokeAt = new Map<string, Instant>()
  return {
    makeKey(screen, by) {
      const key = randomBytes(24).toString('base64url')
      save.run(screen, hashOf(key), now(), by)
      return key
    },
    endKey: (screen) => Number(drop.run(screen).changes) > 0,
    hasKey: (screen) => find.get(screen) !== undefined,
    admit(screen, key) {
      // Hashes are compared, so how long it takes tells nothing of the key.
      if (find.get(screen)?.['keyHash'] !== hashOf(key)) throw failSignage('signage.box-key-unknown')
      const waited = now() - (spokeAt.get(screen) ?? -Infinity)
      if (waited >= 0 && waited < everyMs) throw failSignage('signage.too-often')
      spokeAt.set(screen, now())
    },
    report(screen, body) {
      const parsed = v.safeParse(report, body)
      if (!parsed.success)
        throw failSignage('signage.bad-request', {
          reason: '要写 {temperatureC, uptimeSeconds, diskFreeBytes}，都是数；没有温度就写 null',
        })
      fleet.reported(screen, { at: now(), ...parsed.output })
    },
  }
}
