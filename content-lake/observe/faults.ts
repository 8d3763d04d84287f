/**
 * @file Says in plain words what keeps the lake from its work, for `/healthz`.
 *
 * A write is tried, not guessed: one row of a table of its own, at most every ten seconds however often it is
 * asked. A worker that is being replaced is no fault until that takes long, unless no other is left.
 */
import type { DatabaseSync } from 'node:sqlite'
import type { Clock, Instant } from '../../contracts/part.ts'
import type { QueryPool } from '../query/pool.ts'
import { isSqliteError, SQLITE_FULL } from '../store/sqlite-error.ts'

const TRY_EVERY_MS = 10_000
const REPLACED_WITHIN_MS = 10_000

const TABLE = `CREATE TABLE IF NOT EXISTS write_trials(
  id INTEGER PRIMARY KEY CHECK(id = 1), at INTEGER NOT NULL) STRICT`

/** @returns sentences in Chinese; none when all is well */
export function createFaults(database: DatabaseSync, pool: QueryPool, clock: Clock): () => string[] {
  database.exec(TABLE)
  const write = database.prepare('INSERT OR REPLACE INTO write_trials(id, at) VALUES(1, ?)')
  let tried: Instant | null = null
  let writeFault: string | null = null
  let shortSince: Instant | null = null

  const tryWrite = (now: Instant) => {
    // A clock that was set back must not end the trials.
    if (tried !== null && Math.abs(now - tried) < TRY_EVERY_MS) return
    tried = now
    try {
      write.run(now)
      writeFault = null
    } catch (error) {
      writeFault = isSqliteError(error, SQLITE_FULL)
        ? '内容库：磁盘已满，改动保存不了，请清理数据文件夹所在的磁盘'
        : '内容库：数据库写不进去，请检查磁盘和数据文件夹的权限'
    }
  }

  return () => {
    const now = clock.now()
    tryWrite(now)
    const { workers, ready } = pool.counts()
    if (ready >= workers) shortSince = null
    else shortSince ??= now
    const isLong = shortSince !== null && Math.abs(now - shortSince) >= REPLACED_WITHIN_MS
    const workerFault =
      ready === 0
        ? '内容库：没有能回答查询的线程，正在重新启动'
        : isLong
          ? `内容库：${workers} 个查询线程只剩 ${ready} 个，其余一直没有启动起来`
          : null
    return [writeFault, workerFault].filter((fault) => fault !== null)
  }
}
