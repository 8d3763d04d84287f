/**
 * @file All connected players: who listens for which screen, and the push of a new manifest to them.
 *
 * A lost push is mended by the player's poll. Bounds: connections, frame size, what may wait in one
 * socket's send buffer, time until the first word, silence.
 */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import type { Command } from '../../contracts/commands.ts'
import {
  closeCodes,
  heartbeatEveryMs,
  helloWithinMs,
  playerFrameBytesMax,
  type PlayerMessage,
} from '../../contracts/messages.ts'
import type { Instant, Log } from '../../contracts/part.ts'
import type { Fleet } from '../fleet/status.ts'
import type { PairingCodes } from '../fleet/pairing.ts'
import type { Manifests } from '../manifests/manifests.ts'
import type { SigningKey } from '../manifests/keys.ts'
import type { PairingStore } from '../store/pairings.ts'
import type { PlayStore } from '../store/plays.ts'
import { lacking } from './lacking.ts'
import { manifestFrames } from './manifest-frame.ts'
import { noParts, Session, type SessionHost } from './session.ts'

const connectionsMaxDefault = 20_000
/** A player that takes its frames this slowly is cut off; it comes back and fetches the newest only. */
const waitingBytesMax = 16 * 1024 * 1024
const silentMs = 3 * heartbeatEveryMs
const sweepEveryMs = 10_000
/** More at once would hold up the players. */
const savedPerSweep = 2_000
/** How long a player may say nothing; also one that shows a code asks for the time every half minute. */
const patienceMs: Readonly<Record<Session['state'], number>> = {
  new: helloWithinMs,
  pairing: silentMs,
  playing: silentMs,
  closed: 0,
}

export interface HubParts {
  now(): Instant
  log: Log
  codes: PairingCodes<Session>
  pairings: PairingStore
  manifests: Manifests
  fleet: Fleet
  plays: PlayStore
  key: SigningKey
  connectionsMax?: number
  /** A player answered a command; only an answer that was waited for counts. */
  answered?(screen: string, message: CommandAnswer): void
  /** The screen's player is there again. */
  joined?(screen: string): void
}

export type CommandAnswer = Extract<PlayerMessage, { type: 'did' | 'picture' }>

export interface Hub {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Sends the screen's manifest to every player that shows it. */
  push(screen: string): void
  /** Leads every connected player from the key before to the present one. */
  trust(before: string): void
  /** Sends a command to the screen's player. @returns whether one is connected */
  command(screen: string, id: string, command: Command): boolean
  /** Hands the approved player its token. @returns whether it is still connected */
  paired(session: Session, screen: string, token: string): boolean
  /** Tells the players whose pairings were ended, and closes. */
  unpaired(screen: string, ended: readonly number[], reason: string): void
  counts(): { connections: number; playing: number; pushes: number; refused: number }
  close(): void
}

