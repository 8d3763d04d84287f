/** @file A bureau with a host for files only: the whole site as a folder, read, searched and kept like the site. */
import { spawn } from 'node:child_process'
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { findings } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { origin } from '../support/lane.ts'
import { keepLedger } from '../support/ledger.ts'
import { temporaryFolder } from '../support/program.ts'
import { serveFolder, type StaticServer } from '../support/static-server.ts'
import { everyPath } from '../support/site-map.ts'

const base = '/pufa/'
const root = join(import.meta.dirname, '../..')
const exportMsMax = 400_000
const around = temporaryFolder()
const copy = join(around, 'copy')
const inCopy = (file: string) => readFileSync(join(copy, file), 'utf8')

function runExport(...args: string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const env = { ...process.env, NODE_NO_WARNINGS: '1', PUFA_DATA: join(around, 'no-data') }
    const child = spawn(process.execPath, [join(root, 'scripts/export/main.ts'), ...args], { cwd: root, env })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('exit', (code) => resolve({ code, output }))
  })
}

let browser: Browser
let host: StaticServer
let said: string

beforeAll(async () => {
  browser = await launchBrowser()
  const { code, output } = await runExport(
    copy,
    '--base',
    base,
    '--from',
    origin,
    '--origin',
    'https://copy.example',
  )
  said = output
  expect(output).toContain('导出完成')
  expect(code).toBe(0)
  host = await serveFolder(copy, base)
}, exportMsMax)
afterAll(async () => {
  await browser.close()
  await host.close()
  rmSync(around, { recursive: true, force: true })
})

const pages = () => globSync('**/*.html', { cwd: copy })
const unescape = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"')

