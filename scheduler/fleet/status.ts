/** @file What each screen last said of itself. Kept in memory, written down every few seconds. */
import type { DatabaseSync } from 'node:sqlite'
import type { NowPlaying } from '../../contracts/messages.ts'
import type { Instant } from '../../contracts/part.ts'
import { atomically } from '../store/database.ts'

export interface ScreenStatus {
  screen: string
  online: boolean
  lastSeenAt: Instant
  nowPlaying: NowPlaying | null
  /** Revision the player plays by. */
  appliedRevision: number
  offsetMs: number
  assetsMissing: number
  version: string
}

export interface Fleet {
  seen(screen: string, what: Partial<Omit<ScreenStatus, 'screen' | 'lastSeenAt'>>): void
  get(screen: string): ScreenStatus | null
  all(): ScreenStatus[]
  flush(): void
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
  return {
    seen(screen, what) {
      const before = states.get(screen) ?? {
        online: false,
        nowPlaying: null,
        appliedRevision: 0,
        offsetMs: 0,
        assetsMissing: 0,
        version: '',
      }
      states.set(screen, { ...before, ...what, screen, lastSeenAt: now() })
      unsaved.add(screen)
    },
    get: (screen) => states.get(screen) ?? null,
    all: () => [...states.values()],
    flush() {
      if (unsaved.size === 0) return
      atomically(database, () => {
        for (const screen of unsaved) save.run(screen, JSON.stringify(states.get(screen)))
      })
      unsaved.clear()
    },
  }
}
