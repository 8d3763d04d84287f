/**
 * @file What else lies in the data folder: leftovers, foreign files, renditions that changed, room on the disk.
 *
 * Read-only.
 */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readdirSync, statfsSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fault, note, type Findings } from '../../content-lake/upkeep/finding.ts'
import { isForeign, restoreMark } from '../backup/data-folder.ts'

export const roomBytesMin = 1024 ** 3

/** Every file below a folder, by its path inside it. Links are followed: films may lie on a disk of their own. */
export function filesIn(folder: string, below = ''): string[] {
  return readdirSync(join(folder, below))
    .sort()
    .flatMap((name) => {
      const file = below === '' ? name : `${below}/${name}`
      // What was there a moment ago may be gone: the program goes on beside.
      const found = statSync(join(folder, file), { throwIfNoEntry: false })
      if (found?.isDirectory()) return filesIn(folder, file)
      return found?.isFile() ? [file] : []
    })
}

/** @param isRunning what a running program is just writing is no leftover */
export async function checkFiles(folder: string, isRunning: boolean, findings: Findings): Promise<void> {
  for (const file of filesIn(folder)) {
    if (file === restoreMark) continue
    if (isForeign(file))
      findings.add(
        note(
          'file-foreign',
          `${file} 不是本系统的文件`,
          '确认不是别人放的重要文件后移到别处；备份会照样带上它',
        ),
      )
    const isLeftover = file.startsWith('assets/incoming/') || file.endsWith('.part')
    if (isLeftover && !isRunning)
      findings.add(note('file-leftover', `${file} 是中断的上传或转换留下的`, '不用管，下次启动会自动清掉'))
    if (/^signage\/assets\/[0-9a-f]{64}$/.test(file)) await checkRendition(folder, file, findings)
  }
  if (existsSync(join(folder, restoreMark)))
    findings.add(
      fault('restore-unfinished', '上一次恢复没有做完，里面的内容不全', '再运行一次 npm run restore'),
    )
  if (existsSync(join(folder, 'demo-loading')) && !isRunning)
    findings.add(note('demo-unfinished', '演示内容没有载入完', '不用管，下次启动会接着载入'))
}

async function checkRendition(folder: string, file: string, findings: Findings): Promise<void> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(join(folder, file))) hash.update(chunk as Buffer)
  if (hash.digest('hex') !== basename(file))
    findings.add(
      fault(
        'rendition-damaged',
        `给屏幕转换好的 ${file} 内容变了，屏幕不会播它`,
        '删掉这个文件再启动，系统会重新转换',
      ),
    )
}

export function checkRoom(folder: string, bytesMin: number, findings: Findings): void {
  const { bavail, bsize } = statfsSync(folder)
  const free = bavail * bsize
  if (free < bytesMin)
    findings.add(
      fault(
        'disk-low',
        `数据所在的磁盘只剩 ${Math.floor(free / 1024 ** 2)} MB`,
        '清理磁盘或换更大的盘；写满以后网站照常打开，但编辑的改动存不进去',
      ),
    )
}
