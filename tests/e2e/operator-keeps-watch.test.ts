/**
 * @file The officer on duty at the screen console: pairs a player, looks at a screen, breaks in with a notice,
 * stops a county, takes an item away, sees that every screen obeyed, and reads what was shown.
 */
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { demoKey, origin } from '../support/lane.ts'
import { keepLedger, unknownEndpoints, type Ledger } from '../support/ledger.ts'
import { openScreen } from '../support/player.ts'
import { englishOn, signIn } from '../support/studio.ts'

const paired = { id: 'screen-jizhou-square', title: '冀州区示例广场屏（示例）' }
const tried = ['screen-taocheng-square', 'screen-taocheng-qingfeng']
const patient = { timeout: 30_000 }

let browser: Browser
let office: BrowserContext
let ledgers: Ledger[]
let desk: Page
let players: Page[]

beforeAll(async () => {
  browser = await launchBrowser()
  office = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    acceptDownloads: true,
  })
  // The box behind the screen is a machine of its own, and so are the visitors'.
  const [behind, street] = [
    await browser.newContext({ viewport: { width: 512, height: 256 } }),
    await browser.newContext({ viewport: { width: 512, height: 256 } }),
  ]
  ledgers = [office, behind, street].map((context) => keepLedger(context, origin))
  const box = await behind.newPage()
  // The digits stand on a canvas: what the screen shows is what was drawn.
  await box.addInitScript(() => {
    const drawn: string[] = []
    window.drawnTexts = drawn
    const { fillText } = CanvasRenderingContext2D.prototype
    CanvasRenderingContext2D.prototype.fillText = function (text, ...where) {
      drawn.push(text)
      fillText.call(this, text, ...where)
    }
  })
  await box.goto(`${origin}/player/`)
  const visitors = await Promise.all(tried.map((id) => openScreen(street, origin, id, demoKey)))
  players = [box, ...visitors]
  desk = await office.newPage()
  await signIn(desk, origin)
})
afterAll(() => browser.close())

const ask = async <Value>(path: string): Promise<Value> => {
  const response = await office.request.get(`${origin}/api/signage/${path}`)
  if (!response.ok()) throw new Error(`${path} answered ${response.status()}`)
  return (await response.json()) as Value
}

/** Opens the console at an address, as a link that was sent. */
const open = async (address: string) => {
  await desk.goto(`${origin}/studio/console/${address}`)
  await desk.getByRole('tabpanel').waitFor()
}
const goTo = (tab: string) => desk.getByRole('tab', { name: tab }).click()
const order = async (door: string) => {
  await goTo('抢播与停播')
  await button(door).click()
}
const button = (name: string | RegExp) => desk.getByRole('button', { name, exact: true })
const say = (words: string | RegExp) => desk.getByText(words).first()

/** The order that the console shows, once all whom it reaches have obeyed. */
async function allObeyed(): Promise<string> {
  await desk
    .getByRole('status')
    .getByText(/✓ ([1-9]\d*) \/ \1 块已执行/)
    .waitFor(patient)
  return /orders\/(\d+)$/.exec(desk.url())?.[1] ?? ''
}

const shows = (page: Page) => page.evaluate(() => window.pufaPlayer?.nowPlaying?.item ?? '')

async function chineseAlone(): Promise<void> {
  expect(await englishOn(desk)).toEqual([])
}

test('the overview counts every screen once, by word and shape, on the map and on the wall', async () => {
  await open('')
  await say('共 13 块屏').waitFor()
  await desk.getByRole('button', { name: /^桃城区/ }).waitFor()
  const { screens } = await ask<{ screens: unknown[] }>('screens')
  await expect.poll(() => desk.getByRole('article').count()).toBe(screens.length)
  await expect.poll(() => desk.getByRole('article').filter({ hasText: '▷ 试看' }).count()).toBe(tried.length)
  await desk.getByRole('button', { name: /^冀州区/ }).click()
  await expect.poll(() => desk.getByRole('article').count()).toBe(1)
  await chineseAlone()
})

