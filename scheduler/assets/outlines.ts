/**
 * @file Letters as outlines in one heavy weight, out of the slices of Noto Sans SC.
 *
 * The face is open (SIL Open Font License 1.1, copyright Adobe, reserved name "Source"); what is made of it
 * stands under the same licence and bears another name. Runs in a worker thread: a slice takes long to open.
 */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { create, type Font } from 'fontkit'
import wawoff2 from 'wawoff2'
import { faceTable, mayHave, sliceFile, slicesIn } from '../../contracts/face.ts'
import type { Letter, OutlinePoint } from './typeface.ts'

/** Heavy enough for a square by day, and not so heavy that small characters clog. */
export const fontWeight = 760
const require = createRequire(import.meta.url)

async function openSlice(name: string): Promise<Font> {
  const packed = await readFile(require.resolve(sliceFile(name)))
  // The outlines of a packed file cannot be varied; those of an unpacked one can.
  const font = create(Buffer.from(await wawoff2.decompress(packed)))
  if (!('getVariation' in font)) throw new Error(`slice ${name} holds several faces`)
  return font.getVariation({ wght: fontWeight })
}

/** A point midway between two control points is understood, and is left out. */
function isUnderstood(before: OutlinePoint, point: OutlinePoint, after: OutlinePoint): boolean {
  const midway = (axis: 'x' | 'y') => Math.abs(2 * point[axis] - before[axis] - after[axis]) <= 1
  return point.on && !before.on && !after.on && midway('x') && midway('y')
}

function closed(points: readonly OutlinePoint[]): OutlinePoint[] {
  const [first, last] = [points[0], points.at(-1)]
  const repeated = points.length > 1 && first && last?.on && last.x === first.x && last.y === first.y
  const ring = repeated ? points.slice(0, -1) : [...points]
  return ring.filter((point, index) => {
    const before = ring[(index || ring.length) - 1]
    const after = ring[(index + 1) % ring.length]
    return index === 0 || !before || !after || !isUnderstood(before, point, after)
  })
}

function letterOf(font: Font, point: number): Letter {
  const { path, advanceWidth } = font.glyphForCodePoint(point)
  const contours: OutlinePoint[][] = []
  const put = (on: boolean, x = 0, y = 0) => contours.at(-1)?.push({ on, x: Math.round(x), y: Math.round(y) })
  for (const { command, args } of path.commands) {
    const [x1, y1, x2, y2] = args
    if (command === 'moveTo') contours.push([])
    if (command === 'moveTo' || command === 'lineTo') put(true, x1, y1)
    if (command === 'quadraticCurveTo') {
      put(false, x1, y1)
      put(true, x2, y2)
    }
  }
  const rings = contours.map(closed).filter((ring) => ring.length > 2)
  return { point, advance: Math.round(advanceWidth), contours: rings }
}

export interface Outlines {
  letters: readonly Letter[]
  unitsPerEm: number
  ascent: number
  descent: number
  copyright: string
  /** What the face does not have. */
  missing: readonly string[]
}

/** @param wanted each letter once */
export async function outlinesOf(wanted: readonly string[]): Promise<Outlines> {
  const left = new Set(wanted.map((letter) => letter.codePointAt(0) ?? 0))
  const letters: Letter[] = []
  let facts = { unitsPerEm: 1_000, ascent: 880, descent: -120, copyright: '' }
  for (const slice of slicesIn(await readFile(require.resolve(faceTable), 'utf8'))) {
    const here = [...left].filter((point) => mayHave(slice, point))
    if (here.length === 0) continue
    const font = await openSlice(slice.name)
    const { unitsPerEm, ascent, descent } = font
    facts = { unitsPerEm, ascent, descent, copyright: String(font.copyright ?? '') }
    for (const point of here) {
      if (!font.hasGlyphForCodePoint(point)) continue
      const letter = letterOf(font, point)
      // A letter in the map with nothing drawn for it would leave a hole in a sentence.
      if (letter.contours.length === 0 && String.fromCodePoint(point).trim() !== '') continue
      letters.push(letter)
      left.delete(point)
    }
  }
  letters.sort((a, b) => a.point - b.point)
  return { letters, ...facts, missing: [...left].map((point) => String.fromCodePoint(point)) }
}
