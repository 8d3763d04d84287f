/**
 * @file Makes a backup of a data folder, while the program runs or not.
 *
 * Databases first, each one moment of itself, then the files: a picture is on the disk before its document
 * is stored, so whatever the copied database names is there to be copied after it. The folder bears its name
 * only when its list is written and everything is on the disk; whatever fails leaves nothing behind.
 */
import { existsSync, mkdirSync, rmSync, statfsSync, statSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileNameOf } from '../../content-lake/upkeep/check-assets.ts'
import { copyDatabase } from '../../content-lake/upkeep/copy-database.ts'
import type { LakeDocument } from '../../content-lake/store/document.ts'
import { filesIn } from '../doctor/files.ts'
import {
  copyFile,
  explain,
  fileMode,
  folderMode,
  hashOf,
  isFull,
  isMissing,
  megabytes,
  syncPath,
} from './copy-file.ts'
import { databases, isLeftOut } from './data-folder.ts'
import { manifestName, type BackedUpFile, type BackupManifest } from './manifest.ts'
import { freeName, keepNewest, prepareTarget, sweepUnfinished, workFolder } from './target.ts'

export interface BackupRequest {
  dataFolder: string
  /** Holds one folder a backup. */
  target: string
  /** So many of the newest stay; null: all. */
  keep: number | null
  now: Date
  say: (line: string) => void
  /** Ends it early, with the reason given; then nothing is left either. */
  stop?: AbortSignal
}

export interface MadeBackup {
  folder: string
  manifest: BackupManifest
  /** Files of assets that the copied database names and that were not there. */
  missing: string[]
}

/** @throws Error in Chinese; then the target holds what it held before */
export async function makeBackup(request: BackupRequest): Promise<MadeBackup> {
  const { dataFolder, target, keep, now, say } = request
  const present = databases.filter((name) => existsSync(join(dataFolder, name)))
  if (present.length === 0)
    throw new Error(`${dataFolder} 里没有数据。启动时设过 PUFA_DATA 的，这里也要设成同一个文件夹`)
  prepareTarget(target, dataFolder)
  sweepUnfinished(target, now)
  const files = filesIn(dataFolder).filter((file) => !isLeftOut(file) && !databases.includes(file))
  checkRoom(target, sizeOf(dataFolder, [...present, ...files]))
  const name = freeName(target, now)
  const work = workFolder(target, name)
  try {
    mkdirSync(work, { mode: folderMode })
    const copied = await copyDatabases(request, work, present)
    const list = [...copied.files, ...(await copyFiles(request, work, files))]
    const missing = missingAssets(work, new Set(list.map(({ path }) => path)))
    const manifest: BackupManifest = {
      format: 1,
      madeAt: now.toISOString(),
      seq: copied.seq,
      files: list,
    }
    await finish(work, join(target, name), manifest)
    for (const old of keep === null ? [] : keepNewest(target, keep)) say(`已删去较早的备份 ${old}`)
    return { folder: join(target, name), manifest, missing }
  } catch (error) {
    rmSync(work, { recursive: true, force: true })
    if (isFull(error)) throw noRoom(target, error)
    throw error
  }
}

function sizeOf(folder: string, files: readonly string[]): number {
  return files.reduce(
    (sum, file) => sum + (statSync(join(folder, file), { throwIfNoEntry: false })?.size ?? 0),
    0,
  )
}

function checkRoom(target: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(target)
  if (bavail * bsize < bytes)
    throw new Error(
      `${target} 所在的磁盘放不下：这份备份要 ${megabytes(bytes)}，只剩 ${megabytes(bavail * bsize)}。清理磁盘、换一块盘，或用 --keep 少留几份`,
    )
}

const noRoom = (target: string, cause: unknown) =>
  new Error(`${target} 所在的磁盘写满了，这次备份没有做成，写了一半的已经清掉。清理磁盘后再运行一次`, {
    cause,
  })

async function copyDatabases(request: BackupRequest, to: string, names: readonly string[]) {
  const { dataFolder: from, say, stop } = request
  const files: BackedUpFile[] = []
  let seq: number | null = null
  for (const name of names) {
    const file = join(to, name)
    mkdirSync(dirname(file), { recursive: true, mode: folderMode })
    await writeFile(file, '', { mode: fileMode })
    const copied = await copyDatabase(join(from, name), file, tenths(`数据库 ${name}`, say)).catch(
      (error: unknown) => {
        throw isFull(error) ? error : unreadable(name, error)
      },
    )
    stop?.throwIfAborted()
    await syncPath(file)
    seq ??= copied.seq
    files.push({ path: name, ...(await hashOf(file)) })
    say(`  数据库 ${name} 已备份（${megabytes(statSync(file).size)}）`)
  }
  return { files, seq }
}

async function copyFiles(request: BackupRequest, to: string, names: readonly string[]) {
  const { dataFolder: from, say, stop } = request
  const files: BackedUpFile[] = []
  const progress = tenths(`图片、影片和密钥共 ${names.length} 个文件`, say)
  for (const [index, name] of names.entries()) {
    try {
      files.push({ path: name, ...(await copyFile(join(from, name), join(to, name))) })
    } catch (error) {
      // The program may have swept it since the list was made; a file that the lake needs is missed below.
      if (!isMissing(error)) throw error
    }
    progress((index + 1) / names.length)
    stop?.throwIfAborted()
  }
  say(`  图片、影片和密钥共 ${files.length} 个文件已备份`)
  return files
}

const unreadable = (name: string, cause: unknown) =>
  new Error(`数据库 ${name} 读不出来（${explain(cause)}）。运行 npm run doctor 看哪里坏了`, { cause })

/** Says every tenth of the way but the last, which the caller tells. */
function tenths(what: string, say: (line: string) => void): (share: number) => void {
  let told = 0
  return (share) => {
    const tenth = Math.floor(share * 10)
    if (tenth > told && tenth < 10) say(`  ${what}：${tenth * 10}%`)
    told = Math.max(told, tenth)
  }
}

function missingAssets(work: string, held: ReadonlySet<string>): string[] {
  const file = join(work, 'lake.db')
  if (!existsSync(file)) return []
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    return database
      .prepare("SELECT json FROM documents WHERE type IN ('sanity.imageAsset', 'sanity.fileAsset')")
      .all()
      .map((row) => fileNameOf(JSON.parse(String(row['json'])) as LakeDocument))
      .filter((name) => !held.has(`assets/originals/${name}`))
  } finally {
    database.close()
  }
}

async function finish(work: string, folder: string, manifest: BackupManifest): Promise<void> {
  const list = join(work, manifestName)
  await writeFile(`${list}.part`, `${JSON.stringify(manifest, null, 1)}\n`, { mode: fileMode, flush: true })
  await rename(`${list}.part`, list)
  await syncPath(work)
  await rename(work, folder)
  await syncPath(dirname(folder))
}
