/**
 * @file What a PNG tells beside its picture: texts, EXIF, the time of its making, what follows its end.
 *
 * Such a chunk becomes a private one of the same length that every decoder passes over; EXIF that turns the
 * picture becomes EXIF that says only so.
 */
import { crc32 } from 'node:zlib'
import type { FileBytes } from './bytes.ts'
import { orientationOf, uprightTiff } from './orientation.ts'
import { blank, write, type Patch } from './patch.ts'

const TOLD = new Set(['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME'])
const NAMELESS = 'puFa'
const SIGNATURE_BYTES = 8
const TOLD_BYTES_MAX = 64 * 1024 * 1024

export async function veilPng(file: FileBytes): Promise<Patch[]> {
  const patches: Patch[] = []
  for (let at = SIGNATURE_BYTES; at + 12 <= file.size;) {
    const head = await file.read(at, 8)
    const length = head.readUInt32BE(0)
    const type = head.toString('latin1', 4, 8)
    const end = at + 12 + length
    if (type === 'IEND') {
      if (end < file.size) patches.push(blank(end, file.size - end))
      return patches
    }
    if (TOLD.has(type)) {
      if (length > TOLD_BYTES_MAX || end > file.size) throw new Error(`PNG: ${type} of ${length} bytes`)
      patches.push(...(await silence(file, type, at + 4, length)))
    }
    at = end
  }
  return patches
}

/** Type, content and checksum in place of the chunk's own. @param at of its type */
async function silence(file: FileBytes, type: string, at: number, length: number): Promise<Patch[]> {
  const orientation = type === 'eXIf' ? orientationOf(await file.read(at + 4, length)) : 1
  const name = Buffer.from(orientation === 1 ? NAMELESS : type, 'latin1')
  const content = Buffer.alloc(length)
  if (orientation !== 1) uprightTiff(orientation).copy(content)
  const checksum = Buffer.alloc(4)
  checksum.writeUInt32BE(crc32(content, crc32(name)))
  const shown = orientation === 1 ? blank(at + 4, length) : write(at + 4, uprightTiff(orientation), length)
  return [write(at, name), shown, write(at + 4 + length, checksum)]
}
