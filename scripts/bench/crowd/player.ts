/** @file One simulated player: the protocol of a real one, without a picture. */
import { createPublicKey, hash, verify, type KeyObject } from 'node:crypto'
import type { Socket } from 'node:net'
import { WebSocket } from 'ws'
import { batchText, rootOf } from '../../../contracts/manifest-batch.ts'
import type { ManifestHead } from '../../../contracts/manifest.ts'
import {
  heartbeatEveryMs,
  pollEveryMs,
  socketPath,
  type PlayerMessage,
  type ServerMessage,
} from '../../../contracts/messages.ts'
import { backoffMs } from '../../../signage-player/link/backoff.ts'
import type { CrowdScreen } from './orders.ts'

/** As the player's own, in signage-player/link/link.ts. */
const backoff = { firstMs: 1_000, mostMs: 60_000 }
const healthy = {
  luminance: 40,
  asleep: false,
  cacheBytes: 0,
  cacheBytesMax: 2 ** 31,
  clockTrusted: true,
  heapMb: null,
  upSeconds: 1,
  problems: [],
}

export const steadyMs = (): number => Number(process.hrtime.bigint() / 1_000n) / 1_000

/** Parts are named by their content, so all players of the process keep them together. */
const parts = new Map<string, string>()
const keys = new Map<string, KeyObject>()

const sha256 = async (bytes: Uint8Array): Promise<Uint8Array> => hash('sha256', bytes, 'buffer')

function keyOf(spki: string): KeyObject {
  const known = keys.get(spki)
  if (known) return known
  const key = createPublicKey({ key: Buffer.from(spki, 'base64'), format: 'der', type: 'spki' })
  keys.set(spki, key)
  return key
}

export class SimulatedPlayer {
  revision = 0
  open = false
  /** When it was last welcomed. */
  backAt = 0
  readonly #origin: string
  readonly #screen: CrowdScreen
  readonly #seen: (text: string) => void
  #socket: WebSocket | null = null
  #raw: Socket | null = null
  #failures = 0
  #timers: NodeJS.Timeout[] = []
  #ended = false
  #earlierBytes = 0

  /** @param seen is handed each part that this player had not played by before */
  constructor(origin: string, screen: CrowdScreen, seen: (text: string) => void) {
    this.#origin = origin
    this.#screen = screen
    this.#seen = seen
  }

  dial(): void {
    const socket = new WebSocket(this.#origin.replace(/^http/, 'ws') + socketPath, {
      perMessageDeflate: false,
    })
    this.#socket = socket
    socket.on('upgrade', (response) => {
      this.#raw = response.socket
    })
    socket.on('open', () => {
      const { screen, token } = this.#screen
      this.#say({ type: 'hello', screen, token, revision: this.revision, version: 'bench' })
    })
    // What is refused ends the process: the measurement must not go on with it.
    socket.on('message', (data: Buffer) => void this.#heard(JSON.parse(data.toString()) as ServerMessage))
    socket.on('error', () => undefined)
    socket.on('close', () => this.#lost())
  }

  /** Both ways, since it was made. */
  bytes(): number {
    return this.#earlierBytes + (this.#raw ? this.#raw.bytesRead + this.#raw.bytesWritten : 0)
  }

  end(): void {
    this.#ended = true
    this.#socket?.terminate()
  }

  #say(message: PlayerMessage): void {
    this.#socket?.send(JSON.stringify(message))
  }

  #lost(): void {
    this.#earlierBytes = this.bytes()
    this.#raw = null
    this.open = false
    for (const timer of this.#timers) clearInterval(timer)
    this.#timers = []
    if (this.#ended) return
    const wait = backoffMs(backoff, this.#failures++, Math.random())
    setTimeout(() => this.dial(), wait)
  }

  #welcomed(): void {
    this.open = true
    this.backAt = steadyMs()
    this.#failures = 0
    const beat = (): void => {
      const { revision } = this
      const at = Date.now()
      this.#say({
        ...{
          type: 'heartbeat',
          at,
          revision,
          nowPlaying: { item: 'i', title: '标语', kind: 'slogan', since: at },
        },
        ...{ offsetMs: 0, storedPlays: 0, assetsMissing: 0, health: healthy },
      })
      this.#say({ type: 'time', sent: at })
    }
    // Real players are not in step: each begins when it was switched on.
    const first = setTimeout(() => {
      this.#timers.push(setInterval(beat, heartbeatEveryMs))
      this.#timers.push(setInterval(() => this.#say({ type: 'poll', revision: this.revision }), pollEveryMs))
    }, Math.random() * heartbeatEveryMs)
    this.#timers.push(first)
  }

  async #heard(message: ServerMessage): Promise<void> {
    if (message.type === 'welcome') return this.#welcomed()
    if (message.type !== 'manifest') return
    const signature = Buffer.from(message.signature, 'base64')
    const key = { key: keyOf(this.#screen.publicKey), dsaEncoding: 'ieee-p1363' } as const
    const root = await rootOf(message.payload, Buffer.from(message.path, 'base64'), sha256)
    if (!root || !verify('sha256', Buffer.from(batchText(root)), key, signature))
      throw new Error('a bad signature')
    const head = JSON.parse(message.payload) as ManifestHead
    for (const [name, text] of Object.entries(message.parts)) {
      if (parts.has(name)) continue
      if (hash('sha256', text) !== name) throw new Error('a bad part')
      parts.set(name, text)
    }
    const lacking = head.parts.filter((name) => !parts.has(name))
    if (lacking.length > 0) return this.#say({ type: 'want', revision: head.revision, parts: lacking })
    this.revision = head.revision
    this.#say({ type: 'applied', revision: head.revision })
    for (const text of Object.values(message.parts)) this.#seen(text)
  }
}
