/** @file Parts of the test's own, and requests that say exactly what goes over the wire. */
import { connect } from 'node:net'
import type { Part, Side } from '../../contracts/part.ts'

export interface PlainPart extends Part {
  /** Addresses that it was asked for. */
  asked: string[]
}

/** Answers its name to everything that it owns. */
export function plainPart(
  name: string,
  owns: (pathname: string) => Side | null,
  more: Partial<Part> = {},
): PlainPart {
  const asked: string[] = []
  return {
    name,
    asked,
    owns,
    handle(request, response) {
      asked.push(request.url ?? '')
      response.end(name)
    },
    close: async () => undefined,
    ...more,
  }
}

export const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** Sends these lines as they are, which no client library does. @returns the whole answer */
export function rawRequest(port: number, target: string, headers: readonly string[] = []): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let text = ''
    socket.setTimeout(5_000, () => socket.destroy(new Error(`no answer to ${target}`)))
    socket.on('error', reject)
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString()
    })
    socket.on('close', () => resolve(text))
    const closing = headers.some((header) => header.toLowerCase().startsWith('connection'))
      ? []
      : ['Connection: close']
    socket.write([`GET ${target} HTTP/1.1`, 'Host: pufa.test', ...closing, ...headers, '', ''].join('\r\n'))
  })
}

/** Asks for a WebSocket in plain words. */
export const upgradeHeaders = [
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
]

export const statusOf = (answer: string) => Number(answer.split(' ')[1])
