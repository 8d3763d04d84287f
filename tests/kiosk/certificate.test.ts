/** An internal authority, from its making to a player that trusts it: the commands of the guide, run. */
import { execFile, spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { scripts } from './box.ts'

const run = promisify(execFile)
const hasStore = spawnSync('sh', ['-c', 'command -v certutil']).status === 0
let folder = ''
let server: Server
let origin = ''

const certificate = async (name: string, ...asked: readonly string[]) =>
  (await run('openssl', ['x509', '-in', join(folder, name), '-noout', ...asked])).stdout

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pufa-ca-'))
  await run(join(scripts, 'make-ca.sh'), [folder, 'localhost', '127.0.0.1'])
  const [key, cert] = await Promise.all(
    ['server.key', 'server.crt'].map((name) => readFile(join(folder, name))),
  )
  server = createServer({ key, cert }, (_request, response) =>
    response.setHeader('content-type', 'text/html').end('<title>here</title>'),
  )
  await new Promise<void>((done) => server.listen(0, 'localhost', done))
  origin = `https://localhost:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await rm(folder, { recursive: true, force: true })
})

test('the server’s certificate names its hosts and vouches for nobody else', async () => {
  const text = await certificate('server.crt', '-text')
  expect(text).toContain('DNS:localhost, IP Address:127.0.0.1')
  expect(text).toContain('CA:FALSE')
  expect(text).toContain('TLS Web Server Authentication')
})

test('it lasts no longer than browsers allow, 825 days', async () => {
  const ends = Date.parse((await certificate('server.crt', '-enddate')).slice('notAfter='.length))
  const begins = Date.parse((await certificate('server.crt', '-startdate')).slice('notBefore='.length))
  expect((ends - begins) / 86_400_000).toBeLessThanOrEqual(825)
})

test('made again, the authority stays: boxes that trust it need no visit', async () => {
  const before = await certificate('pufa-ca.crt', '-fingerprint')
  const server = await certificate('server.crt', '-serial')
  await run(join(scripts, 'make-ca.sh'), [folder, 'localhost', '127.0.0.1'])
  expect(await certificate('pufa-ca.crt', '-fingerprint')).toBe(before)
  expect(await certificate('server.crt', '-serial')).not.toBe(server)
})

describe.skipIf(!hasStore)('a browser', () => {
  async function visit(home: string): Promise<{ title: string; secure: boolean }> {
    const browser = await launchBrowser({ env: { ...process.env, HOME: home } as Record<string, string> })
    try {
      const page = await browser.newPage()
      await page.goto(origin)
      return { title: await page.title(), secure: await page.evaluate(() => isSecureContext) }
    } finally {
      await browser.close()
    }
  }

  test('of a box that was told of the authority opens the server as a secure one', async () => {
    const home = join(folder, 'told')
    await mkdir(home)
    for (let time = 0; time < 2; time++)
      await run(join(scripts, 'trust-ca.sh'), [join(folder, 'pufa-ca.crt'), home])
    expect(await visit(home)).toEqual({ title: 'here', secure: true })
    const { stdout } = await run('certutil', ['-d', `sql:${join(home, '.pki/nssdb')}`, '-L'])
    expect(stdout.match(/pufa-ca/gu)).toHaveLength(1)
  })

  test('of any other does not', async () => {
    const home = join(folder, 'untold')
    await mkdir(home)
    await expect(visit(home)).rejects.toThrow('ERR_CERT_AUTHORITY_INVALID')
  })
})
