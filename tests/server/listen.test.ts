/** @file The port itself: HTTP/2 over TLS with WebSocket beside it, and what stops it from opening. */
import { connect as connectHttp2 } from 'node:http2'
import { request as httpsRequest } from 'node:https'
import { createServer, type AddressInfo } from 'node:net'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { PufaError } from '../../contracts/errors/registry.ts'
import { dispatchOf } from '../../server/dispatch.ts'
import { openPort, type PortRequest } from '../../server/listen.ts'
import { ownFolder } from '../scheduler/clock.ts'
import { makeCertificate } from './certificate.ts'
import { plainPart, silent } from './parts.ts'

async function open(request: Partial<PortRequest>) {
  const dispatch = dispatchOf(silent)
  const sockets = new WebSocketServer({ noServer: true })
  dispatch.parts.push(
    plainPart('site', () => 'public', {
      upgrade: (call, socket, head) =>
        sockets.handleUpgrade(call, socket, head, (webSocket) => webSocket.send('hello')),
    }),
  )
  const port = await openPort({ port: 0, host: '127.0.0.1', tls: null, door: 'all', ...request }, dispatch)
  onTestFinished(() => port.close())
  return port
}

const faultOf = (request: Partial<PortRequest>) =>
  open(request).then(
    () => null,
    (error: unknown) => {
      if (error instanceof PufaError) return error
      throw error
    },
  )

describe('with a certificate', () => {
  async function secure() {
    const { certFile, keyFile, cert } = makeCertificate(ownFolder())
    return { ...(await open({ tls: { certFile, keyFile } })), cert }
  }

  test('a browser is served over HTTP/2', async () => {
    const { port, cert } = await secure()
    const session = connectHttp2(`https://127.0.0.1:${port}`, { ca: cert })
    onTestFinished(() => session.close())
    const text = await new Promise<string>((resolve, reject) => {
      session.on('error', reject)
      let body = ''
      const stream = session.request({ ':path': '/' })
      stream.on('data', (chunk: Buffer) => {
        body += chunk.toString()
      })
      stream.on('end', () => resolve(body)).on('error', reject)
    })
    expect([text, session.alpnProtocol]).toEqual(['site', 'h2'])
  })

  test('an old player is served over HTTP/1.1', async () => {
    const { port, cert } = await secure()
    const status = await new Promise((resolve, reject) => {
      httpsRequest({ host: '127.0.0.1', port, ca: cert, path: '/' }, (answer) => {
        answer.resume()
        resolve([answer.statusCode, answer.httpVersion])
      })
        .on('error', reject)
        .end()
    })
    expect(status).toEqual([200, '1.1'])
  })

  test('a WebSocket is taken on the same port, since ws speaks HTTP/1.1', async () => {
    const { port, cert } = await secure()
    const socket = new WebSocket(`wss://127.0.0.1:${port}/`, { ca: cert })
    onTestFinished(() => socket.terminate())
    const first = await new Promise((resolve, reject) => {
      socket.on('message', (data: Buffer) => resolve(data.toString()))
      socket.on('error', reject)
    })
    expect(first).toBe('hello')
  })
})

describe('a certificate that cannot be used is refused, with both files named', () => {
  const broken: [string, (folder: string) => { certFile: string; keyFile: string }][] = [
    [
      'a missing file',
      (folder) => ({ certFile: join(folder, 'none.pem'), keyFile: join(folder, 'none.key') }),
    ],
    [
      'a file that is no PEM',
      (folder) => {
        writeFileSync(join(folder, 'text.pem'), 'not a certificate')
        return { ...makeCertificate(folder), certFile: join(folder, 'text.pem') }
      },
    ],
    [
      'a key of another certificate',
      (folder) => ({ ...makeCertificate(folder), keyFile: makeCertificate(ownFolder()).keyFile }),
    ],
    ['a folder', (folder) => ({ ...makeCertificate(folder), keyFile: folder })],
  ]
  test.each(broken)('%s', async (_what, files) => {
    const { certFile, keyFile } = files(ownFolder())
    expect(await faultOf({ tls: { certFile, keyFile } })).toMatchObject({
      code: 'start.certificate-unreadable',
      details: { certFile, keyFile },
    })
  })
})

test('a port that another program holds is refused with its number', async () => {
  const other = createServer()
  await new Promise<void>((ready) => other.listen(0, '127.0.0.1', ready))
  onTestFinished(() => void other.close())
  const { port } = other.address() as AddressInfo
  expect(await faultOf({ port })).toMatchObject({ code: 'start.port-in-use', details: { port } })
})

test.each(['203.0.113.9', 'no-such-host.invalid', '256.1.1.1'])(
  'HOST=%s is no address of this machine, which is another fault than a port in use',
  async (host) => {
    const fault = await faultOf({ host })
    expect(fault).toMatchObject({ code: 'start.wrong-setting', details: { variable: 'HOST' } })
    expect(String(fault?.details['remedy'])).toMatch(/HOST.*0\.0\.0\.0/)
    expect(String(fault?.details['remedy'])).toContain(host)
  },
)

test('closing ends connections that are kept alive, so that stopping does not wait for idle browsers', async () => {
  const port = await open({})
  await (await fetch(`http://127.0.0.1:${port.port}/`)).text()
  const began = performance.now()
  await port.close()
  expect(performance.now() - began).toBeLessThan(1_500)
  await expect(fetch(`http://127.0.0.1:${port.port}/`)).rejects.toThrow()
})
