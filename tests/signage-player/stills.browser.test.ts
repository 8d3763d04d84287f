/** @file In a real browser: a still where its film cannot be shown, and an order that has the sign to itself. */
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Item, VideoItem } from '../../contracts/schedule/index.ts'
import { openPaired, picture, seen, startRig, until, type Rig } from './rig/browser.ts'
import { filmType } from './rig/film.ts'
import { asset, manifestOf, screenOf, slogan, type Asset } from './rig/programme.ts'

let rig: Rig
beforeAll(async () => void (rig = await startRig()))
afterAll(() => rig.close())

const size = { width: 192, height: 96 }
const blue = { r: 32, g: 96, b: 192 }

async function blueStill(): Promise<Asset> {
  const png = sharp({ create: { ...size, channels: 3, background: blue } }).png()
  return asset(await png.toBuffer(), 'image/png')
}

function publish(
  screen: string,
  plays: readonly (readonly [Item, number])[],
  assets: readonly Asset[],
): void {
  for (const each of assets) rig.server.serve(each)
  const more = { revision: 1, screen: screenOf(screen), now: Date.now(), assets }
  rig.server.publish(screen, rig.server.key.sign(manifestOf({ plays }, more)))
}

/** Mean colour of some rows of the picture. */
async function colourOf(png: Buffer, top: number, height: number): Promise<number[]> {
  const { channels } = await sharp(
    await sharp(png).extract({ left: 0, top, width: size.width, height }).toBuffer(),
  ).stats()
  return channels.slice(0, 3).map(({ mean }) => Math.round(mean))
}

test('a film that the browser cannot decode has its still in its place, told as a picture', async () => {
  const [still, film] = [await blueStill(), asset(Buffer.from('no film at all'), filmType)]
  const video: VideoItem = {
    ...{ kind: 'video', id: 'film', title: '短剧', genre: 'drama', captions: [] },
    sources: [{ asset: film.sha256, type: filmType }],
    still: { kind: 'image', id: 'film', title: '短剧（封面）', asset: still.sha256 },
  }
  const plays = [
    [video, 8],
    [slogan('next', ['下一条']), 4],
  ] as const
  publish('undecodable', plays, [film, still])
  const page = await openPaired(rig, 'undecodable')
  const shown = async () => {
    const { nowPlaying } = await seen(page)
    return [nowPlaying?.title, nowPlaying?.kind, await colourOf(await picture(page), 0, size.height)]
  }
  const stands = ['短剧（封面）', 'image', [blue.r, blue.g, blue.b]]
  // While the film is being fetched, and again when it has turned out to be none.
  await expect.poll(shown, { timeout: 30_000 }).toEqual(stands)
  await expect
    .poll(async () => (await seen(page)).problems.join(), { timeout: 30_000 })
    .toContain('film-stuck: film')
  await expect.poll(shown, { timeout: 30_000 }).toEqual(stands)
  await page.close()
})

test('an order has the rows of the strip and the place of the mark, and gives them back', async () => {
  const screen = screenOf('order', {
    ...{ width: 320, height: 160, corner: { number: '12348', text: '法律热线' } },
    ticker: { height: 24, lines: [{ text: '有事找法' }] },
  })
  const order = slogan('order:1', ['绕行'], { alone: true })
  const rule = async (item: Item, revision: number) => {
    const manifest = manifestOf({ plays: [[item, 3_600]] }, { revision, screen, now: Date.now() })
    rig.server.publish('order', rig.server.key.sign(manifest))
    await until(page, { item: item.id, revision })
    const { data, info } = await sharp(await picture(page))
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    // The rule above the strip runs in one colour from edge to edge, as nothing that a slogan draws does there.
    const row = Array.from({ length: info.width }, (_, x) =>
      data.subarray((136 * info.width + x) * 3, (136 * info.width + x) * 3 + 3),
    )
    return new Set(row.map((pixel) => pixel.join())).size === 1 && (row[0]?.[0] ?? 0) > 100
  }
  rig.server.publish(
    'order',
    rig.server.key.sign(
      manifestOf(
        { plays: [[slogan('first', ['有法可依']), 3_600]] },
        { revision: 1, screen, now: Date.now() },
      ),
    ),
  )
  const page = await openPaired(rig, 'order')
  await until(page, { item: 'first', connected: true })
  expect(await rule(slogan('before', ['有法可依']), 2)).toBe(true)
  expect(await rule(order, 3)).toBe(false)
  expect(await rule(slogan('after', ['有法必依']), 4)).toBe(true)
  await page.close()
})
