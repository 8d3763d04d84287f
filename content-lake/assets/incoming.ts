/**
 * @file Writes an upload's bytes to a temporary file, hashed as they come.
 *
 * Refuses before the first byte what cannot end well: more than the limit, or more than the disk has beside
 * what the database needs. When this returns, the bytes are on the disk; when it throws, the caller takes
 * the file away.
 */
import { createHash } from 'node:crypto'
import { open, statfs } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { failLake } from '../../contracts/errors/lake.ts'
import { piecesOf } from '../http/read.ts'
import { SNIFFED_BYTES } from './sniff.ts'

/** What is left to the database, so that a text can still be saved when pictures have filled the disk. */
const RESERVED_BYTES = 64 * 1024 * 1024
const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

export interface IncomingFile {
  writeFile(chunk: Buffer): Promise<void>
  sync(): Promise<void>
  close(): Promise<void>
}

/** Handed in, so that a disk can be full. */
export interface Disk {
  create(file: string): Promise<IncomingFile>
  freeBytes(folder: string): Promise<number>
}

export const realDisk: Disk = {
  create: (file) => open(file, 'wx'),
  async freeBytes(folder) {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  },
}

export const tooLarge = (bytesMax: number) =>
  failLake('lake.asset-too-large', { reason: `上限 ${Math.floor(bytesMax / 1024 / 1024)} MB`, bytesMax })

/** @throws PufaError `lake.asset-too-large`, `lake.disk-full` */
export async function checkRoom(
  request: IncomingMessage,
  folder: string,
  bytesMax: number,
  disk: Disk,
): Promise<void> {
  const announced = Number(request.headers['content-length'] ?? 0)
  if (announced > bytesMax) throw tooLarge(bytesMax)
  if ((await disk.freeBytes(folder)) < announced + RESERVED_BYTES) throw failLake('lake.disk-full')
}

/** @throws PufaError `lake.asset-too-large`, `lake.upload-incomplete`, `lake.disk-full` */
export async function writeIncoming(request: IncomingMessage, file: string, bytesMax: number, disk: Disk) {
  const sha1 = createHash('sha1')
  const sha256 = createHash('sha256')
  const heads: Buffer[] = []
  let bytes = 0
  try {
    const handle = await disk.create(file)
    try {
      for await (const chunk of piecesOf(request)) {
        if (bytes < SNIFFED_BYTES) heads.push(chunk)
        bytes += chunk.length
        if (bytes > bytesMax) throw tooLarge(bytesMax)
        sha1.update(chunk)
        sha256.update(chunk)
        await handle.writeFile(chunk)
      }
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'ECONNRESET') throw failLake('lake.upload-incomplete', {}, error)
    throw FULL.has(code) ? failLake('lake.disk-full', {}, error) : error
  }
  if (!request.complete || bytes === 0) throw failLake('lake.upload-incomplete')
  const head = Buffer.concat(heads).subarray(0, SNIFFED_BYTES)
  return { sha1: sha1.digest('hex'), sha256: sha256.digest('hex'), bytes, head }
}
