/** @file The log keeps who changed what for ever, and contents as long as the bureau wants. */
import { copyFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test, vi } from 'vitest'
import { openLake } from '../../content-lake/main.ts'
import { openDatabase } from '../../content-lake/store/database.ts'
import { entrySha256, sha256 } from '../../content-lake/store/log-entry.ts'
import { dropOldContents, horizonOf } from '../../content-lake/upkeep/retention.ts'
import { newFolder, recordingLog, settingsFor, startLake, type LakeOnPort } from './lake-on-port.ts'
import { oldTables } from './old-tables.ts'

const DAY_MS = 86_400_000
const rowsOf = (folder: string, sql: string) => {
  const database = new DatabaseSync(path.join(folder, 'lake.db'), { readOnly: true })
  const rows = database.prepare(sql).all()
  database.close()
  return rows.map((row) => ({ ...row }))
}

/** One revision a day: 1, 2, 3 … */
async function reviseDaily(at: LakeOnPort, id: string, days: number): Promise<string[]> {
  const revisions: string[] = []
  for (let n = 1; n <= days; n++) {
    revisions.push((await at.client.createOrReplace({ _id: id, _type: 'x', n }))._rev)
    at.clock.advance(DAY_MS)
  }
  return revisions
}

const daysAgo = (at: LakeOnPort, days: number) => new Date(at.clock.now() - days * DAY_MS).toISOString()

async function drop(at: LakeOnPort, horizon: string): Promise<number> {
  const database = openDatabase(at.folder, null)
  try {
    return await dropOldContents(database, horizon)
  } finally {
    database.close()
  }
}

describe('the log', () => {
  test('every row hashes to what stands beside it, so that a later change of it shows', async () => {
    const at = await startLake()
    await at.client.create({ _id: 'a', _type: 'x', n: 1 })
    await at.client.transaction().delete('a').create({ _id: 'b', _type: 'x' }).commit()
    const documents = rowsOf(at.folder, 'SELECT * FROM transaction_documents ORDER BY seq')
    for (const row of documents) {
      expect(row['after_sha256']).toBe(row['after'] === null ? null : sha256(String(row['after'])))
      expect(row['mutations_sha256']).toBe(sha256(String(row['mutations'])))
    }
    for (const row of rowsOf(at.folder, 'SELECT * FROM transactions'))
      expect(row['entry_sha256']).toBe(
        entrySha256({
          seq: Number(row['seq']),
          transactionId: String(row['id']),
          author: String(row['author']),
          timestamp: String(row['timestamp']),
          requestSha256: String(row['request_sha256']),
          results: String(row['results']),
          documents: documents
            .filter(({ seq }) => seq === row['seq'])
            .map((one) => ({
              id: String(one['document_id']),
              afterSha256: one['after_sha256'] === null ? null : String(one['after_sha256']),
              mutationsSha256: String(one['mutations_sha256']),
            })),
        }),
      )
    await at.close()
  })

  test('a folder made with the earlier tables opens with all its past, and its log is hashed', async () => {
    const folder = newFolder()
    oldTables(folder)
    const before = rowsOf(folder, 'SELECT document_id, seq, after, mutations FROM transaction_documents')
    const at = await startLake({}, folder)
    expect(rowsOf(folder, 'SELECT document_id, seq, after, mutations FROM transaction_documents')).toEqual(
      before,
    )
    const unhashed = `SELECT 1 FROM transaction_documents
      WHERE (after IS NULL) <> (after_sha256 IS NULL) OR mutations_sha256 = ''`
    expect(rowsOf(folder, unhashed)).toEqual([])
    expect(await at.client.getDocument('old')).toMatchObject({ n: 2 })
    const past = await at.fetch('/v1/data/history/production/documents/old?revision=t1')
    expect(await past.json()).toMatchObject({ documents: [{ n: 1 }] })
    await at.client.create({ _id: 'later', _type: 'x' })
    expect(rowsOf(folder, 'SELECT max(seq) AS seq FROM transactions')).toEqual([{ seq: 4 }])
    const database = new DatabaseSync(path.join(folder, 'lake.db'))
    expect(() => database.exec('DELETE FROM transaction_documents')).toThrow('append-only')
    database.close()
    await at.close()
  })

  test('a cut while an earlier folder is brought up leaves it as it was, to be brought up again', () => {
    const folder = newFolder()
    oldTables(folder)
    const spare = path.join(folder, 'spare.db')
    copyFileSync(path.join(folder, 'lake.db'), spare)
    // A log row that names no transaction: the step fails at its foreign key, half-way through.
    const database = new DatabaseSync(path.join(folder, 'lake.db'))
    database.exec('DROP TABLE transaction_documents; CREATE TABLE transaction_documents(seq)')
    database.close()
    const was = rowsOf(folder, 'SELECT sql FROM sqlite_schema ORDER BY name')
    expect(() => openDatabase(folder, null)).toThrow()
    expect(rowsOf(folder, 'SELECT sql FROM sqlite_schema ORDER BY name')).toEqual(was)
    expect(rowsOf(folder, 'PRAGMA user_version')).toEqual([{ user_version: 0 }])
    copyFileSync(spare, path.join(folder, 'lake.db'))
    openDatabase(folder, null).close()
    rmSync(folder, { recursive: true })
  })
})

