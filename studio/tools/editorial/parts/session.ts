/** @file What every tab is handed: what is known, how to write, where to go, and what the account may do. */
import type { Desk } from '../use-desk.ts'
import type { Writing } from '../use-writing.tsx'
import type { Place } from '../place.ts'

export interface Rights {
  /** Writes content and deals with what comes from readers. */
  mayWrite: boolean
  /** Answers readers without anybody's approval. */
  maySend: boolean
  /** Readers' reports are kept from those who only work on screens. */
  seesReports: boolean
  /** Makes campaigns, playlists and events. */
  mayPlan: boolean
}

export interface TabProps {
  desk: Desk
  writing: Writing
  rights: Rights
  open: string | null
  go: (place: Place) => void
}

/** Of the role alone; the lake judges each write by itself. */
export function rightsOf(role: string | undefined, isReviewed: boolean): Rights {
  const isAdministrator = role === 'administrator'
  return {
    mayWrite: isAdministrator || role === 'editor',
    maySend: isAdministrator || (role === 'editor' && isReviewed),
    seesReports: role !== 'operator',
    mayPlan: isAdministrator || role === 'operator',
  }
}
