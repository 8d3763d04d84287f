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

const hostFaults: ReadonlySet<string | undefined> = new Set([
  'EADDRNOTAVAIL',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'EINVAL',
])

function faultOf(error: NodeJS.ErrnoException, port: number, host: string): Error {
  const wrong = (variable: string, remedy: string) =>
    failStart('start.wrong-setting', { variable, remedy }, error)
  if (error.code === 'EADDRINUSE') return failStart('start.port-in-use', { port }, error)
  if (error.code === 'EACCES')
    return wrong('PORT', `没有权限使用端口 ${port}，请把 PORT 设为 1024 以上的数，例如 PORT=4321`)
  if (hostFaults.has(error.code))
    return wrong(
      'HOST',
      `HOST 不是这台机器的地址，现在写的是“${host}”；只给本机用写 127.0.0.1，给别的机器用写 0.0.0.0`,
    )
  return error
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

/** @throws PufaError `start.port-in-use`, `start.wrong-setting`, `start.certificate-unreadable` */
export async function openPort(
  { port, host, tls, door }: PortRequest,
  dispatch: Dispatch,
): Promise<OpenPort> {
  const listener = dispatch.request(door)
  const server = tls ? secureServer(tls, listener) : plainServer(listener)
  server.on('upgrade', dispatch.upgrade(door))
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(faultOf(error, port, host)))
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
