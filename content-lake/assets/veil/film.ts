/**
 * @file What an MP4 or MOV tells beside its film: where and with what it was taken (`udta`, `meta`, XMP).
 *
 * Such a box becomes a free one of the same length. What a camera records second by second inside the film's
 * own data is not looked for.
 */
import { boxesIn, type Box } from './boxes.ts'
import type { FileBytes } from './bytes.ts'
import { blank, write, type Patch } from './patch.ts'

const TOLD = new Set(['udta', 'meta', 'uuid'])
const HOLDERS = new Set(['moov', 'trak'])
const FREE = Buffer.from('free', 'latin1')

export async function veilFilm(file: FileBytes): Promise<Patch[]> {
  return (await told(file, await topBoxes(file))).flatMap(({ at, content, end }) => [
    write(at + 4, FREE),
    blank(content, end - content),
  ])
}

async function told(file: FileBytes, boxes: readonly Box[]): Promise<Box[]> {
  const found: Box[] = []
  for (const box of boxes)
    if (TOLD.has(box.type)) found.push(box)
    else if (HOLDERS.has(box.type))
      found.push(...(await told(file, await boxesIn(file, box.content, box.end))))
  return found
}

/** A film cut off at its end still plays, and its last box is longer than the file. */
async function topBoxes(file: FileBytes): Promise<Box[]> {
  const boxes: Box[] = []
  for (let at = 0; at + 8 <= file.size;) {
    const head = await file.read(at, 16)
    const size = head.readUInt32BE(0)
    const bytes = size === 1 && head.length === 16 ? Number(head.readBigUInt64BE(8)) : size
    const end = bytes < 8 ? file.size : Math.min(file.size, at + bytes)
    boxes.push({ type: head.toString('latin1', 4, 8), at, content: at + (size === 1 ? 16 : 8), end })
    at = end
  }
  return boxes
}
