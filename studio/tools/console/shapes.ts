/** @file What the scheduler tells of screens, alerts and plays, as far as the console reads it. Instants are Unix ms. */
import type { Instant } from '../../../contracts/part.ts'

export type {
  CountyView,
  GroupView,
  ScreenAlert,
  ScreenView,
  WaitingPlayer,
} from '../../../contracts/fleet.ts'

/** Whoever is signed in. */
export interface Me {
  id: string
  /** False: sees the screens and orders nothing. */
  commands: boolean
  /** The one county whose screens are in this one's hands; null: all. */
  county: { id: string; title: string } | null
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
