/**
 * @file Examines the lake in a data folder: its database, its log, its documents and their files.
 *
 * Read-only, on one snapshot of the database; works beside a running program and on a stopped folder.
 */
import path from 'node:path'
import type { Clock } from '../../contracts/part.ts'
import { DATABASE_FILE } from '../store/database.ts'
import { TABLES_VERSION } from '../store/tables.ts'
import { checkAssets } from './check-assets.ts'
import { checkDatabase, damaged } from './check-database.ts'
import { checkDocuments } from './check-documents.ts'
import { checkLog } from './check-log.ts'
import { fault, Findings, type Finding } from './finding.ts'

export interface Examined {
  findings: Finding[]
  documents: number
  transactions: number
  assets: number
}

/** @param dataFolder `PUFA_DATA`, with a `lake.db` */
export async function examineLake(dataFolder: string, clock: Clock): Promise<Examined> {
  const findings = new Findings()
  const examined = { documents: 0, transactions: 0, assets: 0 }
  const told = () => ({ ...examined, findings: findings.list() })
  const database = checkDatabase(path.join(dataFolder, DATABASE_FILE), DATABASE_FILE, findings)
  if (!database) return told()
  try {
    const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version'])
    if (version !== TABLES_VERSION) {
      findings.add(otherVersion(version))
      return told()
    }
    checkLog(database, new Date(clock.now()).toISOString(), findings)
    const { assets, referred, count } = checkDocuments(database, findings)
    examined.documents = count
    examined.assets = assets.length
    examined.transactions = Number(
      database.prepare('SELECT count(*) AS count FROM transactions').get()?.['count'],
    )
    database.exec('ROLLBACK')
    const find = database.prepare('SELECT 1 FROM documents WHERE id = ?')
    const isStored = (id: string) => find.get(id) !== undefined
    await checkAssets({ folder: path.join(dataFolder, 'assets'), assets, referred, isStored }, findings)
  } catch (error) {
    findings.add(damaged(DATABASE_FILE, error instanceof Error ? error.message : String(error)))
  } finally {
    database.close()
  }
  return told()
}

const otherVersion = (version: number) =>
  version < TABLES_VERSION
    ? fault(
        'tables-old',
        '数据库是旧版本程序留下的，校验值还没有补上',
        '用现在的版本启动一次（npm start），它会自动补上，然后再检查',
      )
    : fault(
        'tables-foreign',
        `数据库是更新版本的程序写的（第 ${version} 版，本程序只认到第 ${TABLES_VERSION} 版）`,
        '换回更新的版本再启动；不要用旧版本打开',
      )
