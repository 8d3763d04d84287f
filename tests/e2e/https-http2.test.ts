/** @file The whole program over TLS and HTTP/2, as the bureau runs it: site, sign-in, Studio, screens, pictures. */
import { readFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { get } from 'node:https'
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { makeCertificate, type Certificate } from '../support/certificate.ts'
import { keepLedger, unknownEndpoints, type Ledger } from '../support/ledger.ts'
import { openScreen, waitUntilShown } from '../support/player.ts'
import { startProgram, temporaryFolder, type Program } from '../support/program.ts'
import { createDocument, publish, signIn } from '../support/studio.ts'

const dataFolder = temporaryFolder()
let certificate: Certificate
let program: Program
let browsers: Browser[]
let office: BrowserContext
let box: BrowserContext
let ledgers: Ledger[]
let studio: Page

beforeAll(async () => {
  certificate = makeCertificate(dataFolder)
  program = await startProgram({ dataFolder, certificate })
  // Trusted by its key, so that the browser takes the page for as safe as one with a bought certificate.
  const args = [`--ignore-certificate-errors-spki-list=${certificate.publicKeyHash}`]
  const [desk, street] = [await launchBrowser({ args }), await launchBrowser({ args })]
  browsers = [desk, street]
  const options = { viewport: { width: 1440, height: 900 }, locale: 'zh-CN', ignoreHTTPSErrors: true }
  office = await desk.newContext(options)
  box = await street.newContext(options)
  ledgers = [office, box].map((context) => keepLedger(context, program.origin))
})
afterAll(async () => {
  await Promise.all(browsers.map((browser) => browser.close()))
  await program.stop()
  program.removeData()
})

const protocolOf = (page: Page) =>
  page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation')
    return (navigation as PerformanceNavigationTiming).nextHopProtocol
  })

/** Asks without a browser, by the certificate alone. */
function ask(path: string, protocol: 'http/1.1'): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const options = { ca: readFileSync(certificate.certFile), ALPNProtocols: [protocol] }
    get(program.origin + path, options, (response) => {
      response.resume()
      resolve(response)
    }).on('error', reject)
  })
}

test('a resident reads the site over HTTP/2', async () => {
  const page = await office.newPage()
  await page.goto(`${program.origin}/`)
  expect(await protocolOf(page)).toBe('h2')
  expect(await page.title()).toMatch(/\p{Script=Han}/u)
  await page.close()
})

test('who speaks HTTP/1.1 only is answered too, as an old LED box may', async () => {
  const response = await ask('/', 'http/1.1')
  expect([response.statusCode, response.httpVersion]).toEqual([200, '1.1'])
})

test('a picture is transformed and drawn', async () => {
  const page = await office.newPage()
  await page.goto(`${program.origin}/murals`)
  const picture = page.locator('main img[src*="/images/"]').first()
  await picture.scrollIntoViewIfNeeded()
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0)
  const source = await picture.evaluate((image: HTMLImageElement) => image.currentSrc)
  expect(new URL(source).searchParams.size).toBeGreaterThan(0)
  const entry = await page.evaluate((url) => {
    const [first] = performance.getEntriesByName(url)
    return (first as PerformanceResourceTiming | undefined)?.nextHopProtocol
  }, source)
  expect(entry).toBe('h2')
  await page.close()
})

test('an editor signs in, and a change that somebody else makes appears in the open list', async () => {
  studio = await office.newPage()
  await signIn(studio, program.origin)
  expect(await protocolOf(studio)).toBe('h2')
  expect(await office.cookies()).toMatchObject([{ httpOnly: true, secure: true }])
  await studio.goto(`${program.origin}/studio/intent/edit/id=screen-wuyi-school;type=screen/`)
  await studio.getByTestId('form-view').waitFor()
  await studio.getByText('清风村村口屏（示例）').first().waitFor()

  const changed = Date.now()
  const answer = await office.request.post(`${program.origin}/v2025-02-19/data/mutate/production`, {
    headers: { origin: program.origin },
    data: { mutations: [{ patch: { id: 'screen-taocheng-qingfeng', set: { title: '清风村新村口屏' } } }] },
  })
  expect(answer.status()).toBe(200)
  await studio.getByText('清风村新村口屏').first().waitFor()
  process.stdout.write(`changed elsewhere → in the open list after ${Date.now() - changed} ms\n`)
})

test('a slogan that is published reaches a screen by its socket over TLS', async () => {
  const words = '签字之前，先把每一条读明白'
  const sockets: string[] = []
  box.on('page', (page) => page.on('websocket', (socket) => sockets.push(socket.url())))
  const screen = await openScreen(box, program.origin, 'screen-bureau-tryout', program.demoKey())
  expect(await protocolOf(screen)).toBe('h2')
  await createDocument(studio, program.origin, 'slogan')
  await studio.getByTestId('field-text').getByRole('textbox').fill(words)
  await studio.getByTestId('field-topics').getByRole('button', { name: '添加项' }).click()
  await studio.getByTestId('field-topics').getByRole('combobox').fill('借条')
  await studio.getByTestId('autocomplete-popover').getByRole('option').first().click()
  await Promise.all([publish(studio), waitUntilShown(screen, words)])
  expect(sockets).toContain(`${program.origin.replace('https', 'wss')}/screens/socket`)
  const page = await office.newPage()
  await page.goto(`${program.origin}/slogans`)
  await page.getByText(words).first().waitFor()
})

test('a screen over TLS keeps what it needs: its service worker stands, which plain HTTP from afar forbids', async () => {
  const page = await openScreen(box, program.origin, 'screen-jizhou-square', program.demoKey())
  await page.waitForFunction(
    () => window.pufaPlayer?.assetsMissing === 0 && navigator.serviceWorker.controller !== null,
  )
  expect(await page.evaluate(() => window.pufaPlayer?.problems)).toEqual([])
})

test('nothing left the origin, nothing was asked of the lake that it does not know, no page reported an error', async () => {
  expect(await unknownEndpoints(office, program.origin)).toEqual([])
  expect(ledgers.flatMap((ledger) => ledger.faults())).toEqual([])
})
