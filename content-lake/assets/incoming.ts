/**
 * @file Writes an upload's bytes to a temporary file, hashed as they come.
 *
 * Refuses before the first byte what cannot end well: more than the limit, or more than the disk has beside
 * what the database needs. When this returns, the bytes are on the disk; when it throws, the caller takes
 * the file away.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, statfs } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { failLake } from '../../contracts/errors/lake.ts'
import { piecesOf } from '../http/read.ts'
import { SNIFFED_BYTES } from './sniff.ts'

/** What is left to the database, so that a text can still be saved when pictures have filled the disk. */
export const RESERVED_BYTES = 64 * 1024 * 1024
const CUT = new Set(['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE'])
const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

/** What is known of bytes once all of them are on the disk. */
export interface Written {
  sha1: string
  sha256: string
  bytes: number
  /** The first of them, by which the kind is told. */
  head: Buffer
}

export interface IncomingFile {
  writeFile(chunk: Buffer): Promise<void>
  sync(): Promise<void>
  close(): Promise<void>
}

/** Handed in, so that a disk can be full. */
export interface Disk {
  create(file: string): Promise<IncomingFile>
  /** Writes go to the end of a file that is there. */
  extend(file: string): Promise<IncomingFile>
  freeBytes(folder: string): Promise<number>
}

export const realDisk: Disk = {
  create: (file) => open(file, 'wx'),
  extend: (file) => open(file, 'a'),
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
export async function writeIncoming(
  request: IncomingMessage,
  file: string,
  bytesMax: number,
  disk: Disk,
): Promise<Written> {
  const summing = sumOf()
  let bytes = 0
  try {
    const handle = await disk.create(file)
    try {
      for await (const chunk of piecesOf(request)) {
        bytes += chunk.length
        if (bytes > bytesMax) throw tooLarge(bytesMax)
        summing.take(chunk)
        await handle.writeFile(chunk)
      }
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw writeFault(error)
  }
  if (!request.complete || bytes === 0) throw failLake('lake.upload-incomplete')
  return summing.written()
}

/** What went wrong between a sender and the disk, as it is told. */
export function writeFault(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (CUT.has(code)) return failLake('lake.upload-incomplete', {}, error)
  return FULL.has(code) ? failLake('lake.disk-full', {}, error) : error
}

/** The same of a file that came in parts, read once from its beginning. */
export async function readWritten(file: string): Promise<Written> {
  const summing = sumOf()
  for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 }))
    summing.take(chunk as Buffer)
  return summing.written()
}

function sumOf() {
  const sha1 = createHash('sha1')
  const sha256 = createHash('sha256')
  const heads: Buffer[] = []
  let bytes = 0
  return {
    take(chunk: Buffer): void {
      if (bytes < SNIFFED_BYTES) heads.push(chunk)
      bytes += chunk.length
      sha1.update(chunk)
      sha256.update(chunk)
    },
    written(): Written {
      const head = Buffer.concat(heads).subarray(0, SNIFFED_BYTES)
      return { sha1: sha1.digest('hex'), sha256: sha256.digest('hex'), bytes, head }
    },
  }
}
