/**
 * @file Pictures and films as screens need them: fetched from the lake, kept by the hash of their bytes.
 *
 * A picture is made as large as the screen and no larger; a film goes as it is. What is not ready is
 * made in the background, two at a time, and tried again after a failure with growing pauses; `ready`
 * then says which rendition can be sent. Files are written whole or not at all.
 */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, type ReadStream } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import type { ManifestAsset } from '../../contracts/manifest.ts'
import type { LakeAccess, Log } from '../../contracts/part.ts'
import type { RenditionRequest } from '../compile/items.ts'
import type { Renditions } from '../compile/manifest.ts'

export const assetPath = '/api/signage/assets/'
const atOnceMax = 2
const fetchTimeoutMs = 60_000
const assetBytesMax = 200 * 1024 * 1024
const retryMsMax = 5 * 60_000

interface Row {
  sha256: string
  bytes: number
  type: string
}

export interface RenditionStore extends Renditions {
  /** @returns the file of a rendition, or `null` when there is none of that hash */
  open(
    sha256: string,
  ): { bytes: number; type: string; read(range?: { start: number; end: number }): ReadStream } | null
  close(): void
}

export interface RenditionParts {
  database: DatabaseSync
  folder: string
  lake: LakeAccess
  log: Log
  /** Called after a rendition has become ready. */
  ready(request: RenditionRequest): void
}

function keyOf(request: RenditionRequest): string {
  return request.size ? `${request.assetId} ${request.size.width}x${request.size.height}` : request.assetId
}

function urlOf(request: RenditionRequest, lake: LakeAccess): string {
  const query = request.size ? `?w=${request.size.width}&h=${request.size.height}&fit=max&fm=webp&q=85` : ''
  return `${lake.assetHost}/${request.path}${query}`
}

export function renditionStore({ database, folder, lake, log, ready }: RenditionParts): RenditionStore {
  mkdirSync(folder, { recursive: true })
  const byRequest = database.prepare('SELECT sha256, bytes, type FROM rendition WHERE request = ?')
  const byHash = database.prepare('SELECT sha256, bytes, type FROM rendition WHERE sha256 = ? LIMIT 1')
  const insert = database.prepare(
    'INSERT OR REPLACE INTO rendition (request, sha256, bytes, type) VALUES (?, ?, ?, ?)',
  )
  const found = new Map<string, ManifestAsset>()
  const wanted = new Map<string, { request: RenditionRequest; failures: number }>()
  const timers = new Set<NodeJS.Timeout>()
  const waiting: string[] = []
  let running = 0
  let parts = 0
  let closed = false
  const fileOf = (sha256: string) => join(folder, sha256)

  async function make(request: RenditionRequest): Promise<void> {
    const response = await fetch(urlOf(request, lake), {
      headers: { authorization: `Bearer ${lake.token}` },
      signal: AbortSignal.timeout(fetchTimeoutMs),
    })
    const declared = Number(response.headers.get('content-length') ?? 0)
    if (!response.ok || declared > assetBytesMax)
      throw new Error(`${request.path}: ${response.status}, ${declared} bytes`)
    const bytes = Buffer.from(await response.arrayBuffer())
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const type = response.headers.get('content-type') ?? request.mimeType
    if (!existsSync(fileOf(sha256))) {
      // Two sizes of a small picture are the same bytes, and may be made at the same time.
      const part = `${fileOf(sha256)}.${++parts}.part`
      await writeFile(part, bytes, { flush: true })
      await rename(part, fileOf(sha256))
    }
    insert.run(keyOf(request), sha256, bytes.length, type)
  }

  function next(): void {
    while (running < atOnceMax && !closed) {
      const key = waiting.shift()
      const want = key === undefined ? undefined : wanted.get(key)
      if (key === undefined || !want) return
      running++
      make(want.request)
        .then(() => {
          wanted.delete(key)
          if (!closed) ready(want.request)
        })
        .catch((error: unknown) => {
          want.failures++
          log.warn(
            { asset: want.request.assetId, failures: want.failures, error: String(error) },
            'a rendition was not made',
          )
          later(key, Math.min(retryMsMax, 1_000 * 2 ** want.failures))
        })
        .finally(() => {
          running--
          next()
        })
    }
  }

  function later(key: string, ms: number): void {
    const timer = setTimeout(() => {
      timers.delete(timer)
      waiting.push(key)
      next()
    }, ms)
    timer.unref()
    timers.add(timer)
  }

  return {
    find(request) {
      const key = keyOf(request)
      const known = found.get(key)
      if (known) return known
      const row = byRequest.get(key) as Row | undefined
      if (row && existsSync(fileOf(row.sha256))) {
        const asset = { ...row, url: assetPath + row.sha256 }
        found.set(key, asset)
        return asset
      }
      if (!wanted.has(key)) {
        wanted.set(key, { request, failures: 0 })
        waiting.push(key)
        next()
      }
      return null
    },
    open(sha256) {
      const row = byHash.get(sha256) as Row | undefined
      if (!row || !existsSync(fileOf(sha256))) return null
      return { bytes: row.bytes, type: row.type, read: (range) => createReadStream(fileOf(sha256), range) }
    },
    close() {
      closed = true
      for (const timer of timers) clearTimeout(timer)
    },
  }
}
