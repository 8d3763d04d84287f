/**
 * @file Opens the ports: plain HTTP/1.1, or HTTP/2 over TLS that still speaks HTTP/1.1 (WebSocket needs it).
 */
import { readFileSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import { createSecureServer, type Http2SecureServer } from 'node:http2'
import type { AddressInfo } from 'node:net'
import { failStart } from '../contracts/errors/start.ts'
import type { Dispatch, Door } from './dispatch.ts'

export interface Tls {
  certFile: string
  keyFile: string
}

export interface OpenPort {
  port: number
  close(): Promise<void>
}

export interface PortRequest {
  port: number
  host: string
  tls: Tls | null
  door: Door
}

const headersTimeoutMs = 20_000
const requestTimeoutMs = 10 * 60_000
const headerBytesMax = 32 * 1024

function readCertificate(tls: Tls) {
  try {
    return { cert: readFileSync(tls.certFile), key: readFileSync(tls.keyFile) }
  } catch (error) {
    throw failStart('start.certificate-unreadable', { ...tls }, error)
  }
}

function secureServer(tls: Tls, listener: RequestListener): Http2SecureServer {
  const files = readCertificate(tls)
  try {
    // The compatibility layer hands over requests and responses of the same form as node:http's.
    return createSecureServer(
      { ...files, allowHTTP1: true },
      listener as unknown as Parameters<typeof createSecureServer>[1],
    )
  } catch (error) {
    throw failStart('start.certificate-unreadable', { ...tls }, error)
  }
}

function plainServer(listener: RequestListener): Server {
  const server = createServer({ maxHeaderSize: headerBytesMax }, listener)
  server.headersTimeout = headersTimeoutMs
  server.requestTimeout = requestTimeoutMs
  return server
}

/** @throws PufaError `start.port-in-use`, `start.certificate-unreadable` */
export async function openPort(
  { port, host, tls, door }: PortRequest,
  dispatch: Dispatch,
): Promise<OpenPort> {
  const listener = dispatch.request(door)
  const server = tls ? secureServer(tls, listener) : plainServer(listener)
  server.on('upgrade', dispatch.upgrade(door))
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const ours = error.code === 'EADDRINUSE' || error.code === 'EACCES' || error.code === 'EADDRNOTAVAIL'
      reject(ours ? failStart('start.port-in-use', { port, host, reason: error.code }, error) : error)
    })
    server.listen(port, host, resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
        setTimeout(resolve, 2_000).unref()
      }),
  }
}
