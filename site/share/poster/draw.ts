/**
 * @file Posters as picture files.
 *
 * One is drawn at a time, away from the thread that answers readers: an A4 poster takes some 60 MB while it
 * is drawn. Beyond `waitingMax` whoever asks is told to come back. Finished files stay in memory up to a bound, found again by what they say, so that a
 * change elsewhere in the lake draws nothing anew.
 */
import { createHash } from 'node:crypto'
import { renderAsync } from '@resvg/resvg-js'
import sharp from 'sharp'
import { failSite } from '../../../contracts/errors/site.ts'
import { compose, textsOf, type PosterContent } from './compose.ts'
import { loadGlyphs } from './glyphs.ts'
import { plans, type PosterSize } from './sizes.ts'

const waitingMax = 24
const keptBytesMax = 24 * 1024 * 1024
/** Flat colour: this many hues hold the edges of letters and contours. */
const colours = 64

const kept = new Map<string, Buffer>()
let keptBytes = 0
const running = new Map<string, Promise<Buffer>>()
const waiting: (() => void)[] = []
let drawing = false

async function turn(): Promise<void> {
  if (!drawing) {
    drawing = true
    return
  }
  if (waiting.length >= waitingMax) throw failSite('site.too-busy')
  // The place passes from hand to hand, so that nobody slips in between.
  await new Promise<void>((resolve) => waiting.push(resolve))
}

function leave(): void {
  const next = waiting.shift()
  if (next) next()
  else drawing = false
}

async function draw(content: PosterContent, size: PosterSize): Promise<Buffer> {
  await turn()
  try {
    const { svg } = compose(content, size, await loadGlyphs(textsOf(content)))
    const { width, height } = plans[size].pixels
    const image = await renderAsync(svg, {
      fitTo: { mode: 'width', value: width },
      font: { loadSystemFonts: false },
    })
    const raw = { width: image.width, height: image.height, channels: 4 as const }
    return await sharp(image.pixels, { raw })
      .flatten({ background: '#fff' })
      .resize(width, height, { fit: 'fill' })
      .png({ palette: true, colours, dither: 0, effort: 4, compressionLevel: 9 })
      .withMetadata({ density: size === 'a4' ? 200 : 144 })
      .toBuffer()
  } finally {
    leave()
  }
}

/** @throws PufaError `site.too-busy` */
export async function posterFile(content: PosterContent, size: PosterSize): Promise<Buffer> {
  const key = createHash('sha256')
    .update(JSON.stringify([size, content]))
    .digest('base64url')
  const found = kept.get(key)
  if (found) {
    kept.delete(key)
    kept.set(key, found)
    return found
  }
  const known = running.get(key)
  if (known) return known
  const file = draw(content, size)
  running.set(key, file)
  try {
    const drawn = await file
    kept.set(key, drawn)
    keptBytes += drawn.byteLength
    for (const [oldest, { byteLength }] of kept) {
      if (keptBytes <= keptBytesMax) break
      kept.delete(oldest)
      keptBytes -= byteLength
    }
    return drawn
  } finally {
    running.delete(key)
  }
}
