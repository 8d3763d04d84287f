import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { long } from '../support/long.ts'
import { screenshotCharactersMax, type Command } from '../../contracts/commands.ts'
import type { Health, PlayerMessage } from '../../contracts/messages.ts'
import type { ScreenProfile } from '../../contracts/manifest.ts'
import { openPaired, picture, startRig, until, type Page, type Rig } from './rig/browser.ts'
import { manifestOf, screenOf, slogan } from './rig/programme.ts'
import { screenServer } from './rig/server.ts'

let rig: Rig

beforeAll(async () => {
  rig = await startRig()
})
afterAll(() => rig.close())

const plays = [[slogan('first', ['遇事找法', '解决问题靠法']), 600]] as const

async function playing(screen: string, more: Partial<ScreenProfile> = {}, query = ''): Promise<Page> {
  const manifest = manifestOf({ plays }, { revision: 7, screen: screenOf(screen, more), now: Date.now() })
  rig.server.publish(screen, rig.server.key.sign(manifest))
  const page = await openPaired(rig, screen, query)
  await until(page, { state: 'playing', connected: true })
  return page
}

let asked = 0

type Answer = Extract<PlayerMessage, { type: 'did' }>

/** Orders it and waits for the answer. */
async function order(screen: string, command: Command): Promise<Answer> {
  const id = `order-${++asked}`
  rig.server.tell(screen, { type: 'command', id, command })
  const answers = () =>
    rig.server.heard.filter((said): said is Answer => said.type === 'did' && said.id === id)
  await expect.poll(() => answers().length, { timeout: 10_000 }).toBe(1)
  const [answer] = answers()
  if (!answer) throw new Error('no answer')
  return answer
}

/** Mean brightness of what a passer-by sees, 0–255. */
async function seenBrightness(page: Page): Promise<number> {
  const shot = await page.screenshot({ clip: { x: 0, y: 0, width: 192, height: 96 } })
  const { channels } = await sharp(shot).stats()
  return channels.slice(0, 3).reduce((sum, { mean }) => sum + mean, 0) / 3
}

async function pictureBrightness(page: Page): Promise<number> {
  const { channels } = await sharp(await picture(page)).stats()
  return channels.slice(0, 3).reduce((sum, { mean }) => sum + mean, 0) / 3
}

function lastHealth(from: number): Health | undefined {
  return rig.server.heard.slice(from).findLast((said) => said.type === 'heartbeat')?.health
}

describe('commands', () => {
  test('sleep darkens the screen, survives a reload, and wake ends it', async () => {
    const page = await playing('sleeper')
    const lit = await seenBrightness(page)
    expect(lit).toBeGreaterThan(5)
    expect(await order('sleeper', { name: 'sleep' })).toMatchObject({ ok: true })
    expect(await seenBrightness(page)).toBe(0)
    // Not only covered: the picture itself is black, and nothing is said to be on.
    expect(await pictureBrightness(page)).toBe(0)
    expect(await page.evaluate(() => window.pufaPlayer?.nowPlaying)).toBeNull()
    const before = rig.server.heard.length
    await page.reload()
    await until(page, { state: 'playing', connected: true })
    expect(await seenBrightness(page)).toBe(0)
    await expect
      .poll(() => lastHealth(before), { timeout: 20_000 })
      .toMatchObject({
        asleep: true,
        luminance: null,
      })
    expect(await order('sleeper', { name: 'wake' })).toMatchObject({ ok: true })
    await until(page, { item: 'first' })
    expect(await seenBrightness(page)).toBeCloseTo(lit, 0)
    await page.close()
  })

  test('brightness lies over the picture and not in it', async () => {
    const page = await playing('dimmed')
    const [lit, drawn] = [await seenBrightness(page), await pictureBrightness(page)]
    await order('dimmed', { name: 'brightness', percent: 25 })
    expect(await seenBrightness(page)).toBeLessThan(lit * 0.35)
    expect(await seenBrightness(page)).toBeGreaterThan(lit * 0.15)
    expect(await pictureBrightness(page)).toBeCloseTo(drawn, 5)
    expect(await order('dimmed', { name: 'brightness', percent: 0 })).toMatchObject({ ok: false })
    await order('dimmed', { name: 'by-schedule' })
    expect(await seenBrightness(page)).toBeCloseTo(lit, 0)
    await page.close()
  })

  test('a screenshot is the composition itself, small enough for one frame', async () => {
    const page = await playing('shot', { width: 1920, height: 1080 })
    const before = rig.server.heard.length
    expect(await order('shot', { name: 'screenshot' })).toMatchObject({ ok: true })
    const shot = rig.server.heard.slice(before).find((said) => said.type === 'picture')
    if (!shot) throw new Error('no picture')
    expect([shot.mime, shot.data.length <= screenshotCharactersMax]).toEqual(['image/jpeg', true])
    const { width, height, format } = await sharp(Buffer.from(shot.data, 'base64')).metadata()
    expect([format, width / height]).toEqual(['jpeg', 16 / 9])
    const { channels } = await sharp(Buffer.from(shot.data, 'base64')).stats()
    expect(channels.some(({ mean }) => mean > 5)).toBe(true)
    await page.close()
  })

  test.runIf(long)(
    'identify lays the screen over with its own name, in the dark too, and goes by itself',
    async () => {
      const page = await playing('named')
      await order('named', { name: 'sleep' })
      await order('named', { name: 'identify' })
      expect(await page.locator('#identity').count()).toBe(1)
      expect(await seenBrightness(page)).toBeGreaterThan(2)
      await page.screenshot({ path: `${process.env['PUFA_SHEETS'] ?? rig.folder}/identify.png` })
      await expect.poll(() => page.locator('#identity').count(), { timeout: 30_000 }).toBe(0)
      expect(await seenBrightness(page)).toBe(0)
      await page.close()
    },
  )

  test('reload loads the page anew, and it plays on', async () => {
    const page = await playing('anew')
    await page.evaluate(() => Object.assign(window, { marked: true }))
    expect(await order('anew', { name: 'reload' })).toMatchObject({ ok: true })
    await page.waitForFunction(() => !('marked' in window) && window.pufaPlayer?.nowPlaying, undefined, {
      timeout: 20_000,
    })
    await page.close()
  })

  test('a command of a later server is answered in words', async () => {
    const page = await playing('later')
    const { ok, note } = await order('later', { name: 'dance' } as unknown as Command)
    expect([ok, note.length > 0]).toEqual([false, true])
    await page.close()
  })
})

