/**
 * @file The manifest: everything one screen needs to play alone for the length of its lease.
 *
 * The signature is over the exact bytes sent (`payload`), ECDSA P-256 with SHA-256, so a player checks
 * before it parses. Revisions only grow: max(last + 1, Unix ms), so a restored backup moves forward too.
 */
import type { Instant } from './part.ts'
import type { Schedule, ScheduledScreen } from './schedule/shape.ts'

export const manifestFormat = 1

export interface ManifestAsset {
  /** Lower-case hex of the bytes. */
  sha256: string
  bytes: number
  type: string
  /** Path on this origin. */
  url: string
}

/** The sign as the player must drive it. */
export interface ScreenProfile extends ScheduledScreen {
  title: string
  countyTitle: string
  /** Picture size in LED pixels. */
  width: number
  height: number
  /** Left upper corner, in window pixels, of the part that the LED processor takes. */
  regionX: number
  regionY: number
  pitchMm?: number
  viewingDistanceM?: number
  /** 0 = muted. */
  volumePercent: number
}

export interface Manifest {
  format: typeof manifestFormat
  revision: number
  issuedAt: Instant
  /** From here on only the fallback playlist plays, until a newer manifest arrives. */
  leaseUntil: Instant
  screen: ScreenProfile
  schedule: Schedule
  assets: readonly ManifestAsset[]
}

export interface SignedManifest {
  /** Canonical JSON of a `Manifest`, exactly as signed. */
  payload: string
  /** base64 of the 64 bytes r‖s (IEEE P1363, as WebCrypto takes it). */
  signature: string
  /** First 16 hex digits of the sha256 of the public key in SPKI form. */
  keyId: string
}

/**
 * What a player accepts as its next manifest.
 * @param held revision that the player plays by, 0 for none
 * @returns `null` when acceptable, else why not
 */
export function refusal(manifest: Manifest, screen: string, held: number): ManifestRefusal | null {
  if (manifest.format !== manifestFormat) return 'unknown-format'
  if (manifest.screen.id !== screen) return 'other-screen'
  if (manifest.revision < held) return 'older-revision'
  return null
}

export type ManifestRefusal =
  'bad-signature' | 'unknown-key' | 'unknown-format' | 'other-screen' | 'older-revision'
