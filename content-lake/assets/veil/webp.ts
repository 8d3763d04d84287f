/**
 * @file What a WebP tells beside its picture: EXIF, XMP, and chunks that nobody knows.
 *
 * Such a chunk is renamed and emptied, and the head no longer announces it; EXIF that turns the picture
 * becomes EXIF that says only so.
 */
import type { FileBytes } from './bytes.ts'
import { orientationOf, uprightTiff } from './orientation.ts'
import { blank, write, type Patch } from './patch.ts'

const KEPT = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])
const EXIF_FLAG = 0x08
const XMP_FLAG = 0x04
const JUNK = Buffer.from('JUNK', 'latin1')
const EXIF_HEAD = 'Exif\0\0'

export async function veilWebp(file: FileBytes): Promise<Patch[]> {
  const patches: Patch[] = []
  let flagsAt: number | null = null
  let isTurned = false
  let at = 12
  while (at + 8 <= file.size) {
    const head = await file.read(at, 8)
    const type = head.toString('latin1', 0, 4)
    const length = Math.min(head.readUInt32LE(4), file.size - at - 8)
    if (type === 'VP8X') flagsAt = at + 8
    if (!KEPT.has(type)) {
      const way = type === 'EXIF' ? await wayUp(file, at + 8, length) : 1
      if (way === 1) patches.push(write(at, JUNK), blank(at + 8, length))
      else {
        patches.push(write(at + 8, uprightTiff(way), length))
        isTurned = true
      }
    }
    at += 8 + length + (length % 2)
  }
  const flags = flagsAt === null ? undefined : (await file.read(flagsAt, 1))[0]
  if (flagsAt !== null && flags !== undefined && patches.length > 0)
    patches.push(write(flagsAt, Buffer.of(flags & ~(isTurned ? XMP_FLAG : XMP_FLAG | EXIF_FLAG))))
  return patches
}

async function wayUp(file: FileBytes, at: number, length: number): Promise<number> {
  const content = await file.read(at, length)
  const isLabelled = content.toString('latin1', 0, EXIF_HEAD.length) === EXIF_HEAD
  return orientationOf(isLabelled ? content.subarray(EXIF_HEAD.length) : content)
}
