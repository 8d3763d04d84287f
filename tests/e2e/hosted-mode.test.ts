/**
 * @file The product against a hosted project: one program's lake plays the hosted service, another program has none
 * of its own and uses it.
 */
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createClient, type SanityClient } from '@sanity/client'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { openLine, type CuttableLine } from '../support/cuttable-line.ts'
import { linksOf } from '../support/pages.ts'
import { openScreen, waitUntilShown } from '../support/player.ts'
import { freePort, spawnProgram, startProgram, temporaryFolder, type Program } from '../support/program.ts'

const words = '托管的内容，一样上屏'
/** Two programs begin, and the demonstration is drawn. */
const startWithinMs = 300_000
/** Plays the hosted service. */
let service: Program
/** Between the two. */
let line: CuttableLine
/** Has no lake. */
let bureau: Program
let client: SanityClient
let browser: Browser
let screen: Page

const sanity = (more: Record<string, string> = {}) => ({
  SANITY_PROJECT_ID: 'pufa',
  SANITY_DATASET: 'production',
  SANITY_TOKEN: service.token(),
  SANITY_API_HOST: line.origin,
  ...more,
})

beforeAll(async () => {
  const port = await freePort()
  service = await startProgram({ env: { PUFA_CORS_ORIGINS: `http://localhost:${port}` } })
  line = await openLine(service.origin)
  bureau = await startProgram({ port, env: sanity({ PUFA_DEMO: '1' }) })
  client = createClient({
    projectId: 'pufa',
    dataset: 'production',
    apiVersion: '2025-02-19',
    apiHost: service.origin,
    useProjectHostname: false,
    useCdn: false,
    token: service.token(),
  })
}, startWithinMs)
afterAll(async () => {
  // Either may not have come up.
  const started = [bureau, service] as (Program | undefined)[]
  for (const program of started) await program?.stop()
  for (const program of started) program?.removeData()
  await (line as CuttableLine | undefined)?.close()
  await (browser as Browser | undefined)?.close()
})

const read = async (path: string, origin = bureau.origin) => (await fetch(origin + path)).text()

test('it keeps no content of its own, and says at its start what is otherwise', () => {
  expect(existsSync(join(bureau.dataFolder, 'lake.db'))).toBe(false)
  const told = bureau.output()
  for (const part of [
    `托管项目 pufa/production（${line.origin}）`,
    '用托管项目的账号登录',
    `把 ${bureau.origin} 登记为允许的来源`,
    'PUFA_ADMIN_PASSWORD 不起作用',
    '配对屏幕',
    'dataset:export',
    'PUFA_METRICS_TOKEN',
  ])
    expect(told).toContain(part)
  expect(told, 'our own sign-in is no way in').not.toContain('账号 admin')
  expect(told).not.toContain(service.token())
})

