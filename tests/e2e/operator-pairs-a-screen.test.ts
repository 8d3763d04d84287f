/** @file An operator types the six digits that a new player shows, and later releases the player again. */
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { demoKey, origin } from '../support/lane.ts'
import { keepLedger, unknownEndpoints, type Ledger } from '../support/ledger.ts'
import { openDocument, signIn } from '../support/studio.ts'

declare global {
  interface Window {
    /** Every text that a canvas of the page was asked to draw. */
    drawnTexts?: string[]
  }
}

const screen = 'screen-wuyi-school'
/** The operator's browser has the session; the box behind the screen is a machine of its own and has none. */
let browsers: Browser[]
let office: BrowserContext
let ledgers: Ledger[]
let player: Page
let visitor: Page
let studio: Page
let usedCode = ''

beforeAll(async () => {
  browsers = await Promise.all([launchBrowser(), launchBrowser(), launchBrowser()])
  const [desk, street, home] = browsers
  if (!desk || !street || !home) throw new Error('no browsers')
  office = await desk.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
  const box = await street.newContext({ viewport: { width: 1920, height: 1080 } })
  const tryOut = await home.newContext({ viewport: { width: 320, height: 160 } })
  ledgers = [office, box, tryOut].map((context) => keepLedger(context, origin))
  visitor = await tryOut.newPage()
  player = await box.newPage()
  // The digits stand on a canvas: what the screen shows is what was drawn.
  await player.addInitScript(() => {
    const drawn: string[] = []
    window.drawnTexts = drawn
    const { fillText } = CanvasRenderingContext2D.prototype
    CanvasRenderingContext2D.prototype.fillText = function (text, ...where) {
      drawn.push(text)
      fillText.call(this, text, ...where)
    }
  })
  studio = await office.newPage()
})
afterAll(() => Promise.all(browsers.map((browser) => browser.close())))

/** The six digits that the player drew last. */
async function codeShown(): Promise<string> {
  const texts = await player.waitForFunction(() => {
    const codes = window.drawnTexts?.filter((text) => /^\d{3} \d{3}$/.test(text)) ?? []
    return window.pufaPlayer?.state === 'pairing' && codes.length > 0 && codes
  })
  return ((await texts.jsonValue()) || []).at(-1)?.replace(' ', '') ?? ''
}

async function typeCode(code: string): Promise<void> {
  await studio.getByRole('textbox', { name: '六位数字' }).fill(code)
  await studio.getByRole('dialog').getByRole('button', { name: '配对', exact: true }).click()
}

/** An action that stands in the menu beside 发布. */
async function press(action: string): Promise<void> {
  await studio.getByTestId('action-menu-button').click()
  await studio.getByRole('menuitem', { name: action }).click()
}

async function status(): Promise<{
  online: boolean
  nowPlaying: { item: string } | null
  pairedAt: number | null
}> {
  const response = await office.request.get(`${origin}/api/signage/screens/${screen}`)
  if (!response.ok()) throw new Error(`${response.status()} ${await response.text()}`)
  return response.json()
}

async function playsWhatIsDue(): Promise<boolean> {
  const response = await fetch(`${origin}/api/signage/resolve?screen=${screen}`)
  const due = ((await response.json()) as { item: { id: string } }).item.id
  return (await player.evaluate(() => window.pufaPlayer?.nowPlaying?.item)) === due
}

test('a player without a pairing shows six digits, for nothing else tells the operator which box it is', async () => {
  await player.goto(`${origin}/player/`)
  expect(await codeShown()).toMatch(/^\d{6}$/)
})

test('before pairing the Studio says of the screen that it has no player', async () => {
  await signIn(studio, origin)
  await openDocument(studio, origin, 'screen', screen)
  await studio.getByText('未配对').first().waitFor()
  expect(await status()).toMatchObject({ online: false, pairedAt: null })
})

test('digits that no screen shows are refused in Chinese, and the operator may try again', async () => {
  const wrong = (await codeShown()) === '000000' ? '000001' : '000000'
  await press('配对播放器')
  await typeCode(wrong)
  await studio.getByRole('alert').getByText('配对码不对，或已经过期').waitFor()
  ledgers[0]?.forgive(/console: Failed to load resource: .*404.*pairings\/approve/)
  expect(await player.evaluate(() => window.pufaPlayer?.state)).toBe('pairing')
})

test('a visitor may try the screen out before it has a player', async () => {
  await visitor.goto(`${origin}/player/?slot=${screen}&screen=${screen}&demo=${demoKey}&fit=1`)
  await visitor.waitForFunction(() => window.pufaPlayer?.connected && window.pufaPlayer.nowPlaying)
})

test('with the right digits the player plays the programme of the screen, and the operator is told', async () => {
  usedCode = await codeShown()
  const typed = Date.now()
  await typeCode(usedCode)
  await player.waitForFunction(() => window.pufaPlayer?.nowPlaying)
  process.stdout.write(`code typed → the screen plays after ${Date.now() - typed} ms\n`)
  await studio.getByRole('status').getByText('已配对').waitFor()

  // What needs a picture waits for it; the next item is then the one that is due.
  await expect.poll(playsWhatIsDue, { timeout: 30_000 }).toBe(true)
  await studio.getByRole('button', { name: '好', exact: true }).click()
})

test('the screen is online, and the Studio names what it plays', async () => {
  const asked = Date.now()
  await expect.poll(status).toMatchObject({ online: true, pairedAt: expect.any(Number) })
  await studio.getByText('▶ 在播：').first().waitFor()
  process.stdout.write(`the Studio names what plays after ${Date.now() - asked} ms more\n`)
  expect((await status()).nowPlaying?.item).toBeTruthy()
})

test('a visitor who tries the screen out takes it from no player, and none takes it from him', async () => {
  for (const page of [visitor, player, visitor]) {
    await page.reload()
    await page.waitForFunction(() => window.pufaPlayer?.connected && window.pufaPlayer.nowPlaying)
  }
  // The line stands long enough for a refusal to arrive.
  await player.waitForTimeout(2_000)
  for (const page of [visitor, player])
    expect(await page.evaluate(() => window.pufaPlayer)).toMatchObject({ state: 'playing', connected: true })
})

test('the screen is offline when its player is, though a visitor still tries it out', async () => {
  await player.goto('about:blank')
  await expect.poll(status).toMatchObject({ online: false })
  await player.goto(`${origin}/player/`)
  // A screen that plays lets some seconds pass, so that not all of them come at once after a power cut.
  await expect.poll(status, { timeout: 15_000 }).toMatchObject({ online: true })
})

test('released, the player plays nothing more and shows other digits, since the old ones were used', async () => {
  await visitor.goto('about:blank')
  await press('解除配对')
  await studio.getByRole('button', { name: '解除配对' }).click()
  await studio.getByText('已解除配对').first().waitFor()
  expect(await codeShown()).not.toBe(usedCode)
  expect(await player.evaluate(() => window.pufaPlayer?.nowPlaying)).toBeNull()
  await expect.poll(status).toMatchObject({ online: false, pairedAt: null })
})

test('nothing left the origin, nothing was asked of the lake that it does not know, no page reported an error', async () => {
  expect(await unknownEndpoints(office, origin)).toEqual([])
  expect(ledgers.flatMap((ledger) => ledger.faults())).toEqual([])
})
