/** @file Lays many small pictures on one, each with its name, for a person to look at. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Shot } from './gallery.ts'

const widthMax = 1500
const heightMax = 1500
const gap = 12
const label = 18

/** @param name of the files, without number and ending */
export async function contactSheet(folder: string, name: string, shots: readonly Shot[]): Promise<void> {
  const [first] = shots
  if (!first) return
  await mkdir(folder, { recursive: true })
  // Signs are small: each LED becomes several pixels, or a wall is made smaller.
  const scale =
    first.width > 1_000
      ? 0.25
      : Math.max(1, Math.min(2, Math.floor(400 / Math.max(first.width, first.height))))
  const wide = Math.round(first.width * scale)
  const high = Math.round(first.height * scale)
  const columns = Math.max(1, Math.floor((widthMax + gap) / (wide + gap)))
  const rows = Math.max(1, Math.floor(heightMax / (high + gap + label)))
  for (let from = 0; from < shots.length; from += rows * columns)
    await onePage(join(folder, `${name}-${from / (rows * columns) + 1}.png`), {
      shots: shots.slice(from, from + rows * columns),
      scale,
      wide,
      high,
      columns,
    })
}

interface Page {
  shots: readonly Shot[]
  scale: number
  wide: number
  high: number
  columns: number
}

async function onePage(file: string, { shots, scale, wide, high, columns }: Page): Promise<void> {
  const rows = Math.ceil(shots.length / columns)
  const layers = await Promise.all(
    shots.map(async ({ item, elapsedMs, png }, index) => {
      const left = (index % columns) * (wide + gap)
      const top = Math.floor(index / columns) * (high + gap + label)
      const kernel = scale < 1 ? 'lanczos3' : 'nearest'
      const input = await sharp(png).resize(wide, high, { kernel }).png().toBuffer()
      const words = `<svg width="${wide}" height="${label}"><text y="13" font-size="13" fill="#333">${item} ${elapsedMs}</text></svg>`
      return [
        { input: Buffer.from(words), left, top },
        { input, left, top: top + label },
      ]
    }),
  )
  const height = rows * (high + gap + label)
  const ground = { width: columns * (wide + gap), height, channels: 3 as const, background: '#bbb' }
  await sharp({ create: ground }).composite(layers.flat()).png().toFile(file)
}
