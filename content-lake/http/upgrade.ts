/**
 * @file Takes WebSockets: presence at `/v…/socket/:dataset`, many listeners at `/socket/listen`.
 *
 * Only for those who are signed in; with a cookie, only from our own pages. The answer to any other is a plain
 * HTTP error before the socket is one.
 */
import { STATUS_CODES, type IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { failLake } from '../../contracts/errors/lake.ts'
import { PufaError } from '../../contracts/errors/registry.ts'
import type { Clock, Log } from '../../contracts/part.ts'
import type { Accounts } from '../accounts/accounts.ts'
import type { Caller } from '../accounts/caller.ts'
import { isAllowedOrigin } from './cors.ts'
import { callerOf } from './credentials.ts'
import type { Listening } from './listen.ts'
import { carryListeners } from './listen-socket.ts'
import { isFromOwnPage, originOf } from './origin.ts'
import { splitApiPath } from './owns.ts'
import type { PresenceRoom } from './presence-socket.ts'
import { sanityBody } from './sanity-error.ts'
import { FRAME_BYTES_MAX } from './socket-guard.ts'
import type { Reader } from './streams.ts'
import type { UnknownEndpoints } from './unknown-endpoints.ts'

const SOCKETS_MAX = 1000
const BEAT_MS = 15_000

export interface UpgradeParts extends Listening {
  accounts: Accounts
  presence: PresenceRoom
  unknown: UnknownEndpoints
  dataset: string
  configuredOrigin: string | null
  corsOrigins: readonly string[]
  clock: Clock
  log: Log
}

export interface Upgrader {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  count(): number
  /** Ends sockets whose caller has signed out; called by a timer of its own too. */
  beat(): void
  close(): void
}

export function createUpgrader(parts: UpgradeParts): Upgrader {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: FRAME_BYTES_MAX,
    perMessageDeflate: false,
    clientTracking: false,
  })
  const open = new Map<WebSocket, Caller>()
  const beat = () => {
    for (const [socket, caller] of open)
      if (!parts.accounts.stillHolds(caller)) socket.close(1008, 'signed out')
  }
  const timer = setInterval(beat, BEAT_MS).unref()

  return {
    upgrade(request, socket, head) {
      socket.on('error', () => socket.destroy())
      try {
        const pathname = (request.url ?? '').split('?')[0] ?? ''
        const join = roomOf(pathname, parts)
        if (!join) {
          parts.unknown.add('WS', pathname)
          throw failLake('lake.unknown-endpoint')
        }
        const caller = callerOf(request, parts.accounts)
        if (caller.kind === 'anonymous') throw failLake('lake.not-signed-in')
        const isAllowed = isAllowedOrigin(request.headers.origin, parts.corsOrigins)
        if (caller.kind === 'session' && !isAllowed && !isFromOwnPage(request, parts.configuredOrigin))
          throw failLake('lake.foreign-origin')
        if (open.size >= SOCKETS_MAX) throw failLake('lake.too-many-streams')
        server.handleUpgrade(request, socket, head, (webSocket) => {
          open.set(webSocket, caller)
          webSocket.on('close', () => open.delete(webSocket))
          join(webSocket, { caller, origin: originOf(request, parts.configuredOrigin) })
        })
      } catch (error) {
        refuse(socket, error)
      }
    },
    count: () => open.size,
    beat,
    close() {
      clearInterval(timer)
      for (const socket of open.keys()) socket.close(1001, 'shutting down')
      for (const socket of open.keys()) socket.terminate()
      server.close()
    },
  }
}

function roomOf(pathname: string, parts: UpgradeParts): ((socket: WebSocket, reader: Reader) => void) | null {
  if (pathname === '/socket/listen') return (socket, reader) => carryListeners(socket, reader, parts)
  if (splitApiPath(pathname)?.rest === `socket/${parts.dataset}`)
    return (socket, { caller }) => parts.presence.join(socket, caller, parts)
  return null
}

function refuse(socket: Duplex, error: unknown): void {
  const known = error instanceof PufaError ? error : failLake('lake.internal', {}, error)
  const body = JSON.stringify(sanityBody(known, false))
  socket.end(
    `HTTP/1.1 ${known.status} ${STATUS_CODES[known.status] ?? ''}\r\nConnection: close\r\n` +
      `Content-Type: application/json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  )
}
