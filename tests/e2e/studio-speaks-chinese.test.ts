/**
 * @file Every screen of the Studio speaks Chinese: whoever works there reads nothing else. Visited is what the
 * Studio itself offers, so a tool, a list or a type that is added later is visited too.
 */
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { typeRules } from '../../contracts/documents/kinds.ts'
import { namedTypes } from '../../studio/structure/creating.ts'
import { press } from '../../scripts/guides/hands.ts'
import { launchBrowser } from '../support/browser.ts'
import { long } from '../support/long.ts'
import { startProgram, type Program } from '../support/program.ts'
import { personAt, type StudioPerson } from '../support/review-people.ts'
import { englishIn, goInStudio, lakeOf, openHistory, type AskedLake } from '../support/studio.ts'
import { lastPane, settledWords, toolAddresses } from '../support/studio-screens.ts'

/** What the lake writes and shows by views of its own. */
const unedited = ['review', 'tableImport']
const types = Object.keys(typeRules).filter((type) => !unedited.includes(type))
/** Names and codes: of the account and its browser, of file kinds, of a time zone, of an address given as example. */
const names = [
  ...['admin', 'Linux', 'Chrome', 'Asia', 'Shanghai', 'GMT', 'LED', 'LPR', 'HLS', 'WebM', 'https'],
  ...['Excel', 'WPS', 'csv', 'xls', 'xlsx', 'civil', 'code', 'sortable'],
]
/** Addresses of the site are shown as they are: `/laws/…`. */
const addresses = /\/[\w/-]+/gu
const slogan = 'slogan-anti-cult-1'
/** Many screens in one test: on a busy machine they take their time. */
const patientMs = 400_000

let program: Program
let office: Browser
let person: StudioPerson
let page: Page
let lake: AskedLake

beforeAll(async () => {
  program = await startProgram({ env: { PUFA_REVIEW: '1' } })
  office = await launchBrowser()
  person = await personAt(office, program, 'admin')
  ;({ page } = person)
  await page.setViewportSize({ width: 1900, height: 1000 })
  lake = lakeOf(person.context, program.origin)
})
afterAll(async () => {
  await office.close()
  await program.stop()
  program.removeData()
})

/** English → where it was first seen. */
type Found = Map<string, string>

const isEnglish = (words: string) => /[A-Za-z]{3,}/u.test(words) && !/\p{Script=Han}/u.test(words)
const isCode = (words: string) => /^[\w./:#-]*[\d./:#_-][\w./:#-]*$/u.test(words) || names.includes(words)

async function look(found: Found, where: string): Promise<void> {
  const { text, hidden } = await settledWords(page)
  for (const word of englishIn(text.replaceAll(addresses, ' '), names))
    if (!found.has(word)) found.set(word, where)
  for (const words of hidden)
    if (isEnglish(words) && !isCode(words) && !found.has(words)) found.set(words, `${where}（不显示的名称）`)
}

const visit = async (found: Found, path: string) => {
  await goInStudio(page, program.origin, path)
  await look(found, path)
}

/** The window that lies over the page, which may come a moment after the press. */
const dialog = () => page.getByRole('dialog').filter({ visible: true })

/** What lies over the page goes by the keyboard too. */
async function escape(): Promise<void> {
  await page.keyboard.press('Escape')
  await dialog().waitFor({ state: 'detached' })
}

/** Opens what a press opens, looks, and closes it again. */
async function lookBehind(found: Found, where: string, opener: ReturnType<Page['locator']>): Promise<void> {
  await opener.click()
  await look(found, where)
  await page.keyboard.press('Escape')
}

test(
  'every list of the desk; in the short form the first of each group',
  { timeout: patientMs },
  async () => {
    const found: Found = new Map()
    const seen = new Set<string>()
    const waiting = ['/studio/structure']
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      if (seen.has(path)) continue
      seen.add(path)
      await visit(found, path)
      const { listsDocuments, rows } = await lastPane(page)
      // Of lists by county and by topic one stands for all.
      const isGrouping = /-by-|by-edition/u.test(path.split(';').at(-1) ?? '')
      const isTop = seen.size === 1
      const opened = long || isTop ? rows : rows.slice(0, 1)
      waiting.push(...(listsDocuments ? (isGrouping ? rows.slice(0, 1) : []) : opened))
    }
    expect(seen.size).toBeGreaterThan(long ? 60 : 12)
    expect(Object.fromEntries(found)).toEqual({})
  },
)