/** @returns the file that answers an address, or null */
function fileAt(address: string): string | null {
  const path = decodeURIComponent(address.split(/[?#]/)[0] ?? '').slice(base.length)
  for (const file of [path, join(path, 'index.html')])
    if (/\.\w+$/.test(file) && existsSync(join(copy, file))) return file
  return null
}

describe('the folder', () => {
  // To read the whole copy holds up this process for seconds; what closed meanwhile is seen before the next asks.
  afterEach(() => new Promise((resolve) => setTimeout(resolve, 50)))

  test('holds every page of the site map, and says what it holds', async () => {
    const missing = (await everyPath(origin)).filter((path) => fileAt(`${base}${path.slice(1)}`) === null)
    expect(missing).toEqual([])
    expect(said).toMatch(/页面 \d+　图片 \d+/)
    expect(readdirSync(around)).toEqual(['copy'])
  })

  test('every link leads to a file and to a place in it, every picture, style and script is there', async () => {
    const faults: string[] = []
    const missing = new Map<string, string>()
    let links = 0
    for (const page of pages()) {
      const html = inCopy(page)
      const addresses = [...html.matchAll(/\s(?:href|src|action|data-[\w-]+)="(\/[^"]*)"/g)].map(
        ([, a = '']) => a,
      )
      for (const [, set = ''] of html.matchAll(/\ssrcset="([^"]*)"/g))
        addresses.push(...set.split(/,\s+/).map((entry) => entry.split(' ')[0] ?? ''))
      for (const raw of addresses) {
        links += 1
        const address = unescape(raw)
        const file = address.startsWith(base) ? fileAt(address) : null
        const id = address.split('#')[1]
        if (file === null) missing.set(address, page)
        else if (id && file.endsWith('.html') && !inCopy(file).includes(`id="${decodeURIComponent(id)}"`))
          faults.push(`${page}: no place ${address}`)
      }
    }
    for (const sheet of globSync('_astro/*.css', { cwd: copy }))
      for (const [, address = ''] of inCopy(sheet).matchAll(/url\(["']?([^"')]+)/g))
        if (fileAt(address) === null) missing.set(address, sheet)
    // A link that is broken on the site itself is another test's finding; the export has told of it.
    for (const [address, page] of missing) {
      const path = `/${address.slice(base.length).replace(/\/$/, '')}`
      const { status } = await fetch(origin + path)
      if (status !== 404 || !said.includes(path)) faults.push(`${page}: ${address}`)
    }
    expect(links).toBeGreaterThan(5_000)
    expect(faults.slice(0, 20)).toEqual([])
  })

  test('each short code on a sign leads on to its page', async () => {
    const { codes } = (await (await fetch(`${origin}/data/codes.json`)).json()) as {
      codes: { code: string; path: string }[]
    }
    expect(codes.length).toBeGreaterThan(100)
    const faults = codes.filter(
      ({ code, path }) => !inCopy(`s/${code}/index.html`).includes(`url=${base}${path.slice(1)}/`),
    )
    expect(faults).toEqual([])
  })

  test('no file names the machine that it was made on, and no form waits for a program', () => {
    const files = globSync('**/*.{html,css,js,json,xml,txt}', { cwd: copy })
    const faults = files.filter((file) => /localhost|127\.0\.0\.1/.test(inCopy(file)))
    for (const page of pages())
      for (const [form] of inCopy(page).matchAll(/<form\b[^>]*>/g))
        if (/action=/.test(form) && !/data-exported=|data-[\w-]+="[^"]*\.json"/.test(form))
          faults.push(`${page}: ${form}`)
    expect(faults).toEqual([])
  })

  test('feeds, data and the site map give full addresses of the new host', () => {
    expect(inCopy('sitemap.xml')).toContain('<loc>https://copy.example/pufa/questions/</loc>')
    expect(inCopy('feed.xml')).toMatch(/<link>https:\/\/copy\.example\/pufa\/news\/[^<]+\/<\/link>/)
    const laws = JSON.parse(inCopy('data/laws.json')) as { items: { path: string }[] }
    expect(laws.items[0]?.path).toMatch(/^\/pufa\/laws\/[\w-]+\/$/)
    expect(inCopy('questions/topic/wages/index.html')).toContain(
      '<link rel="canonical" href="https://copy.example/pufa/questions/topic/wages/">',
    )
  })
})

describe('in the browser', () => {
  test('home, a topic, a question and the list of people are read without an error, within the host', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' })
    const ledger = keepLedger(context, host.origin)
    const page = await context.newPage()
    const faults: string[] = []
    for (const path of ['', 'questions/topic/wages/', 'lawyers/', 'murals/', 'laws/', 'offline/', 'data/']) {
      await page.goto(host.origin + base + path)
      faults.push(...(await findings(page)).map((finding) => `${path}: ${finding}`))
    }
    await page.goto(host.origin + base)
    await page.getByRole('main').locator('a[href*="/questions/topic/"]').first().click()
    await page.getByRole('main').locator('.lines a.name').first().click()
    await page.getByRole('heading', { name: '先说结论' }).waitFor()
    expect([...faults, ...ledger.faults()]).toEqual([])
    await context.close()
  })

  test('everyday words find the answer without any program, and are sent nowhere', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' })
    const ledger = keepLedger(context, host.origin)
    const page = await context.newPage()
    await page.goto(host.origin + base)
    host.asked.length = 0
    const box = page.getByRole('main').getByRole('searchbox')
    await box.fill('要工钱')
    await box.press('Enter')
    await page.getByText(/^找到\d+条$/).waitFor()
    expect(await page.locator('#results').innerText()).toContain('拖欠工资')
    expect(host.asked.filter((path) => decodeURIComponent(path).includes('工钱'))).toEqual([])
    await page.locator('#results a[href*="/questions/"]').first().click()
    await page.getByRole('heading', { name: '先说结论' }).waitFor()
    expect(ledger.faults()).toEqual([])
    await context.close()
  })

  test('people are filtered on the phone, without a query that nobody would answer', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' })
    const ledger = keepLedger(context, host.origin)
    const page = await context.newPage()
    await page.goto(`${host.origin}${base}lawyers/`)
    await page.getByLabel('县（市、区）').selectOption({ label: '桃城区' })
    await page.getByRole('button', { name: '筛选' }).click()
    await page.getByRole('heading', { name: /^共\d+位$/ }).waitFor()
    await expect
      .poll(async () => {
        const people = await page.locator('[data-people] > ul > li').allInnerTexts()
        return people.length > 0 && people.every((text) => text.includes('桃城区'))
      })
      .toBe(true)
    await page.locator('[data-people] a.name').first().click()
    await page.getByText('执业证号').waitFor()
    expect(host.asked.filter((path) => /[?]/.test(path))).toEqual([])
    expect(ledger.faults()).toEqual([])
    await context.close()
  })

  test('large text is a switch on the phone that the next page remembers', async () => {
    const page = await browser.newPage()
    await page.goto(host.origin + base)
    await page.getByRole('button', { name: '大字版' }).click()
    await page.goto(`${host.origin}${base}questions/`)
    await page.getByRole('button', { name: '标准字' }).waitFor()
    expect(await page.evaluate(() => document.documentElement.className)).toBe('large')
    await page.getByRole('button', { name: '标准字' }).click()
    expect(await page.evaluate(() => document.documentElement.className)).toBe('')
    await page.close()
  })

  test('what was read can be read without a network, below the folder of the copy too', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' })
    const page = await context.newPage()
    const own = await serveFolder(copy, base)
    await page.goto(`${own.origin}${base}questions/topic/wages/`)
    await page.waitForFunction(() => navigator.serviceWorker.ready.then(() => true))
    await expect
      .poll(() => page.evaluate(async () => (await (await caches.open('pufa-visited-1')).keys()).length))
      .toBe(1)
    await own.close()
    await page.reload()
    expect(await page.getByText('这是您手机里存着的页面').isVisible()).toBe(true)
    await page.goto(`${own.origin}${base}news/`)
    expect(await page.getByText('您要看的这一页也没有存在手机里').isVisible()).toBe(true)
    await context.close()
  })
})

describe('when something is in the way', () => {
  test('a folder with something in it is left alone until --force is said', async () => {
    const full = join(around, 'full')
    mkdirSync(full)
    writeFileSync(join(full, 'mine.txt'), 'mine')
    const { code, output } = await runExport(full, '--from', origin)
    expect({ code, output }).toMatchObject({ code: 1, output: expect.stringContaining('--force') })
    expect(readdirSync(full)).toEqual(['mine.txt'])
  })
  test.each([
    [[], '请写一个、也只写一个文件夹'],
    [['out', '--base', '//x y/'], '--base'],
    [['out', '--origin', 'pufa.example'], '--origin'],
    [['out', '--unknown'], '用法'],
    [['/', '--force'], '不能导出到'],
    [[join(root, 'site'), '--force'], '不能导出到'],
    [[join(around, 'a'), '--from', 'http://localhost:9'], '连不上'],
    [[join(around, 'b')], '请先用 npm start'],
  ])('%j is refused with a sentence that says what to do, and leaves nothing', async (args, words) => {
    const { code, output } = await runExport(...args)
    expect(code).toBe(1)
    expect(output).toContain(words)
    expect(output).not.toMatch(/\n\s+at /)
    expect(readdirSync(around).filter((name) => name.endsWith('.partial'))).toEqual([])
  })
  test('a network that breaks off leaves no half site', async () => {
    const half = join(around, 'half')
    const dead = await serveFolder(copy, '/nothing-here/')
    const { code } = await runExport(half, '--from', dead.origin)
    await dead.close()
    expect(code).toBe(1)
    expect(existsSync(half)).toBe(false)
  })
})
