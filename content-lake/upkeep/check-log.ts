/**
 * @file Whether the log of transactions is whole: no row gone, none changed, no content dropped too early.
 *
 * Read-only. What can be known from the file alone: a row that is changed together with its hashes by
 * somebody who knows how is not found here, but differs from every backup made before.
 */
import type { DatabaseSync } from 'node:sqlite'
import { entrySha256, sha256 } from '../store/log-entry.ts'
import { fault, note, RESTORE, type Findings } from './finding.ts'
import { horizonOf } from './retention.ts'

const TAMPERED =
  '有人或程序绕过系统改过数据库：先留底，再查是谁改的；与改动之前的备份比对，必要时从那份备份恢复（npm run restore）'
const textOf = (value: unknown) => (typeof value === 'string' ? value : null)

/** @param now ISO 8601 */
export function checkLog(database: DatabaseSync, now: string, findings: Findings): void {
  checkSequence(database, findings)
  const horizon = horizonOf(database)
  const documentsOf = database.prepare(
    `SELECT document_id, after, after_sha256, mutations, mutations_sha256, EXISTS (
       SELECT 1 FROM transaction_documents later WHERE later.document_id = td.document_id
       AND later.seq > td.seq AND later.seq <= ?) AS may_be_dropped
     FROM transaction_documents td WHERE td.seq = ?`,
  )
  let last = ''
  for (const row of database.prepare('SELECT * FROM transactions ORDER BY seq').iterate()) {
    const seq = Number(row['seq'])
    const documents = documentsOf.all(horizon, seq).map((document) => {
      const id = String(document['document_id'])
      checkContents(seq, id, document, findings)
      return {
        id,
        afterSha256: textOf(document['after_sha256']),
        mutationsSha256: String(document['mutations_sha256']),
      }
    })
    const timestamp = String(row['timestamp'])
    const hash = entrySha256({
      seq,
      transactionId: String(row['id']),
      author: String(row['author']),
      timestamp,
      requestSha256: String(row['request_sha256']),
      results: String(row['results']),
      documents,
    })
    if (hash !== row['entry_sha256'])
      findings.add(fault('log-changed', `第 ${seq} 号改动记录被改过，与它的校验值不符`, TAMPERED))
    last = timestamp
  }
  if (last > now)
    findings.add(
      note(
        'clock-behind',
        `最近一次改动的时间是 ${last}，比现在的系统时间晚`,
        '校准这台机器的时间（例如启用 NTP）；在此之前，新改动都会记成这个时间',
      ),
    )
}

function checkSequence(database: DatabaseSync, findings: Findings): void {
  const gone = (from: number, to: number) =>
    findings.add(
      fault('log-row-missing', `改动记录缺了第 ${from === to ? from : `${from} 到 ${to}`} 号`, `${TAMPERED}`),
    )
  let expected = 1
  for (const row of database.prepare('SELECT seq FROM transactions ORDER BY seq').iterate()) {
    const seq = Number(row['seq'])
    if (seq > expected) gone(expected, seq - 1)
    expected = seq + 1
  }
  const given = database.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'transactions'").get()
  const greatest = Number(given?.['seq'] ?? 0)
  if (greatest >= expected) gone(expected, greatest)
}

function checkContents(seq: number, id: string, row: Record<string, unknown>, findings: Findings): void {
  const after = textOf(row['after'])
  const mutations = textOf(row['mutations'])
  const isChanged =
    (after !== null && sha256(after) !== row['after_sha256']) ||
    (mutations !== null && sha256(mutations) !== row['mutations_sha256'])
  if (isChanged)
    findings.add(fault('log-changed', `第 ${seq} 号改动记录里，文档 ${id} 的内容与校验值不符`, RESTORE))
  const isGone = mutations === null || (after === null && row['after_sha256'] !== null)
  if (isGone && row['may_be_dropped'] !== 1)
    findings.add(fault('log-content-missing', `第 ${seq} 号改动记录里，文档 ${id} 的内容不见了`, RESTORE))
}
