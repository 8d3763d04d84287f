/**
 * @file The one fact of a photograph's EXIF that readers need: which way up it is.
 *
 * Pure. `uprightTiff` is the smallest EXIF that says it and nothing else.
 */
const ORIENTATION = 0x0112
const ENTRY_BYTES = 12

/** @param tiff from its `II` or `MM` on. @returns 1 where it says nothing sensible */
export function orientationOf(tiff: Buffer): number {
  if (tiff.length < 14) return 1
  const order = tiff.toString('latin1', 0, 2)
  if (order !== 'II' && order !== 'MM') return 1
  const isLittle = order === 'II'
  const short = (at: number) =>
    at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  const entries = Math.min(short(directory), 200)
  for (let entry = 0; entry < entries; entry++) {
    const at = directory + 2 + entry * ENTRY_BYTES
    if (short(at) === ORIENTATION) return [2, 3, 4, 5, 6, 7, 8].find((way) => way === short(at + 8)) ?? 1
  }
  return 1
}

export function uprightTiff(orientation: number): Buffer {
  const tiff = Buffer.alloc(26)
  tiff.write('II*\0', 0, 'latin1')
  tiff.writeUInt32LE(8, 4)
  tiff.writeUInt16LE(1, 8)
  tiff.writeUInt16LE(ORIENTATION, 10)
  tiff.writeUInt16LE(3, 12)
  tiff.writeUInt32LE(1, 14)
  tiff.writeUInt16LE(orientation, 18)
  return tiff
}
