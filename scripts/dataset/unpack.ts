/**
 * @file Unpacks an archive into a folder of its own: `.tar.gz`, `.tar`, or documents alone (`.ndjson`, packed
 * or not), told by content.
 *
 * Only the four things that an archive holds are taken; a name that would lead elsewhere is passed over.
 */
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { TarHeader } from 'modern-tar'
import { unpackTar } from 'modern-tar/fs'

export interface Unpacked {
  /** Of `data.ndjson`. */
  documents: string
  /** Of `assets.json`, or null. */
  facts: string | null
  /** Paths such as `images/a.png` → where each lies. */
  files: ReadonlyMap<string, string>
  /** Takes everything away again. */
  remove(): Promise<void>
}

const HELD = /^(?:\.\/)?(?:[^/]+\/)?(data\.ndjson|assets\.json|(?:images|files)\/[^/\\\0]{1,200})$/
const GZIP = Buffer.from([0x1f, 0x8b])
const TAR_MARK_AT = 257

/** @throws Error in Chinese for what is no archive */
export async function unpack(file: string): Promise<Unpacked> {
  const folder = await mkdtemp(path.join(tmpdir(), 'pufa-dataset-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    const files = new Map<string, string>()
    for (const name of ['images', 'files']) await mkdir(path.join(folder, name))
    if (await isTar(file)) await unpackEntries(file, folder, files)
    else {
      await pipeline(await plain(file), createWriteStream(path.join(folder, 'data.ndjson')))
      files.set('data.ndjson', path.join(folder, 'data.ndjson'))
    }
    const documents = files.get('data.ndjson')
    if (documents === undefined) throw new Error('压缩包里没有 data.ndjson，它不是导出的内容')
    return { documents, facts: files.get('assets.json') ?? null, files, remove }
  } catch (error) {
    await remove()
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code.startsWith('Z_')) throw new Error('压缩包已损坏：文件可能没有传完', { cause: error })
    if (code === 'ENOSPC') throw new Error(`磁盘已满，放不下解开的内容（${folder}）`, { cause: error })
    throw error
  }
}

/** The file's bytes without gzip around them. */
async function plain(file: string): Promise<Readable> {
  const handle = await open(file, 'r')
  const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0)
  await handle.close()
  const stream = createReadStream(file)
  if (!buffer.equals(GZIP)) return stream
  const gunzip = createGunzip()
  stream.on('error', (error) => gunzip.destroy(error))
  return stream.pipe(gunzip)
}

async function isTar(file: string): Promise<boolean> {
  const stream = await plain(file)
  let head = Buffer.alloc(0)
  for await (const chunk of stream) {
    head = Buffer.concat([head, chunk as Buffer])
    if (head.length >= TAR_MARK_AT + 5) break
  }
  return head.toString('latin1', TAR_MARK_AT, TAR_MARK_AT + 5) === 'ustar'
}

/** `data.ndjson`, `images/a.png`; null for what is no file, or nothing that an archive holds. */
function heldName({ name, type }: TarHeader): string | null {
  const [, held] = HELD.exec(name) ?? []
  return type === 'file' && held !== undefined && !/\/\.\.?$/.test(held) ? held : null
}

/** Links are never made, so no name can lead out of the folder. Of two entries of one name the first counts. */
async function unpackEntries(file: string, folder: string, files: Map<string, string>): Promise<void> {
  const entries = unpackTar(folder, {
    strict: true,
    fmode: 0o600,
    filter: (header) => heldName(header) !== null,
    map(header) {
      const name = heldName(header) ?? ''
      files.set(name, path.join(folder, name))
      return { name, size: header.size, type: 'file' }
    },
  })
  try {
    await pipeline(await plain(file), entries)
  } catch (error) {
    // What has a code comes from the disk or from gzip; the rest is the archive's own fault.
    if (error instanceof Error && 'code' in error) throw error
    throw new Error('压缩包不完整或已损坏：文件可能没有传完，请重新复制或重新导出', { cause: error })
  }
}
