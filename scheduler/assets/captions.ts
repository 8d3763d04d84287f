/**
 * @file Caption files of films: fetched from the lake once, read once, and kept as captions or as what is
 * wrong with them.
 *
 * A file never changes (its id is the hash of its bytes), so what was found stands until files are read
 * otherwise. A lake that does not answer is asked again, with growing pauses.
 */
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import type { LakeAccess, Log } from '../../contracts/part.ts'
import { readWebVtt, webVttBytesMax, type WebVtt } from '../../contracts/webvtt.ts'
import type { CaptionFile } from '../compile/renditions.ts'
import { bring } from './fetching.ts'
import { jobsOf } from './jobs.ts'
import { mayPass, Refused, refusalWords } from './refusals.ts'

/** Raised when files are read otherwise: what was found before is then found anew. */
const reading = 1
const bringWithinMs = 60_000

const schema = `
CREATE TABLE IF NOT EXISTS captionFile (
  asset TEXT PRIMARY KEY,
  reading INTEGER NOT NULL,
  found TEXT NOT NULL
) STRICT;
`

export interface CaptionParts {
  database: DatabaseSync
  /** Where files on their way lie, as `….part`. */
  folder: string
  lake: LakeAccess
  log: Log
  signal: AbortSignal
  /** What is known of this file is another thing from here on. */
  ready(assetId: string): void
}

export interface CaptionStore {
  /** `null` until the file has been read, which begins with the first question. */
  find(file: CaptionFile): WebVtt | null
  close(): void
}

export function captionStore({ database, folder, lake, log, signal, ready }: CaptionParts): CaptionStore {
  database.exec(schema)
  const insert = database.prepare(
    'INSERT OR REPLACE INTO captionFile (asset, reading, found) VALUES (?, ?, ?)',
  )
  const known = new Map<string, WebVtt>()
  const rows = database.prepare('SELECT asset, found FROM captionFile WHERE reading = ?')
  for (const { asset, found } of rows.all(reading) as { asset: string; found: string }[])
    known.set(asset, JSON.parse(found) as WebVtt)

  /** @returns what was found, and whether it stands after a restart */
  async function read({ path }: CaptionFile, to: string): Promise<{ found: WebVtt; stands: boolean }> {
    try {
      await bring(lake, to, { path, bytesMax: webVttBytesMax, withinMs: bringWithinMs, signal })
      return { found: readWebVtt(await readFile(to)), stands: true }
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      const { refusal } = error
      return { found: { problems: [refusalWords(refusal).reason] }, stands: !mayPass(refusal) }
    } finally {
      await rm(to, { force: true })
    }
  }

  async function run(file: CaptionFile): Promise<void> {
    const { found, stands } = await read(file, join(folder, 'captions.part'))
    if (signal.aborted) return
    if (stands) insert.run(file.assetId, reading, JSON.stringify(found))
    known.set(file.assetId, found)
    ready(file.assetId)
  }

  const jobs = jobsOf<CaptionFile>({
    atOnce: 1,
    run,
    failed({ assetId }, error, failures) {
      log.warn({ asset: assetId, failures, error: String(error) }, 'a caption file was not read')
      return true
    },
  })

  return {
    find(file) {
      const found = known.get(file.assetId)
      if (!found && !signal.aborted) jobs.add(file.assetId, file)
      return found ?? null
    },
    close: jobs.close,
  }
}
