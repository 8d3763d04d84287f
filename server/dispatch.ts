/**
 * @file Gives each request and each socket to the part that owns its path.
 *
 * Parts are asked in order, the site last. The public side never reaches an internal path: there it is
 * the site's 404, as if nothing were there.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Log, Part } from '../contracts/part.ts'

/** Which paths a listener serves. */
export type Door = 'all' | 'public'

export interface Dispatch {
  /** Parts answer from here on; before that every request is told to come back. */
  readonly parts: Part[]
  request(door: Door): (request: IncomingMessage, response: ServerResponse) => void
  upgrade(door: Door): (request: IncomingMessage, socket: Duplex, head: Buffer) => void
}

function pathOf(request: IncomingMessage): string | null {
  return URL.parse(request.url ?? '/', 'http://localhost')?.pathname ?? null
}

const startingPage = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta http-equiv="refresh" content="3">
<title>正在启动</title><p style="font:1.25rem sans-serif;margin:3rem">系统正在启动，几秒后自动刷新。法律问题可以先打 12348。</p></html>`

function refuse(response: ServerResponse, status: number, body: string, type: string): void {
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-store',
    'retry-after': '3',
  })
  response.end(body)
}

export function dispatchOf(log: Log): Dispatch {
  const parts: Part[] = []

  /** Through the public door, the first to own the path publicly: an internal owner is as if not there. */
  function ownerOf(pathname: string, door: Door): Part | undefined {
    return parts.find((part) => {
      const side = part.owns(pathname)
      return door === 'public' ? side === 'public' : side !== null
    })
  }

  return {
    parts,
    request: (door) => (request, response) => {
      const pathname = pathOf(request)
      if (pathname === null) return refuse(response, 400, '网址写得不对\n', 'text/plain')
      const owner = ownerOf(pathname, door)
      if (!owner) return refuse(response, 503, startingPage, 'text/html')
      response.on('error', (error) =>
        log.warn({ error: error.message }, 'a connection broke while answering'),
      )
      owner.handle(request, response)
    },
    upgrade: (door) => (request, socket, head) => {
      socket.on('error', (error) => log.warn({ error: error.message }, 'a socket broke'))
      const pathname = pathOf(request)
      const owner = pathname === null ? undefined : ownerOf(pathname, door)
      if (owner?.upgrade) owner.upgrade(request, socket, head)
      else socket.end('HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\nconnection: close\r\n\r\n')
    },
  }
}
