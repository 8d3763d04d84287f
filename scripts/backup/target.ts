/** @file The folder that backups go to: where it may lie, what a backup is called, and which ones are kept. */
import { existsSync, mkdirSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { folderMode } from './copy-file.ts'
import { manifestName } from './manifest.ts'

const nameOfBackup = /^pufa-\d{8}-\d{6}(-\d+)?$/
const unfinished = /^\.pufa-.*\.part$/
/** Another backup may be at work; one that is older than this was cut. */
const unfinishedMsMax = 24 * 3_600_000

/** The real place of a path of which the end need not be there yet. */
function realPlace(path: string): string {
  if (existsSync(path)) return realpathSync(path)
  return join(realPlace(dirname(path)), relative(dirname(path), path))
}

/** Makes the folder. @throws Error in Chinese when it lies in the data folder */
export function prepareTarget(target: string, dataFolder: string): void {
  const inside = relative(realpathSync(dataFolder), realPlace(resolve(target)))
  if (inside === '' || (inside !== '..' && !inside.startsWith(`..${sep}`)))
    throw new Error(
      `备份不能放在数据文件夹 ${dataFolder} 里面：磁盘坏了会一起丢。请换一个文件夹，最好在另一块盘上`,
    )
  mkdirSync(target, { recursive: true, mode: folderMode })
}

/** By local time, and never one that is there. */
export function freeName(target: string, now: Date): string {
  const two = (part: number) => String(part).padStart(2, '0')
  const day = `${now.getFullYear()}${two(now.getMonth() + 1)}${two(now.getDate())}`
  const name = `pufa-${day}-${two(now.getHours())}${two(now.getMinutes())}${two(now.getSeconds())}`
  for (let count = 2, free = name; ; count++) {
    if (!existsSync(join(target, free)) && !existsSync(workFolder(target, free))) return free
    free = `${name}-${count}`
  }
}

/** Where a backup is made before it bears its name. */
export const workFolder = (target: string, name: string): string => join(target, `.${name}.part`)

/** Backups that are whole, oldest first. */
export function backupsIn(target: string): string[] {
  return readdirSync(target)
    .filter((name) => nameOfBackup.test(name) && existsSync(join(target, name, manifestName)))
    .sort((one, other) => madeAt(target, one) - madeAt(target, other) || (one < other ? -1 : 1))
}

const madeAt = (target: string, name: string) => statSync(join(target, name, manifestName)).mtimeMs

/** @returns the names that were removed */
export function keepNewest(target: string, keep: number): string[] {
  const old = backupsIn(target).slice(0, -keep)
  for (const name of old) {
    // Without its list it is no backup, however far the removal gets.
    rmSync(join(target, name, manifestName))
    rmSync(join(target, name), { recursive: true })
  }
  return old
}

/** Removes what backups that were cut long ago have left. */
export function sweepUnfinished(target: string, now: Date): void {
  for (const name of readdirSync(target))
    if (unfinished.test(name) && now.getTime() - statSync(join(target, name)).mtimeMs > unfinishedMsMax)
      rmSync(join(target, name), { recursive: true, force: true })
}