test(
  'the form of every type, as it is written and empty; in the short form every third, as it is written',
  { timeout: patientMs },
  async () => {
    const found: Found = new Map()
    const written = await lake.query<readonly { _id: string; _type: string }[]>(
      '*[_type in $types && !(_id in path("**.**"))]{_id, _type}',
      { types },
    )
    const idOf = new Map(written.map(({ _id, _type }) => [_type, _id]))
    // Titles and words of every field are held by tests of the schema; here they are seen as they stand.
    for (const type of types.filter((_, index) => long || index % 3 === 0)) {
      const id = idOf.get(type)
      if (id !== undefined) await visit(found, `/studio/intent/edit/id=${id};type=${type}/`)
      // What is made under an id with a meaning has no other form than the written one.
      if ((id === undefined || long) && !(type in namedTypes))
        await visit(found, `/studio/intent/create/template=${type};type=${type}/`)
    }
    expect(Object.fromEntries(found)).toEqual({})
  },
)

test('every tool, each of its tabs, and the menus in it', async () => {
  const found: Found = new Map()
  const tools = await toolAddresses(page)
  expect(tools.length).toBeGreaterThan(6)
  for (const address of tools) {
    await visit(found, address)
    const tabs = page.locator('[role="tab"]')
    for (let index = 0; index < (await tabs.count()); index++) {
      await tabs.nth(index).click()
      await look(found, `${address} ${index + 1}`)
    }
  }
  expect(Object.fromEntries(found)).toEqual({})
})

test('the menus of the frame, and what stands beside a form', async () => {
  const found: Found = new Map()
  await visit(found, `/studio/intent/edit/id=${slogan};type=slogan/`)
  const document = page.getByTestId('document-pane')
  await lookBehind(found, '更多操作', document.getByTestId('action-menu-button'))
  await lookBehind(found, '内容的菜单', document.getByTestId('pane-context-menu-button'))
  for (const name of ['屏上预览', '网站预览']) {
    await document.getByRole('button', { name }).first().click()
    await look(found, name)
  }
  await document.getByRole('button', { name: '审核记录' }).first().click()
  await look(found, '审核记录')
  await openHistory(page)
  await look(found, '历史记录')
  for (const [name, opener] of [
    ['新建', page.getByTestId('new-document-button')],
    ['最近打开', page.locator('[data-pufa="recent"]')],
    ['帮助', page.locator('[data-pufa="help"]')],
    ['搜索', page.getByTestId('studio-search')],
    ['自己的菜单', page.locator('#user-menu, [data-testid="user-menu"]').first()],
  ] as const)
    await lookBehind(found, name, opener)
  await page.locator('[data-pufa="help"]').click()
  await page.getByRole('menuitem', { name: '键盘操作' }).click()
  await dialog().waitFor()
  await look(found, '键盘操作')
  await escape()
  expect(Object.fromEntries(found)).toEqual({})
})

/** Asks in a window over the page. */
const withDialogs = '排期日历'
/** What a tool opens on a press: the tool, then what is pressed in it. */
const presses: readonly (readonly string[])[] = [
  [withDialogs, '新建排期'],
  [withDialogs, '复制一周'],
  [withDialogs, '从模板建专项宣传'],
  ...['停播', '抢播通知', '撤下内容', '演练'].map((order) => ['屏幕值守', '抢播与停播', order]),
]

test('what a press in a tool opens', async () => {
  const found: Found = new Map()
  for (const [tool = '', ...rest] of presses) {
    await goInStudio(page, program.origin, '/studio/guides')
    await press(page, tool)
    for (const words of rest) await press(page, words)
    if (tool === withDialogs) await dialog().waitFor()
    const where = [tool, ...rest].join(' → ')
    await look(found, where)
    await escape()
  }
  expect(Object.fromEntries(found)).toEqual({})
})

test('the pages of accounts, and the page to sign in', async () => {
  const found: Found = new Map()
  const lists = ['/accounts', '/accounts/tokens', '/accounts/sign-ins', '/accounts/log']
  for (const path of ['/account', ...lists, '/accounts/link/none', '/login']) {
    await page.goto(program.origin + path)
    await look(found, path)
  }
  expect(Object.fromEntries(found)).toEqual({})
})
