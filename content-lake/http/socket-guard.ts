/**
 * @file Holds a WebSocket to its bounds: rate of messages, unsent bytes, and an answer to each ping.
 *
 * Closing codes: 1008 too many messages, 1011 an error of ours, 1013 reads too slowly. The size of a frame
 * is bounded by `ws` itself (1009).
 */
import type { WebSocket } from 'ws'
import type { Clock, Log } from '../../contracts/part.ts'
import { quietReason } from '../observe/quiet.ts'
import { UNSENT_BYTES_MAX } from './streams.ts'

export const FRAME_BYTES_MAX = 256 * 1024
const WINDOW_MS = 10_000
const MESSAGES_MAX = 400
const PING_MS = 30_000

export interface Guarded {
  /** Text only. Closes the socket instead when the peer does not read. */
  send(text: string): void
}

/** @param onText called for each text message within bounds */
export function guardSocket(
  socket: WebSocket,
  parts: { clock: Clock; log: Log },
  onText: (text: string, send: Guarded['send']) => void,
): Guarded {
  let windowEndsAt = 0
  let count = 0
  let isAnswering = true
  const send = (text: string) => {
    if (socket.readyState !== socket.OPEN) return
    if (socket.bufferedAmount > UNSENT_BYTES_MAX) socket.close(1013, 'reads too slowly')
    else socket.send(text)
  }
  socket.on('message', (data, isBinary) => {
    const now = parts.clock.now()
    // A clock that was set back must not stretch the window.
    if (now >= windowEndsAt || windowEndsAt - now > WINDOW_MS) {
      windowEndsAt = now + WINDOW_MS
      count = 0
    }
    if (++count > MESSAGES_MAX || isBinary) {
      socket.close(1008, isBinary ? 'text only' : 'too many messages')
      return
    }
    try {
      onText((data as Buffer).toString(), send)
    } catch (error) {
      parts.log.warn({ reason: quietReason(error) }, 'a WebSocket message failed')
      socket.close(1011, 'internal error')
    }
  })
  socket.on('pong', () => {
    isAnswering = true
  })
  const timer = setInterval(() => {
    if (!isAnswering) return socket.terminate()
    isAnswering = false
    socket.ping()
  }, PING_MS).unref()
  socket.on('error', (error) => parts.log.warn({ reason: quietReason(error) }, 'a WebSocket failed'))
  socket.on('close', () => clearInterval(timer))
  return { send }
}
