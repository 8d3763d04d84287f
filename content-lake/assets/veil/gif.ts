/** @file What a GIF tells beside its pictures: comments, XMP, and what follows its end. */
import type { FileBytes } from './bytes.ts'
import { blank, type Patch } from './patch.ts'

const KEPT = /^(NETSCAPE2\.0|ANIMEXTS1\.0|ICCRGBG1012)$/
const [EXTENSION, PICTURE, END] = [0x21, 0x2c, 0x3b]
const [COMMENT, APPLICATION] = [0xfe, 0xff]

const tableBytes = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)

export async function veilGif(file: FileBytes): Promise<Patch[]> {
  const patches: Patch[] = []
  let at = 13 + tableBytes((await file.read(10, 1))[0] ?? 0)
  for (;;) {
    const head = await file.read(at, 14)
    switch (head[0]) {
      case PICTURE:
        at = await passBlocks(file, at + 11 + tableBytes(head[9] ?? 0), null)
        break
      case EXTENSION: {
        const isKept = head[1] === APPLICATION && KEPT.test(head.toString('latin1', 3, 14))
        const isTold = head[1] === COMMENT || (head[1] === APPLICATION && !isKept)
        at = await passBlocks(file, at + 2, isTold ? patches : null)
        break
      }
      default: {
        // The end, or nothing that a decoder would go on with.
        const rest = head[0] === END ? at + 1 : at
        if (rest < file.size) patches.push(blank(rest, file.size - rest))
        return patches
      }
    }
  }
}

/** @param blanked takes a patch for each block's content. @returns where the blocks end */
async function passBlocks(file: FileBytes, from: number, blanked: Patch[] | null): Promise<number> {
  let at = from
  for (;;) {
    const [length = 0] = await file.read(at, 1)
    if (length === 0) return at + 1
    blanked?.push(blank(at + 1, length))
    at += 1 + length
  }
}
