/** Strip and mark as the real player composes them: one screenshot has all regions. */
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ScreenProfile } from '../../contracts/manifest.ts'
import { picture, startRig, until, type Page, type Rig } from './rig/browser.ts'
import { manifestOf, screenOf } from './rig/programme.ts'
import { samples } from './rig/samples.ts'
import { demoKey } from './rig/server.ts'

const midnight = Date.UTC(2026, 10, 21, 16)
const lines = [
  { text: '拖欠工资可以向人社部门投诉，也可以拨打12348咨询法律援助' },
  { text: '转账之前先核实，不给陌生人验证码' },
  { text: '每周三上午，司法所有律师值班，欢迎来问' },
]
const corner = { number: '12348', text: '法律热线' }

let rig: Rig
let folder = ''
beforeAll(async () => {
  rig = await startRig({ now: () => midnight, answersTime: false })
  folder = process.env['PUFA_SHEETS'] ?? (await mkdtemp(join(tmpdir(), 'pufa-regions-')))
})
afterAll(() => rig.close())

async function open(id: string, profile: Partial<ScreenProfile>): Promise<Page> {
  const screen = screenOf(id, profile)
  const manifest = manifestOf({ plays: samples }, { revision: 1, screen, now: midnight })
  rig.server.publish(id, rig.server.key.sign(manifest))
  const page = await rig.context.newPage()
  await page.addInitScript((start) => {
    const clock = { at: start, now: () => clock.at, rate: 40 }
    Object.assign(window, { __pufaClock: clock })
  }, midnight)
  await page.goto(`${rig.server.origin()}/player/?slot=${id}&demo=${demoKey}&screen=${id}`)
  await until(page, { state: 'playing', assetsMissing: 0 })
  return page
}

/** Moves the player's clock; it looks at once, as when the page comes to the front. */
async function at(page: Page, elapsedMs: number): Promise<Buffer> {
  await page.evaluate(
    (instant) => Object.assign(window.__pufaClock ?? {}, { at: instant }),
    midnight + elapsedMs,
  )
  await page.evaluate(() => dispatchEvent(new Event('pageshow')))
  return picture(page)
}

const sizes = [
  [320, 160, 24],
  [1920, 1080, 96],
  [192, 384, 24],
  [512, 64, 20],
] as const

/** The instant at which each item of the programme has been on for a third of its time. */
const thirds = samples.map(([item, seconds], index) => ({
  item: item.id,
  elapsedMs: samples.slice(0, index).reduce((sum, [, each]) => sum + each * 1_000, 0) + seconds * 333,
}))

describe.each(sizes)('at %i×%i', (width, height, strip) => {
  test('the picture is whole: item above, strip below, nothing see-through', async () => {
    const page = await open(`regions-${width}x${height}`, {
      width,
      height,
      ticker: { height: strip, lines },
      corner,
    })
    await page.waitForFunction((high) => document.querySelector('canvas')?.height === high, height)
    for (const { item, elapsedMs } of thirds) {
      const png = await at(page, elapsedMs)
      await until(page, { item })
      await writeFile(join(folder, `regions-${width}x${height}-${item}.png`), png)
      const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
      expect([info.width, info.height]).toEqual([width, height])
      const rows = (from: number, to: number) => {
        const part = data.subarray(from * width * 4, to * width * 4)
        let [lit, clear] = [0, 0]
        for (let index = 0; index < part.length; index += 4) {
          if ((part[index] ?? 0) > 150) lit++
          if (part[index + 3] !== 255) clear++
        }
        return { lit: lit / (part.length / 4), clear }
      }
      expect(rows(0, height).clear, item).toBe(0)
      expect(rows(0, height - strip).lit, item).toBeGreaterThan(0.02)
      expect(rows(height - strip, height).lit, item).toBeGreaterThan(0.05)
    }
    await page.close()
  }, 120_000)
})

describe('the strip', () => {
  const height = 24
  const top = 160 - height
  const profile = { width: 320, height: 160, ticker: { height, lines } }

  /** The strip below its rule, as brightness by column and row. */
  async function stripOf(png: Buffer): Promise<Buffer> {
    const area = { left: 0, top: top + 2, width: 320, height: height - 2 }
    return sharp(png).extract(area).removeAlpha().greyscale().raw().toBuffer()
  }

  /** `before` moved left by so many pixels is `after`, where both show it. */
  function isMoved(before: Buffer, after: Buffer, pixels: number): boolean {
    for (let row = 0; row < height - 2; row++)
      for (let column = 0; column + pixels < 320; column++)
        if (before[row * 320 + column + pixels] !== after[row * 320 + column]) return false
    return true
  }

  test('moves on over a switch of items as if nothing had happened above it', async () => {
    const page = await open('strip-switch', profile)
    await page.waitForFunction(() => document.querySelector('canvas')?.height === 160)
    const before = await at(page, 9_900)
    await until(page, { item: samples[0]?.[0].id ?? '' })
    const after = await at(page, 10_400)
    await until(page, { item: samples[1]?.[0].id ?? '' })
    // Half a second is thirty frames of one pixel.
    expect(isMoved(await stripOf(before), await stripOf(await picture(page)), 30)).toBe(true)
    expect(after.length).toBeGreaterThan(0)
    await page.close()
  })

  test('goes with the timetable: once the lease is over nothing of it runs on', async () => {
    const page = await open('strip-lease', profile)
    await page.waitForFunction(() => document.querySelector('canvas')?.height === 160)
    const { data: with_ } = await sharp(await picture(page))
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect([...with_.subarray(top * 320 * 4, top * 320 * 4 + 3)]).toEqual([0xd8, 0x40, 0x2f])
    await at(page, 46 * 86_400_000)
    await page.waitForFunction(() => document.documentElement.dataset['state'] === 'evergreen')
    await until(page, { item: samples[0]?.[0].id ?? '' })
    const { data, info } = await sharp(await picture(page))
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect([info.width, info.height]).toEqual([320, 160])
    const from = top * 320 * info.channels
    // Cinnabar, as the strip's rule is.
    expect([...data.subarray(from, from + 3)]).not.toEqual([0xd8, 0x40, 0x2f])
    await page.close()
  })
})
