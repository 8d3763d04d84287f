/**
 * @file A server that speaks the screens' protocol, with a real key, and remembers what players say.
 *
 * It can be stopped and started again on the same port, as a server is.
 */
import { randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer, type WebSocket } from 'ws'
import type { SignedManifest } from '../../../contracts/manifest.ts'
import {
  socketPath,
  type PlayerMessage,
  type PlayRecord,
  type ServerMessage,
} from '../../../contracts/messages.ts'
import type { Part } from '../../../contracts/part.ts'
import type { Asset } from './programme.ts'
import { signingKey, type SigningKey } from './key.ts'

export interface ScreenServer {
  key: SigningKey
  origin(): string
  start(): Promise<void>
  /** Cuts every connection and closes the port. */
  stop(): Promise<void>
  /** Approves the code that a player shows. */
  approve(code: string, screen: string): void
  /** Ends the pairing of a screen's players. */
  revoke(screen: string): void
  publish(screen: string, envelope: SignedManifest): void
  /** Says something to a screen's players; to those alone that are connected. */
  tell(screen: string, message: ServerMessage): void
  /** Puts a file on the server; `lie` is served in its place. */
  serve(asset: Asset, lie?: Buffer): void
  /** Everything that players said, oldest first. */
  heard: PlayerMessage[]
  /** Plays as stored: by number, each once. */
  plays: Map<number, PlayRecord>
  /** How often an asset was asked for. */
  asked: Map<string, number>
  demoScreens: object[]
}

export const demoKey = 'try-out-key'

export interface ServerClock {
  now(): number
  /** A server that does not is one whose time stands still. */
  answersTime: boolean
}

const realTime: ServerClock = { now: () => Date.now(), answersTime: true }

export function screenServer(player: Part, clock = realTime): ScreenServer {
  const key = signingKey()
  const files = new Map<string, { body: Buffer; type: string }>()
  const manifests = new Map<string, SignedManifest>()
  const tokens = new Map<string, string>()
  const codes = new Map<string, WebSocket>()
  const screens = new Map<WebSocket, string>()
  const asked = new Map<string, number>()
  const plays = new Map<number, PlayRecord>()
  const heard: PlayerMessage[] = []
  let server: Server | null = null
  let port = 0

  const say = (socket: WebSocket, message: ServerMessage) => socket.send(JSON.stringify(message))
  const tokenFor = (screen: string): string => {
    const token = randomBytes(16).toString('hex')
    tokens.set(token, screen)
    return token
  }
  const send = (socket: WebSocket, screen: string, held: number): void => {
    const envelope = manifests.get(screen)
    if (!envelope) return
    const revision = Number(/"revision":(\d+)/u.exec(envelope.payload)?.[1])
    if (revision !== held) say(socket, { type: 'manifest', ...envelope })
  }
  const hear = (socket: WebSocket, message: PlayerMessage): void => {
    heard.push(message)
    const now = clock.now()
    switch (message.type) {
      case 'pair': {
        const code = String(100_000 + codes.size)
        codes.set(code, socket)
        return say(socket, { type: 'pairing', code, expiresAt: now + 600_000 })
      }
      case 'hello':
        if (tokens.get(message.token) !== message.screen)
          return say(socket, { type: 'unpaired', reason: 'token' })
        screens.set(socket, message.screen)
        say(socket, { type: 'welcome', serverTime: now, screen: message.screen })
        return send(socket, message.screen, message.revision)
      case 'poll':
        return send(socket, screens.get(socket) ?? '', message.revision)
      case 'time':
        if (clock.answersTime) say(socket, { type: 'time', sent: message.sent, serverTime: now })
        return
      case 'plays':
        for (const play of message.plays) plays.set(play.sequence, play)
        return say(socket, {
          type: 'plays-stored',
          upTo: Math.max(...message.plays.map((play) => play.sequence)),
        })
    }
  }
  const api = (): { demoScreens: object[] } => self
  const open = (): Server => {
    const http = createServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://localhost')
      if (player.owns(url.pathname)) return player.handle(request, response)
      const json = (status: number, body: unknown) => {
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
      }
      if (url.pathname === '/api/signage/demo-screens')
        return url.searchParams.get('key') === demoKey ? json(200, api().demoScreens) : json(403, {})
      if (url.pathname === '/api/signage/demo-pairing') {
        let body = ''
        request.on('data', (chunk: Buffer) => (body += chunk))
        request.on('end', () => {
          const { key: given, screen } = JSON.parse(body) as { key: string; screen: string }
          if (given !== demoKey) return json(403, { error: { message: '钥匙不对', remedy: '请换一把' } })
          json(200, { screen, token: tokenFor(screen), publicKey: key.publicKey, keyId: key.keyId })
        })
        return
      }
      asked.set(url.pathname, (asked.get(url.pathname) ?? 0) + 1)
      const file = files.get(url.pathname)
      response.writeHead(file ? 200 : 404, { 'content-type': file?.type ?? 'text/plain' }).end(file?.body)
    })
    const sockets = new WebSocketServer({ server: http, path: socketPath })
    sockets.on('connection', (socket) => {
      socket.on('message', (data) => hear(socket, JSON.parse(String(data)) as PlayerMessage))
      socket.on('close', () => screens.delete(socket))
    })
    return http
  }
  const self: ScreenServer = {
    key,
    heard,
    plays,
    asked,
    demoScreens: [],
    origin: () => `http://localhost:${port}`,
    start: () =>
      new Promise((resolve) => {
        server = open().listen(port, '127.0.0.1', () => {
          port = (server?.address() as AddressInfo).port
          resolve()
        })
      }),
    stop: () =>
      new Promise((resolve) => {
        for (const socket of screens.keys()) socket.terminate()
        for (const socket of codes.values()) socket.terminate()
        server?.close(() => resolve())
        server?.closeAllConnections()
      }),
    approve(code, screen) {
      const socket = codes.get(code)
      if (!socket) throw new Error(`no player shows ${code}`)
      const { publicKey, keyId } = key
      say(socket, { type: 'paired', screen, token: tokenFor(screen), publicKey, keyId })
    },
    revoke(screen) {
      for (const [token, of] of tokens) if (of === screen) tokens.delete(token)
      for (const [socket, of] of screens)
        if (of === screen) say(socket, { type: 'unpaired', reason: 'revoked' })
    },
    publish(screen, envelope) {
      manifests.set(screen, envelope)
      for (const [socket, of] of screens) if (of === screen) say(socket, { type: 'manifest', ...envelope })
    },
    tell(screen, message) {
      for (const [socket, of] of screens) if (of === screen) say(socket, message)
    },
    serve: (file, lie) => void files.set(file.url, { body: lie ?? file.body, type: file.type }),
  }
  return self
}
