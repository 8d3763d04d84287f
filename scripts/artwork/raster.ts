/** @file From markup to picture files, each kept under a byte bound. */
import { writeFile } from 'node:fs/promises'
import { Resvg } from '@resvg/resvg-js'
import sharp from 'sharp'

/** The raw pixels of one drawing. */
export interface Pixels {
  readonly data: Buffer
  readonly width: number
  readonly height: number
}

/** Wraps markup into a drawing of the given size. */
export const drawing = (width: number, height: number, body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ` +
  `${width} ${height}">${body}</svg>`

/** Renders a drawing without any font: all lettering is outlines. */
export function render(svg: string, width?: number): Pixels {
  const fit = width === undefined ? {} : { fitTo: { mode: 'width' as const, value: width } }
  const image = new Resvg(svg, { ...fit, font: { loadSystemFonts: false } }).render()
  return { data: Buffer.from(image.pixels), width: image.width, height: image.height }
}

/**
 * Writes a drawing as WebP of at most `bytesMax`.
 *
 * Flat colour packs best without loss: first as drawn, then with its colours gathered to fewer and fewer.
 * Throws when the fewest are still too many bytes: the drawing then has too much detail.
 */
export async function writeWebp(
  file: string,
  svg: string,
  bytesMax: number,
  width?: number,
): Promise<number> {
  const pixels = render(svg, width)
  const raw = { width: pixels.width, height: pixels.height, channels: 4 as const }
  for (const colours of [256, 96, 48, 24]) {
    const gathered = await sharp(pixels.data, { raw })
      .flatten()
      .png({ palette: true, colours, quality: 100, dither: 0 })
      .toBuffer()
    const bytes = await sharp(gathered).webp({ lossless: true, effort: 6 }).toBuffer()
    if (bytes.length > bytesMax) continue
    await writeFile(file, bytes)
    return bytes.length
  }
  throw new Error(`${file} is over ${bytesMax} bytes with the fewest colours. Simplify the drawing.`)
}
