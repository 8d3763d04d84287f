/**
 * @file Proof of play: one record for each play, each bound to the one before it by its hash.
 *
 * The player numbers its records from 1 and writes into each the hash of the record before, so that
 * nobody can take one out, add one or change one without breaking every later link. What is hashed is a
 * text that both ends write alike; the hash itself is each end's own affair (WebCrypto, node:crypto).
 */
import type { Instant } from './part.ts'

/** Stands before the first record of a pairing. */
export const chainStart = ''

/** One finished or cut play. `sequence` counts from 1 within a pairing and never repeats. */
export interface PlayRecord {
  sequence: number
  item: string
  title: string
  kind: string
  event: string | null
  playlist: string | null
  /** Instants by the corrected clock. */
  from: Instant
  until: Instant
  revision: number
  /** Lower-case hex sha256 of the record before, `chainStart` for the first. */
  previous: string
}

/** The text whose sha256 is the record's hash: every field, in one fixed order. */
export function chainText(play: PlayRecord): string {
  const { sequence, item, title, kind, event, playlist, from, until, revision, previous } = play
  return JSON.stringify([sequence, item, title, kind, event, playlist, from, until, revision, previous])
}
