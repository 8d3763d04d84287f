/**
 * @file An editor finds her way: the tour at her first sign-in, which never takes a press from her; all contents
 * in one table, narrowed, kept by a name, and dealt with many at once; what she opened last.
 */
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findings } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { keepLedger, unknownEndpoints, type Ledger } from '../support/ledger.ts'
import { adminPassword, startProgram, type Program } from '../support/program.ts'
import { samplePassword } from '../support/review-people.ts'
import { englishOn, goInStudio, lakeOf, openDocument, publish, type AskedLake } from '../support/studio.ts'

const name = '示例编辑'
const desk = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }
const drafts = ['押金条要写明退还日期', '押金条写清谁收的', '押金条别弄丢了'] as const

let program: Program
let office: Browser
let context: BrowserContext
let page: Page
let ledger: Ledger
let lake: AskedLake
/** The administrator, who needs no page. */
let keeperAt: BrowserContext
let keeper: AskedLake

const tour = () => page.getByTestId('pufa-tour')
const rows = () => page.getByTestId('content-row')
const rowOf = (title: string) => rows().filter({ hasText: title })
const openContents = async (filter = '') => {
  await page.goto(`${program.origin}/studio/contents${filter && `/${encodeURIComponent(filter)}`}`)
  await page.getByRole('heading', { name: '全部内容' }).waitFor()
  await rows().first().waitFor()
}
const helpItem = async (item: string) => {
  await page.locator('[data-pufa="help"]').click()
  await page.getByRole('menuitem', { name: item }).click()
}

