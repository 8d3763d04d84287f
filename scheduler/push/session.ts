/**
 * @file One player's connection: what it may say in which state, and what it is answered.
 *
 * `new` → `pairing` (shows a code) or `playing` (token checked). Anything out of order, broken, too
 * large or too often ends the connection with a code, and harms nobody else.
 */
import {
  closeCodes,
  playerFramesPerMinuteMax,
  type PlayerMessage,
  type ServerMessage,
} from '../../contracts/messages.ts'
import type { Instant } from '../../contracts/part.ts'
import { signageErrors, type SignageErrorCode } from '../../contracts/errors/signage.ts'
import type { Pairing } from '../store/pairings.ts'
import { parsePlayerMessage } from './parse.ts'

export type Hello = Extract<PlayerMessage, { type: 'hello' }>
type Pair = Extract<PlayerMessage, { type: 'pair' }>

/** What a session asks of the hub. */
export interface SessionHost {
  now(): Instant
  openCode(request: string, session: Session): { code: string; expiresAt: Instant }
  findPairing(token: string): Pairing | null
  joined(session: Session, hello: Hello): void
  said(session: Session, message: PlayerMessage): void
}

/** The socket, as far as a session needs it. */
export interface Wire {
  send(text: string): void
  close(code: number): void
}

/** One list for all that have none, see `lacking`. */
export const noParts: readonly { hash: string }[] = []

export class Session {
  state: 'new' | 'pairing' | 'playing' | 'closed' = 'new'
  pairing: Pairing | null = null
  /** The player's pairing secret, while it shows a code. */
  request: string | null = null
  /** What it said of itself when it asked for a code. */
  window: { width: number; height: number; version: string } | null = null
  /** Parts of the manifest that was sent last, or that the player holds. */
  known: readonly { hash: string }[] = noParts
  readonly address: string
  readonly #wire: Wire
  readonly #host: SessionHost
  #minuteStarted: Instant
  #framesThisMinute = 0

  /** @param address of the machine at the other end, or of the proxy before it */
  constructor(wire: Wire, host: SessionHost, address = '') {
    this.address = address
    this.#wire = wire
    this.#host = host
    this.#minuteStarted = host.now()
  }

  send(message: ServerMessage): void {
    this.sendText(JSON.stringify(message))
  }

  /** @param frame a message as JSON */
  sendText(frame: string): void {
    if (this.state !== 'closed') this.#wire.send(frame)
  }

  /** Says why, then closes. */
  fail(code: SignageErrorCode, closeCode: number): void {
    const { message, remedy } = signageErrors[code]
    this.send({ type: 'error', code, message, remedy })
    this.close(closeCode)
  }

  close(code: number): void {
    if (this.state === 'closed') return
    this.state = 'closed'
    this.#wire.close(code)
  }

  receive(frame: string): void {
    if (this.state === 'closed') return
    if (this.#tooMany()) return this.fail('signage.too-many-messages', closeCodes.tooMuch)
    const message = parsePlayerMessage(frame)
    if (!message) return this.fail('signage.bad-message', closeCodes.protocol)
    if (message.type === 'time')
      return this.send({ type: 'time', sent: message.sent, serverTime: this.#host.now() })
    if (message.type === 'pair' && this.state !== 'playing') return this.#pair(message)
    if (message.type === 'hello' && this.state !== 'playing') return this.#hello(message)
    if (this.state !== 'playing' || message.type === 'pair' || message.type === 'hello')
      return this.fail('signage.bad-message', closeCodes.protocol)
    this.#host.said(this, message)
  }

  #pair({ request, width, height, version }: Pair): void {
    this.state = 'pairing'
    this.request = request
    this.window = { width, height, version }
    const { code, expiresAt } = this.#host.openCode(request, this)
    this.send({ type: 'pairing', code, expiresAt })
  }

  #hello(message: Hello): void {
    const pairing = this.#host.findPairing(message.token)
    if (!pairing || pairing.screen !== message.screen)
      return this.fail('signage.not-paired', closeCodes.notPaired)
    this.pairing = pairing
    this.state = 'playing'
    this.send({ type: 'welcome', serverTime: this.#host.now(), screen: pairing.screen })
    this.#host.joined(this, message)
  }

  #tooMany(): boolean {
    const now = this.#host.now()
    if (now - this.#minuteStarted >= 60_000 || now < this.#minuteStarted) {
      this.#minuteStarted = now
      this.#framesThisMinute = 0
    }
    return ++this.#framesThisMinute > playerFramesPerMinuteMax
  }
}
