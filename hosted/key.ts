/**
 * @file The server's own key, by which it knows again what it has let through: 32 bytes of chance.
 *
 * Made at first need, readable by its owner alone, there whole or not at all. It never leaves this machine but
 * in a backup. Without it nothing that was approved counts as approved any more, and must be adopted anew.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { failHosted } from '../contracts/errors/hosted.ts'

const keyBytes = 32

export interface ReviewKey {
  key: Buffer
  /** Made by this call: what was sealed with an earlier one is sealed no more. */
  isNew: boolean
}

/** @param dataFolder `PUFA_DATA` @throws PufaError `hosted.key-damaged` */
export function openReviewKey(dataFolder: string): ReviewKey {
  const file = join(dataFolder, 'review.key')
  const isNew = !existsSync(file)
  if (isNew) {
    const part = `${file}.part`
    rmSync(part, { force: true })
    writeFileSync(part, randomBytes(keyBytes), { mode: 0o600, flag: 'wx', flush: true })
    renameSync(part, file)
  }
  const key = readKey(file)
  if (key.length !== keyBytes) throw failHosted('hosted.key-damaged', { file })
  return { key, isNew }
}

function readKey(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    throw failHosted('hosted.key-damaged', { file }, error)
  }
}
