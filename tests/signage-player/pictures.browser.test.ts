import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import jsqr from 'jsqr'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scriptGzipBytesMax } from '../../signage-player/build.ts'
import { builtPart, startRig, type Rig } from './rig/browser.ts'
import { gallery, type Shot } from './rig/gallery.ts'
import { qr, samples, sizes } from './rig/samples.ts'

const midnight = Date.UTC(2026, 10, 21, 16)
const moments = [0.05, 0.5, 0.95]
let rig: Rig
let folder = ''

beforeAll(async () => {
  rig = await startRig({ now: () => midnight, answersTime: false })
  folder = await mkdtemp(join(tmpdir(), 'pufa-player-pictures-'))
  console.log(`pictures of every kind at every size: ${folder}`)
})
afterAll(() => rig.close())

async function pixels({ png }: Pick<Shot, 'png'>, scale = 1) {
  const image = sharp(png).ensureAlpha()
  const { width = 0 } = await image.metadata()
  const { data, info } = await image
    .resize(width * scale, null, { kernel: 'nearest' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data: new Uint8ClampedArray(data), width: info.width, height: info.height }
}

/** Whether a phone reads the code; it stands on black, with the rest of the card around it. */
async function scans(shot: Shot): Promise<boolean> {
  const { data, width, height } = await pixels(shot, 3)
  return jsqr(data, width, height)?.data === qr.url
}

describe.each(sizes)('at %i×%i', (width, height) => {
  let shots: Shot[] = []
  beforeAll(async () => {
    shots = await gallery(rig.context, rig.server, { plays: samples }, [width, height], moments)
    for (const { item, elapsedMs, png } of shots)
      await writeFile(join(folder, `${width}x${height}-${item}-${elapsedMs}.png`), png)
  })

  test('every kind of item covers the picture and says something', async () => {
    expect(shots.length).toBe(samples.length * moments.length)
    for (const shot of shots) {
      const { data, width: wide, height: high } = await pixels(shot)
      expect([wide, high]).toEqual([width, height])
      let seeThrough = 0
      let lit = 0
      for (let at = 0; at < data.length; at += 4) {
        if (data[at + 3] !== 255) seeThrough++
        if ((data[at] ?? 0) > 150) lit++
      }
      expect(seeThrough, shot.item).toBe(0)
      expect(lit / (width * height), `${shot.item} after ${shot.elapsedMs} ms`).toBeGreaterThan(0.03)
      // A field of light at night blinds a street.
      expect(lit / (width * height), shot.item).toBeLessThan(0.6)
    }
  })

  test('a code is there wherever it is large enough to scan, and scans', async () => {
    for (const item of ['question', 'hotline']) {
      const readable = await Promise.all(shots.filter((shot) => shot.item === item).map(scans))
      expect(readable.some(Boolean), item).toBe(height >= 96)
    }
  })
})

test('the script that a screen loads keeps to its budget, its rare chunks aside', async () => {
  const { built } = await builtPart()
  console.log(`player script: ${built.scriptGzipBytes} of ${scriptGzipBytesMax} bytes gzipped`)
  expect(built.scriptGzipBytes).toBeGreaterThan(5_000)
  expect(built.scriptGzipBytes).toBeLessThanOrEqual(scriptGzipBytesMax)
})
