/** @file What a clock set back, a torn journal and two people at one document cannot do. */
import { copyFileSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import { openDatabase } from '../../content-lake/store/database.ts'
import { TABLES_VERSION } from '../../content-lake/store/tables.ts'
import { examineLake } from '../../content-lake/upkeep/examine.ts'
import { newFolder, startLake } from './lake-on-port.ts'

const HOUR_MS = 3_600_000
const statusOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 200,
    (error: { statusCode?: number }) => error.statusCode,
  )

describe('a clock set back', () => {
  test('times never fall, so that what came later never looks older; the sequence goes on', async () => {
    const at = await startLake()
    const first = await at.client.create({ _id: 'a', _type: 'x', n: 1 })
    at.clock.advance(-5 * HOUR_MS)
    const second = await at.client.patch('a').set({ n: 2 }).commit()
    expect(second._updatedAt).toBe(first._updatedAt)
    const now = `/v1/data/history/production/documents/a?time=${second._updatedAt}`
    expect(await (await at.fetch(now)).json()).toMatchObject({ documents: [{ n: 2 }] })
    at.clock.advance(5 * HOUR_MS + 1000)
    const third = await at.client.patch('a').set({ n: 3 }).commit()
    expect(third._updatedAt > second._updatedAt).toBe(true)
    await at.close()
  })

  test('a restart with the clock behind holds to it too, and the doctor says that the clock is behind', async () => {
    const folder = newFolder()
    const first = await startLake({}, folder)
    first.clock.advance(HOUR_MS)
    const made = await first.client.create({ _id: 'a', _type: 'x' })
    await first.lake.close()
    const second = await startLake({}, folder)
    const changed = await second.client.patch('a').set({ n: 1 }).commit()
    expect(changed._updatedAt).toBe(made._updatedAt)
    expect((await examineLake(folder, second.clock)).findings).toMatchObject([{ code: 'clock-behind' }])
    await second.close()
  })
})

test('a folder that a later program has written is refused by name, since it may mean what this one does not know', async () => {
  const at = await startLake()
  await at.client.create({ _id: 'a', _type: 'x' })
  const copy = newFolder()
  copyFileSync(path.join(at.folder, 'lake.db'), path.join(copy, 'lake.db'))
  const database = new DatabaseSync(path.join(copy, 'lake.db'))
  database.exec(`PRAGMA user_version = ${TABLES_VERSION + 1}`)
  database.close()
  expect(() => openDatabase(copy, null)).toThrow(expect.objectContaining({ code: 'start.data-newer' }))
  expect((await examineLake(copy, at.clock)).findings).toMatchObject([{ code: 'tables-foreign' }])
  rmSync(copy, { recursive: true })
  await at.close()
})

describe('two writers on one document', () => {
  test('of those who began from one revision exactly one wins, and the others are told', async () => {
    const at = await startLake()
    const { _rev } = await at.client.create({ _id: 'a', _type: 'x', n: 0 })
    const tries = Array.from({ length: 8 }, (_, n) =>
      statusOf(at.client.patch('a').ifRevisionId(_rev).set({ n }).commit()),
    )
    expect((await Promise.all(tries)).sort()).toEqual([200, 409, 409, 409, 409, 409, 409, 409])
    await at.close()
  })

  test('of those who add to it nobody is lost', async () => {
    const at = await startLake()
    await at.client.create({ _id: 'a', _type: 'x', n: 0 })
    const adding = Array.from({ length: 40 }, () => at.client.patch('a').inc({ n: 1 }).commit())
    await Promise.all(adding)
    expect(await at.client.getDocument('a')).toMatchObject({ n: 40 })
    await at.close()
  })
})

describe('a torn journal', () => {
  const WAL_HEADER = 32
  const FRAME = 24 + 4096

  /** What the file and its journal hold after they were cut, and whether log and documents agree. */
  async function opened(folder: string): Promise<{ seq: number; documents: number }> {
    const database = openDatabase(folder, null)
    const row = database
      .prepare('SELECT (SELECT max(seq) FROM transactions) AS seq, count(*) AS documents FROM documents')
      .get()
    database.close()
    expect((await examineLake(folder, Date)).findings).toEqual([])
    return { seq: Number(row?.['seq'] ?? 0), documents: Number(row?.['documents']) }
  }

  test('whatever of its end is cut or garbled, what stands is a state that once was, and no commit before it lacks', async () => {
    const at = await startLake()
    const wal = path.join(at.folder, 'lake.db-wal')
    /** How long the journal was once each commit was acknowledged. */
    const lengths: number[] = []
    for (let n = 0; n < 6; n++) {
      await at.client.create({ _id: `d${n}`, _type: 'x', text: 'x'.repeat(3_000 * n) })
      lengths.push(statSync(wal).size)
    }
    const whole = lengths.at(-1) ?? 0
    const lastFrame = whole - FRAME
    const tears: { what: string; tear: (file: string) => void; kept: number }[] = [
      { what: 'nothing', tear: () => {}, kept: 6 },
      { what: 'its last byte', tear: (file) => truncateSync(file, whole - 1), kept: 5 },
      { what: 'half of its last page', tear: (file) => truncateSync(file, whole - 2048), kept: 5 },
      {
        what: 'all but the head of its last frame',
        tear: (file) => truncateSync(file, lastFrame + 24),
        kept: 5,
      },
      {
        what: 'its last page, written over',
        tear: (file) => {
          const bytes = readFileSync(file)
          bytes.fill(0x5a, lastFrame + 24 + 2048)
          writeFileSync(file, bytes)
        },
        kept: 5,
      },
      {
        what: 'the end, with rubbish of another time behind it',
        tear: (file) => writeFileSync(file, Buffer.alloc(3 * FRAME, 0x5a), { flag: 'a' }),
        kept: 6,
      },
      { what: 'all after the third commit', tear: (file) => truncateSync(file, lengths[2] ?? 0), kept: 3 },
      {
        what: 'all after the third commit and a bit',
        tear: (file) => truncateSync(file, (lengths[2] ?? 0) + 99),
        kept: 3,
      },
      { what: 'its own head', tear: (file) => truncateSync(file, WAL_HEADER - 1), kept: 0 },
    ]
    for (const { what, tear, kept } of tears) {
      const torn = newFolder()
      // As a power cut leaves them: no index of the journal, and the lake still open.
      copyFileSync(path.join(at.folder, 'lake.db'), path.join(torn, 'lake.db'))
      copyFileSync(wal, path.join(torn, 'lake.db-wal'))
      tear(path.join(torn, 'lake.db-wal'))
      expect({ what, ...(await opened(torn)) }).toEqual({ what, seq: kept, documents: kept })
      rmSync(torn, { recursive: true })
    }
    await at.close()
  })

  test('the journal is what holds the commits in this test: without it there would be nothing to tear', async () => {
    const at = await startLake()
    await at.client.create({ _id: 'd', _type: 'x' })
    const alone = newFolder()
    copyFileSync(path.join(at.folder, 'lake.db'), path.join(alone, 'lake.db'))
    const database = new DatabaseSync(path.join(alone, 'lake.db'))
    expect(
      database.prepare('SELECT count(*) AS found FROM sqlite_schema WHERE name = ?').get('documents'),
    ).toEqual({
      found: 0,
    })
    database.close()
    rmSync(alone, { recursive: true })
    await at.close()
  })
})
