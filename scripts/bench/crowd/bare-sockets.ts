/**
 * @file The least that can send one frame to many sockets: `ws` and a loop. What the push is held against.
 *
 * Driven over IPC: `{greeting, frame}` say what everybody gets, `{send: true}` begins the loop.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'
import { socketPath } from '../../../contracts/messages.ts'

const server = createServer()
const sockets = new WebSocketServer({ server, path: socketPath, perMessageDeflate: false })
const welcome = JSON.stringify({ type: 'welcome', serverTime: Date.now(), screen: 'bare' })
let greeting = ''
let frame = ''

sockets.on('connection', (socket) => {
  socket.once('message', () => {
    socket.send(welcome)
    socket.send(greeting)
  })
})
process.on('message', (order: { greeting?: string; frame?: string; send?: true }) => {
  greeting = order.greeting ?? greeting
  frame = order.frame ?? frame
  if (order.send) for (const socket of sockets.clients) socket.send(frame)
})
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
