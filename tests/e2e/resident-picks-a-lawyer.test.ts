/** @file A resident names two or more people as preferences, and takes a sheet along. */
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { origin } from '../support/lane.ts'
import type { Ledger } from '../support/ledger.ts'
import * as phone from '../support/resident-phone.ts'

/** What the test's resident chooses: none of it may stand in any request. */
const secrets = /wages|131102|taocheng|li-shouzheng|chen-shuoli|[?&](?:t|c|p|s|topic|county)=/
let browser: Browser
let context: BrowserContext
let page: Page
let ledger: Ledger
let asked: string[]

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

async function open(options: Parameters<typeof phone.openPhone>[2] = {}): Promise<void> {
  ;({ context, page, ledger, asked } = await phone.openPhone(browser, origin, options))
}
const ranking = () => phone.ranking(page)
const decoded = () => phone.decoded(page)
const expectSheet = () => phone.expectSheet(page)
const button = (name: string | RegExp) => page.getByRole('button', { name })
const step = (at: number) => page.locator(`[data-step="${at}"]`)
const take = (name: string) =>
  page.getByRole('listitem').filter({ hasText: name }).getByRole('button', { name: /意向/ })

/** From the first step to the people who take wage cases in 桃城区. */
async function comeToPeople(): Promise<void> {
  await page.goto(`${origin}/preferences`)
  await button(/干活拿不到钱/).tap()
  await button('桃城区').tap()
  await step(3).getByText('桃城区，拖欠工资').waitFor()
}

describe('the flow', () => {
  beforeAll(() => open())
  afterAll(() => context.close())

  test('the matter, the place, two people in order, and a sheet with all that is needed', async () => {
    await comeToPeople()
    const people = await step(3).locator('[data-matches] .name').allTextContents()
    expect(people.map((name) => name.slice(0, 3)).sort()).toEqual(['李守正', '陈说理'])
    await take('李守正').tap()
    await expect.poll(() => take('李守正').innerText()).toContain('第一意向')
    await take('陈说理').tap()
    await expect.poll(() => take('陈说理').innerText()).toContain('第二意向')
    await button(/已选2位/).tap()
    await expect.poll(ranking).toEqual(['李守正（示例）', '陈说理（示例）'])
    await button('陈说理（示例）： ▲ 上移').tap()
    await expect.poll(ranking).toEqual(['陈说理（示例）', '李守正（示例）'])
    await button(/出意向单/).tap()
    await expectSheet()
  })

  test('the code on the sheet is the address of the sheet, with what stands behind its #', async () => {
    const href = await page.getByRole('link', { name: /单独打开/ }).getAttribute('href')
    expect(href).toMatch(
      /\/preferences\/sheet#t=wages&c=131102&p=chen-shuoli,li-shouzheng&d=\d{4}-\d\d-\d\d$/,
    )
    expect(await decoded()).toBe(href)
  })

  test('another phone that scans it sees the same sheet, and its code still leads there', async () => {
    const scanned = (await decoded()) ?? ''
    const adviser = await context.newPage()
    const before = page
    page = adviser
    await page.goto(scanned)
    await expectSheet()
    expect(page.url()).toBe(scanned)
    expect(await decoded()).toBe(scanned)
    await page.close()
    page = before
  })

  test('on paper it is one page of A4, with its code and without buttons', async () => {
    const five = 'ma-baiwen,tian-hunong,dong-huxin,li-shouzheng,guo-tongxing'
    for (const fragment of ['', `#t=animals-noise-objects&c=131102&p=${five}`]) {
      await page.goto('about:blank')
      await page.goto(`${origin}/preferences/sheet${fragment}`)
      if (fragment) await page.locator('.sheet svg').waitFor()
      const paper = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1')
      expect(paper.match(/\/Type\s*\/Page\b(?!s)/g), fragment).toHaveLength(1)
    }
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.sheet svg').isVisible()).toBe(true)
    expect(await page.getByRole('button').count()).toBe(0)
    await page.emulateMedia({ media: 'screen' })
  })

  test('what was chosen is in no request and in no storage', async () => {
    expect(asked.length).toBeGreaterThan(5)
    expect(asked.filter((request) => secrets.test(request) || /^(?!GET)/.test(request))).toEqual([])
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
    expect(await context.cookies()).toEqual([])
    expect(ledger.faults()).toEqual([])
  })
})

