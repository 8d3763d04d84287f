/**
 * @file Keeps every open stream (SSE or carried on a WebSocket): bounds them, and beats their hearts.
 *
 * At each beat a stream whose caller's sign-in has ended is closed, so nobody goes on reading after signing
 * out. A reader that lets more than `UNSENT_BYTES_MAX` pile up is cut off and must come back.
 */
import { failLake } from '../../contracts/errors/lake.ts'
import type { Accounts } from '../accounts/accounts.ts'
import { identityOf, type Caller } from '../accounts/caller.ts'
import { withAssetAddresses } from './asset-address.ts'

export const UNSENT_BYTES_MAX = 16 * 1024 * 1024
const BEAT_MS = 15_000
const STREAMS_MAX = 5000
const STREAMS_OF_ONE_MAX = 1000

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
  end(): void
}

export interface Stream {
  event(name: string, data: unknown, eventId: string | null): void
  /** Safe to call more than once. */
  close(): void
}

interface OpenStream extends Stream {
  caller: Caller
  sink: Sink
}

export class Streams {
  readonly #open = new Set<OpenStream>()
  readonly #accounts: Accounts
  readonly #timer: NodeJS.Timeout

  constructor(accounts: Accounts) {
    this.#accounts = accounts
    this.#timer = setInterval(() => this.beat(), BEAT_MS).unref()
  }

  get count(): number {
    return this.#open.size
  }

  /** @param onClose called once, whichever side closes
   *  @throws PufaError `lake.too-many-streams` */
  open(reader: Reader, sink: Sink, onClose: () => void): Stream {
    const { caller, origin } = reader
    const identity = identityOf(caller)
    let ofOne = 0
    for (const other of this.#open) if (identityOf(other.caller) === identity) ofOne++
    if (this.#open.size >= STREAMS_MAX || ofOne >= STREAMS_OF_ONE_MAX) throw failLake('lake.too-many-streams')
    const stream: OpenStream = {
      caller,
      sink,
      event: (name, data, eventId) => {
        const id = eventId === null ? '' : `id: ${eventId}\n`
        this.#write(
          stream,
          `${id}event: ${name}\ndata: ${withAssetAddresses(JSON.stringify(data), origin)}\n\n`,
        )
      },
      close: () => {
        if (!this.#open.delete(stream)) return
        onClose()
        sink.end()
      },
    }
    this.#open.add(stream)
    return stream
  }

  beat(): void {
    for (const stream of this.#open)
      if (this.#accounts.stillHolds(stream.caller)) this.#write(stream, ':\n\n')
      else stream.close()
  }

  closeAll(): void {
    clearInterval(this.#timer)
    for (const stream of this.#open) stream.close()
  }

  #write(stream: OpenStream, text: string): void {
    if (!this.#open.has(stream)) return
    if (stream.sink.unsentBytes() > UNSENT_BYTES_MAX) stream.close()
    else stream.sink.write(text)
  }
}
