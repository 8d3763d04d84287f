/**
 * @file Packs files into one `.tar.gz`, one after the other, as they come.
 *
 * A file's bytes pass through and are never held whole; whoever reads slowly makes the packing wait. Where
 * packing fails, what was written is no whole archive, and its taker must throw it away.
 */
import { createReadStream, createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { createTarPacker } from 'modern-tar'

/** @param name in the archive, such as `folder/images/a.png` */
export type AddFile = (name: string, source: string) => Promise<void>

/**
 * Writes `file`, and waits until it is on disk.
 * @param mtime that every entry bears
 * @param fill adds the entries, each when the one before is done
 */
export async function pack<Result>(
  file: string,
  mtime: Date,
  fill: (add: AddFile) => Promise<Result>,
): Promise<Result> {
  const { readable, controller } = createTarPacker()
  const written = pipeline(Readable.fromWeb(readable), createGzip(), createWriteStream(file, { flush: true }))
  async function add(name: string, source: string): Promise<void> {
    const { size } = await stat(source)
    await Readable.toWeb(createReadStream(source)).pipeTo(controller.add({ name, size, mtime }))
  }
  async function fillWhole(): Promise<Result> {
    try {
      const result = await fill(add)
      controller.finalize()
      return result
    } catch (error) {
      controller.error(error)
      throw error
    }
  }
  // Both must be over before their files are taken away; a full disk is the cause of what then fails to be added.
  const [end, filled] = await Promise.allSettled([written, fillWhole()])
  if (end.status === 'rejected') throw end.reason
  if (filled.status === 'rejected') throw filled.reason
  return filled.value
}
