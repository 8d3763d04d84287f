/**
 * @file Messages on `/screens/socket`, both ways, and the bounds that each end keeps.
 *
 * JSON text frames, one message each, discriminated by `type`. The first message is `hello` or `pair`.
 * Anything else, an oversize or broken frame, or too many frames closes the socket with a code below.
 */
import type { Command } from './commands.ts'
import type { ManifestRefusal, SignedManifest } from './manifest.ts'
import type { Instant } from './part.ts'
import type { PlayRecord } from './proof.ts'

export { manifestBytesMax } from './manifest.ts'
export type { PlayRecord } from './proof.ts'

export const socketPath = '/screens/socket'

/** Largest frame from a player; a manifest to a player may be larger. */
export const playerFrameBytesMax = 64 * 1024
/** Frames a player may send in one minute. */
export const playerFramesPerMinuteMax = 120
/** A socket that has not said `hello` or `pair` by then is closed. */
export const helloWithinMs = 10_000
export const heartbeatEveryMs = 30_000
/** A player that misses a push finds the new manifest by this poll. */
export const pollEveryMs = 60_000
export const playsPerBatchMax = 200
/** Hashes in one `want`. */
export const partsWantedMax = 500
/** A pairing code is six digits and lasts this long; the player then asks for another. */
export const pairingCodeLastsMs = 10 * 60_000

export const closeCodes = {
  protocol: 4400,
  notPaired: 4401,
  tooMuch: 4429,
  goingAway: 1001,
} as const

export interface NowPlaying {
  item: string
  title: string
  kind: string
  since: Instant
}

/** What a player noticed and, where it could, mended by itself. */
export const problemKinds = [
  /** A film stood still or could not be decoded. */
  'film-stuck',
  /** An item could not be drawn. */
  'item-broken',
  /** No frame was drawn although one was due. */
  'frozen',
  /** An asset had other bytes than its hash, or was cut off, and is fetched again. */
  'asset-damaged',
  /** An asset could not be fetched. */
  'asset-missing',
  /** No room for what the manifest needs. */
  'storage-full',
  /** What must survive a power cut could not be written. */
  'store-failed',
  /** The machine's clock jumped or is absurd. */
  'clock',
  /** The page has used too much memory and was loaded anew. */
  'memory',
  /** No font of this machine has Chinese letters. */
  'font-missing',
] as const
export type ProblemKind = (typeof problemKinds)[number]

/** Problems of one kind since the last heartbeat that the server heard. */
export interface Problem {
  kind: ProblemKind
  count: number
  /** The last of them in words, at most 200 characters. */
  note: string
}

/** How the player is; sent with every heartbeat. */
export interface Health {
  /** Mean brightness of the picture that is on, 0–255; `null` while the screen sleeps. */
  luminance: number | null
  /** Dark because of its hours or an order. */
  asleep: boolean
  cacheBytes: number
  cacheBytesMax: number
  /** Whether the time is known well enough to follow the timetable. */
  clockTrusted: boolean
  /** Megabytes of script heap, where the browser says it. */
  heapMb: number | null
  /** Seconds since the page was loaded. */
  upSeconds: number
  problems: readonly Problem[]
}

export type PlayerMessage =
  /** `request` is a random secret of the player: who knows it may fetch the token once approved. */
  | { type: 'pair'; request: string; width: number; height: number; version: string }
  /** `keyId` names the key that the player has pinned; left out: the present one. */
  | { type: 'hello'; screen: string; token: string; keyId?: string; revision: number; version: string }
  | {
      type: 'heartbeat'
      at: Instant
      revision: number
      nowPlaying: NowPlaying | null
      offsetMs: number
      storedPlays: number
      assetsMissing: number
      health: Health
    }
  | { type: 'applied'; revision: number }
  | { type: 'refused'; revision: number; reason: ManifestRefusal }
  | { type: 'poll'; revision: number }
  /** Hashes of parts that a manifest named and neither brought nor found here. */
  | { type: 'want'; revision: number; parts: readonly string[] }
  | { type: 'time'; sent: Instant }
  | { type: 'plays'; plays: readonly PlayRecord[] }
  | { type: 'did'; id: string; ok: boolean; note: string }
  /** Answer to `screenshot`: base64 of a JPEG, WebP or PNG. */
  | { type: 'picture'; id: string; mime: string; data: string }

export type ServerMessage =
  | { type: 'pairing'; code: string; expiresAt: Instant }
  | { type: 'paired'; screen: string; token: string; publicKey: string; keyId: string }
  | { type: 'welcome'; serverTime: Instant; screen: string }
  | ({ type: 'manifest' } & SignedManifest)
  /** A new key, signed by the one that the player has pinned: see `rotationText`. */
  | { type: 'trust'; publicKey: string; keyId: string; signature: string }
  | { type: 'command'; id: string; command: Command }
  | { type: 'time'; sent: Instant; serverTime: Instant }
  /** Every play up to and with this sequence is on disk; the player may forget them. */
  | { type: 'plays-stored'; upTo: number }
  | { type: 'unpaired'; reason: string }
  | { type: 'error'; code: string; message: string; remedy: string }
