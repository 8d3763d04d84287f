/** @file An adviser has no screen, or an old one: the question bank on paper, found and chosen without script. */
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { origin } from '../support/lane.ts'

const phone = { width: 390, height: 844 }
const bankAddress = `${origin}/data/quiz.json`
interface Bank {
  questions: { title: string; answer: number }[]
}
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const open = (options: BrowserContextOptions): Promise<BrowserContext> =>
  browser.newContext({ locale: 'zh-CN', ...options })

describe('on paper and without script', () => {
  test('without script the kit leads to the printed bank, and topic and audience can be chosen', async () => {
    const context = await open({ viewport: phone, javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${origin}/fair/wheel`)
    expect(await page.locator('#play').isVisible()).toBe(false)
    await page.getByRole('link', { name: '打开题库打印' }).click()
    await page.waitForURL(/\/fair\/questions$/)
    await page.goto(`${origin}/fair`)
    expect(await page.locator('#stand').isVisible()).toBe(false)
    expect(await page.locator('#wheel-without-script').isVisible()).toBe(true)
    await page.getByLabel('题类').selectOption({ label: '拖欠工资' })
    await page.getByLabel('人群').selectOption({ label: '农民工' })
    await page.getByRole('button', { name: '打开题库' }).click()
    await page.waitForURL(/topic=wages&audience=audience-migrant-workers/)
    const main = page.getByRole('main')
    expect(await main.locator('.bank h2').allInnerTexts()).toEqual(['拖欠工资'])
    expect(await main.locator('.bank ol > li').count()).toBeGreaterThan(1)
    expect(await main.locator('button.print').isVisible()).toBe(false)
    await context.close()
  })

  test('choices that hold nothing lead to no page', async () => {
    for (const query of ['topic=none', 'audience=none', 'topic=wages&audience=none'])
      expect((await fetch(`${origin}/fair/questions?${query}`)).status, query).toBe(404)
  })

  test('paper has two columns, numbers through, and the answers on pages of their own', async () => {
    const context = await open({ viewport: { width: 794, height: 1123 } })
    const page = await context.newPage()
    await page.goto(`${origin}/fair/questions`)
    const { questions } = (await (await fetch(bankAddress)).json()) as Bank
    const numbers = await page
      .locator('.bank ol > li')
      .evaluateAll((items) => items.map((item) => (item as HTMLLIElement).value))
    expect(numbers).toEqual(questions.map((_, index) => index + 1))
    const titles = await page.locator('.bank ol > li > p').allInnerTexts()
    const key = await page.locator('#answers li b').allInnerTexts()
    const wrong = titles.filter((title, index) => {
      const question = questions.find((each) => each.title === title)
      return key[index] !== 'ABCD'[(question?.answer ?? 0) - 1]
    })
    expect(wrong).toEqual([])
    await page.emulateMedia({ media: 'print' })
    const style = (selector: string, name: 'columnCount' | 'breakBefore') =>
      page
        .locator(selector)
        .first()
        .evaluate((element, property) => getComputedStyle(element)[property], name)
    expect(await style('.bank', 'columnCount')).toBe('2')
    expect(await style('#answers', 'breakBefore')).toBe('page')
    expect(await page.locator('form.filters').isVisible()).toBe(false)
    expect(await page.locator('button.print').isVisible()).toBe(false)
    await context.close()
  })
})
