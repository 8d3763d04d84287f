/**
 * @file Carries many event streams over one WebSocket, in the browser.
 *
 * On plain HTTP/1.1 a browser allows six connections a host; the Studio's listeners alone would take
 * them and its forms would never load. Frames are JSON texts; `n` names a stream and is never reused:
 *   to the lake    `{op: "open", n, url, lastEventId?}` · `{op: "close", n}`
 *   from the lake  `{n, status: 200}` it is open · `{n, text}` a piece of the stream
 *                  `{n, status, body}` it was refused · `{n, end: true}` it has ended
 * A lost socket breaks every stream with an error, upon which their readers open them again.
 */
export interface StreamRequest {
  /** Path and query on this origin. */
  path: string
  /** What the reader asked for; it compares the answer's address with it. */
  url: string
  lastEventId: string | null
  signal: AbortSignal | null
}

export type StreamOpener = (request: StreamRequest) => Promise<Response>

/** The part of `WebSocket` that is used, so that a test can hand in its own. */
export interface Socket {
  readonly readyState: number
  send(text: string): void
  addEventListener(type: 'open' | 'close' | 'error', listener: () => void): void
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void
}

type Frame = { n: number; status?: number; text?: string; body?: unknown; end?: boolean }

interface Stream {
  url: string
  writer: ReadableStreamDefaultController<Uint8Array> | null
  answer: (response: Response) => void
  fail: (error: Error) => void
}

const openState = 1

function readFrame(data: unknown): Frame | null {
  if (typeof data !== 'string') return null
  const frame: unknown = JSON.parse(data)
  return typeof frame === 'object' && frame !== null && typeof (frame as Frame).n === 'number'
    ? (frame as Frame)
    : null
}

function at(url: string, response: Response): Response {
  Object.defineProperty(response, 'url', { value: url })
  return response
}

/** @param connect opens a socket to the lake; called again whenever a stream is wanted and none is open */
export function multiplexer(connect: () => Socket): StreamOpener {
  const encoder = new TextEncoder()
  const streams = new Map<number, Stream>()
  let socket: Promise<Socket> | null = null
  let count = 0

  function stop(open: Socket, n: number) {
    if (streams.delete(n) && open.readyState === openState) open.send(JSON.stringify({ op: 'close', n }))
  }

  function begin(open: Socket, n: number, stream: Stream) {
    const body = new ReadableStream<Uint8Array>({
      start: (writer) => {
        stream.writer = writer
      },
      cancel: () => stop(open, n),
    })
    stream.answer(at(stream.url, new Response(body, { headers: { 'content-type': 'text/event-stream' } })))
  }

  function take(open: Socket, { n, status, text, body, end }: Frame) {
    const stream = streams.get(n)
    if (!stream) return
    if (status === 200) begin(open, n, stream)
    else if (status !== undefined) {
      streams.delete(n)
      stream.answer(at(stream.url, Response.json(body, { status })))
    }
    if (text !== undefined) stream.writer?.enqueue(encoder.encode(text))
    if (end && streams.delete(n)) {
      if (stream.writer) stream.writer.close()
      else stream.fail(new TypeError('The stream ended before it began'))
    }
  }

  function connected(): Promise<Socket> {
    socket ??= new Promise((resolve, reject) => {
      const opening = connect()
      const lose = () => {
        socket = null
        const lost = new TypeError('The connection to the content lake was lost')
        const broken = [...streams.values()]
        streams.clear()
        for (const stream of broken) {
          if (stream.writer) stream.writer.error(lost)
          else stream.fail(lost)
        }
        reject(lost)
      }
      opening.addEventListener('open', () => resolve(opening))
      opening.addEventListener('close', lose)
      opening.addEventListener('error', lose)
      opening.addEventListener('message', ({ data }) => {
        const frame = readFrame(data)
        if (frame) take(opening, frame)
      })
    })
    return socket
  }

  return async ({ path, url, lastEventId, signal }) => {
    const open = await connected()
    signal?.throwIfAborted()
    const n = ++count
    return new Promise((answer, fail) => {
      streams.set(n, { url, writer: null, answer, fail })
      open.send(JSON.stringify({ op: 'open', n, url: path, ...(lastEventId ? { lastEventId } : {}) }))
      const leave = () => {
        const writer = streams.get(n)?.writer
        stop(open, n)
        const reason = new DOMException('The stream was given up', 'AbortError')
        if (writer) writer.error(reason)
        else fail(reason)
      }
      signal?.addEventListener('abort', leave, { once: true })
    })
  }
}
