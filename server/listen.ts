/**
 * @file Opens the ports: plain HTTP/1.1, or HTTP/2 over TLS that still speaks HTTP/1.1 (WebSocket needs it).
 */
import { readFileSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import { createSecureServer, type Http2SecureServer } from 'node:http2'
import type { AddressInfo } from 'node:net'
import { failStart } from '../contracts/errors/start.ts'
import type { Dispatch, Door } from './dispatch.ts'
import type { Settings } from './settings.ts'

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

/**
 * Opens every port that the settings ask for, and one on the loopback address where the parts meet over
 * plain HTTP, whatever the public ports speak.
 * @param opened takes each port as it opens
 * @returns base address of the loopback port
 */
export async function openPorts(settings: Settings, dispatch: Dispatch, opened: OpenPort[]): Promise<string> {
  const { port, host, tls, internalPort } = settings
  const open = async (request: PortRequest) => {
    const one = await openPort(request, dispatch)
    opened.push(one)
    return one
  }
  await open({ port, host, tls, door: internalPort === null ? 'all' : 'public' })
  if (internalPort !== null) await open({ port: internalPort, host, tls, door: 'all' })
  const loopback = await open({ port: 0, host: '127.0.0.1', tls: null, door: 'all' })
  return `http://127.0.0.1:${loopback.port}`
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
