/**
 * @file An editor sees beside the form how screens and the site will show what she writes, is told what
 * nobody could read, and nobody else sees any of it.
 */
import type { Browser, Frame, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commonSizes, previewPath } from '../../contracts/preview.ts'
import { launchBrowser } from '../support/browser.ts'
import { origin } from '../support/lane.ts'
import { keepLedger, unknownEndpoints, type Ledger } from '../support/ledger.ts'
import { createDocument, englishOn, signIn } from '../support/studio.ts'

const words = '合同要写清，口头话不算数'
const mended = '合同要写明，字据要留好'
let browser: Browser
let page: Page
let ledger: Ledger

beforeAll(async () => {
  browser = await launchBrowser()
  const office = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
  ledger = keepLedger(office, origin)
  page = await office.newPage()
  await signIn(page, origin)
  await createDocument(page, origin, 'slogan')
})
afterAll(() => browser.close())

/** What she waits for comes when it comes on a busy machine. */
const patient = { timeout: 60_000 }
const text = () => page.getByTestId('field-text').getByRole('textbox')

function player(): Frame {
  const found = page.frames().find((frame) => frame.url() === origin + previewPath)
  if (!found) throw new Error('no screen is shown')
  return found
}

const canvas = () =>
  player().evaluate(() => {
    const picture = document.getElementById('preview') as HTMLCanvasElement
    return { size: [picture.width, picture.height], picture: picture.toDataURL() }
  })

test('what she types is on the screen beside the form while she types', async () => {
  await text().fill(words)
  await page.getByRole('button', { name: '屏上预览' }).click()
  await page.locator('iframe[title="屏上预览"]').waitFor(patient)
  await expect.poll(async () => (await canvas()).size[0], patient).toBeGreaterThan(1)
  await page.getByRole('button', { name: '暂停' }).click()
  const before = (await canvas()).picture
  await text().fill(mended)
  await expect.poll(async () => (await canvas()).picture, patient).not.toBe(before)
  await page.getByText(/最远 \d+ 米看得清/).waitFor(patient)
  expect(await englishOn(page)).toEqual([])
})

test('she may look at it on any common size, in that size’s own pixels', async () => {
  const sizes = page.getByLabel('看哪块屏')
  for (const [width, height] of commonSizes.slice(0, 2)) {
    await sizes.selectOption(`${width}x${height}`)
    await expect.poll(async () => (await canvas()).size, patient).toEqual([width, height])
  }
})

test('a text that nobody can read in time is told of, with what to do', async () => {
  await text().fill('普法'.repeat(200))
  await page
    .getByText(/有 400 个字.*请删到 \d+ 个字以内/)
    .first()
    .waitFor(patient)
  await page.getByText('字太多').first().waitFor()
  await text().fill(mended)
  await expect.poll(() => page.getByText('字太多').count(), patient).toBe(0)
})

test('the site’s page of the draft stands beside the form, and follows what is saved', async () => {
  await page.getByRole('button', { name: '网站预览' }).click()
  const site = page.frameLocator('iframe[title="网站预览"]')
  await site.locator('main').getByText(mended).first().waitFor(patient)
  await text().fill(words)
  await site.locator('main').getByText(words).first().waitFor(patient)
  await page.getByRole('button', { name: '电脑' }).click()
  expect(await page.locator('iframe[title="网站预览"]').evaluate((frame) => frame.clientWidth)).toBe(1_280)
  expect(await englishOn(page)).toEqual([])
})

test('a stranger is shown none of it', async () => {
  const address = await page.locator('iframe[title="网站预览"]').getAttribute('src')
  const answers = await Promise.all([
    fetch(origin + (address ?? '/preview')),
    fetch(`${origin}/preview/slogans`),
    fetch(`${origin}/api/signage/preview`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: JSON.stringify({ document: { _id: 'drafts.x', _type: 'slogan', text: words } }),
    }),
  ])
  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401])
  for (const answer of answers) expect(await answer.text()).not.toContain(words)
})

test('nothing left the origin, nothing unknown was asked of the lake, no page reported an error', async () => {
  expect(await unknownEndpoints(page.context(), origin)).toEqual([])
  expect(ledger.faults()).toEqual([])
})
