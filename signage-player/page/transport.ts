/** @file The screens' socket as the link uses it. */
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
