import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startRig, type Rig } from './rig/browser.ts'
import { manifestOf, screenOf, slogan } from './rig/programme.ts'
import { demoKey } from './rig/server.ts'
import { parseScreens, screensShownMax } from '../../signage-player/page/demo-screens.ts'

let rig: Rig
const signs = [
  { id: 'demo-square', title: '城东广场屏', county: '桃城区', width: 320, height: 160 },
  { id: 'demo-market', title: '集市入口屏', county: '景县', width: 192, height: 96 },
  { id: 'demo-village', title: '村委会门前屏', county: '武强县', width: 96, height: 48 },
  { id: 'demo-park', title: '法治公园屏', county: '深州市', width: 512, height: 256 },
]

beforeAll(async () => {
  rig = await startRig()
  rig.server.demoScreens.push(...signs)
  for (const { id, width, height } of signs) {
    const screen = screenOf(id, { width, height })
    const item = slogan(`slogan-${id}`, ['遇事找法', '解决问题靠法'])
    rig.server.publish(
      id,
      rig.server.key.sign(manifestOf({ plays: [[item, 600]] }, { revision: 1, screen, now: Date.now() })),
    )
  }
})
afterAll(() => rig.close())

describe('the try-out square', () => {
  test.each([
    ['a phone', 390, 844],
    ['a desk', 1280, 900],
  ])(
    'on %s every demonstration screen plays, and nothing is wider than the page',
    async (_, width, height) => {
      const page = await rig.context.newPage()
      await page.setViewportSize({ width, height })
      const errors: string[] = []
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
      page.on('pageerror', (error) => errors.push(String(error)))
      await page.goto(`${rig.server.origin()}/player/square.html?key=${demoKey}`)
      for (const { id } of signs) {
        const frame = page.locator(`iframe[src*="${id}"]`)
        await frame.scrollIntoViewIfNeeded()
        const inside = page.frameLocator(`iframe[src*="${id}"]`)
        await inside.locator('html[data-state="playing"]').waitFor()
        const sizes = await inside
          .locator('canvas')
          .evaluate((canvas: HTMLCanvasElement) => [canvas.width, canvas.height])
        expect(sizes).toEqual([
          signs.find((sign) => sign.id === id)?.width,
          signs.find((sign) => sign.id === id)?.height,
        ])
      }
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0)
      expect(errors).toEqual([])
      await page.close()
    },
  )

  test.each([
    ['', '请用完整的试看网址打开'],
    ['?key=wrong', '没能打开试看'],
  ])('opened with "%s" it says what to do', async (query, words) => {
    const page = await rig.context.newPage()
    await page.goto(`${rig.server.origin()}/player/square.html${query}`)
    await page.getByText(words).waitFor()
    await page.close()
  })

  test('a list with entries that are no screens loses those, and is bounded', () => {
    expect(parseScreens([signs[0], null, { id: 'x' }, { ...signs[1], width: 0 }])).toEqual([signs[0]])
    expect(parseScreens({})).toEqual([])
    expect(parseScreens(Array.from({ length: 40 }, () => signs[0])).length).toBe(screensShownMax)
  })
})
