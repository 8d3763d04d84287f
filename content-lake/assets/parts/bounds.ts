/**
 * @file How much may lie unfinished: for one account, and for all. Pure.
 *
 * Parts that nobody finishes are given up after a day; until then they hold disk that a bureau's texts need,
 * so one account cannot hold all of it, and cannot begin without end.
 */
import { failLake } from '../../../contracts/errors/lake.ts'
import type { Instant } from '../../../contracts/part.ts'
import type { PartsRecord } from './record.ts'

export interface PartsBounds {
  /** Bytes that one account's unfinished uploads may come to. */
  accountBytesMax: number
  /** How long parts wait for the next one. */
  keptMs: number
}

export const partsKeptMs = 24 * 3600_000
const accountCountMax = 20
const countMax = 400
const begunMax = 120
const begunWithinMs = 10 * 60_000
const accountsRemembered = 1_000

/** @throws PufaError `lake.too-many-unfinished` */
export function checkAccount(
  open: readonly PartsRecord[],
  owner: string,
  length: number,
  { accountBytesMax }: PartsBounds,
): void {
  const unfinished = open.filter(({ assetId }) => assetId === null)
  const own = unfinished.filter((record) => record.owner === owner)
  const bytes = own.reduce((sum, record) => sum + record.length, length)
  if (own.length >= accountCountMax || bytes > accountBytesMax || unfinished.length >= countMax)
    throw failLake('lake.too-many-unfinished')
}

/** Bytes that are promised to others and have not come yet. */
export const promisedBytes = (open: readonly PartsRecord[]): number =>
  open.reduce((sum, { assetId, length, offset }) => sum + (assetId === null ? length - offset : 0), 0)

/** Counts beginnings, a window an account. */
export class Beginnings {
  readonly #windows = new Map<string, { count: number; endsAt: Instant }>()

  /** @throws PufaError `lake.too-many-uploads` */
  check(owner: string, now: Instant): void {
    const known = this.#windows.get(owner)
    const window = known && known.endsAt > now ? known : { count: 0, endsAt: now + begunWithinMs }
    if (window.count >= begunMax)
      throw failLake('lake.too-many-uploads', { retryAfterSeconds: Math.ceil((window.endsAt - now) / 1000) })
    window.count++
    this.#windows.delete(owner)
    this.#windows.set(owner, window)
    const [oldest] = this.#windows.keys()
    if (this.#windows.size > accountsRemembered && oldest !== undefined) this.#windows.delete(oldest)
  }
}
