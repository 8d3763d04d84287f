/**
 * @file Puts a backup into an empty data folder.
 *
 * Nothing is written before every file of the backup has been held against its hash. While it is written a
 * mark stands in the folder that bars the start; a restore that was cut is made again from the beginning.
 */
import { existsSync, mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { lockFolder } from '../../content-lake/store/lock.ts'
import { PufaError } from '../../contracts/errors/registry.ts'
import { copyFile, folderMode, hashOf, isFull, megabytes, syncPath } from '../backup/copy-file.ts'
import { restoreMark } from '../backup/data-folder.ts'
import { readManifest, type BackupManifest } from '../backup/manifest.ts'

export interface RestoreRequest {
  /** The folder of one backup. */
  backup: string
  dataFolder: string
  say: (line: string) => void
}

/** May lie in a folder that is called empty: the lock itself, and what a new disk has. */
const nothing = new Set(['lock.db', 'lock.db-journal', 'lost+found'])

/** @throws Error in Chinese; then the data folder is as empty as it was */
export async function restoreBackup(request: RestoreRequest): Promise<BackupManifest> {
  const { backup, dataFolder, say } = request
  const manifest = readManifest(backup)
  const release = takeEmpty(dataFolder)
  try {
    say('正在核对备份……')
    await verify(backup, manifest)
    checkRoom(dataFolder, manifest)
    say('备份完好，正在恢复……')
    await putBack(request, manifest)
    return manifest
  } finally {
    release()
  }
}

/** Locks the folder. @throws Error in Chinese when it is in use or holds anything but a restore that was cut */
function takeEmpty(folder: string): () => void {
  const held = existsSync(folder) ? readdirSync(folder).filter((name) => !nothing.has(name)) : []
  if (held.length > 0 && !held.includes(restoreMark))
    throw new Error(
      `${folder} 不是空的（里面有 ${held[0]} 等 ${held.length} 项），没有动它。请先停止系统，把这个文件夹改名留底，再运行一次；或用 PUFA_DATA 指定一个空文件夹`,
    )
  try {
    const lock = lockFolder(folder, true)
    return () => lock.release()
  } catch (error) {
    throw error instanceof PufaError
      ? new Error(`${error.message}：${error.remedy}`, { cause: error })
      : error
  }
}

async function verify(backup: string, { files }: BackupManifest): Promise<void> {
  for (const { path, bytes, sha256 } of files) {
    const file = join(backup, path)
    const found = existsSync(file) ? await hashOf(file) : null
    if (found?.sha256 !== sha256 || found.bytes !== bytes)
      throw new Error(
        `备份里的 ${path} ${found ? '内容变了，与校验值不符' : '不见了'}，什么也没有恢复。请换一份备份，或从备份的另一个副本里取回这个文件`,
      )
  }
}

function checkRoom(folder: string, { files }: BackupManifest): void {
  const needed = files.reduce((sum, { bytes }) => sum + bytes, 0)
  const { bavail, bsize } = statfsSync(folder)
  if (bavail * bsize < needed)
    throw new Error(
      `${folder} 所在的磁盘放不下：要 ${megabytes(needed)}，只剩 ${megabytes(bavail * bsize)}。清理磁盘或换一块盘再恢复`,
    )
}

async function putBack({ backup, dataFolder }: RestoreRequest, { files }: BackupManifest): Promise<void> {
  const mark = join(dataFolder, restoreMark)
  writeFileSync(mark, '', { flush: true })
  try {
    empty(dataFolder)
    for (const { path, sha256 } of files) {
      mkdirSync(dirname(join(dataFolder, path)), { recursive: true, mode: folderMode })
      const copied = await copyFile(join(backup, path), join(dataFolder, path))
      if (copied.sha256 !== sha256)
        throw new Error(`${path} 在恢复时读出的内容变了：备份所在的磁盘可能有故障`)
    }
    for (const folder of new Set(files.map(({ path }) => dirname(join(dataFolder, path)))))
      await syncPath(folder)
  } catch (error) {
    empty(dataFolder)
    rmSync(mark, { force: true })
    throw isFull(error)
      ? new Error(`${dataFolder} 所在的磁盘写满了，没有恢复成，写了一半的已经清掉。清理磁盘后再运行一次`, {
          cause: error,
        })
      : error
  }
  rmSync(mark)
  await syncPath(dataFolder)
}

function empty(folder: string): void {
  for (const name of readdirSync(folder))
    if (!nothing.has(name) && name !== restoreMark) rmSync(join(folder, name), { recursive: true })
}
