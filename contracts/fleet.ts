/** @file What the scheduler tells of screens and players, and the Studio's console reads. Instants are Unix ms. */
import type { Health, NowPlaying } from './messages.ts'
import type { Instant } from './part.ts'

/** A county's cell of the schematic map. */
export type Tile = { column: number; row: number }

export interface ScreenAlert {
  incident: number
  kind: string
  title: string
  openedAt: Instant
  note: string
}

export interface ScreenView {
  screen: string
  title: string
  /** Where it stands, in words. */
  address: string
  /** Of its picture, in LED pixels. */
  size: { width: number; height: number }
  county: { id: string; title: string; tile: Tile | null }
  groups: readonly string[]
  /** `null`: no player of its own; what is told then comes from visitors' try-outs. */
  pairedAt: Instant | null
  online: boolean
  lastSeenAt: Instant | null
  nowPlaying: NowPlaying | null
  /** Revision that it should play by, that it plays by, and whether the second is the older one. */
  revision: number
  appliedRevision: number
  behind: boolean
  offsetMs: number
  assetsMissing: number
  cache: { bytes: number; bytesMax: number } | null
  health: Health | null
  /** Troubles of the last hour. */
  problems: readonly { kind: string; count: number; note: string }[]
  /** What the box beneath the player says of itself. */
  box: { at: Instant; temperatureC: number | null; uptimeSeconds: number; diskFreeBytes: number } | null
  version: string
  pictureAt: Instant | null
  alerts: readonly ScreenAlert[]
}

export interface CountyView {
  id: string
  title: string
  tile: Tile | null
  /** Screens by what they need: `alert` counts those with an alert, online or not. */
  screens: number
  online: number
  offline: number
  unpaired: number
  alert: number
}

export interface GroupView {
  id: string
  title: string
  screens: string[]
  online: number
  alert: number
}

/** A player that shows digits and belongs to no screen yet. */
export interface WaitingPlayer {
  /** Of its window, in pixels. */
  width: number
  height: number
  version: string
  /** Of the machine, or of the proxy before it. */
  address: string
  /** When its digits are replaced by others. */
  expiresAt: Instant
}
