/** @file A player as far as the protocol goes: it speaks, hears, and says when it was cut off. */
import { createHash, webcrypto } from 'node:crypto'
import { WebSocket } from 'ws'
import { batchText, rootOf } from '../../contracts/manifest-batch.ts'
import { socketPath, type PlayerMessage, type ServerMessage } from '../../contracts/messages.ts'
import {
  assemble,
  type Manifest,
  type ManifestHead,
  type ManifestPart,
  type SignedManifest,
} from '../../contracts/manifest.ts'

type Heard<Type extends ServerMessage['type']> = Extract<ServerMessage, { type: Type }>

const answerWithinMs = 10_000

/** Parts are named by their content, so all players of a test may keep them together. */
const kept = new Map<string, string>()

export class PlayerSocket {
  readonly heard: ServerMessage[] = []
  /** Resolves with the close code. */
  readonly closed: Promise<number>
  readonly #socket: WebSocket
  readonly #waiting: (() => void)[] = []
  /** How many messages of each type were taken. */
  readonly #taken = new Map<string, number>()

  constructor(socket: WebSocket) {
    this.#socket = socket
    socket.on('message', (data: Buffer) => {
      const message = JSON.parse(data.toString()) as ServerMessage
      if (message.type === 'manifest')
        for (const [hash, text] of Object.entries(message.parts)) kept.set(hash, text)
      this.heard.push(message)
      for (const wake of this.#waiting.splice(0)) wake()
    })
    // A server that cuts off without a close frame is an error to ws and a code 1006 to us.
    socket.on('error', () => undefined)
    this.closed = new Promise((resolve) => socket.on('close', (code) => resolve(code)))
  }

  say(message: PlayerMessage): void {
    this.#socket.send(JSON.stringify(message))
  }

  raw(data: string | Buffer): void {
    this.#socket.send(data)
  }

  /** The next message of this type that was not taken yet. @throws when none comes */
  async next<Type extends ServerMessage['type']>(type: Type): Promise<Heard<Type>> {
    const at = this.#taken.get(type) ?? 0
    this.#taken.set(type, at + 1)
    const deadline = performance.now() + answerWithinMs
    for (;;) {
      const found = this.heard.filter((message): message is Heard<Type> => message.type === type)[at]
      if (found) return found
      if (performance.now() > deadline)
        throw new Error(`no ${type} came; heard ${JSON.stringify(this.heard)}`)
      await new Promise<void>((wake) => {
        this.#waiting.push(wake)
        setTimeout(wake, 100)
      })
    }
  }

  count(type: ServerMessage['type']): number {
    return this.heard.filter((message) => message.type === type).length
  }

  /** As a machine that hangs: the line stays, nothing is taken from it. */
  stopReading(): void {
    this.#socket.pause()
  }

  close(): void {
    this.#socket.close()
  }
}

/** @param origin `http://127.0.0.1:1234`; rejects when the server does not take the socket */
export function connectPlayer(origin: string): Promise<PlayerSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(origin.replace(/^http/, 'ws') + socketPath)
    const player = new PlayerSocket(socket)
    socket.once('open', () => resolve(player))
    socket.once('error', reject)
  })
}

function part(hash: string): ManifestPart {
  const text = kept.get(hash)
  if (text === undefined || createHash('sha256').update(text).digest('hex') !== hash)
    throw new Error(`part ${hash} did not come, or came with other words`)
  return JSON.parse(text) as ManifestPart
}

/** Checks signature and parts as a player does, by the pinned key. @throws when one does not fit */
export async function openManifest(publicKey: string, signed: SignedManifest): Promise<Manifest> {
  const ecdsa = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
  const key = await webcrypto.subtle.importKey('spki', Buffer.from(publicKey, 'base64'), ecdsa, false, [
    'verify',
  ])
  const signature = Buffer.from(signed.signature, 'base64')
  const sha256 = async (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
  const root = await rootOf(signed.payload, Buffer.from(signed.path, 'base64'), sha256)
  const text = Buffer.from(root ? batchText(root) : '')
  if (!root || !(await webcrypto.subtle.verify(ecdsa, key, signature, text)))
    throw new Error('the signature does not fit')
  const head = JSON.parse(signed.payload) as ManifestHead
  return assemble(head, head.parts.map(part))
}
