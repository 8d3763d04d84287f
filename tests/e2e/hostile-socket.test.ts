/** @file Somebody on the network is hostile to the screens' socket; a screen beside him goes on playing. */
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  closeCodes,
  helloWithinMs,
  playerFrameBytesMax,
  playerFramesPerMinuteMax,
} from '../../contracts/messages.ts'
import { connectPlayer, type PlayerSocket } from '../scheduler/player-socket.ts'
import { launchBrowser } from '../support/browser.ts'
import { demoKey, origin } from '../support/lane.ts'
import { keepLedger, type Ledger } from '../support/ledger.ts'
import { openScreen } from '../support/player.ts'

const screen = 'screen-raoyang-market'
/** What `ws` says when the server closes without a word. */
const cutOff = 1006
const looksEveryMs = 10_000
let browser: Browser
let context: BrowserContext
let ledger: Ledger
let good: Page

beforeAll(async () => {
  browser = await launchBrowser()
  context = await browser.newContext({ viewport: { width: 320, height: 160 } })
  ledger = keepLedger(context, origin)
  good = await openScreen(context, origin, screen, demoKey)
  await good.waitForFunction(() => window.pufaPlayer?.connected)
  await good.evaluate(() => {
    addEventListener('lost-the-line', () => (document.title = 'lost'))
    // Whether the line was lost in between, not only whether it is up now.
    setInterval(() => {
      if (!window.pufaPlayer?.connected) dispatchEvent(new Event('lost-the-line'))
    }, 5)
  })
})
afterAll(() => browser.close())

/** Plays on, was never cut off, and still gets what is sent to it. */
async function isUnharmed(): Promise<void> {
  expect(await good.title()).not.toBe('lost')
  const before = await good.evaluate(() => window.pufaPlayer?.lastSwitchAt ?? 0)
  await good.waitForFunction((since) => (window.pufaPlayer?.lastSwitchAt ?? 0) > since, before, {
    timeout: 60_000,
  })
  expect((await fetch(`${origin}/healthz`)).status).toBe(200)
}

const hello = (token: string) => ({ type: 'hello', screen, token, revision: 0, version: '1' }) as const

test.each([
  ['a frame over the bound', (bad: PlayerSocket) => bad.raw('x'.repeat(playerFrameBytesMax + 1)), 1009],
  ['a frame of 64 MB', (bad: PlayerSocket) => bad.raw(Buffer.alloc(64 * 1024 * 1024, 'x')), 1009],
  ['broken JSON', (bad: PlayerSocket) => bad.raw('{"type":'), closeCodes.protocol],
  ['JSON that is no message', (bad: PlayerSocket) => bad.raw('[{"type":"hello"}]'), closeCodes.protocol],
  ['a binary frame', (bad: PlayerSocket) => bad.raw(Buffer.from([0, 1, 2])), closeCodes.protocol],
  ['a token that nobody has', (bad: PlayerSocket) => bad.say(hello('x'.repeat(43))), closeCodes.notPaired],
  ['a poll before hello', (bad: PlayerSocket) => bad.say({ type: 'poll', revision: 0 }), closeCodes.protocol],
])('%s ends the connection that sent it, with its code', async (_, attack, code) => {
  const bad = await connectPlayer(origin)
  attack(bad)
  expect(await bad.closed).toBe(code)
})

test('a flood is cut off at the bound, so that it takes no time from the others', async () => {
  const bad = await connectPlayer(origin)
  for (let sent = 0; sent < 10 * playerFramesPerMinuteMax; sent++) bad.say({ type: 'time', sent })
  expect(await bad.closed).toBe(closeCodes.tooMuch)
  expect(bad.count('time')).toBe(playerFramesPerMinuteMax)
  await isUnharmed()
})

test('a hundred that say nothing are cut off when their time is up, so that they take no places', async () => {
  const silent = await Promise.all(Array.from({ length: 100 }, () => connectPlayer(origin)))
  const began = Date.now()
  await isUnharmed()
  expect(await Promise.all(silent.map(({ closed }) => closed))).toEqual(silent.map(() => cutOff))
  const tookMs = Date.now() - began
  process.stdout.write(`100 silent sockets gone after ${tookMs} ms\n`)
  expect(tookMs).toBeGreaterThanOrEqual(helloWithinMs - 1_000)
  expect(tookMs).toBeLessThan(helloWithinMs + looksEveryMs + 5_000)
})

test('the screen beside them played through all of it, and its page reported no error', async () => {
  await isUnharmed()
  expect(await good.evaluate(() => window.pufaPlayer?.problems)).toEqual([])
  expect(ledger.faults()).toEqual([])
})
