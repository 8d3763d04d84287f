/**
 * @file Takes the picture of a step: a part of the screen with a ring and a number around each thing that
 * is meant. Rings are drawn into the picture, never into the page.
 */
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright'
import sharp from 'sharp'
import type { GuideName, Step } from './shape.ts'
import type { Camera } from './walk.ts'

export const picturesFolder = join(import.meta.dirname, '../../studio/tools/guides/pictures')
export const bytesMax = 60_000

interface Box {
  x: number
  y: number
  width: number
  height: number
}

export const pictureName = (guide: GuideName, name: string): string => `${guide}-${name}.webp`

export const hasPicture = (guide: GuideName, name: string): boolean =>
  existsSync(join(picturesFolder, pictureName(guide, name)))

/** Of a desk's screen a part is shown, so that its words can be read. */
const part = { width: 960, height: 600 }
const pad = 6

async function boxesOf(marked: readonly Locator[]): Promise<Box[]> {
  const boxes: Box[] = []
  for (const each of marked) {
    await each.scrollIntoViewIfNeeded()
    const box = await each.boundingBox()
    if (box) boxes.push(box)
  }
  return boxes
}

/** The part of the screen around what is meant, within the screen. */
function around(boxes: readonly Box[], screen: { width: number; height: number }): Box {
  if (screen.width <= part.width) return { x: 0, y: 0, ...screen }
  const left = Math.min(...boxes.map(({ x }) => x), screen.width)
  const top = Math.min(...boxes.map(({ y }) => y), screen.height)
  const right = Math.max(...boxes.map(({ x, width }) => x + width), 0)
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height), 0)
  const [width, height] = [Math.min(screen.width, Math.max(part.width, right - left + 80)), part.height]
  const middle =
    boxes.length === 0 ? [screen.width / 2, screen.height / 2] : [(left + right) / 2, (top + bottom) / 2]
  const within = (at: number, size: number, whole: number) =>
    Math.round(Math.max(0, Math.min(whole - size, at - size / 2)))
  return {
    ...{ width, height },
    x: within(middle[0] ?? 0, width, screen.width),
    y: within(middle[1] ?? 0, height, screen.height),
  }
}

function rings(boxes: readonly Box[], clip: Box, scale: number): Buffer {
  const marks = boxes.map(({ x, y, width, height }, index) => {
    const [left, top] = [Math.max(3, x - clip.x - pad), Math.max(3, y - clip.y - pad)]
    const [wide, high] = [
      Math.min(clip.width - left - 3, width + 2 * pad),
      Math.min(clip.height - top - 3, height + 2 * pad),
    ]
    const [cx, cy] = [Math.max(15, left), Math.max(15, top)]
    const number =
      boxes.length > 1
        ? `<circle cx="${cx}" cy="${cy}" r="13" fill="#b3261e" stroke="#fff" stroke-width="2"/>
           <text x="${cx}" y="${cy + 6}" font-size="17" font-weight="bold" fill="#fff" text-anchor="middle" font-family="sans-serif">${index + 1}</text>`
        : ''
    return `<rect x="${left}" y="${top}" width="${wide}" height="${high}" rx="8" fill="none" stroke="#fff" stroke-width="7"/>
      <rect x="${left}" y="${top}" width="${wide}" height="${high}" rx="8" fill="none" stroke="#b3261e" stroke-width="4"/>${number}`
  })
  const size = `width="${clip.width * scale}" height="${clip.height * scale}"`
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${clip.width} ${clip.height}">${marks.join('')}</svg>`,
  )
}

/** As small as it must be, as good as that allows. */
async function smallEnough(image: Buffer): Promise<Buffer> {
  for (const quality of [80, 65, 50, 35, 20]) {
    const made = await sharp(image).webp({ quality, effort: 6 }).toBuffer()
    if (made.length <= bytesMax) return made
  }
  throw new Error('The picture does not become small enough')
}

/** What moves or blinks waits until it stands. */
async function still(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(400)
}

async function shoot(page: Page, marked: readonly Locator[]): Promise<Buffer> {
  const screen = page.viewportSize() ?? part
  await still(page)
  const boxes = await boxesOf(marked)
  const clip = around(boxes, screen)
  const shot = await page.screenshot({ clip, caret: 'hide', animations: 'disabled' })
  const { width = clip.width } = await sharp(shot).metadata()
  const drawn = await sharp(shot)
    .composite([{ input: rings(boxes, clip, width / clip.width) }])
    .png()
    .toBuffer()
  return smallEnough(drawn)
}

/** Writes every picture of a guide. */
export function photographer(guide: GuideName): Camera {
  return async (step: Step, marked, stage) => {
    if (!step.picture) return
    await mkdir(picturesFolder, { recursive: true })
    const picture = await shoot(await stage.pageOf(step.as), marked)
    await writeFile(join(picturesFolder, pictureName(guide, step.picture.name)), picture)
  }
}
