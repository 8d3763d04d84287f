/**
 * @file Tables of the proof of play, and how a database of an earlier program is brought up to them.
 *
 * `play` holds the raw records for as long as they are kept. `dailyPlays` holds their totals and
 * `chainFault` what is wrong with their chains; both outlive the raw records and the content that they name.
 * `knownName` remembers what documents were called and where they belonged.
 */
import type { DatabaseSync } from 'node:sqlite'
import { lastDay, playMsMax } from './day.ts'

const version = 1

const play = `
CREATE TABLE IF NOT EXISTS play (
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
  previous TEXT NOT NULL DEFAULT '',
  receivedAt INTEGER NOT NULL,
  hash TEXT,
  county TEXT NOT NULL DEFAULT '',
  campaign TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (pairing, sequence)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS playOfScreen ON play (screen, fromMs);
`

const rest = `
CREATE TABLE IF NOT EXISTS dailyPlays (
  day TEXT NOT NULL,
  screen TEXT NOT NULL,
  item TEXT NOT NULL,
  kind TEXT NOT NULL,
  county TEXT NOT NULL,
  campaign TEXT NOT NULL,
  tryOut INTEGER NOT NULL,
  plays INTEGER NOT NULL,
  ms INTEGER NOT NULL,
  PRIMARY KEY (day, screen, item, kind, county, campaign, tryOut)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS chainFault (
  pairing INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  kind TEXT NOT NULL,
  screen TEXT NOT NULL,
  county TEXT NOT NULL,
  missing INTEGER NOT NULL,
  day TEXT NOT NULL,
  fromMs INTEGER NOT NULL,
  foundAt INTEGER NOT NULL,
  PRIMARY KEY (pairing, sequence, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS chainFaultOfDay ON chainFault (day);
CREATE TABLE IF NOT EXISTS chainEnd (
  pairing INTEGER PRIMARY KEY,
  sequence INTEGER NOT NULL,
  hash TEXT
) STRICT;
CREATE TABLE IF NOT EXISTS knownName (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  county TEXT NOT NULL,
  campaign TEXT NOT NULL
) STRICT;
`

/** Columns that programs before the chain did not know. */
const added: Readonly<Record<string, string>> = {
  previous: `TEXT NOT NULL DEFAULT ''`,
  hash: 'TEXT',
  county: `TEXT NOT NULL DEFAULT ''`,
  campaign: `TEXT NOT NULL DEFAULT ''`,
}

/**
 * Totals of what was stored before totals were kept. Days are those of the zone of all screens until then;
 * the counties and campaigns of that time are not known.
 */
const fillDaily = `
INSERT INTO dailyPlays (day, screen, item, kind, county, campaign, tryOut, plays, ms)
SELECT ifnull(date(fromMs / 1000 + 28800, 'unixepoch'), '${lastDay}'), play.screen, item, kind, '', '', pairedBy = :visitor,
  count(*), sum(min(max(untilMs - fromMs, 0), ${playMsMax}))
FROM play JOIN pairing ON pairing.id = play.pairing
GROUP BY 1, 2, 3, 4, 7
`

/**
 * Makes what is missing. Runs inside the caller's transaction; a second run changes nothing.
 * @param visitor stands as `pairedBy` of try-outs
 */
export function bringUp(database: DatabaseSync, visitor: string): void {
  database.exec(play)
  database.exec(rest)
  const { user_version: found } = database.prepare('PRAGMA user_version').get() as { user_version: number }
  if (found >= version) return
  const columns = database.prepare('PRAGMA table_info(play)').all() as { name: string }[]
  for (const [name, type] of Object.entries(added))
    if (!columns.some((column) => column.name === name))
      database.exec(`ALTER TABLE play ADD COLUMN ${name} ${type}`)
  database.prepare(fillDaily).run({ visitor })
  database.exec(
    `INSERT OR IGNORE INTO knownName
     SELECT item, title, '', '' FROM (SELECT item, title, max(receivedAt) FROM play GROUP BY item)`,
  )
  database.exec(`PRAGMA user_version = ${version}`)
}
