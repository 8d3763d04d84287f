/** @file A resident whose network comes and goes: what was read and what was pinned can be read without it. */
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { findings } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { openFlakyProxy, type FlakyProxy } from '../support/flaky-proxy.ts'
import { origin } from '../support/lane.ts'
import { everyPath } from '../support/site-map.ts'

let browser: Browser
let network: FlakyProxy
let context: BrowserContext
let page: Page
let questions: string[]

beforeAll(async () => {
  browser = await launchBrowser()
  questions = (await everyPath(origin)).filter((path) => path.startsWith('/questions/'))
})
afterAll(() => browser.close())

beforeEach(async () => {
  network = await openFlakyProxy(origin)
  context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' })
  page = await context.newPage()
})
afterEach(async () => {
  await context.close()
  await network.close()
})

const question = (at: number) => questions[at] ?? ''

/** Opens a page and waits until the worker rules it and has kept it. */
async function visit(path: string): Promise<string> {
  await page.goto(network.origin + path)
  await page.waitForFunction(() => navigator.serviceWorker.ready.then(() => true))
  await expect.poll(() => keptNames(), { timeout: 10_000 }).toContain(path)
  return page.getByRole('heading', { level: 1 }).innerText()
}

const keptNames = () =>
  page.evaluate(async () => {
    const names: string[] = []
    for (const name of ['pufa-visited-1', 'pufa-pinned-1']) {
      const cache = await caches.open(name)
      for (const { url } of await cache.keys()) {
        const type = (await cache.match(url))?.headers.get('content-type') ?? ''
        if (type.includes('html')) names.push(new URL(url).pathname + new URL(url).search)
      }
    }
    return names
  })

const pinnedFiles = () =>
  page.evaluate(async () => (await (await caches.open('pufa-pinned-1')).keys()).map(({ url }) => url))

async function pin(): Promise<void> {
  await page.getByRole('button', { name: '收藏到手机' }).click()
  await page.getByText('存好了，没有网络也能看。').waitFor()
}

const headline = () => page.getByRole('heading', { level: 1 }).innerText()

test('the first page of a first visit is kept whole, and says that it is a kept one', async () => {
  const title = await visit(question(0))
  await expect
    .poll(() => page.evaluate(async () => (await (await caches.open('pufa-files-1')).keys()).length))
    .toBeGreaterThan(1)
  network.state = 'down'
  await page.reload()
  expect(await headline()).toBe(title)
  expect(await page.getByText('现在没有网络，这是您手机里存着的页面').isVisible()).toBe(true)
  // Its styles are there too: the body stands on paper, not on white.
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
    'rgb(255, 253, 248)',
  )
})

test('a page that is not kept leads to what is, with the hotline at hand', async () => {
  await visit(question(0))
  network.state = 'down'
  await page.goto(network.origin + question(1))
  expect(await page.getByText('您要看的这一页也没有存在手机里').isVisible()).toBe(true)
  expect(await page.getByRole('main').locator('a[href="tel:12348"]').isVisible()).toBe(true)
  await page.locator('#kept-visited a').first().click()
  await page.waitForURL(network.origin + question(0))
})

test('a pinned page stays when sixty others are read, and visited ones are let go, the oldest first', async () => {
  await visit(question(0))
  await pin()
  await visit(question(1))
  // Sixty more visits, as the worker sees them.
  const others = questions.slice(2, 62)
  await page.evaluate(async (paths) => {
    const { active } = await navigator.serviceWorker.ready
    for (const path of paths)
      await new Promise((resolve) => {
        const channel = new MessageChannel()
        channel.port1.onmessage = resolve
        active?.postMessage({ do: 'keep', address: location.origin + path, files: [] }, [channel.port2])
      })
  }, others)
  const kept = await keptNames()
  expect(kept).toHaveLength(61)
  expect(kept).not.toContain(question(1))
  network.state = 'down'
  await page.goto(network.origin + question(0))
  expect(await page.getByText('您手机里存着的页面').isVisible()).toBe(true)
})

test('a network that is stuck does not hold up who has the page', async () => {
  const title = await visit(question(0))
  network.state = 'stuck'
  await page.goto(network.origin + question(0), { waitUntil: 'commit' })
  await page.getByText('您手机里存着的页面').waitFor()
  expect(await headline()).toBe(title)
})

test('a page that the site has taken down is let go on the phone too, pinned or not', async () => {
  await visit(question(0))
  await pin()
  expect(await pinnedFiles()).not.toEqual([])
  network.state = 'gone'
  await page.goto(network.origin + question(0))
  expect(await page.locator('p').first().innerText()).toBe('no')
  await expect.poll(keptNames).toEqual([])
  await expect.poll(pinnedFiles).toEqual([])
})

