/** @file What each screen last said of itself. Kept in memory, written down every few seconds. */
import type { DatabaseSync } from 'node:sqlite'
import type { Health, NowPlaying, PlayerMessage, ProblemKind } from '../../contracts/messages.ts'
import type { Instant } from '../../contracts/part.ts'
import { atomically } from '../store/database.ts'

type Heartbeat = Extract<PlayerMessage, { type: 'heartbeat' }>

/** Below this a picture counts as black. */
export const blackBelow = 4
const problemsKeptMs = 3_600_000
/** Problems of one kind are summed up over such a span, so that their number is bounded. */
const problemSpanMs = 300_000

export interface Noticed {
  kind: ProblemKind
  /** End of the span in which they were heard. */
  until: Instant
  count: number
  note: string
}

/** What heartbeats told, beyond the last of them alone. */
export interface Vitals {
  at: Instant
  health: Health
  /** Heartbeats in a row with a black picture on a screen that is awake. */
  darkBeats: number
  /** Problems of the last hour. */
  noticed: readonly Noticed[]
}

/** What the box beneath the player says of itself. */
export interface BoxReport {
  at: Instant
  temperatureC: number | null
  uptimeSeconds: number
  diskFreeBytes: number
}

export interface ScreenStatus {
  screen: string
  online: boolean
  /** 0: never. */
  lastSeenAt: Instant
  nowPlaying: NowPlaying | null
  /** Revision the player plays by. */
  appliedRevision: number
  offsetMs: number
  assetsMissing: number
  version: string
  vitals?: Vitals
  box?: BoxReport
}

type Told = Partial<Omit<ScreenStatus, 'screen' | 'lastSeenAt'>>

export interface Fleet {
  seen(screen: string, what: Told): void
  beat(screen: string, heartbeat: Heartbeat): void
  /** The box speaks also while its player does not: this is no sign of life of the screen. */
  reported(screen: string, report: BoxReport): void
  get(screen: string): ScreenStatus | null
  all(): ScreenStatus[]
  /** Writes down what is not yet on disk, the oldest first. @param countMax screens in this turn */
  flush(countMax?: number): void
}

function vitalsAfter(before: Vitals | undefined, health: Health, at: Instant): Vitals {
  const black = !health.asleep && health.luminance !== null && health.luminance < blackBelow
  const span = (Math.floor(at / problemSpanMs) + 1) * problemSpanMs
  const noticed = (before?.noticed ?? []).filter(
    ({ until }) => until > at - problemsKeptMs && until <= at + problemSpanMs,
  )
  for (const { kind, count, note } of health.problems) {
    if (count === 0) continue
    const index = noticed.findIndex((one) => one.kind === kind && one.until === span)
    const sum = { kind, until: span, count: count + (noticed[index]?.count ?? 0), note }
    if (index === -1) noticed.push(sum)
    else noticed[index] = sum
  }
  return { at, health, darkBeats: black ? (before?.darkBeats ?? 0) + 1 : 0, noticed }
}

export function fleetOf(database: DatabaseSync, now: () => Instant): Fleet {
  database.exec('CREATE TABLE IF NOT EXISTS status (screen TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT')
  const save = database.prepare('INSERT OR REPLACE INTO status (screen, json) VALUES (?, ?)')
  const states = new Map<string, ScreenStatus>()
  const unsaved = new Set<string>()
  for (const row of database.prepare('SELECT screen, json FROM status').all() as {
    screen: string
    json: string
  }[])
    states.set(row.screen, { ...(JSON.parse(row.json) as ScreenStatus), online: false })

  function put(screen: string, what: Partial<ScreenStatus>): void {
    const before = states.get(screen) ?? {
      online: false,
      lastSeenAt: 0,
      nowPlaying: null,
      appliedRevision: 0,
      offsetMs: 0,
      assetsMissing: 0,
      version: '',
    }
    states.set(screen, { ...before, ...what, screen })
    unsaved.add(screen)
  }

  return {
    seen: (screen, what) => put(screen, { ...what, lastSeenAt: now() }),
    beat(screen, { nowPlaying, offsetMs, assetsMissing, revision, health }) {
      const vitals = vitalsAfter(states.get(screen)?.vitals, health, now())
      const told = { online: true, nowPlaying, offsetMs, assetsMissing, appliedRevision: revision, vitals }
      put(screen, { ...told, lastSeenAt: now() })
    },
    reported: (screen, box) => put(screen, { box }),
    get: (screen) => states.get(screen) ?? null,
    all: () => [...states.values()],
    flush(countMax = Infinity) {
      if (unsaved.size === 0) return
      const taken = [...unsaved].slice(0, countMax)
      atomically(database, () => {
        for (const screen of taken) save.run(screen, JSON.stringify(states.get(screen)))
      })
      for (const screen of taken) unsaved.delete(screen)
    },
  }
}
