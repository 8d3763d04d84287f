/** @file What the scheduler tells of screens, alerts and plays, as far as the console reads it. Instants are Unix ms. */
import type { Health, NowPlaying } from '../../../contracts/messages.ts'
import type { Instant } from '../../../contracts/part.ts'

/** Whoever is signed in. */
export interface Me {
  id: string
  /** False: sees the screens and orders nothing. */
  commands: boolean
  /** The one county whose screens are in this one's hands; null: all. */
  county: { id: string; title: string } | null
}

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
  address: string
  size: { width: number; height: number }
  county: { id: string; title: string }
  groups: readonly string[]
  /** Null: no player of its own; what is told then comes from try-outs. */
  pairedAt: Instant | null
  online: boolean
  lastSeenAt: Instant | null
  nowPlaying: NowPlaying | null
  revision: number
  appliedRevision: number
  behind: boolean
  offsetMs: number
  assetsMissing: number
  cache: { bytes: number; bytesMax: number } | null
  health: Health | null
  /** Troubles of the last hour. */
  problems: readonly { kind: string; count: number; note: string }[]
  box: { at: Instant; temperatureC: number | null; uptimeSeconds: number; diskFreeBytes: number } | null
  version: string
  pictureAt: Instant | null
  alerts: readonly ScreenAlert[]
}

export interface CountyView {
  id: string
  title: string
  tile: { column: number; row: number } | null
  screens: number
  online: number
  offline: number
  unpaired: number
  alert: number
}

export interface GroupView {
  id: string
  title: string
  screens: readonly string[]
  online: number
  alert: number
}

export interface Incident {
  id: number
  screen: string
  /** `command`: what an operator ordered; else a kind of alert. */
  kind: string
  kindTitle: string
  title: string
  county: { id: string; title: string } | null
  openedAt: Instant
  closedAt: Instant | null
  note: string
  /** Account of the operator; null: the program noticed it. */
  by: string | null
}

export interface WaitingPlayer {
  width: number
  height: number
  version: string
  address: string
  expiresAt: Instant
}

export interface CommandResult {
  screen: string
  ok: boolean
  note: string
}

/** What a screen plays at an instant, and why; times are ISO texts. */
export interface Resolution {
  item: { id: string; kind: string; title: string }
  event: { id: string; title: string } | null
  playlist: { id: string; title: string } | null
  source: string
  why: string
  from: string
  until: string
}

export type Parting = 'item' | 'screen' | 'county' | 'campaign' | 'day' | 'kind'

export interface ReportLine {
  key: string
  title: string
  plays: number
  seconds: number
  educationHours: number
}

export interface ReportFault {
  screen: string
  title: string
  kind: 'gap' | 'broken' | 'conflict'
  sequence: number
  missing: number
  day: string
}

export interface Report {
  by: Parting
  rows: readonly ReportLine[]
  total: Omit<ReportLine, 'key' | 'title'>
  rowsLeftOut: number
  faults: readonly ReportFault[]
  faultsLeftOut: number
}
