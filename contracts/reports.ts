/** @file What the scheduler reports of plays, and of the incidents of screens. Instants are Unix ms. */
import type { Instant } from './part.ts'

export const partings = ['item', 'screen', 'county', 'campaign', 'day', 'kind'] as const
/** What a report is parted by. */
export type Parting = (typeof partings)[number]

export interface ReportLine {
  key: string
  title: string
  plays: number
  seconds: number
  /** Of `seconds`, in hours, what teaches law: not clocks, notices and test pictures. */
  educationHours: number
}

/** `gap`: numbers that never came · `broken`: not bound to the record before · `conflict`: came twice, unlike. */
export type FaultKind = 'gap' | 'broken' | 'conflict'

export interface ChainFault {
  screen: string
  title: string
  kind: FaultKind
  /** Number of the record, and how many before it never came. */
  sequence: number
  missing: number
  pairing: number
  day: string
  from: Instant
  foundAt: Instant
}

export interface Report {
  by: Parting
  from: string | null
  to: string | null
  rows: readonly ReportLine[]
  total: Omit<ReportLine, 'key' | 'title'>
  /** Rows that are left out of a report that would be too long; the total has them. */
  rowsLeftOut: number
  faults: readonly ChainFault[]
  faultsLeftOut: number
}

/** One line of the log, as the scheduler names it to people. */
export interface IncidentView {
  id: number
  screen: string
  /** `command`: what an operator ordered; else a kind of alert. */
  kind: string
  kindTitle: string
  title: string
  county: { id: string; title: string } | null
  openedAt: Instant
  /** `null` while it lasts. */
  closedAt: Instant | null
  note: string
  /** Account of the operator; `null`: the program noticed it. */
  by: string | null
}
