/** @file Decodes pictures before they are shown, and frees them as soon as they are covered. */
import type { Picture } from '../renderers/drawing.ts'

/** @param read the bytes of an asset, `null` when they are not at hand */
export function pictureDecoder(read: (sha256: string) => Promise<Blob | null>) {
  return async (sha256: string): Promise<Picture & { release(): void }> => {
    const blob = await read(sha256)
    if (!blob) throw new Error(`picture ${sha256} is not at hand`)
    const bitmap = await createImageBitmap(blob)
    return { source: bitmap, width: bitmap.width, height: bitmap.height, release: () => bitmap.close() }
  }
}
