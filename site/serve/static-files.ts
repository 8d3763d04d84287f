/**
 * @file The built style sheets, icons and emblem, read into memory once.
 *
 * Files under `/_astro/` carry a hash in their name and never change; the others are asked for again
 * after an hour. The folder is small (bounded by `filesBytesMax`) and written only by a build.
 */
import { readFile, readdir } from 'node:fs/promises'
import path from 'node:path'
import type { StoredPage } from './page-cache.ts'
import { bodyHash } from './send.ts'

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
}

const filesBytesMax = 16 * 1024 * 1024

/** @returns files by the path they are served under */
export async function loadStaticFiles(
  folder: string,
  headers: Readonly<Record<string, string>>,
): Promise<ReadonlyMap<string, StoredPage>> {
  const files = new Map<string, StoredPage>()
  let bytes = 0
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const contentType = contentTypes[path.extname(entry.name)]
    if (contentType === undefined) continue
    const file = path.join(entry.parentPath, entry.name)
    const body = await readFile(file)
    bytes += body.byteLength
    if (bytes > filesBytesMax) throw new Error(`static files exceed ${filesBytesMax} bytes`)
    const pathname = `/${path.relative(folder, file).split(path.sep).join('/')}`
    const immutable = pathname.startsWith('/_astro/')
    files.set(pathname, {
      status: 200,
      headers: {
        ...headers,
        'content-type': contentType,
        'cache-control': immutable ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
        vary: 'accept-encoding',
      },
      hash: bodyHash(body),
      bodies: new Map([['identity', body]]),
      types: new Set(),
      readAt: 0,
      holdsUntil: Number.POSITIVE_INFINITY,
    })
  }
  return files
}
