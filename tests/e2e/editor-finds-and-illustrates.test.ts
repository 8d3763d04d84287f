/**
 * @file An editor puts a picture into a piece of news, crops it and marks what must be seen; and finds
 * contents again by search, by filters and in the lists of the desk.
 */
import sharp from 'sharp'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { origin } from '../support/lane.ts'
import { keepLedger, unknownEndpoints, type Ledger } from '../support/ledger.ts'
import {
  englishOn,
  goInStudio,
  lakeOf,
  openDocument,
  publish,
  signIn,
  type AskedLake,
} from '../support/studio.ts'

const patientMs = 60_000
const slow = { timeout: patientMs }
const id = 'news-of-an-editor'
const title = '村口的法治广场亮灯了'
const red = { r: 192, g: 32, b: 32 }
const blue = { r: 32, g: 96, b: 160 }
const width = 640
const height = 480

interface Cover {
  asset?: { _ref: string }
  crop?: { left: number; right: number; top: number; bottom: number }
  hotspot?: { x: number; y: number; width: number; height: number }
  alt?: string
}

let office: Browser
let page: Page
let ledger: Ledger
let lake: AskedLake

/** Left half red, right half blue, so that a cropped half is told from the whole. */
async function picture(): Promise<Buffer> {
  const plain = (background: typeof red, across: number) =>
    sharp({ create: { width: across, height, channels: 3, background } }).png()
  const half = await plain(red, width / 2).toBuffer()
  return plain(blue, width)
    .composite([{ input: half, left: 0, top: 0 }])
    .toBuffer()
}

const cover = async () =>
  (await lake.query<Cover | null>('*[_id == $draft][0].cover', { draft: `drafts.${id}` })) ?? {}
const handle = (name: string) => page.getByRole('dialog').locator(`[data-handle="${name}"]`).first()

/** A draft and its published form are one content. */
const contentsOf = (ids: string[]) =>
  new Set(ids.map((each) => each.replace(/^drafts\.|^versions\.[^.]+\./, '')))

/** Drags one of the handles of the cropping dialog by a part of the picture's size. */
async function drag(name: string, across: number, down: number): Promise<void> {
  const whole = await handle('crop').boundingBox()
  const box = await handle(name).boundingBox()
  if (!whole || !box) throw new Error(`${name} is not to be seen`)
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + across * whole.width, y + down * whole.height, { steps: 8 })
  await page.mouse.up()
}

beforeAll(async () => {
  office = await launchBrowser()
  const context = await office.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  context.setDefaultTimeout(patientMs)
  ledger = keepLedger(context, origin)
  page = await context.newPage()
  await signIn(page, origin)
  lake = lakeOf(context, origin)
  const span = { _type: 'span', _key: 'b', text: '晚上七点起，广场上有字也有光。', marks: [] }
  await lake.mutate({
    create: {
      _id: `drafts.${id}`,
      _type: 'newsItem',
      title,
      slug: { _type: 'slug', current: 'lights-on-the-square' },
      publishedOn: '2026-11-20',
      summary: '村里的法治广场装好了灯。',
      body: [{ _type: 'block', _key: 'a', style: 'normal', markDefs: [], children: [span] }],
      source: '本局',
    },
  })
})
afterAll(async () => {
  await lake.mutate({ delete: { id: `drafts.${id}` } }, { delete: { id } })
  await office.close()
})

test('a picture is uploaded, and asks for its words before it may be published', async () => {
  await openDocument(page, origin, 'newsItem', id)
  const field = page.getByTestId('image-input').first()
  const file = { name: '广场.png', mimeType: 'image/png', buffer: await picture() }
  await field.getByTestId('file-button-input').setInputFiles(file)
  await expect
    .poll(async () => (await cover()).asset?._ref, slow)
    .toMatch(new RegExp(`-${width}x${height}-png$`))
  const alt = page.getByTestId('field-cover.alt')
  await alt.getByTestId('input-validation-icon-error').waitFor()
  await alt.getByRole('textbox').fill('夜里的广场，一半红一半蓝')
  await expect.poll(async () => (await cover()).alt, slow).toBe('夜里的广场，一半红一半蓝')
  await page.getByText('画面里没有认得出的人脸').click()
  await page.getByTestId('field-cover.rights').getByRole('textbox').fill('本局拍摄')
  await expect.poll(cover, slow).toMatchObject({ privacyChecked: true, rights: '本局拍摄' })
})

