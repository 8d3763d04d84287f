/** @file The network as the player uses it: the screens' socket, and assets. */
import { socketPath } from '../../contracts/messages.ts'
import type { SocketEvents } from '../link/link.ts'

export function dial(events: SocketEvents) {
  const address = new URL(socketPath, location.href)
  address.protocol = address.protocol.replace('http', 'ws')
  const socket = new WebSocket(address)
  socket.onopen = () => events.opened()
  socket.onmessage = ({ data }) => typeof data === 'string' && events.message(data)
  socket.onclose = ({ code }) => events.closed(code)
  return {
    send: (text: string) => socket.send(text),
    close: () => socket.close(),
  }
}

const answerWithinMs = 15_000
/** The slowest line on which a film still arrives. */
const bytesPerMsMin = 16

/** @returns the bytes of a path on this origin; rejects when there are more than `bytesMax` */
export async function fetchBytes(url: string, bytesMax: number): Promise<ArrayBuffer> {
  const signal = AbortSignal.timeout(answerWithinMs + bytesMax / bytesPerMsMin)
  const response = await fetch(url, { cache: 'no-store', signal })
  const announced = Number(response.headers.get('content-length'))
  // A content-length of compressed bytes is smaller, never larger, than what comes out.
  if (!response.ok || announced > bytesMax)
    throw new Error(`${url} answered ${response.status}, ${announced} bytes`)
  const bytes = await response.arrayBuffer()
  if (bytes.byteLength !== bytesMax) throw new Error(`${url} has ${bytes.byteLength} bytes, not ${bytesMax}`)
  return bytes
}
