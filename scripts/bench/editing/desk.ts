/** @file One editor at a browser that has been here before: how soon a list is there, how her typing is answered. */
import type { Browser, Page } from 'playwright'
import type { Program } from '../../../tests/support/program.ts'
import { createDocument, signIn } from '../../../tests/support/studio.ts'

/** As fast as people type who do little else: some eight letters a second. */
const betweenKeysMs = 120
const words = '有事找法律，遇事不用慌，先打一个电话问一问，再去镇上的法律服务站坐一坐。'
const slogans = ['屏幕内容', '标语', '全部标语']

export interface Desk {
  /** Milliseconds from asking for the address to the first row of a list, everything being in the cache. */
  openList(): Promise<number>
  /** Milliseconds until each key was answered by a painted picture; what took under 16 counts as 16. */
  type(of: keyof typeof fields): Promise<number[]>
}

/** Where words are typed: a type, and its field. */
const fields = {
  slogan: { field: 'text', area: 'textarea' },
  legalQuestion: { field: 'title', area: 'input, textarea' },
} as const

function answeredKeys(page: Page): Promise<number[]> {
  return page.evaluate(() => (window as unknown as { benchKeys: number[] }).benchKeys)
}

/**
 * Asked of the browser itself: from a letter's arrival to the picture that shows it (Event Timing). Letters
 * only: a key that changes nothing waits for whatever is painted next, be it the cursor's blink.
 */
function watchKeys(page: Page): Promise<void> {
  return page.evaluate(() => {
    const kept: number[] = []
    Object.assign(window, { benchKeys: kept })
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) if (name === 'input') kept.push(duration)
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
  })
}

export async function openDesk(browser: Browser, { origin }: Program): Promise<Desk> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await signIn(page, origin)
  for (const name of slogans)
    await page.getByTestId('structure-tool-list-pane').getByText(name, { exact: true }).last().click()
  const rows = page.getByTestId('document-list-pane').locator('a')
  await rows.first().waitFor()
  const address = page.url()
  return {
    async openList() {
      await page.goto('about:blank')
      const began = performance.now()
      await page.goto(address, { waitUntil: 'commit' })
      await rows.first().waitFor()
      return performance.now() - began
    },
    async type(of) {
      const { field, area } = fields[of]
      await createDocument(page, origin, of)
      const box = page.getByTestId(`field-${field}`).locator(area).first()
      await box.click()
      // The form checks and fills itself just after it has come.
      await page.waitForTimeout(2_000)
      await watchKeys(page)
      for (const letter of words) {
        await page.keyboard.insertText(letter)
        await page.waitForTimeout(betweenKeysMs)
      }
      await page.waitForTimeout(500)
      return answeredKeys(page)
    },
  }
}
