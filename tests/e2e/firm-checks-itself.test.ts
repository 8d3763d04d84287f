/** @file A small firm goes through the check-up on its phone, on paper, and by keyboard; nothing is sent. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findings } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { origin } from '../support/lane.ts'
import { keepLedger } from '../support/ledger.ts'
import { openPhone } from '../support/resident-phone.ts'
import { views } from '../support/views.ts'

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

async function openCheckup(options: BrowserContextOptions): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ locale: 'zh-CN', ...options })
  const page = await context.newPage()
  await page.goto(`${origin}/checkup`)
  return { context, page }
}

const item = (page: Page, number: number) => page.locator(`li.item[data-number="${number}"]`)
const choose = (page: Page, number: number, words: '是' | '否' | '不清楚') =>
  item(page, number).getByRole('radio', { name: words, exact: true }).tap()
const kept = (page: Page) => page.evaluate(() => localStorage.getItem('pufa-checkup'))

describe('on a phone', () => {
  let context: BrowserContext
  let page: Page
  let sent: string[]
  beforeAll(async () => {
    ;({ context, page, asked: sent } = await openPhone(browser, origin))
    await page.goto(`${origin}/checkup`)
    await page.waitForLoadState('networkidle')
    sent.length = 0
  })
  afterAll(() => context.close())

  test('it says that it is no legal opinion and that nothing is sent, before the first question', async () => {
    const words = await page.getByRole('main').innerText()
    expect(words).toContain('不是法律意见')
    expect(words).toContain('答案不上传')
    expect(words.indexOf('答案不上传')).toBeLessThan(words.indexOf('员工上班一个月之内'))
  })

  test('one part is asked at a time with large answers, and progress counts', async () => {
    expect(await page.locator('section.area:visible').count()).toBe(1)
    expect(await page.locator('.behind:visible').count(), 'no answer is suggested').toBe(0)
    const box = await item(page, 1).getByRole('radio', { name: '否', exact: true }).boundingBox()
    expect(box?.height).toBeGreaterThanOrEqual(52)
    expect(box?.width).toBeGreaterThanOrEqual(80)
    // The risky answer of the first is 否, of the third 是.
    await choose(page, 1, '否')
    await choose(page, 2, '不清楚')
    await choose(page, 3, '是')
    await choose(page, 4, '否')
    expect(await page.locator('#progress').innerText()).toMatch(/^已答4项，共46项$/)
    await page.getByRole('button', { name: '下一部分' }).tap()
    expect(await page.locator('section.area:visible h2').innerText()).toBe('安全生产')
    await choose(page, 10, '否')
    expect(await page.locator('#areas [aria-current]').innerText()).toContain('安全生产')
  })

  test('the result lists risks and open points in the order of the list, with what to do and to read', async () => {
    await page.getByRole('button', { name: '看结果' }).tap()
    expect(await page.locator('#result-words').innerText()).toContain('查出3项有风险')
    const counts = await page.locator('#counts').innerText()
    for (const words of ['有风险 3项', '不清楚 1项', '没查出问题 1项', '没有回答 41项'])
      expect(counts).toContain(words)
    const numbers = await page
      .locator('li.item:visible')
      .evaluateAll((items) => items.map((each) => (each as HTMLElement).dataset['number']))
    expect(numbers).toEqual(['1', '2', '3', '10'])
    expect(await item(page, 1).locator('.verdict').innerText()).toBe('有风险（您答：否）')
    expect(await item(page, 2).locator('.verdict').innerText()).toBe('先弄清楚（您答：不清楚）')
    for (const words of ['会怎么样', '怎么办', '去读', '《劳动合同法》第八十二条'])
      expect(await item(page, 1).innerText()).toContain(words)
    expect(await item(page, 1).locator('a[href="/questions/no-written-contract"]').isVisible()).toBe(true)
    expect(await page.locator('#lawyer-questions li').allInnerTexts()).toEqual([
      '劳动用工：第1、3项有风险，以前留下的怎么补救，先办哪一件？第2项说不清，要看哪些材料才能弄明白？',
      '安全生产：第10项有风险，以前留下的怎么补救，先办哪一件？',
    ])
  })

  test('on paper the result has a blank for the name, the date, and no buttons', async () => {
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByText('企业名称：').isVisible()).toBe(true)
    expect(await page.locator('#date').innerText()).toMatch(/^\d{4}年\d{1,2}月\d{1,2}日$/)
    // A form would put the answers into the address as soon as somebody pressed Enter.
    expect(await page.getByRole('main').locator('form').count()).toBe(0)
    expect(await page.locator('#checkup button:visible').count()).toBe(0)
    expect(await page.locator('#lawyer-questions').isVisible()).toBe(true)
    await page.emulateMedia({ media: 'screen' })
  })

  test('nothing that was answered has left the phone', () => {
    expect(sent).toEqual([])
  })

  test('a reload keeps the answers, and 清空 takes them from the phone', async () => {
    await page.reload()
    expect(await page.locator('#progress').innerText()).toContain('已答5项')
    expect(await item(page, 1).getByRole('radio', { name: '否', exact: true }).isChecked()).toBe(true)
    await page.getByRole('button', { name: '清空' }).tap()
    expect(await kept(page), 'the first press only asks').not.toBeNull()
    await page.getByRole('button', { name: '确定清空' }).tap()
    expect(await kept(page)).toBeNull()
    expect(await page.locator('#progress').innerText()).toContain('已答0项')
    expect(await page.locator('input:checked').count()).toBe(0)
    expect(page.url()).toBe(`${origin}/checkup`)
  })
})

test('with the keyboard alone: Tab reaches the answers, arrows choose, and the result gets the focus', async () => {
  const { context, page } = await openCheckup({ viewport: { width: 1440, height: 900 } })
  const focused = () =>
    page.evaluate(() => document.activeElement?.getAttribute('name') ?? document.activeElement?.id)
  await page.locator('#areas button').last().focus()
  await page.keyboard.press('Tab')
  expect(await focused()).toBe('checkup-staff-1')
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowRight')
  expect(await item(page, 1).getByRole('radio', { name: '否', exact: true }).isChecked()).toBe(true)
  await page.keyboard.press('Tab')
  expect(await focused()).toBe('checkup-staff-2')
  for (let presses = 0; presses < 40 && (await focused()) !== 'show-result'; presses += 1)
    await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(await focused()).toBe('result')
  expect(await page.locator('#result-words').innerText()).toContain('1项有风险')
  await context.close()
})

test('without script the whole list can be read and ticked by hand, and has no dead buttons', async () => {
  const { context, page } = await openCheckup({ ...phone, javaScriptEnabled: false })
  const items = page.locator('li.item')
  const count = await items.count()
  expect(count).toBeGreaterThanOrEqual(30)
  expect(await page.locator('.hand:visible').count()).toBe(count)
  expect(await page.locator('.behind:visible').count()).toBe(count)
  expect(await page.locator('#checkup button:visible, #checkup input:visible').count()).toBe(0)
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByText('企业名称：').isVisible()).toBe(true)
  expect(await page.locator('#date').innerText(), 'the date is for the pen').toBe('')
  await context.close()
})

test('everything to read is there', async () => {
  const html = await (await fetch(`${origin}/checkup`)).text()
  const paths = new Set(
    [...html.matchAll(/href="(\/(?:laws|questions)\/[^"]+)"/g)].map(([, path = '']) => path),
  )
  expect(paths.size).toBeGreaterThan(40)
  const missing: string[] = []
  for (const path of paths) if (!(await fetch(origin + path)).ok) missing.push(path)
  expect(missing).toEqual([])
})

test.each(views)(
  'axe finds nothing while asking and in the result, $name',
  async ({ viewport, largeText }) => {
    const context = await browser.newContext({ viewport, locale: 'zh-CN' })
    if (largeText) await context.addCookies([{ name: 'large-text', value: 'on', url: origin }])
    const ledger = keepLedger(context, origin)
    const page = await context.newPage()
    await page.goto(`${origin}/checkup`)
    const faults: string[] = []
    const look = async (name: string) => {
      faults.push(...(await findings(page)).map((finding) => `${name}: ${finding}`))
      if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth))
        faults.push(`${name}: scrolls sideways`)
    }
    await look('asking')
    await item(page, 1).getByRole('radio', { name: '否', exact: true }).click()
    await item(page, 2).getByRole('radio', { name: '不清楚', exact: true }).click()
    await page.getByRole('button', { name: '看结果' }).click()
    await look('result')
    expect([...faults, ...ledger.faults()]).toEqual([])
    await context.close()
  },
)