test('a player that shows digits is named as waiting, and is paired by them', async () => {
  await goTo('配对')
  await say('一台播放器正显示六位数字').waitFor()
  await chineseAlone()
  const code = await players[0]?.evaluate(() =>
    window.drawnTexts?.findLast((text) => /^\d{3} \d{3}$/.test(text)),
  )
  expect(await desk.locator('body').innerText()).not.toContain(code)
  await button(`配对播放器：${paired.title}`).click()
  await desk.getByRole('textbox', { name: '六位数字' }).fill(code?.replace(' ', '') ?? '')
  await desk.getByRole('dialog').getByRole('button', { name: '配对', exact: true }).click()
  await desk.getByRole('status').getByText('已配对').waitFor()
  await button('好').click()
  await expect.poll(() => players[0] && shows(players[0]), patient).not.toBe('')
})

test('a screen’s page says what plays and why; a picture comes on demand, and the player answers commands', async () => {
  await open(`screens/${paired.id}`)
  await say('此刻该播：').waitFor()
  await say('▶ 在播').waitFor(patient)
  await button('现在截图').click()
  const picture = desk.getByRole('img', { name: `${paired.title}的截图` })
  await picture.waitFor(patient)
  await expect
    .poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0)
  await button('亮屏标识').click()
  await say('亮屏标识：已执行').waitFor(patient)
  await button('熄屏').click()
  await button('不做').click()
  expect((await ask<{ health: { asleep: boolean } }>(`screens/${paired.id}`)).health.asleep).toBe(false)
  await say('操作人：').waitFor(patient)
  await chineseAlone()
})

test('breaking in takes a template, its blanks and a typed phrase; every screen says that it obeyed', async () => {
  await order('抢播通知')
  await desk.getByLabel('用哪个模板').selectOption({ label: '现场人多，请有序排队' })
  await desk.getByLabel(/什么活动/).fill('宪法宣传周')
  for (const blank of await desk.getByLabel(/只填数字/).all()) await blank.fill('60')
  await say(/宪法宣传周现场已有约60人排队/).waitFor()
  await desk.getByLabel('逐块选').check()
  for (const { title } of (
    await ask<{ screens: { screen: string; title: string }[] }>('screens')
  ).screens.filter(({ screen }) => [paired.id, ...tried].includes(screen)))
    await desk.getByLabel(title).check()
  await say('会影响 3 块屏').waitFor()
  const phrase = desk.getByLabel(/请在下面照写/)
  await phrase.fill('立即播出')
  expect(await button('立即播出').isEnabled(), 'without the number nothing goes out').toBe(false)
  await phrase.fill('3立即播出')
  await chineseAlone()
  await button('立即播出').click()
  const notice = await allObeyed()
  await expect
    .poll(() => Promise.all(players.map(shows)), patient)
    .toEqual(players.map(() => expect.stringMatching(`^order:${notice}`)))
  await desk.getByRole('region', { name: '正在生效的命令' }).getByText('临时通知：现场人多').waitFor(patient)
  await chineseAlone()
  await button('提前结束').click()
  await say(`恢复（结束第 ${notice} 号命令）`).waitFor()
  await allObeyed()
  for (const player of players) await expect.poll(() => shows(player), patient).not.toMatch(/^order:/)
})

test('within one county a stop asks for the word alone; the screen stops, and goes on when it is resumed', async () => {
  await order('停播')
  await say('13停播').waitFor()
  await desk.getByLabel('按县区').check()
  await desk.getByLabel(/^冀州区/).check()
  await say('会影响 1 块屏').waitFor()
  await desk.getByLabel(/请在下面照写/).fill('停播')
  await chineseAlone()
  await desk.keyboard.press('Enter')
  const stop = await allObeyed()
  await expect.poll(() => players[0] && shows(players[0]), patient).toMatch(`order:${stop}`)
  await button('恢复播放').click()
  await say('恢复（结束第').waitFor()
  await allObeyed()
  await expect.poll(() => players[0] && shows(players[0]), patient).not.toMatch(/^order:/)
})

test('a drill says that it is real, and what is only rehearsed changes nothing', async () => {
  await order('演练')
  await say('演练是真的停').waitFor()
  await desk.getByLabel(/在哪块屏上演练/).waitFor()
  await chineseAlone()
})