test('the picture is cropped and what must be seen is marked, and the dialog speaks Chinese', async () => {
  await page.getByTestId('options-menu-edit-details').click()
  await handle('crop-left').waitFor()
  // The address of the page, which its field names.
  expect(await englishOn(page, ['news'])).toEqual([])
  await drag('crop-left', 0.5, 0)
  await expect.poll(async () => (await cover()).crop?.left, slow).toBeCloseTo(0.5, 1)
  await drag('hotspotHandle', -0.05, -0.1)
  await expect.poll(async () => (await cover()).hotspot?.height ?? 1, slow).toBeLessThan(0.9)
  const { crop, hotspot } = await cover()
  expect(crop).toMatchObject({ right: 0, top: 0, bottom: 0 })
  // It lies in what is left of the picture.
  expect(hotspot?.x).toBeGreaterThan(0.5)
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).first().click()
})

test('the site shows the half that was kept', async () => {
  // The mouse lets go within a few points of the middle: the site shows what the document says.
  const left = Math.round(((await cover()).crop?.left ?? 0) * width)
  expect(left).toBeGreaterThan(width * 0.45)
  await publish(page)
  await expect.poll(() => lake.query('count(*[_id == $id])', { id }), slow).toBe(1)
  const asset = (await lake.query<Cover>('*[_id == $id][0].cover', { id })).asset?._ref ?? ''
  const name = asset.replace('image-', '').replace(/-png$/, '.png')
  const source = async () => {
    const shown = await (await fetch(`${origin}/news/lights-on-the-square`)).text()
    return new RegExp(`src="([^"]*${name}[^"]*)"`).exec(shown)?.[1]?.replaceAll('&amp;', '&') ?? ''
  }
  await expect.poll(source, slow).toContain(`rect=${left},0,${width - left},${height}`)
  const answer = await fetch(new URL(await source(), origin))
  const { channels } = await sharp(Buffer.from(await answer.arrayBuffer())).stats()
  const [reds, , blues] = channels.map(({ mean }) => mean)
  expect(reds).toBeLessThan(blue.r + 8)
  expect(blues).toBeGreaterThan(blue.b - 8)
})

test('a search finds what is written, and filters leave what they name', async () => {
  await goInStudio(page, origin, '/studio/structure/news;newsItem')
  // Who searches sees the list first.
  await page.getByTestId('default-preview').filter({ hasText: /./ }).first().waitFor()
  await page.getByTestId('studio-search').click()
  await page.keyboard.type('法治广场亮灯')
  const found = page.getByTestId('search-results').getByRole('option')
  await found.filter({ hasText: title }).waitFor()
  await expect.poll(() => found.count(), slow).toBe(1)

  await page.keyboard.press('Control+a')
  await page.keyboard.press('Backspace')
  await page.getByRole('button', { name: '所有类型' }).click()
  await page.getByRole('option', { name: '标语', exact: true }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '添加筛选器' }).click()
  await page.getByRole('option', { name: '修改时间' }).waitFor()
  expect(await englishOn(page, ['LPR', 'WebM'])).toEqual([])
  await page.getByRole('option', { name: '底色', exact: true }).click()
  await page.getByText('选择…').click()
  await page.getByRole('menuitem', { name: '庄重（深红底）', exact: true }).click()
  const solemn = contentsOf(await lake.query<string[]>('*[_type == "slogan" && tone == "solemn"]._id'))
  expect(solemn.size).toBeGreaterThan(1)
  await expect.poll(() => found.count(), slow).toBe(solemn.size)
})

test('the list of a county holds what is of that county alone, and searching in it leaves what is meant', async () => {
  const ofCounty = '*[_type == "mural" && county._ref == $county]'
  const most = '*[_type == "county"]{_id, title, "many": count(*[_type == "mural" && county._ref == ^._id])}'
  const county = await lake.query<{ _id: string; title: string }>(`${most} | order(many desc)[0]`)
  await page.goto(`${origin}/studio/structure/murals;mural-by-county;${county._id}`)
  // Rows that are still being read have no words.
  const list = page.getByTestId('document-list-pane').last()
  const rows = list.getByTestId('default-preview').filter({ hasText: /./ })
  const own = contentsOf(await lake.query<string[]>(`${ofCounty}._id`, { county: county._id }))
  expect(own.size).toBeGreaterThan(1)
  await expect.poll(() => rows.count(), slow).toBe(own.size)
  for (const row of await rows.allInnerTexts()) expect(row).toContain(county.title)

  const wanted = await lake.query<string>(`${ofCounty}[0].title`, { county: county._id })
  await page.getByPlaceholder('搜索列表').last().fill(wanted)
  await expect.poll(() => rows.count(), slow).toBe(1)
  expect(await rows.first().innerText()).toContain(wanted)
})

test('nothing left the origin, nothing was asked of the lake that it does not know, no page reported an error', async () => {
  expect(await unknownEndpoints(page.context(), origin)).toEqual([])
  // The Studio closes its presence socket while a page is left, and says so.
  ledger.forgive(/WebSocket is already in CLOSING/)
  expect(ledger.faults()).toEqual([])
})
