/** @file The network between a phone and the site, as bad as a test wants it. */
import { createServer, request as ask, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

/** `down`: no answer at all · `stuck`: the connection stands and nothing comes · `gone`: the pages answer 404. */
export type NetworkState = 'up' | 'down' | 'stuck' | 'gone' | 'broken'

export interface FlakyProxy {
  origin: string
  state: NetworkState
  /** `METHOD path` of what was asked since the last call. */
  asked(): string[]
  close(): Promise<void>
}

const statusOf = { gone: 404, broken: 502 } as const

export async function openFlakyProxy(target: string): Promise<FlakyProxy> {
  let log: string[] = []
  const sockets = new Set<Socket>()
  const proxy: FlakyProxy = {
    origin: '',
    state: 'up',
    asked() {
      const asked = log
      log = []
      return asked
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
  const server: Server = createServer((request, response) => {
    const { state } = proxy
    log.push(`${request.method ?? ''} ${request.url ?? ''}`)
    if (state === 'down') request.socket.destroy()
    else if (state === 'stuck') return
    else if (state !== 'up' && request.headers.accept?.includes('text/html')) {
      response.writeHead(statusOf[state], { 'content-type': 'text/html; charset=utf-8' })
      response.end('<!doctype html><title>x</title><p>no</p>')
    } else {
      const url = new URL(request.url ?? '/', target)
      const headers = { ...request.headers, host: url.host }
      const onward = ask(url, { method: request.method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers)
        answer.pipe(response)
      })
      onward.on('error', () => response.destroy())
      request.pipe(onward)
    }
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  proxy.origin = `http://localhost:${(server.address() as AddressInfo).port}`
  return proxy
}
