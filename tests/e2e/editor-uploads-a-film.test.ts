/**
 * @file An editor puts a film in over a line that is cut, while the program is killed and the page is loaded
 * anew; the form fills itself, takes its poster and its captions, and says when screens have it.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, CDPSession, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { openLine, type CuttableLine } from '../support/cuttable-line.ts'
import { keepLedger, unknownEndpoints, type Ledger } from '../support/ledger.ts'
import { startProgram, temporaryFolder, type Program } from '../support/program.ts'
import { englishOn, lakeOf, openDocument, publish, signIn, type AskedLake } from '../support/studio.ts'

const slow = { timeout: 60_000 }
const id = 'film-of-an-editor'
const perSecond = 1.5 * 1024 * 1024
/** Names that the form itself has to name. */
const formats = ['WebM', 'WebVTT', 'UTF', 'vtt']

/** A film of the demonstration with free space behind it (ISO 14496-12, 8.1.2), so that it takes a while. */
function largeFilm(): Buffer {
  const film = readFileSync(join(import.meta.dirname, '../../demonstration/videos/huijia.mp4'))
  const free = Buffer.alloc(7 * 1024 * 1024, 'f')
  free.writeUInt32BE(free.length, 0)
  free.write('free', 4, 'latin1')
  return Buffer.concat([film, free])
}

interface Film {
  mp4?: { asset: { _ref: string } }
  seconds?: number
  width?: number
  height?: number
  poster?: { asset: { _ref: string }; alt: string; privacyChecked: boolean; rights: string }
  captions?: { from: number; to: number; text: string }[]
}

const film = largeFilm()
const dataFolder = temporaryFolder()
let file = ''
let program: Program
let line: CuttableLine
let office: Browser
let page: Page
let wire: CDPSession
let ledger: Ledger
let lake: AskedLake

const draft = async () => (await lake.query<Film | null>('*[_id == $id][0]', { id: `drafts.${id}` })) ?? {}
const bar = () => page.getByTestId('upload-bar')
const percent = async () => Number(/(\d+)%/.exec(await bar().innerText())?.[1] ?? 0)
const throttle = (uploadThroughput: number) =>
  wire.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: 0, downloadThroughput: -1 },
    uploadThroughput,
  })
const chooseFilm = async () => {
  await page.getByRole('tab', { name: '片子' }).click()
  await page.getByTestId('file-button-input').first().setInputFiles(file)
}