test('a failing server does not take a kept page away', async () => {
  const title = await visit(question(0))
  network.state = 'broken'
  await page.goto(network.origin + question(0))
  expect(await headline()).toBe(title)
})

test('the page in large text is kept apart, and the form last read is shown', async () => {
  await visit(question(0))
  await context.addCookies([{ name: 'large-text', value: 'on', url: network.origin }])
  await page.reload()
  await expect.poll(keptNames).toContain(`${question(0)}?kept-size=large`)
  network.state = 'down'
  await page.reload()
  expect(await page.evaluate(() => document.documentElement.classList.contains('large'))).toBe(true)
})

test('the reader sees what is kept, lets one go, and clears all of it in two presses', async () => {
  const title = await visit(question(0))
  await pin()
  await visit(question(1))
  await page.goto(`${network.origin}/offline`)
  await page.locator('#kept').waitFor()
  expect(await page.locator('#kept-pinned a').allInnerTexts()).toEqual([title])
  expect(await findings(page)).toEqual([])
  await page.getByRole('button', { name: `取消收藏：${title}` }).click()
  await page.getByText('已取消收藏。').waitFor()
  expect(await page.locator('#kept-pinned a').count()).toBe(0)
  await page.getByRole('button', { name: '清空' }).click()
  expect((await keptNames()).length).toBeGreaterThan(0)
  await page.getByRole('button', { name: '再点一次' }).click()
  await page.getByText('已经清空').waitFor()
  expect(await keptNames()).toEqual([])
})

test('unpinning takes the page’s pictures and data along, and leaves those of other pinned pages', async () => {
  const mural = (await everyPath(origin)).find((path) => /^\/murals\/(?!campaigns)./.test(path)) ?? ''
  await visit(question(0))
  await pin()
  const before = await pinnedFiles()
  await visit(mural)
  await pin()
  expect((await pinnedFiles()).some((url) => url.includes('/images/'))).toBe(true)
  await page.getByRole('button', { name: '已收藏' }).click()
  await page.getByText('已取消收藏。').waitFor()
  expect((await pinnedFiles()).sort()).toEqual(before.sort())
})

test('search works without a network once its data are pinned', async () => {
  await page.goto(`${network.origin}/offline/search`)
  await page.waitForFunction(() => navigator.serviceWorker.ready.then(() => true))
  await pin()
  network.state = 'down'
  await page.goto(`${network.origin}/offline/search`)
  await page.getByRole('main').getByRole('searchbox').fill('要工钱')
  await page.keyboard.press('Enter')
  await page.getByText(/^找到\d+条$/).waitFor()
  expect(await page.locator('#results a').first().getAttribute('href')).toMatch(/^\/questions\//)
})

test('what is typed is neither sent nor kept', async () => {
  await visit(question(0))
  network.asked()
  await page.goto(`${network.origin}/offline/search`)
  await page.getByRole('main').getByRole('searchbox').fill('要工钱')
  await page.keyboard.press('Enter')
  await page.getByText(/^找到\d+条$/).waitFor()
  await page.goto(`${network.origin}/search?q=彩礼`)
  await page.goto(`${network.origin}/`)
  const asked = network.asked().map(decodeURIComponent)
  expect(asked.filter((line) => line.includes('要工钱'))).toEqual([])
  await expect.poll(keptNames).toContain('/')
  expect((await keptNames()).filter((name) => /q=|search/.test(name))).toEqual([])
})

test('the worker leaves the editors’ desk, the screens and the programs alone', async () => {
  await visit('/')
  const paths = [
    '/studio/',
    '/login',
    '/player/',
    '/api/search?q=x',
    '/healthz',
    '/v1/users/me',
    '/data/laws.json',
  ]
  for (const path of paths) {
    await page.evaluate((address) => fetch(address).then(() => undefined), path)
  }
  const everything = await page.evaluate(async () => {
    const urls: string[] = []
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) urls.push(new URL(url).pathname)
    return urls
  })
  expect(everything.filter((path) => paths.some((each) => path === each.split('?')[0]))).toEqual([])
  network.state = 'down'
  await expect(page.goto(`${network.origin}/studio/`)).rejects.toThrow(/ERR_/)
})

test('without script nothing offers what cannot work', async () => {
  const plain = await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN' })
  const reader = await plain.newPage()
  await reader.goto(network.origin + question(0))
  expect(await reader.getByRole('button', { name: '收藏到手机' }).isVisible()).toBe(false)
  await reader.goto(`${network.origin}/offline`)
  expect(await reader.getByText('这个浏览器不能把页面存在手机里').isVisible()).toBe(true)
  expect(await reader.locator('#kept').isVisible()).toBe(false)
  await plain.close()
})
