/**
 * @file Whether a database file is whole, as SQLite itself and the file's own header see it.
 *
 * Read-only, beside a running program or on a stopped folder. Pages that hold the middle of a long text are
 * no part of what SQLite checks: the hashes of the log are (check-log.ts).
 */
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { fault, RESTORE, type Findings } from './finding.ts'

const BUSY_MS = 10_000
const HEADER_BYTES = 100

/** What a damaged database is called in every finding. */
export const damaged = (name: string, reason: string) =>
  fault('database-damaged', `数据库 ${name} 已损坏：${reason}`, RESTORE)

/**
 * @param name for people, for example `lake.db`
 * @returns the database opened for reading, or null when it cannot be read
 */
export function checkDatabase(file: string, name: string, findings: Findings): DatabaseSync | null {
  const short = missingBytes(file)
  if (short !== null) findings.add(damaged(name, short))
  let database: DatabaseSync | null = null
  try {
    database = new DatabaseSync(addressOf(file), { readOnly: true, timeout: BUSY_MS })
    database.exec('BEGIN')
    const rows = database.prepare('PRAGMA integrity_check(20)').all()
    const faults = rows.map((row) => String(row['integrity_check'])).filter((line) => line !== 'ok')
    if (faults[0] !== undefined) findings.add(damaged(name, faults[0].replaceAll('\n', ' ')))
    const orphans = database.prepare('PRAGMA foreign_key_check').all().length
    if (orphans > 0) findings.add(damaged(name, `有 ${orphans} 行指向不存在的行`))
    return database
  } catch (error) {
    findings.add(damaged(name, error instanceof Error ? error.message : String(error)))
    if (database?.isOpen) database.close()
    return null
  }
}

/** Why the file cannot be whole by its length; null when it may be. */
function missingBytes(file: string): string | null {
  const { size } = statSync(file)
  if (size === 0) return '文件是空的'
  const header = Buffer.alloc(HEADER_BYTES)
  const handle = openSync(file, 'r')
  try {
    readSync(handle, header, 0, HEADER_BYTES, 0)
  } finally {
    closeSync(handle)
  }
  if (!header.toString('latin1').startsWith('SQLite format 3\0')) return '文件开头不是数据库的格式'
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16)
  if (size % pageSize !== 0) return '文件末尾不完整，最后一页被截断'
  const wal = `${file}-wal`
  // While there is a journal, pages may still be in it and not in the file.
  if (existsSync(wal) && statSync(wal).size > 0) return null
  const pages = header.readUInt32BE(28)
  return size < pages * pageSize ? `文件被截短，应有 ${pages} 页，只剩 ${size / pageSize} 页` : null
}

/**
 * Without a journal nobody has it open: then not even SQLite's own files are made beside it, which the
 * program's account could perhaps not write when the doctor runs as another.
 */
function addressOf(file: string): URL {
  const address = pathToFileURL(file)
  if (!existsSync(`${file}-wal`)) address.searchParams.set('immutable', '1')
  return address
}
