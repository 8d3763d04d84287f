/**
 * @file Serves the built Studio under `/studio/`, on the internal side.
 *
 * Works on HTTP/1.1 and on HTTP/2's compatible interface alike. `/studio/env.js` tells the one build
 * which lake to use. A folder without a finished build stops the start with `start.build-missing`.
 */
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { pipeline } from 'node:stream'
import { failStart } from '../contracts/errors/start.ts'
import type { Log, Part } from '../contracts/part.ts'
import { sessionCookieName } from '../contracts/session.ts'
import { listName, type FileList } from './build/pack.ts'
import { choose, isFresh, owns, packingFor, type Packing } from './serve/choose.ts'
import { commonHeaders } from './serve/policy.ts'

export interface StudioPartSettings {
  /** What `buildStudio` made. */
  folder: string
  env: {
    projectId: string
    dataset: string
    /** Null: the lake answers on this origin. */
    apiHost: string | null
    /** Three people approve before anything is public. */
    isReviewed: boolean
  }
  /** Origins that the pages may ask beside their own. */
  connectHosts: string[]
  /** Our own sign-in page, or null where a hosted lake has its own. Who carries no session goes there first. */
  signInPath: string | null
}

const suffixes: Record<'br' | 'gzip', string> = { br: '.br', gzip: '.gz' }

/** `<` is escaped so that the text stays safe wherever a page might take it in. */
function settingsScript(env: StudioPartSettings['env']): string {
  return `window.PUFA = ${JSON.stringify(env).replaceAll('<', '\\u003c')}\n`
}

/** Whether there is a session at all; whether it is valid, the lake says. */
function carriesSession(request: IncomingMessage): boolean {
  return (request.headers.cookie ?? '').includes(`${sessionCookieName}=`)
}

export function studioPart(settings: StudioPartSettings, { log }: { log: Log }): Part {
  let files: FileList = {}
  const script = settingsScript(settings.env)

  function answer(response: ServerResponse, status: number, type: string, text: string, head: boolean) {
    response.writeHead(status, {
      'content-type': `${type}; charset=utf-8`,
      'content-length': Buffer.byteLength(text),
      'cache-control': 'no-store',
    })
    response.end(head ? undefined : text)
  }

  function send(request: IncomingMessage, response: ServerResponse, name: string) {
    const file = files[name]
    if (!file)
      return answer(response, 503, 'text/plain', '编辑台正在启动，请稍后刷新\n', request.method === 'HEAD')
    const packing: Packing = packingFor(request.headers['accept-encoding']?.toString(), file)
    response.setHeader('etag', `"${file.tag}"`)
    response.setHeader('vary', 'accept-encoding')
    response.setHeader('cache-control', file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache')
    if (isFresh(request.headers['if-none-match'], file.tag)) {
      response.writeHead(304)
      return response.end()
    }
    response.writeHead(200, {
      'content-type': file.type,
      'content-length': (packing && file[packing]) ?? file.bytes,
      ...(packing ? { 'content-encoding': packing } : {}),
    })
    if (request.method === 'HEAD') return response.end()
    const bytes = createReadStream(join(settings.folder, name + (packing ? suffixes[packing] : '')))
    pipeline(bytes, response, (error) => {
      // A reader that leaves early is no fault of ours.
      if (error && error.code !== 'ERR_STREAM_PREMATURE_CLOSE')
        log.error({ file: name, error: error.message }, 'studio: a built file could not be sent')
    })
  }

  return {
    name: 'studio',
    owns: (pathname) => (owns(pathname) ? 'internal' : null),

    handle(request, response) {
      const head = request.method === 'HEAD'
      const host = request.headers[':authority'] ?? request.headers.host
      for (const [name, value] of Object.entries(
        commonHeaders({ host: host?.toString(), connectHosts: settings.connectHosts }),
      ))
        response.setHeader(name, value)
      if (!head && request.method !== 'GET') {
        response.setHeader('allow', 'GET, HEAD')
        return answer(response, 405, 'text/plain', '这里只能读取\n', false)
      }
      const [pathname = '', query] = (request.url ?? '/').split('?', 2)
      const choice = choose(pathname, query === undefined ? '' : `?${query}`, files)
      switch (choice.kind) {
        case 'file':
          return void send(request, response, choice.name)
        case 'page':
          if (settings.signInPath !== null && !carriesSession(request)) {
            const location = `${settings.signInPath}?origin=${encodeURIComponent(request.url ?? '/')}`
            response.writeHead(302, { location, 'cache-control': 'no-store', 'content-length': 0 })
            return void response.end()
          }
          return void send(request, response, 'index.html')
        case 'settings':
          return answer(response, 200, 'text/javascript', script, head)
        case 'redirect':
          response.writeHead(308, { location: choice.to, 'content-length': 0 })
          return void response.end()
        case 'missing':
          return answer(response, 404, 'text/plain', '编辑台没有这个文件。请刷新页面\n', head)
      }
    },

    async start() {
      try {
        files = JSON.parse(await readFile(join(settings.folder, listName), 'utf8')) as FileList
      } catch (error) {
        throw failStart('start.build-missing', { part: 'studio' }, error)
      }
    },

    async close() {
      files = {}
    },
  }
}
