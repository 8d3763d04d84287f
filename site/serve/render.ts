/**
 * @file Asks Astro for one page and keeps the whole answer: status, headers and body.
 *
 * Astro never sees a reader's request. It gets one that holds the address and nothing else, so a rendered
 * page cannot depend on anything that the cache key leaves out, and one rendering may answer many readers.
 * The adapter answers with `writeHead(status, headers)`; those headers are captured with the body.
 */
import { IncomingMessage, type OutgoingHttpHeaders } from 'node:http'
import { Socket } from 'node:net'
import { Writable } from 'node:stream'
import { pathToFileURL } from 'node:url'

export interface Rendered {
  status: number
  headers: Record<string, string>
  body: Buffer
}

/** @returns null when no page has this address */
export type Render = (target: string, locals: object) => Promise<Rendered | null>

type AstroHandler = (
  request: IncomingMessage,
  response: Writable,
  next: (error?: unknown) => void,
  locals: object,
) => Promise<void>

/** The part of a response that the adapter writes to. */
class CapturedResponse extends Writable {
  statusMessage = ''
  headersSent = false
  statusCode = 200
  readonly headers: Record<string, string> = {}
  readonly chunks: Buffer[] = []

  writeHead(status: number, headers: OutgoingHttpHeaders | string = {}): this {
    this.statusCode = status
    this.headersSent = true
    if (typeof headers === 'string') return this
    for (const [name, value] of Object.entries(headers)) {
      if (value !== undefined) this.headers[name.toLowerCase()] = String(value)
    }
    return this
  }

  override _write(chunk: Buffer | string, encoding: BufferEncoding, done: () => void): void {
    this.chunks.push(typeof chunk === 'string' ? Buffer.from(chunk, encoding) : Buffer.from(chunk))
    done()
  }
}

export async function loadRenderer(serverEntry: string, host: string): Promise<Render> {
  const handler = await importHandler(serverEntry)

  return (target, locals) =>
    new Promise<Rendered | null>((resolve, reject) => {
      const request = new IncomingMessage(new Socket())
      request.method = 'GET'
      request.url = target
      request.headers = { host }
      request.push(null)
      const response = new CapturedResponse()
      response.once('error', reject)
      response.once('finish', () => {
        resolve({
          status: response.statusCode,
          headers: response.headers,
          body: Buffer.concat(response.chunks),
        })
      })
      handler(request, response, (error) => (error ? reject(error) : resolve(null)), locals).catch(reject)
    })
}

/**
 * The adapter installs an `unhandledRejection` listener for the whole process on import, which would hide
 * rejections of every other part. Pages are awaited here, so the listener has no use and is taken off.
 */
async function importHandler(serverEntry: string): Promise<AstroHandler> {
  const before = new Set(process.listeners('unhandledRejection'))
  const entry: { handler: AstroHandler } = await import(pathToFileURL(serverEntry).href)
  for (const listener of process.listeners('unhandledRejection')) {
    if (!before.has(listener)) process.off('unhandledRejection', listener)
  }
  return entry.handler
}
