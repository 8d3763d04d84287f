/**
 * @file A player as far as orders go: it keeps head and parts, and says what it plays by.
 *
 * It survives its own connection, as a screen out of contact keeps its last manifest.
 */
import { WebSocket } from 'ws'
import {
  assemble,
  type ManifestHead,
  type ManifestPart,
  type SignedManifest,
} from '../../contracts/manifest.ts'
import { socketPath, type PlayerMessage, type ServerMessage } from '../../contracts/messages.ts'
import { resolve } from '../../contracts/schedule/index.ts'

export class ObedientPlayer {
  readonly screen: string
  readonly #origin: string
  readonly #token: string
  readonly #parts = new Map<string, ManifestPart>()
  #head: ManifestHead | null = null
  #socket: WebSocket | null = null

  constructor(origin: string, screen: string, token: string) {
    this.#origin = origin
    this.screen = screen
    this.#token = token
  }

  get revision(): number {
    return this.#head?.revision ?? 0
  }

  /** Resolves once the server has taken it in and it plays by the newest manifest. */
  async connect(): Promise<void> {
    const socket = new WebSocket(this.#origin.replace(/^http/, 'ws') + socketPath)
    this.#socket = socket
    socket.on('message', (data: Buffer) => this.#hear(JSON.parse(data.toString()) as ServerMessage))
    const { screen, revision } = this
    socket.on('open', () => this.#say({ type: 'hello', screen, token: this.#token, revision, version: '1' }))
    await new Promise((resolve, reject) => {
      socket.once('message', resolve)
      socket.once('error', reject)
    })
  }

  /** Out of contact; it plays on by what it has. */
  leave(): void {
    this.#socket?.close()
  }

  shows(at: number): string {
    const { schedule, screen } = this.#manifest()
    return resolve(schedule, screen, at).item.title
  }

  items(): string[] {
    return this.#manifest().schedule.items.map(({ id }) => id)
  }

  #manifest() {
    if (!this.#head) throw new Error(`${this.screen} has no manifest`)
    const parts = this.#head.parts.map((hash) => this.#parts.get(hash) ?? {})
    return assemble(this.#head, parts)
  }

  #say(message: PlayerMessage): void {
    this.#socket?.send(JSON.stringify(message))
  }

  #hear(message: ServerMessage): void {
    if (message.type === 'manifest') this.#take(message)
  }

  #take({ payload, parts }: SignedManifest): void {
    const head = JSON.parse(payload) as ManifestHead
    for (const [hash, text] of Object.entries(parts)) this.#parts.set(hash, JSON.parse(text) as ManifestPart)
    const lacking = head.parts.filter((hash) => !this.#parts.has(hash))
    if (lacking.length > 0) return this.#say({ type: 'want', revision: head.revision, parts: lacking })
    this.#head = head
    this.#say({ type: 'applied', revision: head.revision })
  }
}
