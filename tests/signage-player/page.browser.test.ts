import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPaired, startRig, until, type Page, type Rig } from './rig/browser.ts'
import { manifestOf, screenOf, slogan } from './rig/programme.ts'
import { demoKey } from './rig/server.ts'

const noon = Date.UTC(2026, 10, 22, 4)
const hourMs = 3_600_000
let rig: Rig
beforeAll(async () => void (rig = await startRig({ now: () => noon, answersTime: false })))
afterAll(() => rig.close())

function publish(id: string, more: Parameters<typeof screenOf>[1] = {}): void {
  const plays = [[slogan('a', ['遇事找法']), 5]] as const
  rig.server.publish(
    id,
    rig.server.key.sign(manifestOf({ plays }, { revision: 1, screen: screenOf(id, more), now: noon })),
  )
}

describe('the picture in the window', () => {
  test('one LED takes one pixel of the device, where the processor takes it', async () => {
    publish('region', { regionX: 40, regionY: 20 })
    const context = await rig.browser.newContext({ deviceScaleFactor: 2 })
    const page = await openPaired({ ...rig, context }, 'region')
    await until(page, { item: 'a' })
    const box = await page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
      const { left, top, width, height } = canvas.getBoundingClientRect()
      return { left, top, width, height, pixels: [canvas.width, canvas.height] }
    })
    expect(box).toEqual({ left: 20, top: 10, width: 96, height: 48, pixels: [192, 96] })
    await context.close()
  })

  test('a try-out fills its frame', async () => {
    publish('fit')
    const page = await openPaired(rig, 'fit', '&fit=1')
    await until(page, { item: 'a' })
    const width = await page.locator('canvas').evaluate((canvas) => canvas.getBoundingClientRect().width)
    expect(width).toBe(640)
    await page.close()
  })

  test('the pairing screen takes the size that the address wishes', async () => {
    const page = await rig.context.newPage()
    await page.goto(`${rig.server.origin()}/player/?slot=small&width=96&height=48`)
    await until(page, { state: 'pairing' })
    await page.waitForFunction(() => document.querySelector('canvas')?.width === 96)
    expect(rig.server.heard).toContainEqual(expect.objectContaining({ type: 'pair', width: 96, height: 48 }))
    await page.close()
  })
})

describe('an update of the player', () => {
  /** Changes a word of the page and the shell's version, as another build would. */
  async function buildAgain(): Promise<void> {
    const change = async (file: string, from: RegExp, to: string) => {
      const path = join(rig.folder, file)
      await writeFile(path, (await readFile(path, 'utf8')).replace(from, to))
      for (const twin of ['.br', '.gz']) await rm(path + twin)
    }
    await change('index.html', /<h1>/u, '<h1>新版')
    await change('worker.js', /(version:\W?)[0-9a-f]{12}/u, '$1000000000000')
    await rig.part.start?.()
  }

  async function setTime(page: Page, at: number): Promise<void> {
    await page.evaluate((instant) => Object.assign(window.__pufaClock ?? {}, { at: instant }), at)
  }

  test('waits for the small hours: a reload takes the picture away for a moment', async () => {
    publish('update')
    const page = await rig.context.newPage()
    await page.addInitScript((start) => {
      const clock = { at: start, now: () => clock.at, rate: 100 }
      Object.assign(window, { __pufaClock: clock })
    }, noon)
    const open = () => page.goto(`${rig.server.origin()}/player/?slot=update&demo=${demoKey}&screen=update`)
    await open()
    await until(page, { item: 'a' })
    await page.evaluate(async () => void (await navigator.serviceWorker.ready))
    await open()
    await until(page, { item: 'a' })

    await buildAgain()
    await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()))
    await page.waitForFunction(async () => (await navigator.serviceWorker.ready).waiting !== null)
    await page.waitForTimeout(2_000)
    expect(await page.locator('h1').textContent()).not.toContain('新版')

    await setTime(page, noon + 15.5 * hourMs)
    await page.waitForFunction(() => document.querySelector('h1')?.textContent.includes('新版'))
    await until(page, { item: 'a' })
    expect(
      (await page.evaluate(() => caches.keys())).filter((name) => name.startsWith('pufa-shell')),
    ).toHaveLength(1)
    await page.close()
  })
})
