/** @file The font that comes with the manifest: worn when it is at hand, waited for by nobody. */
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import wawoff2 from 'wawoff2'
import { outlinesOf } from '../../scheduler/assets/outlines.ts'
import { writeTypeface } from '../../scheduler/assets/typeface.ts'
import { openPaired, picture, seen, startRig, until, type Page, type Rig } from './rig/browser.ts'
import { asset, manifestOf, screenOf, slogan, type Asset } from './rig/programme.ts'

let rig: Rig
beforeAll(async () => void (rig = await startRig()))
afterAll(() => rig.close())

const family = 'Pufa Sans'
const facts = {
  family,
  unitsPerEm: 1_000,
  ascent: 880,
  descent: -120,
  weight: 760,
  copyright: '',
  license: '',
}
const packed = async (typeface: Buffer): Promise<Asset> =>
  asset(Buffer.from(await wawoff2.compress(typeface)), 'font/woff2')

/**
 * A face in which 法 is a filled square, as in no other, so that it can be seen which one wrote.
 * @param weight makes it another asset: players of one browser share what they have
 */
function squareFace(weight: number): Promise<Asset> {
  const corner = (x: number, y: number) => ({ x, y, on: true })
  const square = [corner(0, -120), corner(0, 880), corner(1_000, 880), corner(1_000, -120)]
  return packed(
    writeTypeface({ ...facts, weight }, [
      { point: '法'.codePointAt(0) ?? 0, advance: 1_000, contours: [square] },
    ]),
  )
}

async function open(
  id: string,
  font: Asset,
  lines: readonly string[],
  served = true,
  seconds = 2,
): Promise<Page> {
  if (served) rig.server.serve(font)
  const plays = [
    [slogan('a', lines), seconds],
    [slogan('b', lines), seconds],
  ] as const
  const screen = screenOf(id, { font: { asset: font.sha256, family } })
  const manifest = manifestOf({ plays }, { revision: 1, screen, now: Date.now(), assets: [font] })
  rig.server.publish(id, rig.server.key.sign(manifest))
  return openPaired(rig, id)
}

/** Two filled squares light more of the sign than this, two letters less. */
const squaresShare = 0.36

async function litShare(page: Page): Promise<number> {
  const { data } = await sharp(await picture(page))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return data.filter((value) => value > 150).length / data.length
}

async function untilNext(page: Page): Promise<void> {
  const now = (await seen(page)).nowPlaying?.item
  await until(page, { item: now === 'a' ? 'b' : 'a' })
}

// They wait for the font to be looked for, each on a screen of its own.
test.concurrent('what is written after it has come is written with it', async ({ expect }) => {
  const face = await squareFace(700)
  const page = await open('square', face, ['法法'])
  await page.waitForFunction((sha256) => document.documentElement.dataset['font'] === sha256, face.sha256)
  await untilNext(page)
  expect(await litShare(page)).toBeGreaterThan(squaresShare)
  await page.close()
})

test('words that stand when it comes are laid out anew, as one play: they were measured with another', async () => {
  const face = await squareFace(703)
  const page = await open('again', face, ['法法'], false, 3_600)
  await until(page, { item: 'a', assetsMissing: 1 }).catch(() => until(page, { item: 'b', assetsMissing: 1 }))
  const { nowPlaying, plays } = await seen(page)
  rig.server.serve(face)
  await page.waitForFunction((sha256) => document.documentElement.dataset['font'] === sha256, face.sha256)
  expect(await litShare(page)).toBeGreaterThan(squaresShare)
  const after = await seen(page)
  expect([after.nowPlaying?.since, after.plays]).toEqual([nowPlaying?.since, plays])
  await page.close()
})

test.concurrent('a letter that it lacks comes from the box, and is not left out', async ({ expect }) => {
  const face = await squareFace(701)
  const page = await open('lacks', face, ['宅宅'])
  await page.waitForFunction((sha256) => document.documentElement.dataset['font'] === sha256, face.sha256)
  await untilNext(page)
  const share = await litShare(page)
  expect(share).toBeGreaterThan(0.05)
  expect(share).toBeLessThan(squaresShare)
  await page.close()
})

test.concurrent(
  'the one that the scheduler makes is read by the browser, and as wide as the letters are',
  async ({ expect }) => {
    const { letters, ...face } = await outlinesOf(Array.from('依法治国12348，'))
    const font = await packed(writeTypeface({ ...facts, ...face }, letters))
    const page = await open('real', font, ['依法治国，12348'])
    await page.waitForFunction((sha256) => document.documentElement.dataset['font'] === sha256, font.sha256)
    const measured = await page.evaluate((name) => {
      const pen = document.createElement('canvas').getContext('2d')
      if (!pen) throw new Error('no canvas')
      const faces = [...document.fonts].filter((each) => each.family.includes(name))
      pen.font = `900 100px ${faces[0]?.family ?? ''}`
      return {
        four: pen.measureText('依法治国').width,
        digits: pen.measureText('12348').width,
        faces: faces.map(({ status, weight }) => ({ status, weight })),
      }
    }, family)
    expect(measured.four).toBeCloseTo(400, 0)
    expect(measured.digits).toBeCloseTo(
      Array.from('12348').reduce(
        (sum, digit) =>
          sum + (letters.find(({ point }) => point === digit.codePointAt(0))?.advance ?? 0) / 10,
        0,
      ),
      0,
    )
    expect(measured.faces).toEqual([{ status: 'loaded', weight: '1 1000' }])
    await untilNext(page)
    if (process.env['PUFA_SHEETS'])
      await sharp(await picture(page)).toFile(`${process.env['PUFA_SHEETS']}/font.png`)
    await page.close()
  },
)

test('nobody waits for it: while it is missing the box’s own fonts write', async () => {
  const page = await open('missing', await squareFace(702), ['法法'], false)
  await until(page, { item: 'a', assetsMissing: 1 }).catch(() => until(page, { item: 'b', assetsMissing: 1 }))
  expect(await litShare(page)).toBeLessThan(squaresShare)
  await page.close()
})
