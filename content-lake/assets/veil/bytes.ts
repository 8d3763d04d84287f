/** @file Reads pieces of a file by their place; asking behind the end gives what there is. */
import { open } from 'node:fs/promises'

export interface FileBytes {
  size: number
  /** May be shorter than asked for, at the end of the file. */
  read(at: number, length: number): Promise<Buffer>
}

const WINDOW_BYTES = 64 * 1024

/** Small pieces are cut from a window that is read at once: formats are walked a few bytes at a time. */
export async function withBytes<T>(file: string, use: (bytes: FileBytes) => Promise<T>): Promise<T> {
  const handle = await open(file, 'r')
  let window = Buffer.alloc(0)
  let windowAt = 0
  const readFrom = async (at: number, length: number) => {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, at)
    return buffer.subarray(0, bytesRead)
  }
  try {
    const { size } = await handle.stat()
    return await use({
      size,
      async read(at, length) {
        const wanted = Math.max(0, Math.min(length, size - at))
        if (wanted >= WINDOW_BYTES) return await readFrom(at, wanted)
        if (at < windowAt || at + wanted > windowAt + window.length) {
          window = await readFrom(at, WINDOW_BYTES)
          windowAt = at
        }
        return window.subarray(at - windowAt, at - windowAt + wanted)
      },
    })
  } finally {
    await handle.close()
  }
}