beforeAll(async () => {
  program = await startProgram({ env: { PUFA_REVIEW: '1' } })
  office = await launchBrowser()
  context = await office.newContext({ viewport: desk, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  context.setDefaultTimeout(60_000)
  ledger = keepLedger(context, program.origin)
  page = await context.newPage()
  await page.goto(`${program.origin}/login?origin=${encodeURIComponent(`${program.origin}/studio/`)}`)
  await page.getByLabel('账号').fill(name)
  await page.getByLabel('密码').fill(samplePassword(program, name))
  await page.getByRole('button', { name: '登录' }).click()
  await page.waitForURL(/\/studio/)
  lake = lakeOf(context, program.origin)
  keeperAt = await office.newContext()
  const form = { user: 'admin', password: adminPassword }
  await keeperAt.request.post(`${program.origin}/login`, { form, headers: { origin: program.origin } })
  keeper = lakeOf(keeperAt, program.origin)
})
afterAll(async () => {
  await office.close()
  await program.stop()
  program.removeData()
})

test('the tour comes by itself, and a press elsewhere ends it and does what it would have done', async () => {
  await tour().getByText('第 1 步，共 6 步').waitFor()
  await page.getByText('屏幕内容').first().click()
  await page.getByText('播放单').first().waitFor()
  await expect.poll(() => tour().count()).toBe(0)
})

test('help shows the tour again, by keyboard and pointing at what is there, and lists the keys', async () => {
  await helpItem('重看引导')
  await tour().getByText('这里是全部的内容').waitFor()
  await page.keyboard.press('Enter')
  await tour().getByText('写一篇新的').waitFor()
  expect(await englishOn(page)).toEqual([])
  await page.setViewportSize(phone)
  await expect.poll(async () => (await tour().boundingBox())?.width).toBe(phone.width)
  await page.setViewportSize(desk)
  await page.keyboard.press('Escape')
  await expect.poll(() => tour().count()).toBe(0)
  await helpItem('重看引导')
  await tour().getByRole('button', { name: '不再提示' }).click()
  await helpItem('键盘操作')
  await page.getByRole('dialog').getByText('搜索内容').waitFor()
  expect(await englishOn(page)).toEqual([])
  await page.getByRole('button', { name: '知道了' }).click()
})

test('what she writes is found by its words, its state and its kind; the address says so, and back works', async () => {
  const topic = await lake.query<string>('*[_type == "topic"][0]._id')
  for (const [index, text] of drafts.entries())
    await lake.mutate({
      create: {
        ...{ _id: `drafts.way-${index}`, _type: 'slogan', text, layout: 'auto', tone: 'plain' },
        // The third has no topic, and so cannot be handed in.
        ...(index < 2 ? { topics: [{ _type: 'reference', _ref: topic, _key: 't' }] } : {}),
      },
    })
  await openContents()
  await rowOf(drafts[0]).getByText('○ 还没有送审').waitFor()
  await page.getByLabel('标题里的字词').fill('押金条')
  await expect.poll(() => rows().count()).toBe(drafts.length)
  await page.getByLabel('状态').selectOption({ label: '◔ 审核中' })
  await page.getByText('没有符合条件的内容').waitFor()
  await page.goBack()
  await expect.poll(() => rows().count()).toBe(drafts.length)
  await page.reload()
  await expect.poll(() => rows().count()).toBe(drafts.length)
  expect(await page.getByLabel('标题里的字词').inputValue()).toBe('押金条')
})

test('a filter with a name is kept under her account and not in this browser', async () => {
  await page.getByRole('button', { name: '把这些条件存下来' }).click()
  await page.getByRole('textbox', { name: /起一个名字/ }).fill('押金条的标语')
  await page.getByRole('button', { name: '存下来', exact: true }).click()
  await page.getByRole('button', { name: '押金条的标语' }).waitFor()
  await page.evaluate(() => localStorage.clear())
  await openContents()
  await page.getByRole('button', { name: '押金条的标语' }).click()
  await expect.poll(() => rows().count()).toBe(drafts.length)
})

test('many are handed in at once; what is not filled in stays, with the reason, and what was sent is taken back', async () => {
  await page.getByLabel('选中这一页的全部内容').check({ force: true })
  await page.getByRole('button', { name: '送审' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '送审这 3 份' }).click()
  await dialog.getByText('2 份已送审，1 份没有成功').waitFor()
  await dialog.getByText(/还没填好/).waitFor()
  expect(await englishOn(page)).toEqual([])
  await dialog.getByRole('button', { name: '好', exact: true }).click()
  await rowOf(drafts[0]).getByText('◔ 待初审').waitFor()
  await page.getByLabel(`选中：${drafts[0]}`).check({ force: true })
  await page.getByRole('button', { name: '撤回' }).click()
  await dialog.getByRole('button', { name: '撤回这 1 份' }).click()
  await dialog.getByRole('button', { name: '好', exact: true }).click()
  await rowOf(drafts[0]).getByText('↶ 已撤回').waitFor()
})

test('a draft that was thrown away comes back as it was', async () => {
  const third = () => lake.query<object | null>('*[_id == "drafts.way-2"][0]{text, tone}')
  const before = await third()
  await page.getByLabel(`选中：${drafts[2]}`).check({ force: true })
  await page.getByRole('button', { name: '删除草稿' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('整篇就没有了').waitFor()
  await dialog.getByRole('button', { name: '删除这 1 份' }).click()
  await dialog.getByText('1 份都已删除').waitFor()
  expect(await third()).toBeNull()
  await dialog.getByRole('button', { name: '撤销' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '撤销这 1 份' }).click()
  await page.getByRole('dialog').getByText('1 份都已撤销').waitFor()
  expect(await third()).toEqual(before)
  await page.getByRole('dialog').getByRole('button', { name: '好', exact: true }).click()
})

test('what she opened last is one press away, and rows of the desk say where a content stands', async () => {
  await openDocument(page, program.origin, 'slogan', 'way-1')
  const pane = page.getByTestId('document-list-pane')
  await pane.getByText('◔ 待初审').waitFor()
  await expect
    .poll(async () => {
      await page.locator('[data-pufa="recent"]').click()
      const count = await page.getByRole('menuitem', { name: drafts[1] }).count()
      await page.keyboard.press('Escape')
      return count
    })
    .toBe(1)
  expect(await englishOn(page)).toEqual([])
})

test('the table, the guides and the desk can be used by whoever sees or moves poorly, at a desk and on a phone', async () => {
  await openContents()
  for (const size of [desk, phone]) {
    await page.setViewportSize(size)
    expect(await findings(page, '.pufa-contents')).toEqual([])
  }
  await goInStudio(page, program.origin, '/studio/guides')
  for (const size of [phone, desk]) {
    await page.setViewportSize(size)
    await page.locator('.pufa-guide h1').waitFor()
    expect(await findings(page, '.pufa-guide')).toEqual([])
  }
  await page.setViewportSize(desk)
  await openDocument(page, program.origin, 'slogan', 'way-1')
  await page.getByTestId('listed-state').first().waitFor()
  expect(await findings(page, '[data-testid="listed-state"]')).toEqual([])
})

test('an answer to a reader goes out from its form, by whoever keeps the desk', async () => {
  const id = 'report.4QX8NMKZ'
  await keeper.mutate({
    create: {
      ...{ _id: id, _type: 'errorReport', receipt: '4QX8NMKZ', path: '/questions/wages-owed' },
      ...{ text: '这一页的电话打不通。', receivedAt: '2026-11-19T02:05:00Z', state: 'received' },
    },
  })
  await openDocument(page, program.origin, 'errorReport', id)
  await page.getByLabel('没有错误，已说明').check()
  await page.getByTestId('field-answer').getByRole('textbox').fill('电话是对的，白天有人接。谢谢您提醒。')
  await page.getByTestId('field-answeredOn').getByRole('button', { name: '今天', exact: true }).click()
  await publish(page)
  const answered = () => lake.query('count(*[_id == $id && defined(answer)])', { id })
  await expect.poll(answered, { timeout: 20_000 }).toBe(1)
  expect(await lake.query('count(*[_id == $id])', { id: `drafts.${id}` })).toBe(0)
})

test('the Studio is drawn once as it opens, so that nothing chosen meanwhile is lost', async () => {
  await page.addInitScript(() => {
    const removed: string[] = []
    Object.assign(window, { removed })
    new MutationObserver((records) => {
      for (const { removedNodes } of records)
        for (const node of removedNodes)
          if (node instanceof Element && node.querySelector('[data-testid="studio-navbar"]'))
            removed.push(node.outerHTML.slice(0, 80))
    }).observe(document, { childList: true, subtree: true })
  })
  const told = page.waitForResponse((response) => response.url().includes('/features'))
  await page.goto(`${program.origin}/studio/structure`)
  await told
  await page.getByTestId('structure-tool-list-pane').first().waitFor()
  expect(await page.evaluate(() => (window as unknown as { removed: string[] }).removed)).toEqual([])
})

test('nothing left the origin, nothing was asked of the lake that it does not know, no page reported an error', async () => {
  // Whether an account may make releases Sanity asks by trying; a socket is left with its page.
  ledger.forgive(/403 \(Forbidden\) .*\/data\/actions\/|WebSocket is already in CLOSING/)
  expect(ledger.faults()).toEqual([])
  expect(await unknownEndpoints(keeperAt, program.origin)).toEqual([])
})
