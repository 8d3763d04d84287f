/**
 * @file An operator plans in the calendar: draws an event, moves it with the mouse, takes that back, moves it
 * by the list, asks what a screen would show; what is drawn is what the document and the screens hold.
 */
import type { Browser, BrowserContext, Locator, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ScheduleEventDocument } from '../../contracts/documents/index.ts'
import { compileEvent } from '../../contracts/schedule/from-documents.ts'
import { openSpans } from '../../contracts/schedule/windows.ts'
import { dayText, wallClock } from '../../contracts/schedule/zone.ts'
import { launchBrowser } from '../support/browser.ts'
import { origin } from '../support/lane.ts'
import { keepLedger, unknownEndpoints, type Ledger } from '../support/ledger.ts'
import { invitePerson, personPassword } from '../support/people.ts'
import { englishOn, lakeOf } from '../support/studio.ts'

const run = String(Date.now()).slice(-8)
const name = `operator.${run}`
const title = `示例：早间一小时 ${run}`
const screen = { id: 'screen-taocheng-square', title: '桃城区示例广场屏（示例）' }
const playlist = { id: 'playlist-general', title: '综合普法' }
const zone = 'Asia/Shanghai'
const dayMs = 86_400_000
const today = wallClock(zone, Date.now()).day
/** Wednesday of the week after this one, and the day after it. */
const wednesday = today - ((today + 3) % 7) + 7 + 2
const [day, nextDay] = [dayText(wednesday), dayText(wednesday + 1)]

let browser: Browser
let admin: BrowserContext
let office: BrowserContext
let ledger: Ledger
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
  admin = await browser.newContext()
  office = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    // The calendar is the screens' wall clock, wherever the browser stands.
    timezoneId: 'America/New_York',
  })
  office.setDefaultTimeout(60_000)
  ledger = keepLedger(office, origin)
  await invitePerson(admin, origin, { name, displayName: '示例播控员', role: 'operator' })
  page = await office.newPage()
})
afterAll(async () => {
  await lakeOf(admin, origin).mutate({ delete: { query: `*[title match "*${run}*"]` } })
  await browser.close()
})

const drafts = () =>
  lakeOf(admin, origin).query<ScheduleEventDocument[]>('*[_id in path("drafts.**") && title == $title]', {
    title,
  })

/** `2026-12-02T06:30/2026-12-02T07:30` of every window, by the rule that screens follow. */
function windowsOf(event: ScheduleEventDocument): string[] {
  const from = (wednesday - 20) * dayMs
  const wall = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 16)
  return openSpans(compileEvent(event), { years: {}, legalDays: [], lunarMonths: [] }, zone, {
    from,
    until: from + 60 * dayMs,
  }).map((span) => `${wall(span.from)}/${wall(span.until)}`)
}

const stored = async () => (await drafts()).flatMap(windowsOf)
const boxOn = (of: string) =>
  page.locator(`.fc-timegrid-col[data-date="${of}"] .fc-event`, { hasText: title })

async function centre(selector: string): Promise<{ x: number; y: number; height: number }> {
  const box = await page.locator(selector).first().boundingBox()
  if (!box) throw new Error(`${selector} is not drawn`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, height: box.height }
}

/** Boxes and panels come as they are read, and the grid moves with them: a hand waits until it rests. */
async function rests(): Promise<void> {
  let before = ''
  const isAsBefore = async () => {
    const [now, was] = [JSON.stringify(await page.locator('.fc-timegrid-body').boundingBox()), before]
    before = now
    return now === was
  }
  await expect.poll(isAsBefore, { timeout: 30_000, interval: 400 }).toBe(true)
}

/** Where a time of a day stands in the grid. */
async function pointAt(of: string, time: string): Promise<{ x: number; y: number }> {
  await rests()
  const column = await centre(`.fc-timegrid-col[data-date="${of}"]`)
  const slot = await centre(`.fc-timegrid-slot-lane[data-time="${time}:00"]`)
  return { x: column.x, y: slot.y - slot.height / 2 + 3 }
}

async function drag(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 5 })
  await page.mouse.move(to.x, to.y, { steps: 5 })
  await page.mouse.up()
}

/** Takes hold of the head of a box, and lets go as many slots away as two times are. */
async function dragBox(of: Locator, was: [string, string], to: [string, string]): Promise<void> {
  await rests()
  const box = await of.boundingBox()
  if (!box) throw new Error('the box is not drawn')
  const [from, target] = [await pointAt(...was), await pointAt(...to)]
  const held = { x: box.x + box.width / 2, y: box.y + 6 }
  // The middle of a box of an hour lies on the edge of a quarter, where a pixel decides.
  await drag(held, { x: held.x + target.x - from.x, y: held.y + target.y - from.y - 4 })
}

