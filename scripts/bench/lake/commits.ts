/**
 * @file Commits through the store, beside SQLite alone: the same rows, and one row, each on the disk before the
 * next begins.
 */
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { SYSTEM } from '../../../content-lake/access/party.ts'
import { checkRights } from '../../../content-lake/access/rights.ts'
import { createCommitter } from '../../../content-lake/store/commit.ts'
import { openDatabase } from '../../../content-lake/store/database.ts'
import { Documents } from '../../../content-lake/store/documents.ts'
import { Feed } from '../../../content-lake/store/feed.ts'
import { History } from '../../../content-lake/store/history.ts'
import { checkReferences } from '../../../content-lake/store/integrity.ts'
import { Ledger } from '../../../content-lake/store/ledger.ts'
import { createStore } from '../../../content-lake/store/store.ts'
import { median, milliseconds, spread, type Row } from '../bench.ts'
import { makeDocuments } from './documents.ts'

const ROUNDS = 7
const COMMITS = 40
const silent = { info: () => {}, warn: () => {}, error: () => {} }

const TABLES = `
PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;
CREATE TABLE documents(id TEXT PRIMARY KEY, type TEXT NOT NULL, json TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE log(seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, mutations TEXT NOT NULL);
CREATE TABLE changes(id TEXT NOT NULL, seq INTEGER NOT NULL, after TEXT, mutations TEXT NOT NULL,
  PRIMARY KEY(id, seq));`

interface Writer {
  write(document: Record<string, unknown> & { _id: string; _type: string }): Promise<void> | void
  close(): void
}

function ours(folder: string): Writer {
  const database = openDatabase(folder, null)
  const documents = new Documents()
  const feed = new Feed(new History(database), silent)
  const clock = { now: () => Date.now() }
  const committer = createCommitter({
    documents,
    ledger: new Ledger(database),
    clock,
    checks: [checkRights, checkReferences],
    onCommit: (commit) => feed.publish(commit),
  })
  const store = createStore({
    documents,
    history: new History(database),
    feed,
    committer,
    findIds: () => Promise.resolve([]),
    clock,
  })
  return {
    async write(document) {
      const mutations = [{ createOrReplace: document }]
      await store.mutate(mutations, {
        transactionId: null,
        party: SYSTEM,
        requestSha256: createHash('sha256').update(JSON.stringify(mutations)).digest('hex'),
        dryRun: false,
        makesArrayKeys: false,
      })
    },
    close: () => database.close(),
  }
}

function bare(folder: string, writesLog: boolean): Writer {
  const database = new DatabaseSync(path.join(folder, 'bare.db'))
  database.exec(TABLES)
  const put = database.prepare('INSERT OR REPLACE INTO documents VALUES(?,?,?)')
  const log = database.prepare('INSERT INTO log VALUES(?,?,?)')
  const change = database.prepare('INSERT INTO changes VALUES(?,?,?,?)')
  let seq = 0
  return {
    write(document) {
      const json = JSON.stringify(document)
      const mutations = JSON.stringify([{ createOrReplace: document }])
      seq++
      database.exec('BEGIN IMMEDIATE')
      put.run(document._id, document._type, json)
      if (writesLog) {
        log.run(seq, `transaction-${seq}`, mutations)
        change.run(document._id, seq, json, mutations)
      }
      database.exec('COMMIT')
    },
    close: () => database.close(),
  }
}

export async function measureCommits(): Promise<Row[]> {
  const folders = [0, 1, 2].map(() => mkdtempSync(path.join(tmpdir(), 'pufa-bench-lake-')))
  const [first = '', second = '', third = ''] = folders
  const writers = { ours: ours(first), same: bare(second, true), one: bare(third, false) }
  const times = { ours: [] as number[], same: [] as number[], one: [] as number[] }
  const documents = makeDocuments(COMMITS * ROUNDS).map(({ county: _, ...document }) => document)
  const order = ['ours', 'same', 'one'] as const
  for (let round = 0; round < ROUNDS; round++) {
    const spent = { ours: 0, same: 0, one: 0 }
    // In turn for each document, so that what else the machine does falls on all alike.
    for (const document of documents.slice(round * COMMITS, (round + 1) * COMMITS))
      for (const who of order) {
        const began = performance.now()
        await writers[who].write(document)
        spent[who] += performance.now() - began
      }
    for (const who of order) times[who].push(spent[who] / COMMITS)
  }
  for (const writer of Object.values(writers)) writer.close()
  for (const folder of folders) rmSync(folder, { recursive: true })
  const row = (what: string, reference: readonly number[], goal: string): Row => ({
    what,
    measured: milliseconds(median(times.ours)),
    reference: milliseconds(median(reference)),
    ratio: spread(reference.map((time, at) => time / (times.ours[at] ?? time))),
    goal,
  })
  return [
    row('提交一份文档；参照物：SQLite 写同样的三行', times.same, '≥ 0.5'),
    row('提交一份文档；参照物：SQLite 只写一行', times.one, ''),
  ]
}
