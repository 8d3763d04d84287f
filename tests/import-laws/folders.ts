/** @file Folders of statutes for tests: the sample beside this file, and small ones written for one case. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { articleLabel } from '../../scripts/import-laws/numerals.ts'

export const sample = fileURLToPath(new URL('./sample/', import.meta.url))

export interface TemporaryFolder {
  path: string
  write(files: Readonly<Record<string, string>>): void
  remove(): void
}

export function temporaryFolder(files: Readonly<Record<string, string>>): TemporaryFolder {
  const folder = mkdtempSync(path.join(tmpdir(), 'pufa-laws-'))
  const write: TemporaryFolder['write'] = (more) => {
    for (const [name, text] of Object.entries(more)) {
      mkdirSync(path.join(folder, path.dirname(name)), { recursive: true })
      writeFileSync(path.join(folder, name), text)
    }
  }
  write(files)
  return { path: folder, write, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** An invented law of so many articles; `changed` gives some of them another text. */
export function lawOf(
  title: string,
  articles: number,
  changed: Readonly<Record<number, string>> = {},
): string {
  const lines = Array.from({ length: articles }, (_, index) => {
    const main = index + 1
    return `**${articleLabel({ main, inserted: 0 })}**　${changed[main] ?? `这是第 ${main} 条的正文。`}`
  })
  return [`# ${title}`, '2020年1月1日示例大会通过', '## 第一章　总则', ...lines].join('\n\n')
}

/** A few words in GBK, which is no UTF-8. */
export function writeGbk(file: string): void {
  writeFileSync(file, Buffer.from([0x23, 0x20, 0xb7, 0xa8, 0xc2, 0xc9, 0x0a]))
}