test('the calendar opens in Chinese, with the legal days and the boxes of the screen that is chosen', async () => {
  await page.goto(`${origin}/studio/calendar`)
  await page.getByLabel('账号').fill(name)
  await page.getByLabel('密码').fill(personPassword)
  await page.getByRole('button', { name: '登录' }).click()
  await page.waitForURL(/\/studio/)
  if (!page.url().includes('/calendar')) await page.getByRole('link', { name: '排期日历' }).click()
  await page.locator('.fc-timegrid').waitFor()
  await page.getByLabel('看哪些屏幕').selectOption({ label: screen.title })
  await page.getByRole('button', { name: '往后' }).click()
  await page.locator(`.fc-timegrid-col[data-date="${day}"] .fc-event`).first().waitFor()
  await page.getByText('每天八点：反诈两小时').first().waitFor()
  expect(await englishOn(page)).toEqual([])
})

test('two quick presses are two steps; a reload and the way back lead to the days of the address', async () => {
  const shows = (weeks: number) =>
    page.locator(`.fc-timegrid-col[data-date="${dayText(wednesday + 7 * weeks)}"]`).waitFor()
  const forward = page.getByRole('button', { name: '往后' })
  await forward.evaluate((button: HTMLButtonElement) => {
    button.click()
    button.click()
  })
  await shows(2)
  await page.reload()
  await shows(2)
  expect(await page.getByLabel('看哪些屏幕').inputValue()).toBe(`screen:${screen.id}`)
  await page.goBack()
  await shows(1)
  await page.goBack()
  await shows(0)
})

test('time that is drawn becomes a draft that plays on that day at that time, on that screen', async () => {
  const [from, to] = [await pointAt(day, '06:30'), await pointAt(day, '07:00')]
  await drag(from, { x: to.x, y: to.y + 9 })
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('名称').fill(title)
  expect(await dialog.getByLabel('几点开始').inputValue()).toBe('06:30')
  expect(await englishOn(page)).toEqual([])
  await dialog.getByRole('button', { name: '建成草稿' }).click()
  await dialog.getByRole('alert').getByText('请选择播放单').waitFor()
  await dialog.getByLabel('播放单').selectOption({ label: playlist.title })
  await dialog.getByRole('button', { name: '建成草稿' }).click()
  await boxOn(day).waitFor()
  expect(await boxOn(day).getAttribute('aria-label')).toContain('06:30–07:30')
  expect(await boxOn(day).getAttribute('aria-label')).toContain('草稿')
  expect(await stored()).toEqual([`${day}T06:30/${day}T07:30`])
  expect(await drafts()).toMatchObject([
    { targets: [{ screen: { _ref: screen.id } }], playlist: { _ref: playlist.id } },
  ])
})

test('moved with the mouse the document holds what is drawn', async () => {
  await dragBox(boxOn(day), [day, '06:30'], [nextDay, '08:30'])
  await boxOn(nextDay).waitFor()
  await expect.poll(stored).toEqual([`${nextDay}T08:30/${nextDay}T09:30`])
  await expect.poll(() => boxOn(nextDay).getAttribute('aria-label')).toContain('08:30–09:30')
  expect(await boxOn(day).count()).toBe(0)
})

test('what was done last is taken back by one press', async () => {
  await page.getByRole('button', { name: '撤销' }).last().click()
  await page.getByText('已撤销').first().waitFor()
  await boxOn(day).waitFor()
  expect(await stored()).toEqual([`${day}T06:30/${day}T07:30`])
})

