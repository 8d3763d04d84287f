/**
 * @file Serves the built player under `/player/`.
 *
 * The build is small and is read into memory at start, so a request touches no disk and no path of the
 * machine. Hashed files may be kept for ever; pages and the service worker are asked for every time.
 */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { failStart } from '../contracts/errors/start.ts'
import type { Log, Part } from '../contracts/part.ts'

const prefix = '/player/'
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self' ws: wss:",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "style-src 'self'",
  "worker-src 'self'",
  // The try-out page holds players in frames.
  "frame-src 'self'",
  "frame-ancestors 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')
const securityHeaders = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
} as const
/** Vite puts a hash into the name of everything under these folders. */
const hashedFolder = /^(?:preview\/)?assets\//u

type Encoding = 'br' | 'gzip' | 'identity'

interface StoredFile {
  bodies: Partial<Record<Encoding, Buffer>> & { identity: Buffer }
  headers: Readonly<Record<string, string>>
}

async function readBuild(folder: string): Promise<Map<string, StoredFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length).replaceAll('\\', '/'))
  const files = new Map<string, StoredFile>()
  for (const name of names) {
    const type = types[extname(name)]
    if (!type) continue
    const twin = (suffix: string) =>
      names.includes(name + suffix) ? readFile(join(folder, name + suffix)) : undefined
    const [identity, br, gzip] = await Promise.all([readFile(join(folder, name)), twin('.br'), twin('.gz')])
    const headers = {
      ...securityHeaders,
      'content-type': type,
      'cache-control': hashedFolder.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
      etag: `"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`,
      vary: 'accept-encoding',
    }
    files.set(name, { bodies: { identity, ...(br && { br }), ...(gzip && { gzip }) }, headers })
  }
  return files
}

function encodingFor(file: StoredFile, accepted: string): Encoding {
  const refused = (name: string) => new RegExp(`\\b${name}\\s*;\\s*q=0(?:\\.0*)?(?:,|$)`, 'u').test(accepted)
  const takes = (name: 'br' | 'gzip') =>
    file.bodies[name] && new RegExp(`\\b${name}\\b`, 'u').test(accepted) && !refused(name)
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : 'identity'
}

function answer(
  response: ServerResponse,
  status: number,
  headers: Record<string, string>,
  body?: Buffer | string,
): void {
  response.writeHead(status, headers)
  response.end(body)
}

function refuse(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Record<string, string> = {},
): void {
  const type = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
  answer(response, status, { ...securityHeaders, ...type, ...headers }, text)
}

function serve(
  files: ReadonlyMap<string, StoredFile>,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const { pathname, search } = new URL(request.url ?? '/', 'http://localhost')
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return refuse(response, 405, '播放器页面只能读取。', { allow: 'GET, HEAD' })
  if (`${pathname}/` === prefix) return refuse(response, 308, '', { location: prefix + search })
  const name = pathname.startsWith(prefix) ? pathname.slice(prefix.length) || 'index.html' : ''
  const file = files.get(name)
  if (!file) return refuse(response, 404, '播放器没有这个文件。请从 /player/ 打开播放器。')
  if (request.headers['if-none-match'] === file.headers['etag'])
    return answer(response, 304, { ...file.headers })
  const encoding = encodingFor(file, String(request.headers['accept-encoding'] ?? ''))
  const body = file.bodies[encoding] ?? file.bodies.identity
  const headers: Record<string, string> = { ...file.headers, 'content-length': String(body.length) }
  if (encoding !== 'identity') headers['content-encoding'] = encoding
  answer(response, 200, headers, request.method === 'HEAD' ? undefined : body)
}

/**
 * @param settings.folder the built player, as `buildPlayer` leaves it
 * @returns a part whose `start` rejects with `start.build-missing` when nothing has been built there
 */
export function playerPart(settings: { folder: string }, parts: { log: Log }): Part {
  let files: ReadonlyMap<string, StoredFile> = new Map()
  return {
    name: 'player',
    owns: (pathname) => (`${pathname}/` === prefix || pathname.startsWith(prefix) ? 'public' : null),
    handle(request, response) {
      try {
        serve(files, request, response)
      } catch (error) {
        parts.log.error({ error }, 'the player could not answer a request')
        if (!response.headersSent) refuse(response, 400, '请求的地址不对。请从 /player/ 打开播放器。')
        else response.end()
      }
    },
    async start() {
      const missing = (cause?: unknown) =>
        failStart('start.build-missing', { part: 'player', folder: settings.folder }, cause)
      files = await readBuild(settings.folder).catch((error: unknown) => {
        throw missing(error)
      })
      if (!files.has('index.html') || !files.has('worker.js')) throw missing()
    },
    async close() {
      files = new Map()
    },
  }
}
