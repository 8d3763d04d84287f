/**
 * @file The manifest: everything one screen needs to play alone for the length of its lease.
 *
 * It travels as a head and parts. The head is small, belongs to one screen, is signed, and names each
 * part by the sha256 of its text; a part (a playlist with its items, an event, the calendar) serves many
 * screens and is sent once to each. So one signature vouches for all of it, and a change costs only the
 * part that changed. Heads are signed in batches, ECDSA P-256 with SHA-256 over the root of a tree whose
 * leaves are the exact bytes of the heads (manifest-batch.ts): a player checks before it parses. Revisions
 * only grow: max(last + 1, Unix ms), so a restored backup moves forward too.
 */
import type { LocalDateTime } from './documents/base.ts'
import type { Instant } from './part.ts'
import type { Item } from './schedule/items.ts'
import { byId } from './schedule/order.ts'
import type { Calendar, Playlist, Schedule, ScheduledScreen, ScheduleEvent } from './schedule/shape.ts'

export const manifestFormat = 2
/** All texts of a manifest together. */
export const manifestBytesMax = 4 * 1024 * 1024

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
  /** Hours in which nothing is heard, whatever the volume. */
  quiet?: Hours
  /** Hours in which the screen is lit; left out: always. */
  lit?: Hours
  /** 1–100. */
  brightnessPercent: number
  /** Darker at night: a bright field blinds a street. */
  night?: { hours: Hours; brightnessPercent: number }
  /** A strip of moving text at the foot of the picture. */
  ticker?: { height: number; lines: readonly TickerLine[] }
  /** A quiet mark in the upper right corner, where there is room. */
  corner?: { number: string; text: string }
  /** What assets may take on the box's disk. */
  cacheBytesMax: number
  /** How one item gives way to the next; left out: at once. */
  transition?: 'cut' | 'fade' | 'wipe'
  /** Font subset with every letter that the screen shows, as an asset. */
  font?: { asset: string; family: string }
}

/** Ends by itself as an item does, without a network. */
export interface TickerLine {
  text: string
  /** Half-open, to the second. */
  validFrom?: LocalDateTime
  validUntil?: LocalDateTime
}

/** Wall-clock hours of the screen, half-open; `until` at or before `from` ends on the next day. */
export interface Hours {
  /** `HH:mm` */
  from: string
  until: string
}

/** What is signed. */
export interface ManifestHead {
  format: typeof manifestFormat
  revision: number
  issuedAt: Instant
  /** From here on only the fallback playlist plays, until a newer manifest arrives. */
  leaseUntil: Instant
  screen: ScreenProfile
  /** IANA name of the schedule's zone. */
  zone: string
  /** Id of the fallback playlist. */
  fallback: string
  /** sha256 of each part's text, lower-case hex, in the order in which they are put together. */
  parts: readonly string[]
}

/** A piece of the timetable that many screens share. Its text is canonical JSON. */
export interface ManifestPart {
  events?: readonly ScheduleEvent[]
  playlists?: readonly Playlist[]
  items?: readonly Item[]
  assets?: readonly ManifestAsset[]
  calendar?: Calendar
}

/** Head and parts put together: what a player plays by. */
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
  /** Canonical JSON of a `ManifestHead`, exactly as signed. */
  payload: string
  /** base64 of the way from this head to the root that is signed; empty where it was signed alone. */
  path: string
  /** Of `batchText`: base64 of the 64 bytes r‖s (IEEE P1363, as WebCrypto takes it). */
  signature: string
  /** First 16 hex digits of the sha256 of the public key in SPKI form. */
  keyId: string
  /** Texts by hash: those that the player may lack. */
  parts: Readonly<Record<string, string>>
}

/** Two playlists may show one item, and bring it twice. */
function once<Named extends { id: string }>(all: readonly Named[]): Named[] {
  return [...new Map(all.map((one) => [one.id, one])).values()].sort(byId)
}

/**
 * Puts head and parts together. Both ends do, so that what the server explains is what the player plays.
 * @param parts in the order of the head's `parts`
 */
export function assemble(head: ManifestHead, parts: readonly ManifestPart[]): Manifest {
  const { format, revision, issuedAt, leaseUntil, screen, zone, fallback } = head
  const assets = parts.flatMap((part) => part.assets ?? [])
  return {
    format,
    revision,
    issuedAt,
    leaseUntil,
    screen,
    schedule: {
      zone,
      fallback,
      events: parts.flatMap((part) => part.events ?? []),
      playlists: once(parts.flatMap((part) => part.playlists ?? [])),
      items: once(parts.flatMap((part) => part.items ?? [])),
      calendar: parts.find((part) => part.calendar)?.calendar ?? {
        years: {},
        legalDays: [],
        lunarMonths: [],
      },
    },
    assets: [...new Map(assets.map((asset) => [asset.sha256, asset])).values()],
  }
}

/** What a new key is signed over by the old one. */
export const rotationText = (publicKey: string): string => `pufa signing key\n${publicKey}`

/**
 * What a player accepts as its next manifest.
 * @param held revision that the player plays by, 0 for none
 * @returns `null` when acceptable, else why not
 */
export function refusal(
  manifest: Pick<ManifestHead, 'format' | 'screen' | 'revision'>,
  screen: string,
  held: number,
): ManifestRefusal | null {
  if (manifest.format !== manifestFormat) return 'unknown-format'
  if (manifest.screen.id !== screen) return 'other-screen'
  if (manifest.revision < held) return 'older-revision'
  return null
}

export type ManifestRefusal =
  'bad-signature' | 'unknown-key' | 'unknown-format' | 'other-screen' | 'older-revision' | 'bad-part'
