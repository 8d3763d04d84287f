/**
 * @file Pictures and films as screens need them: fetched from the lake, made to the screen's size, kept by
 * the hash of their bytes.
 *
 * Pictures are made small by the lake, films by ffmpeg. What is not ready is made in the background, two
 * pictures and one film at a time, and tried again after a failure with growing pauses; `ready` then says
 * which rendition can be sent. What can be shown on no such screen is refused once, with the reason. Files
 * are written whole or not at all.
 */
import { createReadStream, existsSync, mkdirSync, readdirSync, rmSync, type ReadStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import type { ManifestAsset } from '../../contracts/manifest.ts'
import type { LakeAccess, Log } from '../../contracts/part.ts'
import type { RenditionRequest, Renditions } from '../compile/renditions.ts'
import { captionStore } from './captions.ts'
import { bring, hashOf } from './fetching.ts'
import { systemFfmpeg, type FilmTools } from './ffmpeg.ts'
import type { FilmFacts } from './film-facts.ts'
import { filmMaker, type FilmMaker } from './films.ts'
import { jobsOf } from './jobs.ts'
import { renditionRecords, requestKey, type RefusedRequest } from './records.ts'
import { Refused, type Refusal } from './refusals.ts'
import { sweepOf, type Sweep } from './sweep.ts'

export { assetPath } from './records.ts'

const picturesAtOnceMax = 2
const pictureBytesMax = 30 * 1024 * 1024
const pictureWithinMs = 60_000
/** A film that fails so often is refused until the next start: each try may cost hours of a processor. */
const filmTriesMax = 3
/** These are faults of the machine and not of the film. */
const machineFault = /No space left|ENOSPC|EMFILE|ENOMEM|Cannot allocate/

export interface RenditionStore extends Renditions {
  film(assetId: string): FilmFacts | null
  captions: NonNullable<Renditions['captions']>
  /** As `find`, but nothing is made where there is none. */
  made(request: RenditionRequest): ManifestAsset | null
  /** @returns the file of a rendition, or `null` when there is none of that hash */
  open(
    sha256: string,
  ): { bytes: number; type: string; read(range?: { start: number; end: number }): ReadStream } | null
  refused(): readonly RefusedRequest[]
  /** How far one rendition is; `null`: no screen has asked for it. */
  stateOf(request: Omit<RenditionRequest, 'path' | 'mimeType'>): RenditionState | null
  progress: FilmMaker['progress']
  /** How many films and pictures are still to be made. */
  waiting(): number
  /** Removes what has not been wanted for long. */
  sweep: Sweep['run']
  close(): void
}

export type RenditionState =
  | { state: 'ready' }
  | { state: 'refused'; refusal: Refusal }
  /** Place 0: it is being made. Percent: of a film, once that is known. */
  | { state: 'making'; place: number; percent: number | null }

export interface RenditionParts {
  database: DatabaseSync
  folder: string
  lake: LakeAccess
  log: Log
  /** Left out: the system's ffmpeg. */
  tools?: FilmTools
  /** Called after a rendition has become ready, or a file of captions has been read. */
  ready(
    request: Pick<RenditionRequest, 'assetId' | 'size'> & { as: RenditionRequest['as'] | 'captions' },
  ): void
}

const pictureMagic = [
  /^\x89PNG/,
  /^\xff\xd8\xff/,
  /^GIF8/,
  /^RIFF....WEBP/s,
  /^....ftypavi/s,
  /^\s*<(?:\?xml|svg)/,
]

/** Nearly every box plays MP4; the backup for those that do not, which takes far longer to make, comes last. */
const urgency = ({ as, mimeType }: RenditionRequest): number =>
  as === 'poster' ? 1 : mimeType === 'video/webm' ? 2 : 0

async function checkPicture(file: string): Promise<void> {
  const opened = await open(file)
  try {
    const { buffer, bytesRead } = await opened.read(Buffer.alloc(16), 0, 16, 0)
    const head = buffer.toString('latin1', 0, bytesRead)
    if (!pictureMagic.some((magic) => magic.test(head))) throw new Refused({ code: 'not-a-picture' })
  } finally {
    await opened.close()
  }
}

function leftovers(folder: string): void {
  for (const name of readdirSync(folder)) if (name.endsWith('.part')) rmSync(join(folder, name))
}

export function renditionStore(parts: RenditionParts): RenditionStore {
  const { database, folder, lake, log, ready, tools = systemFfmpeg() } = parts
  mkdirSync(folder, { recursive: true })
  leftovers(folder)
  const fileOf = (sha256: string) => join(folder, sha256)
  const records = renditionRecords(database, fileOf)
  const films = filmMaker(folder, lake, tools)
  const closing = new AbortController()
  /** Files on their way to their names. */
  const settling = new Set<string>()
  const sweep = sweepOf({
    ...{ database, folder, log },
    isSettling: (sha256) => settling.has(sha256),
    forget: records.forget,
  })
  const captions = captionStore({
    ...{ database, folder, lake, log, signal: closing.signal },
    ready: (assetId) => ready({ assetId, size: { width: 0, height: 0 }, as: 'captions' }),
  })
  let written = 0
  const isClosed = () => closing.signal.aborted

  async function makePicture({ path, size, mimeType }: RenditionRequest, to: string): Promise<string> {
    const query = `?w=${size.width}&h=${size.height}&fit=max&fm=webp&q=85`
    const type = await bring(lake, to, {
      path: path + query,
      bytesMax: pictureBytesMax,
      withinMs: pictureWithinMs,
      signal: closing.signal,
    })
    await checkPicture(to)
    return type ?? mimeType
  }

  /** A film that has no sound is the same on every screen of a size. */
  function alike(request: RenditionRequest): RenditionRequest {
    return request.sound && records.facts(request.assetId)?.sound === false
      ? { ...request, sound: false }
      : request
  }

  async function make(request: RenditionRequest): Promise<void> {
    const made = records.find(alike(request))
    if (made) {
      records.made(request, made)
      return ready(request)
    }
    // Two sizes of a small picture are the same bytes, and may be made at the same time.
    const part = join(folder, `${++written}.part`)
    let hash = ''
    try {
      const { type, facts } =
        request.as === 'picture'
          ? { type: await makePicture(request, part), facts: null }
          : await films.make(request, part)
      const file = await hashOf(part)
      if (isClosed()) return
      settling.add((hash = file.sha256))
      if (!existsSync(fileOf(file.sha256))) await settle(part, fileOf(file.sha256))
      if (facts) records.learned(request.assetId, facts)
      // Of a film without sound that was asked for with it, both are made at once.
      for (const each of [request, alike(request)]) records.made(each, { ...file, type })
      ready(request)
    } finally {
      settling.delete(hash)
      await rm(part, { force: true })
    }
  }

  /** On disk before it has its name. */
  async function settle(part: string, name: string): Promise<void> {
    const file = await open(part, 'r+')
    await file.sync()
    await file.close()
    await rename(part, name)
  }

  function refuse(request: RenditionRequest, refusal: Refusal): void {
    records.refuse(request, refusal)
    log.warn({ asset: request.assetId, size: request.size, ...refusal }, 'a screen size cannot be given this')
  }

  function failed(request: RenditionRequest, error: unknown, failures: number): boolean {
    if (error instanceof Refused) {
      refuse(request, error.refusal)
      return false
    }
    const text = error instanceof Error ? error.message : String(error)
    log.warn({ asset: request.assetId, failures, error: text }, 'a rendition was not made')
    if (!/^ffmpeg: /.test(text) || machineFault.test(text) || failures < filmTriesMax) return true
    refuse(request, { code: 'damaged', found: '转换没有成功' })
    return false
  }

  const pictureJobs = jobsOf({ atOnce: picturesAtOnceMax, run: make, failed })
  const letGo = (): void => {
    films.rest().catch((error: unknown) => log.warn({ error: String(error) }, 'a film could not be let go'))
  }
  const filmJobs = jobsOf({ atOnce: 1, run: make, rank: urgency, failed, idle: letGo })

  /** ffmpeg may have been installed since. */
  async function askAgain(request: RenditionRequest): Promise<void> {
    if (!(await tools.available()) || isClosed() || !records.refusal(request)) return
    records.forgive(request)
    filmJobs.add(requestKey(request), request)
  }

  function reconsider(request: RenditionRequest, refusal: Refusal): void {
    if (refusal.code !== 'no-converter') return
    askAgain(request).catch((error: unknown) =>
      log.warn({ error: String(error) }, 'ffmpeg was not looked for'),
    )
  }

  return {
    find(request) {
      const asset = records.find(request)
      if (asset || isClosed()) return asset
      const refusal = records.refusal(request)
      if (refusal) reconsider(request, refusal)
      else {
        const jobs = request.as === 'picture' ? pictureJobs : filmJobs
        jobs.add(requestKey(request), request)
      }
      return null
    },
    made: records.find,
    film: records.facts,
    captions: captions.find,
    open(sha256) {
      const row = records.byHash(sha256)
      return row && { ...row, read: (range) => createReadStream(fileOf(sha256), range) }
    },
    refused: records.refused,
    stateOf(wanted) {
      const request = { ...wanted, path: '', mimeType: '' }
      if (records.find(request)) return { state: 'ready' }
      const refusal = records.refusal(request)
      if (refusal) return { state: 'refused', refusal }
      const jobs = request.as === 'picture' ? pictureJobs : filmJobs
      const place = jobs.place(requestKey(request))
      if (place === null) return null
      const at = place === 0 ? films.progress() : null
      const isThis = at?.assetId === request.assetId && request.as === 'film'
      return { state: 'making', place, percent: isThis ? at.percent : null }
    },
    progress: films.progress,
    waiting: () => pictureJobs.waiting() + filmJobs.waiting(),
    sweep: sweep.run,
    close() {
      closing.abort()
      films.close()
      captions.close()
      pictureJobs.close()
      filmJobs.close()
    },
  }
}