export function hubOf(parts: HubParts): Hub {
  const { now, log, codes, pairings, manifests, fleet, plays, key } = parts
  const connectionsMax = parts.connectionsMax ?? connectionsMaxDefault
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: playerFrameBytesMax,
    perMessageDeflate: false,
  })
  const sessions = new Map<WebSocket, { session: Session; heardAt: Instant }>()
  const byScreen = new Map<string, Set<Session>>()
  const frameOf = manifestFrames()
  /** The last players leave when the database is already closed. */
  let closed = false
  let pushes = 0
  let refused = 0

  function leave(session: Session): void {
    if (closed) return
    if (session.request) codes.forget(session.request)
    const screen = session.pairing?.screen
    if (!screen) return
    const others = byScreen.get(screen) ?? new Set()
    others.delete(session)
    if (others.size === 0) byScreen.delete(screen)
    if (speaks(session) && ![...others].some(speaks)) fleet.seen(screen, { online: false })
  }

  /** Whether the screen is as this player says: a try-out tells nothing of a screen that has a player. */
  function speaks({ pairing }: Session): boolean {
    if (!pairing) return false
    return !pairing.tryOut || pairings.ofScreen(pairing.screen) === null
  }

  /**
   * @param held revision that the player plays by, 0 for none
   * @param wanted hashes of parts that the player asks for; it keeps those of earlier connections
   */
  function sendManifest(session: Session, held: number, wanted?: readonly string[]): void {
    const screen = session.pairing?.screen
    if (screen && held > (manifests.toSend(screen)?.head.revision ?? held)) manifests.raise(screen, held)
    const manifest = screen && manifests.toSend(screen)
    if (!manifest || (manifest.head.revision <= held && !wanted)) return
    const sent = wanted
      ? manifest.parts.filter(({ hash }) => wanted.includes(hash))
      : lacking(manifest.parts, session.known)
    session.known = manifest.parts
    session.sendText(frameOf(manifest.signature, sent))
    pushes++
  }

  function said(session: Session, message: PlayerMessage): void {
    const { pairing } = session
    if (!pairing) return
    const { screen } = pairing
    const seen: Fleet['seen'] = (...what) => {
      if (speaks(session)) fleet.seen(...what)
    }
    if (message.type === 'heartbeat') {
      if (speaks(session)) fleet.beat(screen, message)
    } else if (message.type === 'did' || message.type === 'picture') {
      if (speaks(session)) parts.answered?.(screen, message)
    } else if (message.type === 'applied') seen(screen, { online: true, appliedRevision: message.revision })
    else if (message.type === 'poll') sendManifest(session, message.revision)
    else if (message.type === 'want') sendManifest(session, 0, message.parts)
    else if (message.type === 'refused') {
      refused++
      log.warn(
        { screen, revision: message.revision, reason: message.reason },
        'a player refused its manifest',
      )
    } else if (message.type === 'plays')
      session.send({ type: 'plays-stored', upTo: plays.store(pairing.id, screen, message.plays) })
  }

  const host: SessionHost = {
    now,
    openCode: (request, session) => codes.open(request, session, session.address),
    findPairing: (token) => pairings.find(token),
    joined(session, { revision, version, keyId }) {
      const screen = session.pairing?.screen
      if (!screen) return
      const together = byScreen.get(screen) ?? new Set()
      byScreen.set(screen, together.add(session))
      if (speaks(session)) fleet.seen(screen, { online: true, version })
      // Before the manifest, which is signed by the present key; a key that is not ours leads nowhere.
      for (const { from: _from, ...step } of key.since(keyId ?? key.keyId) ?? [])
        session.send({ type: 'trust', ...step })
      // A player that holds a manifest has most parts already, and asks for those that it lacks.
      const held = manifests.toSend(screen)
      if (revision > 0) session.known = held?.parts ?? noParts
      sendManifest(session, revision)
      if (speaks(session)) parts.joined?.(screen)
    },
    said,
  }

  server.on('connection', (socket: WebSocket, request: IncomingMessage) => {
    // Also those who are turned away can break the rules; unheard, an error would end the program.
    socket.on('error', (error) =>
      log.warn({ error: error.message }, 'a player broke the rules of its socket'),
    )
    if (sessions.size >= connectionsMax) return socket.close(closeCodes.tooMuch)
    const session = new Session(
      {
        send(text) {
          if (socket.bufferedAmount > waitingBytesMax) socket.terminate()
          else socket.send(text)
        },
        close: (code) => socket.close(code),
      },
      host,
      request.socket.remoteAddress,
    )
    const entry = { session, heardAt: now() }
    sessions.set(socket, entry)
    socket.on('message', (data, binary) => {
      entry.heardAt = now()
      try {
        if (binary) session.fail('signage.bad-message', closeCodes.protocol)
        else session.receive(String(data))
      } catch (error) {
        log.error({ error: String(error) }, 'a message of a player could not be dealt with')
        session.fail('signage.failed', 1011)
      }
    })
    socket.on('close', () => {
      session.state = 'closed'
      sessions.delete(socket)
      leave(session)
    })
  })

  /** What could not be written down stays to be written by the next sweep. */
  function flushFleet(countMax?: number): void {
    try {
      fleet.flush(countMax)
    } catch (error) {
      log.error({ error: String(error) }, 'what screens said of themselves could not be written down')
    }
  }

  const sweep = setInterval(() => {
    const at = now()
    for (const [socket, { session, heardAt }] of sessions) {
      if (at - heardAt > patienceMs[session.state]) socket.terminate()
      else socket.ping()
    }
    flushFleet(savedPerSweep)
  }, sweepEveryMs)
  sweep.unref()

  return {
    upgrade(request, socket, head) {
      server.handleUpgrade(request, socket, head, (webSocket) =>
        server.emit('connection', webSocket, request),
      )
    },
    push(screen) {
      for (const session of byScreen.get(screen) ?? []) sendManifest(session, 0)
    },
    trust(before) {
      for (const { from: _from, ...step } of key.since(before) ?? [])
        for (const together of byScreen.values())
          for (const session of together) session.send({ type: 'trust', ...step })
    },
    command(screen, id, command) {
      const players = [...(byScreen.get(screen) ?? [])].filter(speaks)
      for (const session of players) session.send({ type: 'command', id, command })
      return players.length > 0
    },
    paired(session, screen, token) {
      session.request = null
      session.send({ type: 'paired', screen, token, publicKey: key.publicKey, keyId: key.keyId })
      return session.state === 'pairing'
    },
    unpaired(screen, ended, reason) {
      for (const session of byScreen.get(screen) ?? []) {
        if (!session.pairing || !ended.includes(session.pairing.id)) continue
        session.send({ type: 'unpaired', reason })
        session.close(closeCodes.notPaired)
      }
    },
    counts: () => ({
      connections: sessions.size,
      playing: [...byScreen.values()].reduce((sum, set) => sum + set.size, 0),
      pushes,
      refused,
    }),
    close() {
      closed = true
      clearInterval(sweep)
      flushFleet()
      for (const socket of sessions.keys()) socket.close(closeCodes.goingAway)
      server.close()
    },
  }
}
