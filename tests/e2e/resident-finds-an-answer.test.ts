/** @file A resident with a cheap phone finds the answer, the person and the next step; also without script. */
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { origin } from '../support/lane.ts'
import { keepLedger, type Ledger } from '../support/ledger.ts'

const phone = { viewport: { width: 390, height: 844 }, locale: 'zh-CN', hasTouch: true, isMobile: true }
const mobile = /(?<!\d)1[3-9]\d{9}(?!\d)/
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

describe.each([
  { name: 'with script', javaScriptEnabled: true },
  { name: 'without script', javaScriptEnabled: false },
])('$name', ({ javaScriptEnabled }) => {
  let context: BrowserContext
  let page: Page
  let ledger: Ledger
  beforeAll(async () => {
    context = await browser.newContext({ ...phone, javaScriptEnabled })
    ledger = keepLedger(context, origin)
    page = await context.newPage()
  })
  afterAll(() => context.close())

  const main = () => page.getByRole('main')
  const part = (title: string) =>
    main()
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: title, exact: true }) })

  /** The hotline stands within the thumb's reach wherever the reader has scrolled to. */
  async function expectHotlineAtHand(): Promise<void> {
    const dial = page.getByRole('navigation', { name: '快捷' }).locator('a[href="tel:12348"]')
    const box = await dial.boundingBox()
    expect(box && box.y + box.height, page.url()).toBe(phone.viewport.height)
    expect(box?.height, page.url()).toBeGreaterThanOrEqual(44)
  }

  async function follow(selector: string, leadsTo: RegExp): Promise<void> {
    await main().locator(selector).first().tap()
    await page.waitForURL(leadsTo)
    expect(await page.content()).not.toMatch(mobile)
    await expectHotlineAtHand()
  }

  test('everyday words lead to a question whose answer stands first, with steps, papers, articles and a number to call', async () => {
    await page.goto(`${origin}/`)
    await expectHotlineAtHand()
    const box = main().getByRole('searchbox')
    await box.fill('要工钱')
    await box.press('Enter')
    await page.waitForURL(/\/search\?q=/)
    await expectHotlineAtHand()
    expect(await main().getByText('拖欠工资').count()).toBeGreaterThan(0)
    await follow('li a[href^="/questions/"]', /\/questions\/wages/)

    const headings = await main().getByRole('heading', { level: 2 }).allTextContents()
    expect(headings[0]).toBe('先说结论')
    const answer = await part('先说结论').locator('p').first().boundingBox()
    expect(answer?.y, 'the answer is on the first screen').toBeLessThan(phone.viewport.height - 56)

    const steps = part('怎么办').locator('ol > li')
    expect(await steps.count()).toBeGreaterThan(1)
    const marks = await steps.evaluateAll((items) =>
      items.map((item) => getComputedStyle(item, '::before').content),
    )
    expect(new Set(marks)).toEqual(new Set(['counter(step)']))
    expect(await part('要带的材料').locator('ul > li').count()).toBeGreaterThan(0)
    const articles = await part('法律依据')
      .locator('h3 a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    expect(articles.length).toBeGreaterThan(0)
    for (const href of articles) expect(href).toMatch(/^\/laws\/[a-z-]+\/\d+(-\d+)?$/)
    expect(await part('找谁问').locator('a[href="tel:12348"]').isVisible()).toBe(true)
  })

  test('the article behind an answer says what it means, and owns up where its words are not there', async () => {
    await follow('h3 a[href^="/laws/"]', /\/laws\/[a-z-]+\/\d+/)
    expect(await main().getByRole('heading', { level: 1 }).textContent()).toMatch(/^《.+》第.+条$/)
    expect((await part('大意').locator('p').first().textContent())?.length).toBeGreaterThan(5)
    // The demonstration comes without the words of laws.
    expect(await main().getByText('本条原文尚未收录').isVisible()).toBe(true)
    expect(await main().locator('blockquote').count()).toBe(0)
    expect(await part('哪里用到这一条').locator('a[href^="/questions/"]').count()).toBeGreaterThan(0)

    await follow('a[href^="/laws/"]', /\/laws\/[a-z-]+$/)
    const articles = await part('常用的条文').getByRole('listitem').allTextContents()
    expect(articles.length).toBeGreaterThan(0)
    for (const text of articles) expect(text).toMatch(/第.+条\s*大意\s*\S+/)
  })

  test('a person is found by county and topic, and is called at the office', async () => {
    await page.goto(`${origin}/lawyers`)
    await page.getByLabel('县（市、区）').selectOption({ label: '桃城区' })
    await page.getByLabel('擅长').selectOption({ label: '拖欠工资' })
    await main().getByRole('button', { name: '筛选' }).tap()
    await page.waitForURL(/county=.+topic=/)
    expect(await page.getByLabel('擅长').locator('option:checked').textContent()).toContain('拖欠工资')
    const people = part(
      await main()
        .getByRole('heading', { name: /^共\d+位$/ })
        .innerText(),
    ).locator('ul > li')
    expect(await people.count()).toBeGreaterThan(0)
    for (const text of await people.allTextContents()) {
      expect(text).toContain('桃城区')
      expect(text).toContain('拖欠工资')
      expect(text).not.toMatch(mobile)
    }
    await follow('a[href^="/lawyers/"]', /\/lawyers\/[a-z]/)
    expect(await main().locator('a[href^="tel:0318"]').isVisible()).toBe(true)
    expect(await main().getByText('执业证号').isVisible()).toBe(true)
  })

  test('a wall leads to its campaign, its story and its village', async () => {
    await page.goto(`${origin}/murals`)
    await follow('h2 a[href^="/murals/campaigns/"]', /\/murals\/campaigns\//)
    await follow('li a[href^="/murals/"]', /\/murals\/(?!campaigns)[a-z]/)
    const picture = main().locator('figure img')
    expect((await picture.getAttribute('alt'))?.length).toBeGreaterThan(5)
    await expect
      .poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth))
      .toBeGreaterThan(300)
    expect((await part('画里的事').textContent())?.length).toBeGreaterThan(30)
    await follow('a[href^="/villages/"]', /\/villages\/\d{12}$/)
    expect(await part('村居法律顾问').isVisible()).toBe(true)
    expect(await part('一条街的墙画').locator('ol > li').count()).toBeGreaterThan(0)
  })

  test('nothing on the way left the origin, and no page reported an error', () => {
    expect(ledger.faults()).toEqual([])
  })
})
