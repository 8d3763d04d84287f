/**
 * @file Keeps every open stream (SSE or carried on a WebSocket): bounds them, and beats their hearts.
 *
 * At each beat a stream whose caller's sign-in has ended is closed, so nobody goes on reading after signing
 * out. A reader that lets more than `UNSENT_BYTES_MAX` pile up, or takes nothing at all for a minute, is cut
 * off and must come back; and when all readers together let too much pile up, the slowest goes first. What
 * is cut off frees its memory at once, and no other reader waits for it.
 */
import { failLake } from '../../contracts/errors/lake.ts'
import type { Accounts } from '../accounts/accounts.ts'
import { identityOf, type Caller } from '../accounts/caller.ts'
import { FilterBudget } from '../query/filter-budget.ts'
import { withAssetAddresses } from './asset-address.ts'

export const UNSENT_BYTES_MAX = 16 * 1024 * 1024
/** Of all streams together. */
const ALL_UNSENT_BYTES_MAX = 256 * 1024 * 1024
/** Written between two looks at the whole. */
const LOOK_AFTER_BYTES = 4 * 1024 * 1024
const BEAT_MS = 15_000
const STILL_BEATS_MAX = 4
const STREAMS_MAX = 5000
const STREAMS_OF_ONE_MAX = 1000
/** All who are not signed in count as one. */
const ANONYMOUS_STREAMS_MAX = 200

export interface Reader {
  caller: Caller
  /** That the reader came by. */
  origin: string
}

/** Where a stream's text goes. */
export interface Sink {
  write(text: string): void
  /** Bytes written and not yet taken by the network. */
  unsentBytes(): number
  /** After what was written. */
  end(): void
  /** At once, with all that was written and not taken. */
  cut(): void
  /** What is behind it; several streams may stand on one. */
  channel: object
}

export interface Stream {
  event(name: string, data: object, eventId: string | null): void
  /** Safe to call more than once. */
  close(): void
}

interface OpenStream extends Stream {
  caller: Caller
  sink: Sink
  cut(): void
  unsentAtBeat: number
  stillBeats: number
}

export interface StreamCounts {
  open: number
  opened: number
  events: number
  cutOff: number
  unsentBytes: number
}

export class Streams {
  readonly #open = new Set<OpenStream>()
  readonly #accounts: Accounts
  readonly #timer: NodeJS.Timeout
  readonly #allUnsentMax: number
  readonly #counts = { opened: 0, events: 0, cutOff: 0 }
  readonly #texts = new WeakMap<object, { origin: string; text: string }>()
  readonly #budgets = new Map<string, FilterBudget>()
  #writtenSinceLook = 0

  constructor(accounts: Accounts, allUnsentMax = ALL_UNSENT_BYTES_MAX) {
    this.#accounts = accounts
    this.#allUnsentMax = allUnsentMax
    this.#timer = setInterval(() => this.beat(), BEAT_MS).unref()
  }

  get count(): number {
    return this.#open.size
  }

  counts(): StreamCounts {
    let unsentBytes = 0
    for (const bytes of this.#unsentByChannel().values()) unsentBytes += bytes
    return { ...this.#counts, open: this.#open.size, unsentBytes }
  }

  /** @param onClose called once, whichever side closes
   *  @throws PufaError `lake.too-many-streams` */
  open(reader: Reader, sink: Sink, onClose: () => void): Stream {
    const { caller, origin } = reader
    const identity = identityOf(caller)
    let ofOne = 0
    for (const other of this.#open) if (identityOf(other.caller) === identity) ofOne++
    const ofOneMax = caller.kind === 'anonymous' ? ANONYMOUS_STREAMS_MAX : STREAMS_OF_ONE_MAX
    if (this.#open.size >= STREAMS_MAX || ofOne >= ofOneMax) throw failLake('lake.too-many-streams')
    const remove = () => {
      if (!this.#open.delete(stream)) return false
      onClose()
      return true
    }
    const stream: OpenStream = {
      caller,
      sink,
      unsentAtBeat: 0,
      stillBeats: 0,
      event: (name, data, eventId) => {
        this.#counts.events++
        const id = eventId === null ? '' : `id: ${eventId}\n`
        this.#write(stream, `${id}event: ${name}\ndata: ${this.#textOf(data, origin)}\n\n`)
      },
      close: () => {
        if (remove()) sink.end()
      },
      cut: () => {
        if (!remove()) return
        this.#counts.cutOff++
        sink.cut()
      },
    }
    this.#open.add(stream)
    this.#counts.opened++
    return stream
  }

  /** One for each account: there are as many as there are accounts, and no more. */
  budgetOf(caller: Caller): FilterBudget {
    const identity = identityOf(caller)
    const budget = this.#budgets.get(identity) ?? new FilterBudget()
    this.#budgets.set(identity, budget)
    return budget
  }

  beat(): void {
    for (const stream of this.#open) {
      const unsent = stream.sink.unsentBytes()
      const isStill = unsent > 0 && unsent >= stream.unsentAtBeat
      stream.stillBeats = isStill ? stream.stillBeats + 1 : 0
      stream.unsentAtBeat = unsent
      if (!this.#mayStay(stream.caller)) stream.close()
      else if (stream.stillBeats >= STILL_BEATS_MAX) stream.cut()
      else this.#write(stream, ':\n\n')
    }
  }

  closeAll(): void {
    clearInterval(this.#timer)
    for (const stream of this.#open) stream.close()
  }

  /** Thousands may hear the same event: its text is made once. What was sent must not be changed. */
  #textOf(data: object, origin: string): string {
    const known = this.#texts.get(data)
    if (known?.origin === origin) return known.text
    const text = withAssetAddresses(JSON.stringify(data), origin)
    this.#texts.set(data, { origin, text })
    return text
  }

  /** Who never signed in cannot sign out. */
  #mayStay(caller: Caller): boolean {
    return caller.kind === 'anonymous' || this.#accounts.stillHolds(caller)
  }

  #write(stream: OpenStream, text: string): void {
    if (!this.#open.has(stream)) return
    if (stream.sink.unsentBytes() > UNSENT_BYTES_MAX) return stream.cut()
    stream.sink.write(text)
    this.#writtenSinceLook += text.length
    if (this.#writtenSinceLook > LOOK_AFTER_BYTES) this.#lookAtAll()
  }

  /** Bounds what waits in memory for all readers together. */
  #lookAtAll(): void {
    this.#writtenSinceLook = 0
    const byChannel = [...this.#unsentByChannel()].sort(([, a], [, b]) => b - a)
    let unsent = byChannel.reduce((sum, [, bytes]) => sum + bytes, 0)
    for (const [channel, bytes] of byChannel) {
      if (unsent <= this.#allUnsentMax) return
      for (const stream of this.#open) if (stream.sink.channel === channel) stream.cut()
      unsent -= bytes
    }
  }

  #unsentByChannel(): Map<object, number> {
    return new Map([...this.#open].map(({ sink }) => [sink.channel, sink.unsentBytes()]))
  }
}
