/** @file What is remembered of renditions: those that were made, what films are, and what was refused. */
import { existsSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import type { ManifestAsset } from '../../contracts/manifest.ts'
import type { RenditionRequest } from '../compile/renditions.ts'
import type { FilmFacts } from './film-facts.ts'
import { mayPass, type Refusal } from './refusals.ts'

const schema = `
CREATE TABLE IF NOT EXISTS film (asset TEXT PRIMARY KEY, facts TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS refused (
  request TEXT PRIMARY KEY,
  asset TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  refusal TEXT NOT NULL
) STRICT;
`

export const assetPath = '/api/signage/assets/'

export interface RefusedRequest {
  asset: string
  width: number
  height: number
  refusal: Refusal
}

export interface RenditionRecords {
  find(request: RenditionRequest): ManifestAsset | null
  byHash(sha256: string): { bytes: number; type: string } | null
  made(request: RenditionRequest, asset: Omit<ManifestAsset, 'url'>): void
  /** Of a rendition whose file is gone. */
  forget(sha256: string): void
  facts(asset: string): FilmFacts | null
  learned(asset: string, facts: FilmFacts): void
  refusal(request: RenditionRequest): Refusal | null
  refuse(request: RenditionRequest, refusal: Refusal): void
  forgive(request: RenditionRequest): void
  refused(): readonly RefusedRequest[]
}

/** Names a rendition; pictures have borne the shortest name from the first on, and are found again by it. */
export function requestKey({ assetId, size, as, sound }: RenditionRequest): string {
  const place = `${size.width}x${size.height}`
  if (as === 'picture') return `${assetId} ${place}`
  return `${assetId} ${as} ${place}${as === 'film' && sound ? ' sound' : ''}`
}

type Row = Omit<ManifestAsset, 'url'>

/** @param fileOf where the bytes of a hash lie; what is recorded without its file counts as not made */
export function renditionRecords(
  database: DatabaseSync,
  fileOf: (sha256: string) => string,
): RenditionRecords {
  database.exec(schema)
  const byRequest = database.prepare('SELECT sha256, bytes, type FROM rendition WHERE request = ?')
  const byHash = database.prepare('SELECT sha256, bytes, type FROM rendition WHERE sha256 = ? LIMIT 1')
  const insert = database.prepare(
    'INSERT OR REPLACE INTO rendition (request, sha256, bytes, type) VALUES (?, ?, ?, ?)',
  )
  const forget = database.prepare('DELETE FROM rendition WHERE sha256 = ?')
  const insertFilm = database.prepare('INSERT OR REPLACE INTO film (asset, facts) VALUES (?, ?)')
  const insertRefused = database.prepare(
    'INSERT OR REPLACE INTO refused (request, asset, width, height, refusal) VALUES (?, ?, ?, ?, ?)',
  )
  const found = new Map<string, ManifestAsset>()
  const films = new Map<string, FilmFacts>()
  const refused = new Map<string, RefusedRequest>()
  for (const row of database.prepare('SELECT asset, facts FROM film').all() as Record<string, string>[])
    films.set(row['asset'] ?? '', JSON.parse(row['facts'] ?? '{}') as FilmFacts)
  const drop = database.prepare('DELETE FROM refused WHERE request = ?')
  for (const row of database.prepare('SELECT * FROM refused').all()) {
    const { request, asset, width, height, refusal } = row as Record<string, string | number>
    const read = JSON.parse(String(refusal)) as Refusal
    if (mayPass(read)) drop.run(String(request))
    else
      refused.set(String(request), {
        asset: String(asset),
        width: Number(width),
        height: Number(height),
        refusal: read,
      })
  }
  return {
    find(request) {
      const key = requestKey(request)
      const known = found.get(key)
      if (known) return known
      const row = byRequest.get(key) as unknown as Row | undefined
      if (!row || !existsSync(fileOf(row.sha256))) return null
      const asset = { ...row, url: assetPath + row.sha256 }
      found.set(key, asset)
      return asset
    },
    byHash(sha256) {
      const row = byHash.get(sha256) as unknown as Row | undefined
      return row && existsSync(fileOf(sha256)) ? row : null
    },
    made: (request, { sha256, bytes, type }) => void insert.run(requestKey(request), sha256, bytes, type),
    forget(sha256) {
      for (const [key, asset] of found) if (asset.sha256 === sha256) found.delete(key)
      forget.run(sha256)
    },
    facts: (asset) => films.get(asset) ?? null,
    learned(asset, facts) {
      if (films.has(asset)) return
      films.set(asset, facts)
      insertFilm.run(asset, JSON.stringify(facts))
    },
    refusal: (request) => refused.get(requestKey(request))?.refusal ?? null,
    refuse(request, refusal) {
      const { assetId: asset, size } = request
      refused.set(requestKey(request), { asset, ...size, refusal })
      insertRefused.run(requestKey(request), asset, size.width, size.height, JSON.stringify(refusal))
    },
    forgive(request) {
      refused.delete(requestKey(request))
      drop.run(requestKey(request))
    },
    refused: () => [...refused.values()],
  }
}
