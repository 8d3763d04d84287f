/**
 * @file Remembers when each document type last changed, so that anything made earlier is known as stale.
 *
 * Pure. Time is a sequence number: whoever starts to read takes `sequence()` first, and what was read is
 * fresh as long as `changedSince(types, thatNumber)` is false. A page whose rendering began before a
 * change is therefore stale the moment it is stored, without any lock.
 * Invariant: while the lake's events do not arrive (`trusted` is false), nothing is fresh.
 */

export interface Ledger {
  sequence(): number
  /** Documents of this type changed; `null` when it is not known which. */
  note(type: string | null): void
  /** Whether a document of one of these types may have changed after `sequence`. */
  changedSince(types: Iterable<string>, sequence: number): boolean
  /** Told by the listener: events arrive (from here on), or the connection is lost. */
  trust(arriving: boolean): void
  trusted(): boolean
}

export function createLedger(): Ledger {
  let sequence = 0
  let everythingChangedAt = 0
  let arriving = false
  const changedAt = new Map<string, number>()

  return {
    sequence: () => sequence,
    note(type) {
      sequence += 1
      if (type === null) everythingChangedAt = sequence
      else changedAt.set(type, sequence)
    },
    changedSince(types, since) {
      if (!arriving || everythingChangedAt > since) return true
      for (const type of types) {
        if ((changedAt.get(type) ?? 0) > since) return true
      }
      return false
    },
    trust(value) {
      // Whatever happened while nobody listened is unknown, so everything counts as changed.
      sequence += 1
      everythingChangedAt = sequence
      arriving = value
    },
    trusted: () => arriving,
  }
}
