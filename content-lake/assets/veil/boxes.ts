/** @file Walks the boxes of an ISO media file (MP4, MOV, AVIF). */
import type { FileBytes } from './bytes.ts'

export interface Box {
  type: string
  /** Where its head begins, its content begins, and it ends. */
  at: number
  content: number
  end: number
}

/** Boxes in a row that a sane file has at most. */
const BOXES_MAX = 10_000

/** @throws Error where a box is longer than what holds it */
export async function boxesIn(file: FileBytes, from: number, to: number): Promise<Box[]> {
  const boxes: Box[] = []
  for (let at = from; at + 8 <= to;) {
    const head = await file.read(at, 16)
    const size = head.readUInt32BE(0)
    const isLong = size === 1 && head.length === 16
    const bytes = size === 0 ? to - at : isLong ? Number(head.readBigUInt64BE(8)) : size
    const end = at + bytes
    const content = at + (isLong ? 16 : 8)
    if (end < content || end > to || boxes.length >= BOXES_MAX) throw new Error('a box without an end')
    boxes.push({ type: head.toString('latin1', 4, 8), at, content, end })
    at = end
  }
  return boxes
}