describe('hours', () => {
  test('a screen that starts in its dark hours shows nothing, not for one frame, and wakes without a flash', async () => {
    // 21:59:50 in Shanghai; the clock is moved by hand.
    const start = Date.parse('2026-11-22T21:59:50+08:00')
    const hours = { lit: { from: '06:00', until: '22:00' } }
    const manifest = manifestOf({ plays }, { revision: 1, screen: screenOf('hours', hours), now: start })
    const server = screenServer(rig.part, { now: () => start, answersTime: false })
    await server.start()
    server.publish('hours', server.key.sign(manifest))
    const context = await rig.browser.newContext({ viewport: { width: 640, height: 360 } })
    await context.addInitScript((from) => {
      const kept = Number(sessionStorage.getItem('now') ?? from)
      const clock = { at: kept, now: () => clock.at, rate: 60 }
      Object.assign(window, { __pufaClock: clock })
    }, start)
    const page = await openPaired({ ...rig, server, context }, 'hours')
    const moveTo = (time: string) =>
      page.evaluate((at) => {
        sessionStorage.setItem('now', String(at))
        Object.assign(window.__pufaClock ?? {}, { at })
        dispatchEvent(new Event('pageshow'))
      }, Date.parse(time))
    await until(page, { state: 'playing', connected: true })
    await page.evaluate(async () => void (await navigator.serviceWorker.ready))
    await server.stop()
    await moveTo('2026-11-22T21:59:59+08:00')
    await moveTo('2026-11-22T22:00:00+08:00')
    await expect.poll(() => seenBrightness(page)).toBe(0)
    await page.addInitScript(() => {
      const watch = { frames: 0, light: 0 }
      Object.assign(window, { watch })
      const look = () => {
        const canvas = document.querySelector('canvas')
        const data = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data
        watch.frames++
        if (data?.some((value, index) => index % 4 !== 3 && value > 24)) watch.light++
        requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    })
    await page.reload()
    await until(page, { state: 'playing' })
    await page.waitForTimeout(500)
    const { frames, light } = await page.evaluate(
      () => (window as unknown as { watch: { frames: number; light: number } }).watch,
    )
    expect(frames).toBeGreaterThan(5)
    expect(light).toBe(0)
    await moveTo('2026-11-23T06:00:00+08:00')
    await until(page, { item: 'first' })
    await expect.poll(() => seenBrightness(page)).toBeGreaterThan(5)
    await context.close()
  })
})
