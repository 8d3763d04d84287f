/**
 * @file Messages on `/screens/socket`, both ways, and the bounds that each end keeps.
 *
 * JSON text frames, one message each, discriminated by `type`. The first message is `hello` or `pair`.
 * Anything else, an oversize or broken frame, or too many frames closes the socket with a code below.
 */
import type { ManifestRefusal, SignedManifest } from './manifest.ts'
import type { Instant } from './part.ts'

export const socketPath = '/screens/socket'

/** Largest frame from a player; a manifest to a player may be larger. */
export const playerFrameBytesMax = 64 * 1024
export const manifestBytesMax = 4 * 1024 * 1024
/** Frames a player may send in one minute. */
export const playerFramesPerMinuteMax = 120
/** A socket that has not said `hello` or `pair` by then is closed. */
export const helloWithinMs = 10_000
export const heartbeatEveryMs = 30_000
/** A player that misses a push finds the new manifest by this poll. */
export const pollEveryMs = 60_000
export const playsPerBatchMax = 200
/** A pairing code is six digits and lasts this long; the player then asks for another. */
export const pairingCodeLastsMs = 10 * 60_000

export const closeCodes = {
  protocol: 4400,
  notPaired: 4401,
  tooMuch: 4429,
  goingAway: 1001,
} as const

/** One finished or cut play. `sequence` counts from 1 on each player and never repeats. */
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
}

export interface NowPlaying {
  item: string
  title: string
  kind: string
  since: Instant
}

export type PlayerMessage =
  /** `request` is a random secret of the player: who knows it may fetch the token once approved. */
  | { type: 'pair'; request: string; width: number; height: number; version: string }
  | { type: 'hello'; screen: string; token: string; revision: number; version: string }
  | {
      type: 'heartbeat'
      at: Instant
      revision: number
      nowPlaying: NowPlaying | null
      offsetMs: number
      storedPlays: number
      assetsMissing: number
    }
  | { type: 'applied'; revision: number }
  | { type: 'refused'; revision: number; reason: ManifestRefusal }
  | { type: 'poll'; revision: number }
  | { type: 'time'; sent: Instant }
  | { type: 'plays'; plays: readonly PlayRecord[] }

export type ServerMessage =
  | { type: 'pairing'; code: string; expiresAt: Instant }
  | { type: 'paired'; screen: string; token: string; publicKey: string; keyId: string }
  | { type: 'welcome'; serverTime: Instant; screen: string }
  | ({ type: 'manifest' } & SignedManifest)
  | { type: 'time'; sent: Instant; serverTime: Instant }
  /** Every play up to and with this sequence is on disk; the player may forget them. */
  | { type: 'plays-stored'; upTo: number }
  | { type: 'unpaired'; reason: string }
  | { type: 'error'; code: string; message: string; remedy: string }
