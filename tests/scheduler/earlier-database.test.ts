/** @file A database made by an earlier program is brought up to this one, and loses nothing. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { reportOf } from '../../scheduler/reports/report.ts'
import { openDatabase } from '../../scheduler/store/database.ts'
import { playStore } from '../../scheduler/store/plays.ts'
import { handClock, monday, ownDatabase, ownFolder } from './clock.ts'
import { chained } from './proof-rig.ts'

/** The tables as the first program made them, before plays were chained. */
const first = `
CREATE TABLE pairing (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  screen TEXT NOT NULL,
  tokenHash TEXT NOT NULL UNIQUE,
  pairedAt INTEGER NOT NULL,
  pairedBy TEXT NOT NULL,
  endedAt INTEGER
) STRICT;
CREATE TABLE play (
  pairing INTEGER NOT NULL REFERENCES pairing (id),
  sequence INTEGER NOT NULL,
  screen TEXT NOT NULL,
  item TEXT NOT NULL,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  event TEXT,
  playlist TEXT,
  fromMs INTEGER NOT NULL,
  untilMs INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  receivedAt INTEGER NOT NULL,
  PRIMARY KEY (pairing, sequence)
) STRICT, WITHOUT ROWID;
CREATE INDEX playOfScreen ON play (screen, fromMs);
INSERT INTO pairing VALUES (1, 'screen-1', 'hash-1', 1, 'p-admin', NULL), (2, 'screen-1', 'hash-2', 1, 'demonstration', NULL);
`

function earlierFolder(schema = first): string {
  const folder = ownFolder()
  mkdirSync(folder, { recursive: true })
  const database = new DatabaseSync(join(folder, 'signage.db'))
  database.exec(schema)
  const columns = 'pairing, sequence, screen, item, title, kind, fromMs, untilMs, revision, receivedAt'
  const insert = database.prepare(
    `INSERT INTO play (${columns}) VALUES (?, ?, 'screen-1', 'slogan-1', ?, 'slogan', ?, ?, 1, ?)`,
  )
  for (const [pairing, sequence] of [
    [1, 1],
    [1, 2],
    [2, 1],
  ] as const) {
    const from = monday + sequence * 10_000
    insert.run(pairing, sequence, `标语${sequence}`, from, from + 8_000, from)
  }
  database.close()
  return folder
}

const everything = { by: 'item', from: null, to: null, county: null, screen: null, campaign: null } as const

test.each([
  { name: 'before plays were chained', schema: first },
  {
    name: 'that chained plays and kept no totals',
    schema: first.replace(
      '  revision INTEGER NOT NULL,\n  receivedAt',
      "  revision INTEGER NOT NULL,\n  previous TEXT NOT NULL DEFAULT '',\n  receivedAt",
    ),
  },
])('one $name keeps its plays, has their totals, and takes further ones', async ({ schema }) => {
  const database = ownDatabase(earlierFolder(schema))
  const plays = playStore(database, handClock().now)
  expect(plays.count()).toBe(3)
  expect(plays.ofScreen('screen-1', 10).map(({ title }) => title)).toEqual(['标语2', '标语1'])
  expect(plays.store(1, 'screen-1', chained([{}, {}], 3, ''))).toBe(4)
  const report = (tryOuts: boolean) =>
    reportOf(
      database,
      (id) => String(database.prepare('SELECT title FROM knownName WHERE id = ?').get(id)?.['title']),
      { ...everything, tryOuts },
    )
  expect(await report(false)).toMatchObject({
    rows: [{ key: 'slogan-1', title: '标语', plays: 4, seconds: 32 }],
    // Before the first chained record stands one whose hash nobody kept: that is no fault.
    faults: [],
  })
  expect((await report(true)).total).toMatchObject({ plays: 1, seconds: 8 })
})

test('opening it again changes nothing: totals are not added a second time', async () => {
  const folder = earlierFolder()
  openDatabase(folder).close()
  const database = ownDatabase(folder)
  const { total } = await reportOf(database, String, { ...everything, tryOuts: false })
  expect(total.plays).toBe(2)
})

test('the old and the fresh have the same columns, so that no program finds less in one of them', () => {
  const columns = (folder: string) =>
    ownDatabase(folder)
      .prepare('PRAGMA table_info(play)')
      .all()
      .map((row) => String(row['name']))
      .sort()
  expect(columns(earlierFolder())).toEqual(columns(ownFolder()))
})