test('without a mouse the list moves it as well', async () => {
  await page.getByRole('button', { name: '列表', exact: true }).click()
  const row = page.getByRole('listitem').filter({ hasText: title }).first()
  await row.getByRole('button', { name: '改时间' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('几点开始').fill('20:00')
  await dialog.getByLabel('几点结束').fill('21:15')
  await dialog.getByRole('button', { name: '改时间' }).click()
  await expect.poll(stored).toEqual([`${day}T20:00/${day}T21:15`])
  expect(await englishOn(page)).toEqual([])
})

test('an event that recurs is moved as a whole or not at all, and what is not agreed to is not written', async () => {
  await page.getByRole('button', { name: '日历', exact: true }).click()
  const recurring = page.locator(`.fc-timegrid-col[data-date="${day}"] .fc-event`, {
    hasText: '晚饭后：一家人',
  })
  await dragBox(recurring, [day, '19:00'], [day, '18:00'])
  const dialog = page.getByRole('dialog')
  await dialog.getByText('整个时段一起改').waitFor()
  await dialog.getByText('改成：每天 18:00—19:30').waitFor()
  expect(await englishOn(page)).toEqual([])
  await dialog.getByRole('button', { name: '不改了' }).click()
  await dialog.waitFor({ state: 'detached' })
  const count = await lakeOf(admin, origin).query<number>('count(*[_id == "drafts.event-evening-family"])')
  expect(count).toBe(0)
  expect(await recurring.getAttribute('aria-label')).toContain('19:00–20:30')
})

test('a box says by whom it is covered and why, in the resolver’s own words', async () => {
  const covered = page.locator(`.fc-timegrid-col[data-date="${day}"] .fc-event`, {
    hasText: '晚饭后：一家人',
  })
  await covered.press('Enter')
  const details = page.getByRole('region', { name: '选中的排期' })
  await details.getByText(`优先级 5，比它的 3 高`).first().waitFor()
  await details.getByText('那一刻：排期').first().waitFor()
  expect(await englishOn(page)).toEqual([])
})

/** What the two answers of the page name. */
const answers = () => page.locator('section').allInnerTexts()

test('the minute of a screen: only what is published plays, and the draft would', async () => {
  await page.getByRole('button', { name: '那块屏，那一分钟' }).click()
  await page.getByLabel('哪一天').fill(day)
  await page.getByLabel('几点几分').fill('20:45')
  await page.getByText('接下来一小时').nth(1).waitFor()
  await expect.poll(async () => (await answers()).map((text) => text.includes(title))).toEqual([false, true])
  expect(await englishOn(page)).toEqual([])
})

test('published, it plays on the screen when the calendar drew it', async () => {
  const [draft] = await drafts()
  const draftId = draft?._id ?? ''
  const publishedId = draftId.replace('drafts.', '')
  const answer = await admin.request.post(`${origin}/v2025-02-19/data/actions/production`, {
    data: { actions: [{ actionType: 'sanity.action.document.publish', draftId, publishedId }] },
    headers: { origin },
  })
  expect(answer.status()).toBe(200)
  const at = (time: string) => encodeURIComponent(`${day}T${time}:00+08:00`)
  const playing = async () => {
    const found = await fetch(
      `${origin}/api/signage/timeline?screen=${screen.id}&from=${at('19:50')}&to=${at('21:30')}`,
    )
    const plays = (await found.json()) as { event: { id: string } | null; from: string; until: string }[]
    const mine = plays.filter(({ event }) => event?.id === publishedId)
    return [mine[0]?.from, mine.at(-1)?.until]
  }
  await expect
    .poll(playing)
    .toEqual([
      new Date(`${day}T20:00:00+08:00`).toISOString(),
      new Date(`${day}T21:15:00+08:00`).toISOString(),
    ])
  await expect.poll(async () => (await answers()).map((text) => text.includes(title))).toEqual([true, true])
})

test('a week is copied after it was looked at, and taken back', async () => {
  await page.getByRole('button', { name: '日历', exact: true }).click()
  await page.getByRole('button', { name: '复制一周' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('listitem').filter({ hasText: title }).getByText('复制到').waitFor()
  expect(await drafts()).toEqual([])
  await dialog.getByRole('button', { name: '复制 1 条' }).click()
  const later = dayText(wednesday + 7)
  await expect.poll(stored).toEqual([`${later}T20:00/${later}T21:15`])
  await page.getByRole('button', { name: '撤销' }).last().click()
  await expect.poll(stored).toEqual([])
})

test('a campaign from a template is a handful of drafts for its days, that go away together', async () => {
  const made = () =>
    lakeOf(admin, origin).query<{ _type: string; firstDay?: string }[]>(
      '*[string::startsWith(_id, "drafts.campaign-")]{_type, firstDay} | order(_type)',
    )
  await page.getByRole('button', { name: '从模板建专项宣传' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('照哪个做').selectOption({ label: '国家宪法日' })
  await dialog.getByText('会建这些草稿').waitFor()
  expect(await englishOn(page)).toEqual([])
  await dialog.getByRole('button', { name: '建成草稿' }).click()
  await expect
    .poll(async () =>
      (await made()).map(({ _type, firstDay }) => `${_type} ${firstDay?.slice(5) ?? ''}`.trim()),
    )
    .toEqual(['playlist', 'scheduleEvent 12-04', 'scheduleEvent 12-04', 'signageCampaign 12-04'])
  await page.getByRole('button', { name: '撤销' }).last().click()
  await expect.poll(made).toEqual([])
})

test('nothing left the origin, nothing was asked of the lake that it does not know, no page reported an error', async () => {
  expect(await unknownEndpoints(admin, origin)).toEqual([])
  // The Studio tries whether its user may make releases, which operators may not.
  ledger.forgive(/status of 403.*data\/actions|WebSocket is already in CLOSING/)
  expect(ledger.faults()).toEqual([])
})
