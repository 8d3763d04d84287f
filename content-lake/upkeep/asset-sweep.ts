/**
 * @file Takes away pictures and files that nothing has wanted for the time of grace.
 *
 * Invariants: nothing goes that a document, a draft, a version or the history still names; whether it is
 * wanted is asked once more in the same turn in which it goes, so nothing goes that came into use meanwhile;
 * the document goes first, by the commit function like every change, and its file after it; a file is never
 * missing under a document. One failure is told and does not hold up the others.
 */
import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Clock, Instant, Log } from '../../contracts/part.ts'
import { SYSTEM, type Party } from '../access/party.ts'
import { assetIdOf } from '../assets/asset-document.ts'
import type { Orphans } from '../assets/orphans.ts'
import type { Turns } from '../assets/turns.ts'
import { originalsFolder } from '../assets/upload.ts'
import type { Committer } from '../store/commit.ts'
import type { Documents } from '../store/documents.ts'
import type { AssetMentions } from './asset-mentions.ts'
import { findUnused, isReferred } from './unused-assets.ts'

/** As the log names it. */
const SWEEPER: Party = { ...SYSTEM, id: 'asset-sweep' }
const DAY_MS = 24 * 3600_000

export interface SweepParts {
  /** Holds `originals`. */
  folder: string
  graceDays: number
  documents: Documents
  committer: Committer
  orphans: Orphans
  mentions: AssetMentions
  turns: Turns
  clock: Clock
  log: Log
}

export interface SweptAsset {
  /** Of the document, or the name of a file that has none. */
  name: string
  bytes: number
  unusedSince: Instant
}

export interface SweepReport {
  /** Gone; in a dry run: would go. */
  removed: SweptAsset[]
  /** Unused, and within the time of grace. */
  waiting: SweptAsset[]
}

/** Sweeps once; a dry run changes no document, no file and nobody's time of grace. */
export type Sweep = (options: { dryRun: boolean }) => Promise<SweepReport>

export function createSweep(parts: SweepParts): Sweep {
  const { documents, orphans, mentions, turns, clock, log } = parts
  const originals = originalsFolder(parts.folder)
  const isWanted = (id: string) => isReferred(documents, id) || mentions.has(id)

  async function removeDocument(id: string, fileName: string | null): Promise<boolean> {
    await mentions.catchUp()
    // No wait between this question and the commit.
    if (!documents.has(id) || isWanted(id)) return false
    parts.committer.commit({
      mutations: [{ kind: 'delete', ids: [id], byQuery: false }],
      transactionId: null,
      party: SWEEPER,
      requestSha256: '',
      dryRun: false,
      makesArrayKeys: false,
    })
    if (fileName !== null) await rm(path.join(originals, fileName), { force: true })
    return true
  }

  async function removeFile(fileName: string): Promise<boolean> {
    if (documents.has(assetIdOf(fileName) ?? '')) return false
    await rm(path.join(originals, fileName), { force: true })
    return true
  }

  function remove(name: string): Promise<boolean> {
    const fileName = fileNameOf(name)
    return turns.take(fileName ?? name, () => {
      // An upload that came in this moment has set the time of grace back.
      if (!orphans.all().has(name)) return Promise.resolve(false)
      return name.includes('.') ? removeFile(name) : removeDocument(name, fileName)
    })
  }

  return async ({ dryRun }) => {
    const now = clock.now()
    const unused = findUnused(documents, await readdir(originals))
    await mentions.catchUp()
    const names = new Set([...unused.documents.filter((id) => !isWanted(id)), ...unused.files])
    if (!dryRun) orphans.keep(names, now)
    const since = orphans.all()
    const report: SweepReport = { removed: [], waiting: [] }
    for (const name of names) {
      const unusedSince = since.get(name) ?? now
      const swept = { name, unusedSince, bytes: await sizeOf(path.join(originals, fileNameOf(name) ?? name)) }
      if (now - unusedSince < parts.graceDays * DAY_MS) report.waiting.push(swept)
      else if (dryRun) report.removed.push(swept)
      else
        try {
          if (await remove(name)) report.removed.push(swept)
          orphans.forget(name)
        } catch (error) {
          log.warn({ name, reason: String(error) }, 'an unused asset could not be taken away')
        }
    }
    const bytes = report.removed.reduce((sum, swept) => sum + swept.bytes, 0)
    if (report.removed.length > 0 && !dryRun)
      log.info({ count: report.removed.length, bytes }, 'unused assets were taken away')
    return report
  }
}

const FIRST_AFTER_MS = 10 * 60_000
const EVERY_MS = 6 * 3600_000

/** Sweeps a while after the start, and some times a day. @returns stops, after a sweep that runs */
export function keepSweeping(sweep: Sweep, log: Log): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve()
  const run = () => {
    running = running
      .then(() => sweep({ dryRun: false }))
      .catch((error: unknown) => log.warn({ reason: String(error) }, 'the sweep of assets failed'))
  }
  const first = setTimeout(run, FIRST_AFTER_MS).unref()
  const timer = setInterval(run, EVERY_MS).unref()
  return async () => {
    clearTimeout(first)
    clearInterval(timer)
    await running
  }
}

/** `image-<sha1>-2x3-png` → `<sha1>-2x3.png`; null for an id that no upload gives. */
function fileNameOf(name: string): string | null {
  if (name.includes('.')) return name
  const [, stem, extension] = /^(?:image|file)-([0-9a-f]{40}(?:-\d+x\d+)?)-([a-z0-9]{1,8})$/.exec(name) ?? []
  return stem === undefined ? null : `${stem}.${extension}`
}

async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 0
    throw error
  }
}