test('every page that the service’s own site has is there, with its pictures', async () => {
  const home = await read('/')
  const paths = linksOf(home, `${bureau.origin}/`).map(({ path }) => path)
  expect(paths.length).toBeGreaterThan(20)
  for (const path of paths.slice(0, 20))
    expect((await fetch(bureau.origin + path)).status, path).toBeLessThan(400)
  const title = /<title>[^<]*<\/title>/.exec(home)?.[0]
  expect(title).toBe(/<title>[^<]*<\/title>/.exec(await read('/', service.origin))?.[0])
  const shown = (
    await Promise.all(['/', '/posters', '/cases', '/activities'].map((path) => read(path)))
  ).join('')
  const [picture = ''] = /https?:\/\/[^"'\s]*\/images\/[^"'\s,]*/.exec(shown) ?? []
  expect(picture.startsWith(line.origin), 'from the service, as from its CDN').toBe(true)
  const answer = await fetch(picture.replaceAll('&amp;', '&').replaceAll('&#38;', '&'))
  expect(answer.status).toBe(200)
  expect(answer.headers.get('cross-origin-resource-policy'), 'or browsers would not show it').toBe(
    'cross-origin',
  )
  expect((await fetch(bureau.origin)).headers.get('content-security-policy')).toContain(
    `img-src 'self' blob: ${line.origin}`,
  )
})

test('search finds what the service holds', async () => {
  expect(await read(`/search?q=${encodeURIComponent('借条')}`)).toContain('借条')
})

test('what is published at the service is on the bureau’s site and on its screens', async () => {
  browser = await launchBrowser()
  const context = await browser.newContext({ viewport: { width: 320, height: 160 } })
  screen = await openScreen(context, bureau.origin, 'screen-bureau-tryout', bureau.demoKey())
  await screen.waitForFunction(() => window.pufaPlayer?.connected)
  expect(await read('/slogans')).not.toContain(words)
  const sample = await client.fetch<Record<string, unknown> & { _type: string }>('*[_type == "slogan"][0]')
  const { _rev: _r, _createdAt: _c, _updatedAt: _u, ...slogan } = sample
  await client.create({ ...slogan, _id: 'hosted-slogan', text: words })
  await waitUntilShown(screen, words)
  await expect.poll(() => read('/slogans'), { timeout: 30_000 }).toContain(words)
})

test('the Studio is told of the service, may ask it and no other, and no sign-in of ours is offered', async () => {
  const told = await read('/studio/env.js')
  expect(JSON.parse(/window\.PUFA = (.*)/.exec(told)?.[1] ?? '')).toEqual({
    projectId: 'pufa',
    dataset: 'production',
    apiHost: line.origin,
    isReviewed: false,
  })
  expect(told).not.toContain(service.token())
  const page = await fetch(`${bureau.origin}/studio/`, { redirect: 'manual' })
  expect(page.status, 'the service asks for the sign-in, not we').toBe(200)
  const policy = page.headers.get('content-security-policy') ?? ''
  const [, asked = ''] = /connect-src ([^;]*)/.exec(policy) ?? []
  const foreign = asked.split(' ').filter((source) => source.startsWith('http'))
  const { host } = new URL(line.origin)
  expect(foreign).toEqual([line.origin, `http://pufa.${host}`])
  expect((await fetch(`${bureau.origin}/login`)).status).toBe(404)
  for (const path of [
    '/v1/users/me',
    '/v2025-02-19/data/query/production?query=*',
    '/images/pufa/production/x.png',
  ])
    expect((await fetch(bureau.origin + path)).status, path).toBe(404)
})

test('the service lets the bureau’s pages ask with a sign-in, and no other site’s', async () => {
  const ask = (origin: string, method: string) =>
    fetch(`${service.origin}/v2025-02-19/data/query/production?query=1`, {
      method,
      headers: {
        origin,
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'authorization',
      },
    })
  for (const method of ['OPTIONS', 'GET']) {
    const { headers } = await ask(bureau.origin, method)
    expect(headers.get('access-control-allow-origin')).toBe(bureau.origin)
    expect(headers.get('access-control-allow-credentials')).toBe('true')
    expect(headers.get('vary')).toContain('Origin')
    const other = await ask('https://evil.example', method)
    expect(other.headers.get('access-control-allow-origin')).toBeNull()
  }
  expect((await ask(bureau.origin, 'OPTIONS')).headers.get('access-control-allow-headers')).toBe(
    'authorization',
  )
})

test.each([
  ['a token that the service does not know', { SANITY_TOKEN: 'not-a-token' }, 'SANITY_TOKEN'],
  ['a dataset that it does not have', { SANITY_DATASET: 'staging' }, 'staging'],
])('%s ends the start with one line that names it', async (_, wrong, named) => {
  const dataFolder = temporaryFolder()
  onTestFinished(() => rmSync(dataFolder, { recursive: true, force: true }))
  const { child, output, ended } = spawnProgram({
    PORT: String(await freePort()),
    PUFA_DATA: dataFolder,
    ...sanity(wrong),
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  expect(await ended).toBe(1)
  const lines = output().trim().split('\n')
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain(named)
  expect(lines[0]).not.toContain('not-a-token')
})

test('while the line is cut the site and the screens go on, and afterwards they catch up', async () => {
  line.cut()
  expect(await read('/slogans')).toContain(words)
  expect(await screen.evaluate(() => window.pufaPlayer?.nowPlaying?.title)).toBeTruthy()
  const later = '线断过，也赶上来了'
  await client.patch('hosted-slogan').set({ text: later }).commit()
  expect((await fetch(`${bureau.origin}/slogans`)).status).toBe(200)
  line.mend()
  await expect.poll(() => read('/slogans'), { timeout: 90_000 }).toContain(later)
  await waitUntilShown(screen, later)
})
