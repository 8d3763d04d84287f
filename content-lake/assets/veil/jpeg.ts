/**
 * @file What a JPEG tells beside its picture: EXIF, XMP, IPTC, maker's notes, comments, and whatever follows
 * the picture's end (previews and depth maps of telephones, each with an EXIF of its own).
 *
 * Kept: the shape of pixels (JFIF), the colour profile (ICC), Adobe's colour mark, and the orientation.
 */
import type { FileBytes } from './bytes.ts'
import { orientationOf, uprightTiff } from './orientation.ts'
import { blank, write, type Patch } from './patch.ts'

const SCANNED_BYTES = 64 * 1024
const EXIF = 'Exif\0\0'
const [END, SCAN, COMMENT] = [0xd9, 0xda, 0xfe]

const isBare = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)

function isKept(marker: number, head: string): boolean {
  if (marker === 0xe0) return true
  if (marker === 0xe2) return head.startsWith('ICC_PROFILE\0')
  return marker === 0xee && head.startsWith('Adobe')
}

export async function veilJpeg(file: FileBytes): Promise<Patch[]> {
  const patches: Patch[] = []
  let at = 2
  for (;;) {
    const found = await nextMarker(file, at)
    if (!found) return patches
    if (found.marker === END) {
      if (found.end < file.size) patches.push(blank(found.end, file.size - found.end))
      return patches
    }
    at = found.end
    const length = (await file.read(at, 2)).toString('hex')
    const bytes = Math.max(2, Number.parseInt(length || '0', 16))
    const isTold = (found.marker >= 0xe0 && found.marker <= 0xef) || found.marker === COMMENT
    if (isTold) patches.push(...(await veilSegment(file, found.marker, at + 2, bytes - 2)))
    // What follows the head of a scan is searched for the next marker.
    at = found.marker === SCAN ? at + 2 : at + bytes
  }
}

async function veilSegment(file: FileBytes, marker: number, at: number, length: number): Promise<Patch[]> {
  const content = await file.read(at, length)
  const head = content.toString('latin1', 0, 16)
  if (isKept(marker, head)) return []
  const orientation =
    marker === 0xe1 && head.startsWith(EXIF) ? orientationOf(content.subarray(EXIF.length)) : 1
  if (orientation === 1) return [blank(at, content.length)]
  return [write(at, Buffer.concat([Buffer.from(EXIF, 'latin1'), uprightTiff(orientation)]), content.length)]
}

/** The next marker at or after `at` that begins a segment or ends the picture; a stuffed 0xff is none. @returns null at the end of the file */
async function nextMarker(file: FileBytes, at: number): Promise<{ marker: number; end: number } | null> {
  for (let from = at; from < file.size;) {
    const piece = await file.read(from, SCANNED_BYTES)
    for (let place = piece.indexOf(0xff); place !== -1; place = piece.indexOf(0xff, place + 1)) {
      const marker = piece[place + 1]
      if (marker === undefined) break
      if (marker !== 0 && marker !== 0xff && !isBare(marker)) return { marker, end: from + place + 2 }
    }
    // One byte is read twice, since a marker may lie across two pieces.
    from += Math.max(1, piece.length - 1)
  }
  return null
}
