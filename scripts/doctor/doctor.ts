/**
 * @file Examines a data folder as a whole, read-only, beside a running program or on a stopped folder.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { checkDatabase } from '../../content-lake/upkeep/check-database.ts'
import { examineLake } from '../../content-lake/upkeep/examine.ts'
import { fault, Findings, RESTORE, type Finding } from '../../content-lake/upkeep/finding.ts'
import type { Clock } from '../../contracts/part.ts'
import { databases } from '../backup/data-folder.ts'
import { checkFiles, checkRoom, roomBytesMin } from './files.ts'
import { checkKeys } from './keys.ts'

export interface Diagnosis {
  findings: Finding[]
  /** Chinese, one line: what was looked at. */
  looked: string
}

/** @param say told what is being looked at */
export async function diagnose(
  folder: string,
  clock: Clock,
  say: (line: string) => void = () => {},
  roomMin = roomBytesMin,
): Promise<Diagnosis> {
  const findings = new Findings()
  let looked = ''
  const [lake = '', ...others] = databases
  const told: Finding[] = []
  if (existsSync(join(folder, lake))) {
    say('正在检查内容库、改动记录、图片和影片……')
    const { findings: ofLake, documents, transactions, assets } = await examineLake(folder, clock)
    told.push(...ofLake)
    looked = `文档 ${documents} 份，改动记录 ${transactions} 条，图片和文件 ${assets} 个`
  } else if (existsSync(join(folder, 'assets', 'originals')))
    findings.add(fault('database-missing', `数据库 ${lake} 不见了`, RESTORE))
  say('正在检查屏幕和网站的数据、密钥、磁盘……')
  for (const name of others)
    if (existsSync(join(folder, name))) checkDatabase(join(folder, name), name, findings)?.close()
  checkKeys(join(folder, 'signage'), findings)
  checkRoom(folder, roomMin, findings)
  await checkFiles(folder, isRunning(folder), findings)
  return { findings: [...told, ...findings.list()], looked }
}

const sqliteBusy = 5

/** True while a program holds the folder's lock; asked without taking it. */
export function isRunning(folder: string): boolean {
  const file = join(folder, 'lock.db')
  if (!existsSync(file)) return false
  const lock = new DatabaseSync(file, { readOnly: true, timeout: 0 })
  try {
    lock.prepare('SELECT count(*) FROM sqlite_schema').get()
    return false
  } catch (error) {
    return error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === sqliteBusy
  } finally {
    lock.close()
  }
}
