/**
 * @file Writes a tar archive (POSIX ustar), entry by entry, into a stream.
 *
 * Names are ASCII and at most 100 bytes after their folder of at most 155; a larger file than ustar can say
 * (8 GiB) is refused.
 */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { once } from 'node:events'
import type { Writable } from 'node:stream'

const BLOCK = 512
const BYTES_MAX = 8 * 1024 ** 3 - 1

export interface TarWriter {
  /** @param name such as `folder/images/a.png` */
  file(name: string, source: string): Promise<void>
  /** Ends the archive, not the stream. */
  end(): Promise<void>
}

/** @param modifiedAt seconds since 1970 that every entry bears */
export function tarInto(stream: Writable, modifiedAt: number): TarWriter {
  async function write(chunk: Buffer): Promise<void> {
    if (!stream.write(chunk)) await once(stream, 'drain')
  }
  return {
    async file(name, source) {
      const { size } = await stat(source)
      await write(header(name, size, modifiedAt))
      for await (const chunk of createReadStream(source)) await write(chunk as Buffer)
      if (size % BLOCK !== 0) await write(Buffer.alloc(BLOCK - (size % BLOCK)))
    },
    end: () => write(Buffer.alloc(2 * BLOCK)),
  }
}

function header(path: string, size: number, modifiedAt: number): Buffer {
  if (size > BYTES_MAX) throw new Error(`文件太大，放不进压缩包：${path}`)
  const cut = path.lastIndexOf('/')
  const [folder, name] = [path.slice(0, Math.max(0, cut)), path.slice(cut + 1)]
  const isAscii = Buffer.byteLength(path) === path.length
  if (!isAscii || name.length > 100 || folder.length > 155) throw new Error(`文件名太长：${path}`)
  const block = Buffer.alloc(BLOCK)
  const octal = (value: number, at: number, length: number) =>
    block.write(`${value.toString(8).padStart(length - 1, '0')}\0`, at, 'latin1')
  block.write(name, 0, 'latin1')
  octal(0o644, 100, 8)
  octal(0, 108, 8)
  octal(0, 116, 8)
  octal(size, 124, 12)
  octal(modifiedAt, 136, 12)
  block.write('        0', 148, 'latin1')
  block.write('ustar\x0000', 257, 'latin1')
  block.write(folder, 345, 'latin1')
  const sum = block.reduce((total, byte) => total + byte, 0)
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  return block
}
