/**
 * @file Carries many listening streams over one WebSocket, at `/socket/listen`.
 *
 * A browser opens six connections to a host over HTTP/1.1, and the Studio holds more streams than that; its
 * forms would never load. On plain http the Studio's fetch shim sends every `GET …/data/listen/…` here.
 * Over HTTP/2 it is not needed. Text frames of JSON, at most 256 KiB, at most 400 in ten seconds:
 *
 * client → `{"op":"open","n":1,"url":"/v1/data/listen/production?query=…","lastEventId":"12-0"}`
 *          `n` is the client's number for the stream, unused before on this socket; `url` a path of this
 *          origin, with its search; `lastEventId` (optional) what `Last-Event-ID` would hold
 *          `{"op":"close","n":1}`
 * server → `{"n":1,"status":200}`                     the stream is open
 *          `{"n":1,"text":"event: welcome\n…\n\n"}`   the next piece of its SSE text
 *          `{"n":1,"status":401,"body":{…}}`          it could not open; body in Sanity's shape
 *          `{"n":1,"end":true}`                       it has ended; open another to go on
 *
 * A frame that is none of these closes the socket with 1008. Closing the socket closes its streams.
 */
import type { WebSocket } from 'ws'
import { failLake } from '../../contracts/errors/lake.ts'
import { PufaError } from '../../contracts/errors/registry.ts'
import type { Clock, Log } from '../../contracts/part.ts'
import { isRecord } from '../store/document.ts'
import { openListen, openLive, type Listening } from './listen.ts'
import { splitApiPath } from './owns.ts'
import { sanityBody } from './sanity-error.ts'
import { guardSocket } from './socket-guard.ts'
import type { Reader, Sink } from './streams.ts'

const STREAMS_MAX = 200

type Frame = { op: 'open'; n: number; url: URL; lastEventId: string | null } | { op: 'close'; n: number }

export function carryListeners(
  socket: WebSocket,
  reader: Reader,
  parts: Listening & { dataset: string; clock: Clock; log: Log },
): void {
  const closers = new Map<number, () => void>()
  const keep = (n: number, close: () => void) => {
    if (closers.has(n)) closers.set(n, close)
  }

  const open = ({ n, url, lastEventId }: Frame & { op: 'open' }, send: (text: string) => void) => {
    let isOpen = false
    const sink: Sink = {
      write: (text) => {
        if (!isOpen) send(JSON.stringify({ n, status: 200 }))
        isOpen = true
        send(JSON.stringify({ n, text }))
      },
      unsentBytes: () => socket.bufferedAmount,
      end: () => {
        closers.delete(n)
        send(JSON.stringify({ n, end: true }))
      },
      cut: () => socket.terminate(),
      channel: socket,
    }
    const refuse = (error: PufaError) =>
      send(JSON.stringify({ n, status: error.status, body: sanityBody(error, false) }))
    if (closers.has(n) || closers.size >= STREAMS_MAX) return refuse(failLake('lake.too-many-streams'))
    // Set first: a stream may end while it opens.
    closers.set(n, () => {})
    try {
      const rest = splitApiPath(url.pathname)?.rest
      const query = url.searchParams
      if (rest === `data/listen/${parts.dataset}`)
        keep(n, openListen({ ...reader, query, lastEventId, sink }, parts))
      else if (rest === `data/live/events/${parts.dataset}`) keep(n, openLive({ ...reader, sink }, parts))
      else throw failLake('lake.unknown-endpoint')
    } catch (error) {
      closers.delete(n)
      if (!(error instanceof PufaError)) throw error
      refuse(error)
    }
  }

  guardSocket(socket, parts, (text, send) => {
    const frame = parseFrame(text)
    if (!frame) socket.close(1008, 'malformed frame')
    else if (frame.op === 'open') open(frame, send)
    else closers.get(frame.n)?.()
  })
  socket.on('close', () => {
    for (const close of [...closers.values()]) close()
  })
}

function parseFrame(text: string): Frame | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
  if (!isRecord(value) || !Number.isSafeInteger(value['n'])) return null
  const n = Number(value['n'])
  if (value['op'] === 'close') return { op: 'close', n }
  const { op, url, lastEventId } = value
  if (op !== 'open' || typeof url !== 'string' || !url.startsWith('/')) return null
  const parsed = URL.parse(url, 'http://localhost')
  if (!parsed || parsed.host !== 'localhost') return null
  return { op: 'open', n, url: parsed, lastEventId: typeof lastEventId === 'string' ? lastEventId : null }
}