describe('retention', () => {
  test('the state at the horizon and at every moment after it stays, and what is older goes', async () => {
    const at = await startLake()
    await reviseDaily(at, 'a', 6)
    await at.client.create({ _id: 'untouched', _type: 'x', n: 0 })
    await drop(at, daysAgo(at, 2.5))
    const contents = rowsOf(
      at.folder,
      `SELECT seq, after IS NULL AS gone, after_sha256 IS NULL AS unhashed FROM transaction_documents`,
    )
    expect(contents.filter(({ gone }) => gone === 1).map(({ seq }) => seq)).toEqual([1, 2, 3])
    expect(contents.every(({ unhashed }) => unhashed === 0)).toBe(true)
    const at25 = await at.fetch(`/v1/data/history/production/documents/a?time=${daysAgo(at, 2.5)}`)
    expect(await at25.json()).toMatchObject({ documents: [{ n: 4 }] })
    expect(await at.client.getDocument('a')).toMatchObject({ n: 6 })
    await at.close()
  })

  test('a deleted document older than the horizon loses its words too, since that is what was set', async () => {
    const at = await startLake()
    await at.client.create({ _id: 'gone', _type: 'x', text: 'withdrawn' })
    await at.client.delete('gone')
    at.clock.advance(5 * DAY_MS)
    await drop(at, daysAgo(at, 1))
    expect(rowsOf(at.folder, 'SELECT after, mutations FROM transaction_documents WHERE seq = 1')).toEqual([
      { after: null, mutations: null },
    ])
    const last = await at.fetch('/v1/data/history/production/documents/gone?lastRevision=true')
    expect(last.status).toBe(410)
    await at.close()
  })

  test('whoever asks for what was dropped is told so, and never given another state for it', async () => {
    const at = await startLake()
    const [first, second] = await reviseDaily(at, 'a', 4)
    const other = await at.client.create({ _id: 'b', _type: 'x' })
    await drop(at, daysAgo(at, 1.5))
    const ask = async (to: string) => at.fetch(`/v1/data/history/production/${to}`)
    const old = await ask(`documents/a?revision=${second}`)
    expect([old.status, await old.json()]).toMatchObject([410, { code: 'lake.history-dropped' }])
    const both = await ask(`documents/a,b?time=${daysAgo(at, 0)}`)
    expect(((await both.json()) as { documents: unknown[] }).documents).toHaveLength(2)
    const mixed = await ask(`documents/a,b?revision=${first}`)
    expect(mixed.status).toBe(410)
    expect(await (await ask(`documents/b?revision=${other._rev}`)).json()).toMatchObject({ documents: [{}] })

    const lines = async (more: string) =>
      (await (await ask(`transactions/a?${more}`)).text())
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as { effects?: Record<string, { revert: unknown[] }> })
    expect(await lines('excludeMutations=true')).toHaveLength(4)
    const told = await lines('effectFormat=mendoza&reverse=true')
    expect(told).toHaveLength(1)
    expect(told[0]?.effects?.['a']?.revert).toMatchObject([0, { n: 3 }])
    const story = (await (await ask('events/documents/a')).json()) as { events: { a: unknown[] } }
    expect(story.events.a).toHaveLength(4)
    await at.close()
  })

  test('passes go on where the last one ended, and a second one finds nothing to do', async () => {
    const at = await startLake()
    await reviseDaily(at, 'a', 5)
    expect(await drop(at, daysAgo(at, 3.5))).toBe(1)
    expect(await drop(at, daysAgo(at, 3.5))).toBe(0)
    expect(await drop(at, daysAgo(at, 1.5))).toBe(2)
    const database = openDatabase(at.folder, null)
    expect(horizonOf(database)).toBe(4)
    database.close()
    await at.close()
  })

  test('a listener that was away longer than contents are kept is told to begin anew', async () => {
    const at = await startLake()
    await reviseDaily(at, 'a', 4)
    await drop(at, daysAgo(at, 1.5))
    const listen = `/v1/data/listen/production?query=*&enableResume=true`
    const greet = async (lastEventId: string) => {
      const response = await at.fetch(listen, { headers: { 'last-event-id': lastEventId } })
      const { value } = (await response.body?.getReader().read()) ?? {}
      return new TextDecoder().decode(value)
    }
    expect(await greet('1-e')).toContain('reset')
    expect(await greet('3-e')).toContain('welcomeback')
    await at.close()
  })

  test('by hand only superseded contents can go: the present state can not be taken out of the log', async () => {
    const at = await startLake()
    await at.client.create({ _id: 'a', _type: 'x', n: 1 })
    const database = new DatabaseSync(path.join(at.folder, 'lake.db'))
    for (const set of ['after = NULL, mutations = NULL', "after = '{}'", 'after_sha256 = NULL'])
      expect(() => database.exec(`UPDATE transaction_documents SET ${set}`)).toThrow('append-only')
    database.close()
    await at.close()
  })

  test('the lake drops by itself when a number of days is set, and nothing when none is', async () => {
    const folder = newFolder()
    const first = await startLake({}, folder)
    await reviseDaily(first, 'a', 40)
    await first.lake.close()
    const kept = () => rowsOf(folder, 'SELECT count(after) AS kept FROM transaction_documents')
    for (const historyDays of [null, 31]) {
      const log = recordingLog()
      const lake = await openLake(settingsFor(folder, { historyDays }), { clock: first.clock, log })
      const isDone = () => log.lines.some(({ message }) => message.includes('old revisions dropped'))
      if (historyDays !== null) await vi.waitFor(() => expect(isDone()).toBe(true))
      await lake.close()
      // The tenth was made 31 days ago to the instant: it is the state at the horizon, and stays.
      expect(kept()).toEqual([{ kept: historyDays === null ? 40 : 31 }])
    }
    rmSync(folder, { recursive: true })
  })
})
