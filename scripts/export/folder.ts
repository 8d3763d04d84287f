/**
 * @file The folder of a copy: made beside its place and put there whole, or not at all.
 *
 * What stands there before is touched only when the copy is complete and the person has said that it may
 * go; a folder that holds the project, the data or a home is never replaced.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join, resolve, sep } from 'node:path'

const copyMarks = ['index.html', '404.html', 'offline-worker.js']

export interface CopyFolder {
  write(file: string, content: string | Buffer): Promise<void>
  /** Every file written so far, with a way to read it again. */
  texts(): Iterable<{ file: string; text: string }>
  bytes(): number
  /** Puts the copy in its place. */
  finish(): Promise<void>
  /** Takes away what was made. */
  giveUp(): Promise<void>
}

const textual = /\.(?:html|css|js|json|xml|txt|csv|svg)$/

/** @throws Error in plain Chinese when the copy may not stand there */
export async function openCopyFolder(wanted: string, options: { force: boolean; keep: readonly string[] }) {
  const place = resolve(wanted)
  for (const kept of [homedir(), ...options.keep].map((each) => resolve(each)))
    if (kept === place || kept.startsWith(place.endsWith(sep) ? place : place + sep))
      throw new Error(`不能导出到 ${place}：里面有系统自己的文件（${kept}）。请换一个空文件夹`)
  if (existsSync(place)) {
    if (!statSync(place).isDirectory()) throw new Error(`${place} 是一个文件，不是文件夹。请换一个名字`)
    if (readdirSync(place).length > 0 && !options.force)
      throw new Error(`文件夹 ${place} 不是空的。确认里面的东西可以整个换掉，就加上 --force 再运行一次`)
  }
  if (
    existsSync(place) &&
    options.keep.some((kept) => place.startsWith(resolve(kept) + sep)) &&
    !isCopy(place)
  )
    throw new Error(`不能导出到 ${place}：它在系统自己的文件夹里，又不是以前导出的副本。请换一个文件夹`)
  const making = `${place}.${process.pid}.partial`
  await mkdir(making, { recursive: true })
  return copyFolder(place, making)
}

/** Whether it is empty, or holds what an export has put there. */
const isCopy = (place: string) =>
  readdirSync(place).length === 0 || copyMarks.every((file) => existsSync(join(place, file)))

function copyFolder(place: string, making: string): CopyFolder {
  const written = new Map<string, number>()
  return {
    async write(file, content) {
      const path = join(making, file)
      if (!path.startsWith(making + sep)) throw new Error(`地址 ${file} 指到了文件夹外面`)
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, content)
      written.set(file, Buffer.byteLength(content))
    },
    *texts() {
      for (const file of written.keys())
        if (textual.test(file)) yield { file, text: readFileSync(join(making, file), 'utf8') }
    },
    bytes: () => [...written.values()].reduce((sum, bytes) => sum + bytes, 0),
    async finish() {
      const before = `${place}.${process.pid}.before`
      const existed = existsSync(place)
      if (existed) await rename(place, before)
      try {
        await rename(making, place)
      } catch (error) {
        if (existed) await rename(before, place)
        throw error
      }
      await rm(before, { recursive: true, force: true })
    },
    giveUp: () => rm(making, { recursive: true, force: true }),
  }
}

/** What a person can do about an error of the disk, in one line; null where it is another error. */
export function explainDisk(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  const path = 'path' in error ? String(error.path) : ''
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT')
    return '磁盘满了，没有导出。请腾出空间，或者换一个磁盘上的文件夹，再运行一次'
  if (error.code === 'EACCES' || error.code === 'EPERM' || error.code === 'EROFS')
    return `没有权限写 ${path}。请换一个自己能写的文件夹`
  if (error.code === 'EXDEV') return '导出的文件夹是一个挂载点，请导出到它里面的一个新文件夹'
  return null
}