test('an item that is taken away is gone from every screen that had it, and comes back', async () => {
  const [from, to] = [Date.now(), Date.now() + 3 * 3_600_000].map((at) => new Date(at).toISOString())
  const soon = () =>
    ask<{ item: { id: string; kind: string; title: string } }[]>(
      `timeline?screen=${paired.id}&from=${from}&to=${to}`,
    )
  // By day the screen has questions, by night slogans alone.
  const item = (await soon()).find(
    ({ item: { kind, title } }) => ['question', 'slogan'].includes(kind) && /^[^“”*]+$/.test(title),
  )?.item
  if (!item) throw new Error('nothing on the screen that may be taken away')
  await order('撤下内容')
  await desk.getByLabel('按字找内容').fill(item.title.slice(0, 5))
  await button(`选它：${item.title}`).click()
  await say(/其中 [1-9]\d* 块在线/).waitFor(patient)
  await desk.getByLabel(/请在下面照写/).fill('撤下')
  await chineseAlone()
  await button('撤下').click()
  await say(`撤下：${item.title}`).waitFor()
  await allObeyed()
  expect((await soon()).map(({ item: { id } }) => id)).not.toContain(item.id)
  await button('恢复这些内容').click()
  await say('恢复（结束第').waitFor()
  await expect.poll(async () => (await soon()).map(({ item: { id } }) => id), patient).toContain(item.id)
})

test('the log tells who did what, and alerts have a place of their own', async () => {
  await goTo('告警与事件')
  await desk.getByLabel('看什么').selectOption('command')
  await say('亮屏标识').or(say('显示屏幕名称')).first().waitFor()
  await chineseAlone()
  await desk.reload()
  await desk.getByRole('tab', { name: '告警与事件', selected: true }).waitFor()
})

test('the report’s totals are those of the interface, on the page and in the file', async () => {
  const response = await office.request.post(`${origin}/api/signage/screens/${paired.id}/unpair`, {
    data: {},
    headers: { origin },
  })
  expect(response.status(), 'nothing is played on while the figures are compared').toBe(200)
  const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  await goTo('播出报表')
  await desk.getByLabel('时间').selectOption({ label: '今天' })
  const foot = desk.getByTestId('report-table').locator('tfoot')
  for (const by of ['item', 'screen', 'county', 'campaign', 'day']) {
    await desk.getByLabel('按什么分').selectOption(by)
    await desk
      .getByText(/^按(?:内容|屏幕|县区|专项宣传|日期)$/)
      .first()
      .waitFor()
    const { total } = await ask<{ total: { plays: number; educationHours: number } }>(
      `reports?by=${by}&from=${day}&to=${day}`,
    )
    expect(total.plays).toBeGreaterThan(0)
    await expect
      .poll(() => foot.locator('td').allInnerTexts(), patient)
      .toEqual(['合计', String(total.plays), expect.any(String), String(total.educationHours)])
  }
  await expect.poll(() => desk.locator('.console-chart canvas').count()).toBeGreaterThan(0)
  await chineseAlone()
  const [file] = await Promise.all([desk.waitForEvent('download'), button('导出纯文本表格').click()])
  expect(file.suggestedFilename()).toBe(`plays_day_${day}_${day}.csv`)
})

test('on a phone the overview, a screen and the stop fit, and can be used', async () => {
  await desk.setViewportSize({ width: 390, height: 844 })
  const fits = async (what: string) => {
    const over = await desk.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect([what, over]).toEqual([what, 0])
  }
  await fits('report')
  await goTo('总览')
  await desk.getByRole('article').first().waitFor()
  await fits('overview')
  const cut = await desk
    .locator('.console-tile span')
    .evaluateAll((words) => words.filter((each) => each.scrollWidth > each.clientWidth).length)
  expect(cut, 'no word of a tile is cut off').toBe(0)
  await desk.getByRole('article').filter({ hasText: paired.title }).getByRole('link').click()
  await say('此刻该播：').waitFor()
  await fits('screen')
  await goTo('总览')
  await desk.getByRole('link', { name: '停播' }).click()
  await desk.getByLabel(/请在下面照写/).waitFor()
  await fits('stop')
})

test('nothing left the origin, nothing was asked of the lake that it does not know, no page reported an error', async () => {
  expect(await unknownEndpoints(office, origin)).toEqual([])
  expect(ledgers.flatMap((ledger) => ledger.faults())).toEqual([])
})
