/**
 * @file Bounds the time that one account's filters take from everybody.
 *
 * A listener's filter runs where commits are made, once for each commit, and an account may have a thousand
 * listeners. An account's filters together may take a tenth of the time, and save up a second of it; when
 * they take more, those that are slow are refused, and in the end all.
 */
import { failLake } from '../../contracts/errors/lake.ts'

const SHARE = 0.1
const CREDIT_MS_MAX = 1_000
/** What one evaluation of an honest filter never takes. */
const SLOW_MS = 5
const DEBT_MS_MAX = 2_000

export class FilterBudget {
  readonly #now: () => number
  #creditMs = CREDIT_MS_MAX
  #at: number

  /** @param now milliseconds that only grow */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now
    this.#at = now()
  }

  /** Does the work and pays for it. @throws PufaError `lake.query-too-slow` when there is nothing left */
  spend<T>(work: () => T): T {
    const began = this.#now()
    this.#creditMs = Math.min(CREDIT_MS_MAX, this.#creditMs + (began - this.#at) * SHARE)
    this.#at = began
    const value = work()
    const took = this.#now() - began
    this.#creditMs -= took
    const isOver = this.#creditMs < -DEBT_MS_MAX || (this.#creditMs < 0 && took > SLOW_MS)
    if (isOver) throw failLake('lake.query-too-slow', { reason: 'listeners' })
    return value
  }
}
