/**
 * @file Every kind of item at every size that signs have, drawn by the player itself. With `PUFA_SHEETS` set
 * to a folder, contact sheets for looking at are written there.
 */
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { long } from '../support/long.ts'
import { startRig, type Rig } from './rig/browser.ts'
import { contactSheet } from './rig/contact-sheet.ts'
import { filmType, recordFilm } from './rig/film.ts'
import { gallery, type Shot } from './rig/gallery.ts'
import { chosenSigns, pictured, picturesOf, wordy, type Play } from './rig/kinds.ts'
import { asset, type Asset } from './rig/programme.ts'

/** Midnight in Shanghai, 22 November: the loop begins. */
const night = Date.UTC(2026, 10, 21, 16)
/** The first page or picture of an item and its last; those between in the long form. */
const moments = long ? [0.06, 0.35, 0.65, 0.94] : [0.06, 0.94]
const sheets = process.env['PUFA_SHEETS']
let rig: Rig
let assets: Asset[] = []
let plays: readonly Play[] = []

beforeAll(async () => {
  rig = await startRig({ now: () => night, answersTime: false })
  const film = asset(await recordFilm(rig.context, rig.server.origin(), 3_000), filmType)
  assets = [...(await picturesOf('murals/neighbours-1', 'murals/anti-fraud-1', 'led/wages')), film]
  for (const one of assets) rig.server.serve(one)
  const captions = [
    { from: 0, to: 1, text: '借条写清楚' },
    { from: 1, to: 9, text: '转账的时候备注“借款”，聊天记录也要留好' },
  ]
  const video = {
    kind: 'video',
    id: 'video',
    title: '借条',
    sources: [{ asset: film.sha256, type: filmType }],
    genre: 'drama',
    captions,
  } as const
  plays = [...wordy, ...pictured(assets), [video, 3]]
})
afterAll(() => rig.close())

interface Pixels {
  data: Buffer
  width: number
  height: number
}

async function pixelsOf(png: Buffer): Promise<Pixels> {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

const brightness = ({ data, width }: Pixels, x: number, y: number): number => {
  const at = (y * width + x) * 4
  return Math.max(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0)
}

/** Kinds that fill the sign to its last pixel, and are meant to. */
const fullBleed = new Set(['image', 'image-caption', 'gallery', 'video', 'test-pattern', 'slogan-marquee'])

/** Pixels on the outermost rows and columns that are lit as letters are. */
function litAtEdge(pixels: Pixels): number {
  const { width, height } = pixels
  let lit = 0
  for (let x = 0; x < width; x++) for (const y of [0, height - 1]) if (brightness(pixels, x, y) > 140) lit++
  for (let y = 1; y < height - 1; y++)
    for (const x of [0, width - 1]) if (brightness(pixels, x, y) > 140) lit++
  return lit
}

describe.each(chosenSigns)('at %i×%i', (width, height) => {
  let shots: Shot[] = []
  beforeAll(async () => {
    shots = await gallery(rig.context, rig.server, { plays }, [width, height], moments, assets)
    if (sheets) await contactSheet(sheets, `${width}x${height}`, shots)
  })

  test('every kind is drawn at each of its moments, in the pixels of the sign', async () => {
    expect(shots.length).toBe(plays.length * moments.length)
    for (const { item, elapsedMs, png } of shots) {
      const pixels = await pixelsOf(png)
      expect([pixels.width, pixels.height]).toEqual([width, height])
      let lit = 0
      let through = 0
      for (let y = 0; y < height; y++)
        for (let x = 0; x < width; x++) {
          if (brightness(pixels, x, y) > 140) lit++
          if (pixels.data[(y * width + x) * 4 + 3] !== 255) through++
        }
      expect(through, `${item} after ${elapsedMs} ms lets the page show through`).toBe(0)
      expect(lit / (width * height), `${item} after ${elapsedMs} ms is blank`).toBeGreaterThan(0.01)
    }
  })

  test('a gallery goes on to its next picture by itself', () => {
    const pictures = shots.filter(({ item }) => item === 'gallery').map(({ png }) => png.toString('base64'))
    expect(pictures.at(-1)).not.toBe(pictures[0])
    if (long) expect(pictures.at(2)).not.toBe(pictures[0])
  })

  test('no letter touches the edge, where the cabinet’s rim hides it and a cut one would not be seen', async () => {
    // Three rows of the smallest characters take every pixel of the lowest signs.
    if (height < 56) return
    for (const { item, elapsedMs, png } of shots)
      if (!fullBleed.has(item))
        expect(litAtEdge(await pixelsOf(png)), `${item} after ${elapsedMs} ms`).toBe(0)
  })
})