describe('second thoughts', () => {
  beforeAll(() => open())
  afterAll(() => context.close())

  test('one person alone is not barred without a word: the reason is said, and the way on is there', async () => {
    await comeToPeople()
    await take('李守正').tap()
    await button(/已选1位/).tap()
    await button(/出意向单/).tap()
    const why = step(4).locator('[data-few]')
    expect(await why.innerText()).toContain('还差一位')
    expect(await why.evaluate((note) => note === document.activeElement)).toBe(true)
    await button('再加一位').tap()
    expect(await take('李守正').innerText()).toContain('第一意向')
  })

  test('what is taken off comes back with 撤销, and with the browser’s own back', async () => {
    await take('陈说理').tap()
    await button(/已选2位/).tap()
    await button(/李守正.*去掉/).tap()
    await expect.poll(ranking).toEqual(['陈说理（示例）'])
    await button('撤销').tap()
    await expect.poll(ranking).toEqual(['李守正（示例）', '陈说理（示例）'])
    await button(/陈说理.*上移/).tap()
    await expect.poll(ranking).toEqual(['陈说理（示例）', '李守正（示例）'])
    await page.goBack()
    await expect.poll(ranking).toEqual(['李守正（示例）', '陈说理（示例）'])
    await page.goForward()
    await expect.poll(ranking).toEqual(['陈说理（示例）', '李守正（示例）'])
  })

  test('the county can be changed without losing who was chosen, and too few people says what to loosen', async () => {
    await button(/在哪里/).tap()
    await button('饶阳县').tap()
    await step(3).getByText('没有合适的人').waitFor()
    await button(/不限县/).tap()
    await step(3).getByText('全部县').waitFor()
    expect(await take('陈说理').innerText()).toContain('第一意向')
  })

  test('an old link says who has left the list, shows the rest, and says when they are too few', async () => {
    await page.goto(`${origin}/preferences/sheet#t=wages&c=131102&p=gone-away,li-shouzheng`)
    await page.locator('.sheet svg').waitFor()
    const notice = await page.locator('.sheet .note').innerText()
    expect(notice).toContain('1位已经不在')
    expect(notice).toContain('还差一位')
    await page.getByRole('link', { name: '改一改' }).tap()
    await expect.poll(ranking).toEqual(['李守正（示例）'])
    expect(await page.locator('[data-said]').innerText()).toContain('1位已经不在')
    expect(ledger.faults()).toEqual([])
  })

  test('a topic and a county that nobody knows leave blanks to write on, and break nothing', async () => {
    await page.goto('about:blank')
    await page.goto(`${origin}/preferences/sheet#t=nonsense&c=000000&p=li-shouzheng,chen-shuoli`)
    await page.locator('.sheet svg').waitFor()
    expect(await page.locator('.sheet dd.blank').count()).toBe(3)
    expect(ledger.faults()).toEqual([])
  })
})

test('once loaded, the flow needs no network from the first step to the printed sheet', async () => {
  await open()
  await page.goto(`${origin}/preferences`, { waitUntil: 'networkidle' })
  await context.setOffline(true)
  await button(/干活拿不到钱/).tap()
  await button('桃城区').tap()
  await take('陈说理').tap()
  await take('李守正').tap()
  await button(/已选2位/).tap()
  await button(/出意向单/).tap()
  await expectSheet()
  await context.close()
})

test('a phone that never got the list is told so, keeps its choice, and can try again', async () => {
  await open()
  await context.route('**/data/lawyers.json', (route) => route.abort())
  await page.goto(`${origin}/preferences#s=4&t=wages&p=li-shouzheng,chen-shuoli`)
  await page.getByText('名录没有读到').waitFor()
  await context.unroute('**/data/lawyers.json')
  await button('再试一次').tap()
  await expect.poll(ranking).toEqual(['李守正（示例）', '陈说理（示例）'])
  await context.close()
})

test('every step is done by keyboard alone, and the focus is never lost', async () => {
  await open({ hasTouch: false, isMobile: false, viewport: { width: 1200, height: 800 } })
  await page.goto(`${origin}/preferences`)
  const press = async (name: RegExp | string) => {
    await button(name).first().focus()
    await page.keyboard.press('Enter')
  }
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
  await press(/干活拿不到钱/)
  await expect.poll(focused).toBe('事情在哪个县（市、区）？')
  await press('桃城区')
  await expect.poll(focused).toBe('挑出两位或更多')
  for (const name of ['李守正', '陈说理']) {
    await take(name).focus()
    await page.keyboard.press('Space')
    await expect.poll(focused).toContain(`${name}（示例）：✓ 第`)
  }
  await press(/已选2位/)
  await expect.poll(focused).toBe('排出先后')
  await press(/陈说理.*上移/)
  await expect.poll(ranking).toEqual(['陈说理（示例）', '李守正（示例）'])
  await expect.poll(focused).toContain('陈说理（示例）：▲ 上移')
  // Pressed once more at the top it says so, and stays.
  await page.keyboard.press('Enter')
  expect(await page.locator('[data-said]').innerText()).toContain('已经是第一位')
  await press(/陈说理.*去掉/)
  await expect.poll(focused).toBe('撤销')
  expect(ledger.faults()).toEqual([])
  await context.close()
})
