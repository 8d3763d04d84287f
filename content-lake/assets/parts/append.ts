/**
 * @file Writes one part to the end of what has come before it.
 *
 * What is told as kept is on the disk. When this ends, for whatever reason, the file is as long as was told
 * last: what a full disk took half is cut off again.
 */
import { truncate } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { failLake } from '../../../contracts/errors/lake.ts'
import { piecesOf } from '../../http/read.ts'
import { writeFault, type Disk, type IncomingFile } from '../incoming.ts'

/** So much may be lost of a part when the power fails. */
const keptEveryBytes = 4 * 1024 * 1024

export interface PartGoal {
  disk: Disk
  file: string
  /** Bytes that are there. */
  offset: number
  /** Of the whole. */
  length: number
  /** Told whenever so many are on the disk. */
  kept(offset: number): Promise<void>
}

/** @throws PufaError `lake.upload-incomplete`, `lake.malformed-request`, `lake.disk-full`, `lake.request-too-slow` */
export async function appendPart(request: IncomingMessage, goal: PartGoal): Promise<void> {
  let handle: IncomingFile | null = null
  let reached = goal.offset
  let safe = goal.offset
  const settle = async (file: IncomingFile): Promise<void> => {
    if (reached === safe) return
    await file.sync()
    await goal.kept(reached)
    safe = reached
  }
  try {
    handle = await goal.disk.extend(goal.file)
    try {
      for await (const piece of piecesOf(request)) {
        if (reached + piece.length > goal.length)
          throw failLake('lake.malformed-request', { reason: '这一段超出文件的长度' })
        await handle.writeFile(piece)
        reached += piece.length
        if (reached - safe >= keptEveryBytes) await settle(handle)
      }
    } finally {
      await settle(handle)
      await handle.close()
    }
  } catch (error) {
    await truncate(goal.file, safe)
    throw writeFault(error)
  }
  if (!request.complete) throw failLake('lake.upload-incomplete')
}