beforeAll(async () => {
  file = join(dataFolder, '回家短片.mp4')
  writeFileSync(file, film)
  program = await startProgram({ dataFolder })
  line = await openLine(program.origin)
  office = await launchBrowser()
  const context = await office.newContext({
    ...{ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' },
  })
  context.setDefaultTimeout(slow.timeout)
  ledger = keepLedger(context, line.origin)
  page = await context.newPage()
  page.on('dialog', (dialog) => void dialog.accept())
  await signIn(page, line.origin)
  wire = await context.newCDPSession(page)
  await wire.send('Network.enable')
  lake = lakeOf(context, line.origin)
  await lake.mutate({
    create: {
      ...{ _id: `drafts.${id}`, _type: 'video', title: '回家吃饭', genre: 'drama' },
      ...{ story: '母亲等儿子回家吃饭。', rightsNote: '示例影片，随系统提供。' },
    },
  })
  await openDocument(page, line.origin, 'video', id)
})
afterAll(async () => {
  await office.close()
  await line.close()
  await program.stop()
  program.removeData()
})

test('the film outlasts a cut line, a killed program and a page loaded anew, to the last bit', async () => {
  await throttle(perSecond)
  await chooseFilm()
  await expect.poll(percent, slow).toBeGreaterThan(15)
  expect(await bar().innerText()).toContain('每秒')

  line.cut()
  await bar().getByText('网断了').waitFor()
  line.mend()
  await bar().getByText('正在上传').waitFor()

  await program.kill()
  await bar().getByText('网断了').waitFor()
  program = await startProgram({ dataFolder, port: program.port })
  await expect.poll(percent, slow).toBeGreaterThan(45)

  await page.reload()
  await page.getByTestId('form-view').waitFor()
  await page.getByRole('tab', { name: '片子' }).click()
  await page.getByRole('button', { name: '重新选文件' }).click()
  await page.getByTestId('upload-left-over').waitFor({ state: 'detached' })
  await chooseFilm()
  await bar().getByText('上次传到').waitFor()
  expect(await englishOn(page, formats)).toEqual([])
  await throttle(-1)
  await expect.poll(async () => (await draft()).mp4?.asset._ref, slow).toMatch(/^file-[0-9a-f]{40}-mp4$/)
  const asset = (await draft()).mp4?.asset._ref
  expect(await lake.query('*[_id == $asset][0]{size, sha256}', { asset })).toEqual({
    size: film.length,
    sha256: createHash('sha256').update(film).digest('hex'),
  })
})

test('length and size are filled by themselves, and a frame becomes the poster', async () => {
  await expect.poll(draft, slow).toMatchObject({ seconds: 17, width: 640, height: 320 })
  const panel = page.getByTestId('film-panel')
  const plays = await page.evaluate(
    () => document.createElement('video').canPlayType('video/mp4; codecs="avc1.42E01E"') !== '',
  )
  if (!plays) {
    // Browsers without H.264 say so, and the measures come from the file.
    await panel.getByText('这个浏览器放不了').waitFor()
    return
  }
  await panel.getByLabel('取哪一刻的画面').fill('6')
  await panel.getByLabel('这幅画面上是什么').fill('母亲端着一碗汤，站在桌边等儿子')
  await panel.getByRole('button', { name: '用这一幅作封面' }).click()
  await expect.poll(async () => (await draft()).poster?.alt, slow).toContain('一碗汤')
  const { poster } = await draft()
  expect(poster).toMatchObject({
    asset: { _ref: expect.stringMatching(/-640x320-jpg$/) },
    privacyChecked: false,
    rights: '截自本片。示例影片，随系统提供。',
  })
  await page.getByText('画面里没有认得出的人脸').first().click()
  await expect.poll(async () => (await draft()).poster?.privacyChecked, slow).toBe(true)
})

test('captions are set beside the film, and one that passes too fast is marked', async () => {
  await page.getByRole('tab', { name: '字幕' }).click()
  const editor = page.getByTestId('caption-editor')
  const add = editor.getByRole('button', { name: '在这里加一条' })
  await add.click()
  await editor.getByLabel('第 1 条的字').fill('妈，今晚不回来吃了，单位还有许多事情要做')
  await editor.getByText('太快').waitFor()
  await editor.getByLabel('第 1 条到什么时候结束').fill('4.5')
  await editor.getByLabel('第 1 条到什么时候结束').press('Enter')
  await expect.poll(() => editor.getByText('太快').count(), slow).toBe(0)
  await editor.getByLabel('第 1 条的字').click()
  await add.click()
  await editor.getByLabel('第 2 条从什么时候开始').fill('0:05.0')
  await editor.getByLabel('第 2 条从什么时候开始').press('Enter')
  await editor.getByLabel('第 2 条到什么时候结束').fill('0:07.0')
  await editor.getByLabel('第 2 条到什么时候结束').press('Enter')
  await editor.getByLabel('第 2 条的字').fill('回家喝碗汤')
  await expect
    .poll(async () => (await draft()).captions, slow)
    .toMatchObject([
      { from: 0, to: 4.5, text: expect.stringContaining('今晚') },
      { from: 5, to: 7, text: '回家喝碗汤' },
    ])
  expect(await englishOn(page, formats)).toEqual([])
})

test('once it is public and in a playlist, the form says that screens have it', async () => {
  await publish(page)
  await expect.poll(() => lake.query('count(*[_id == $id])', { id }), slow).toBe(1)
  const [list] = await lake.query<{ _id: string }[]>(
    '*[_type == "playlist" && _id in *[_type == "scheduleEvent"].playlist._ref]{_id}',
  )
  const item = { _type: 'contentItem', _key: 'new', content: { _type: 'reference', _ref: id } }
  await lake.mutate({
    patch: { id: list?._id, insert: { before: 'items[0]', items: [item] } },
  })
  await page.getByRole('tab', { name: '片子' }).click()
  const state = page.getByTestId('rendition-state').first()
  await expect
    .poll(async () => {
      await state.getByRole('button', { name: '再看一次' }).click()
      return state.innerText()
    }, slow)
    .toMatch(/\d+ 种大小做好了/)
})

test('nothing left the origin, nothing was asked of the lake that it does not know, no page reported an error', async () => {
  expect(await unknownEndpoints(page.context(), line.origin)).toEqual([])
  // The line was cut and the program killed, which the browser says of every request of that time.
  ledger.forgive(/Failed to load resource|WebSocket|net::ERR/)
  expect(ledger.faults()).toEqual([])
})
