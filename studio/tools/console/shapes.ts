/** @file What the scheduler tells of screens, alerts and plays, as far as the console reads it. Instants are Unix ms. */
export type {
  CountyView,
  GroupView,
  ScreenAlert,
  ScreenView,
  WaitingPlayer,
} from '../../../contracts/fleet.ts'
export type { ChainFault, IncidentView, Parting, Report, ReportLine } from '../../../contracts/reports.ts'

/** Whoever is signed in. */
export interface Me {
  id: string
  /** False: sees the screens and orders nothing. */
  commands: boolean
  /** The one county whose screens are in this one's hands; null: all. */
  county: { id: string; title: string } | null
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
