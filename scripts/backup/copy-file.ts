/** @file Copies files so that they are on the disk and known by their hash, and says in Chinese why not. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Read by nobody but the program's account: there are keys and password hashes among them. */
export const fileMode = 0o600
export const folderMode = 0o700

export interface Hashed {
  bytes: number
  sha256: string
}

export async function hashOf(file: string): Promise<Hashed> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(file)) {
    hash.update(chunk as Buffer)
    bytes += (chunk as Buffer).length
  }
  return { bytes, sha256: hash.digest('hex') }
}

/** @param to must not be there. @returns what was written, which is on the disk */
export async function copyFile(from: string, to: string): Promise<Hashed> {
  // First of all, so that nothing is made for a source that has gone.
  const source = await open(from)
  const hash = createHash('sha256')
  let bytes = 0
  try {
    await mkdir(dirname(to), { recursive: true, mode: folderMode })
    const target = await open(to, 'wx', fileMode)
    try {
      for await (const chunk of source.createReadStream({ autoClose: false })) {
        hash.update(chunk as Buffer)
        bytes += (chunk as Buffer).length
        await target.writeFile(chunk as Buffer)
      }
      await target.sync()
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }
  return { bytes, sha256: hash.digest('hex') }
}

/** So that names, or a file's contents, survive a power cut. */
export async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const sqliteFull = 13

/** True when the disk had no room, whoever met it: the file system or SQLite. */
export function isFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')) return true
  return 'errcode' in error && (Number(error.errcode) & 0xff) === sqliteFull
}

export const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** An error of the file system in the words of a person. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? error.code : undefined
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return `没有读写的权限（${error.message}）。请用运行本系统的同一个账号运行本命令`
  if (code === 'EIO') return `磁盘读写出错（${error.message}）。这块盘可能要坏了，请尽快换盘`
  return error.message
}

export const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 ** 2)} MB`
