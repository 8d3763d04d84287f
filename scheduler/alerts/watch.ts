/**
 * @file Looks at all screens every few seconds, opens and closes their alerts, and has them told.
 *
 * Incident and event are written in one transaction, so an alert that is seen in the list is also told.
 */
import type { DatabaseSync } from 'node:sqlite'
import type { Instant } from '../../contracts/part.ts'
import { atomically } from '../store/database.ts'
import type { Incident, Incidents } from './incidents.ts'
import type { AlertEvent } from './message.ts'
import type { Outbox } from './outbox.ts'
import { calm, rules, step, type Memory, type Observed } from './rules.ts'

/** Screens between two turns of the loop: players must not wait for a look at ten thousand. */
const batchSize = 500

/** A screen with a player of its own, and where it belongs. */
export interface WatchedScreen {
  screen: string
  title: string
  county: string
  countyTitle: string
  observed: Omit<Observed, 'now'>
}

export interface AlertParts {
  database: DatabaseSync
  now(): Instant
  incidents: Incidents
  outbox: Pick<Outbox, 'add' | 'gather'>
  screens(): string[]
  /** `null` for a screen that nobody answers for. */
  watched(screen: string): WatchedScreen | null
}

export interface AlertWatch {
  /** One look at all screens. A second call while one runs does nothing. */
  look(): Promise<void>
  /** Alerts of a screen that last. */
  of(screen: string): Incident[]
}

export function alertWatchOf({ database, now, incidents, outbox, screens, watched }: AlertParts): AlertWatch {
  const memories = new Map<string, Map<string, Memory>>()
  /** By screen and kind. */
  const lasting = new Map<string, Map<string, Incident>>()

  function keep(incident: Incident): void {
    const ofScreen = lasting.get(incident.screen) ?? new Map<string, Incident>()
    lasting.set(incident.screen, ofScreen.set(incident.kind, incident))
  }
  for (const incident of incidents.lasting()) keep(incident)
  let looking = false

  function tell(what: AlertEvent['what'], incident: Incident, place: Omit<WatchedScreen, 'observed'>): void {
    const { id, screen, kind, openedAt, closedAt, note } = incident
    const { title, county, countyTitle } = place
    outbox.add({
      what,
      incident: id,
      kind,
      screen,
      title,
      county,
      countyTitle,
      openedAt,
      closedAt,
      note,
    })
  }

  function close(incident: Incident, place: Omit<WatchedScreen, 'observed'>): void {
    tell('closed', incidents.close(incident.id), place)
    lasting.get(incident.screen)?.delete(incident.kind)
  }

  function lookAt(watched: WatchedScreen): void {
    const { screen, observed } = watched
    const memory = memories.get(screen) ?? new Map<string, Memory>()
    memories.set(screen, memory)
    for (const rule of rules) {
      const open = lasting.get(screen)?.get(rule.kind)
      const verdict = rule.judge({ ...observed, now: now() })
      const before = { ...(memory.get(rule.kind) ?? calm), open: open !== undefined }
      const after = step(rule, before, verdict, now())
      const { bad: note = '', about } = typeof verdict === 'object' && verdict ? verdict : {}
      memory.set(rule.kind, about === undefined ? after : { ...after, about })
      const isAnother = about !== undefined && about > (before.about ?? about)
      if (open && (!after.open || isAnother)) close(open, watched)
      if (after.open && (!open || isAnother)) {
        const incident = incidents.open(screen, rule.kind, note)
        keep(incident)
        tell('opened', incident, watched)
      }
    }
  }

  /** Whoever has no player and no record any more has no alerts either. */
  function lookAtOne(screen: string): void {
    const found = watched(screen)
    if (found) return lookAt(found)
    memories.delete(screen)
    const nowhere = { screen, title: screen, county: '', countyTitle: '' }
    for (const incident of lasting.get(screen)?.values() ?? []) close(incident, nowhere)
    lasting.delete(screen)
  }

  function lookAtSome(some: readonly string[]): void {
    try {
      atomically(database, () => some.forEach(lookAtOne))
    } catch (error) {
      // What was undone on disk must not stand in memory.
      lasting.clear()
      for (const incident of incidents.lasting()) keep(incident)
      throw error
    }
  }

  async function lookAtAll(): Promise<void> {
    const all = [...new Set([...screens(), ...lasting.keys(), ...memories.keys()])]
    for (let from = 0; from < all.length; from += batchSize) {
      if (from > 0) await new Promise((turn) => setImmediate(turn))
      if (!database.isOpen) return
      lookAtSome(all.slice(from, from + batchSize))
    }
    outbox.gather()
  }

  return {
    async look() {
      if (looking) return
      looking = true
      try {
        await lookAtAll()
      } finally {
        looking = false
      }
    },
    of: (screen) => [...(lasting.get(screen)?.values() ?? [])],
  }
}
