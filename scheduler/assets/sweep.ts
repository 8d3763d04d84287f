/**
 * @file Renditions that nobody can ask for any more leave the disk after a time of grace.
 *
 * Wanted is what a manifest names, and what may be asked for at any moment: a picture or film that is in the
 * lake, in the size of a screen that exists. What is not wanted is marked with the day on which that was first
 * seen, and removed when the mark is old; wanted again, it loses its mark. The file goes before what is
 * remembered of it, so whatever was interrupted or refused is done by the next sweep. Nothing else runs
 * between the look at a rendition and its end. Fonts are kept by their own store.
 */
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import type { Instant, Log } from '../../contracts/part.ts'
import { atomically } from '../store/database.ts'

const schema = `
CREATE TABLE IF NOT EXISTS renditionIdle (sha256 TEXT PRIMARY KEY, since INTEGER NOT NULL) STRICT, WITHOUT ROWID;
`
/** What a campaign of a fortnight ago needed may be wanted again; a film takes long to make. */
export const sweepGraceMs = 14 * 86_400_000
/** Files in one sweep: the next one goes on. */
const removedMax = 500
const fileName = /^[0-9a-f]{64}$/
const rendition = /^(\S+) (?:film |poster )?(\d+x\d+)(?: sound)?$/

export interface Wanted {
  /** Hashes that manifests name. */
  named: ReadonlySet<string>
  /** Whether the lake has this picture or film. */
  hasAsset(id: string): boolean
  /** Of the pictures of every screen: `192x96`. */
  sizes: ReadonlySet<string>
}

export interface SweepParts {
  database: DatabaseSync
  folder: string
  log: Log
  /** Its file is just being put in its place. */
  isSettling(sha256: string): boolean
  /** Whatever is remembered of it in memory and on disk. */
  forget(sha256: string): void
}

export interface Sweep {
  /** @returns how many files were removed */
  run(wanted: Wanted, now: Instant): number
}

/** What a request's name says of it; a name that cannot be read keeps its file. */
function isWantedAs(request: string, { hasAsset, sizes }: Wanted): boolean {
  const [, asset, size] = rendition.exec(request) ?? []
  return asset === undefined || size === undefined || (hasAsset(asset) && sizes.has(size))
}

export function sweepOf({ database, folder, log, isSettling, forget }: SweepParts): Sweep {
  database.exec(schema)
  const rows = database.prepare('SELECT request, sha256 FROM rendition')
  const marks = database.prepare('SELECT sha256, since FROM renditionIdle')
  const mark = database.prepare('INSERT INTO renditionIdle (sha256, since) VALUES (?, ?)')
  const unmark = database.prepare('DELETE FROM renditionIdle WHERE sha256 = ?')

  function idleNow(wanted: Wanted): Set<string> {
    const idle = new Set(readdirSync(folder).filter((name) => fileName.test(name)))
    const kept = new Set(wanted.named)
    for (const row of rows.all() as { request: string; sha256: string }[]) {
      idle.add(row.sha256)
      if (isWantedAs(row.request, wanted)) kept.add(row.sha256)
    }
    for (const sha256 of idle) if (kept.has(sha256) || isSettling(sha256)) idle.delete(sha256)
    return idle
  }

  /** @returns what has been idle for the whole of the grace */
  function moveMarks(idle: ReadonlySet<string>, now: Instant): string[] {
    const since = new Map(
      (marks.all() as { sha256: string; since: Instant }[]).map((row) => [row.sha256, row.since]),
    )
    atomically(database, () => {
      for (const sha256 of since.keys()) if (!idle.has(sha256)) unmark.run(sha256)
      for (const sha256 of idle) if (!since.has(sha256)) mark.run(sha256, now)
    })
    return [...idle].filter((sha256) => (since.get(sha256) ?? now) <= now - sweepGraceMs)
  }

  function remove(sha256: string): boolean {
    try {
      rmSync(join(folder, sha256), { force: true })
      atomically(database, () => {
        forget(sha256)
        unmark.run(sha256)
      })
      return true
    } catch (error) {
      log.warn({ sha256, error: String(error) }, 'a rendition that nobody needs could not be removed')
      return false
    }
  }

  return {
    run(wanted, now) {
      const overdue = moveMarks(idleNow(wanted), now).slice(0, removedMax)
      return overdue.filter(remove).length
    },
  }
}
