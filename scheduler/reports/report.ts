/**
 * @file Reports of what was shown, from the totals of each day.
 *
 * Every report has the same grand total as the raw records it covers, whatever it is parted by. Days are
 * read one by one and others get their turn between, so that a report of years holds up no screen.
 */
import type { DatabaseSync } from 'node:sqlite'
import type { ChainFault, Parting, Report } from '../../contracts/reports.ts'
import { lastDay } from '../store/day.ts'
import { isEducation, kindTitle } from './kinds.ts'

export interface Question {
  by: Parting
  /** Local days, both inclusive; `null`: without limit. */
  from: string | null
  to: string | null
  county: string | null
  screen: string | null
  campaign: string | null
  /** Of visitors' try-outs instead of the screens' own players. */
  tryOuts: boolean
}

const rowsMax = 20_000
const faultsMax = 1_000
const hourMs = 3_600_000

interface Sum {
  plays: number
  ms: number
  educationMs: number
}

interface Row {
  key: string
  kind: string
  plays: number
  ms: number
}

const hours = (ms: number) => Math.round(ms / (hourMs / 100)) / 100
const lineOf = ({ plays, ms, educationMs }: Sum) => ({
  plays,
  seconds: ms / 1_000,
  educationHours: hours(educationMs),
})
const titleless: Readonly<Partial<Record<Parting, string>>> = {
  campaign: '不属于任何活动',
  county: '县区不明',
}

/** @param titleOf the last title of a document */
export async function reportOf(
  database: DatabaseSync,
  titleOf: (id: string) => string,
  question: Question,
): Promise<Report> {
  const { by, tryOuts } = question
  const filters = (['county', 'screen', 'campaign'] as const).filter((name) => question[name] !== null)
  const values = filters.map((name) => question[name] ?? '')
  const where = filters.map((name) => ` AND ${name} = ?`).join('')
  const nextDay = database.prepare('SELECT min(day) AS day FROM dailyPlays WHERE day > ?')
  const ofDay = database.prepare(
    `SELECT ${by} AS key, kind, sum(plays) AS plays, sum(ms) AS ms FROM dailyPlays
     WHERE day = ? AND tryOut = ${Number(tryOuts)}${where} GROUP BY 1, 2`,
  )
  const sums = new Map<string, Sum>()
  const total: Sum = { plays: 0, ms: 0, educationMs: 0 }
  const until = question.to ?? lastDay
  let day = question.from === null ? '' : dayBefore(question.from)
  for (;;) {
    day = (nextDay.get(day) as { day: string | null }).day ?? ''
    if (day === '' || day > until) break
    for (const { key, kind, plays, ms } of ofDay.all(day, ...values) as unknown as Row[]) {
      const sum = sums.get(key) ?? { plays: 0, ms: 0, educationMs: 0 }
      sums.set(key, sum)
      for (const one of [sum, total]) {
        one.plays += plays
        one.ms += ms
        if (isEducation(kind)) one.educationMs += ms
      }
    }
    await new Promise((turn) => setImmediate(turn))
  }
  const rows = [...sums].map(([key, sum]) => ({
    key,
    title: by === 'day' ? key : by === 'kind' ? kindTitle(key) : key ? titleOf(key) : (titleless[by] ?? key),
    ...lineOf(sum),
  }))
  // Days as they follow each other; all else by how long it was on.
  rows.sort((a, b) => (by === 'day' ? 0 : b.seconds - a.seconds) || (a.key < b.key ? -1 : 1))
  return {
    by,
    from: question.from,
    to: question.to,
    rows: rows.slice(0, rowsMax),
    total: lineOf(total),
    rowsLeftOut: Math.max(0, rows.length - rowsMax),
    ...faultsOf(database, titleOf, question),
  }
}

/** Texts of days compare as the days do, so the end of the day before is the text just below. */
const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)

function faultsOf(
  database: DatabaseSync,
  titleOf: (id: string) => string,
  { from, to, county, screen }: Question,
): Pick<Report, 'faults' | 'faultsLeftOut'> {
  const where = `FROM chainFault WHERE day >= :from AND day <= :to
    AND (:county IS NULL OR county = :county) AND (:screen IS NULL OR screen = :screen)`
  const given = { from: from ?? '', to: to ?? lastDay, county, screen }
  const rows = database
    .prepare(
      `SELECT screen, kind, sequence, missing, pairing, day, fromMs AS "from", foundAt ${where}
       ORDER BY foundAt DESC, pairing, sequence LIMIT ${faultsMax}`,
    )
    .all(given) as unknown as Omit<ChainFault, 'title'>[]
  const { all } = database.prepare(`SELECT count(*) AS "all" ${where}`).get(given) as { all: number }
  return {
    faults: rows.map((row) => ({ ...row, title: titleOf(row.screen) })),
    faultsLeftOut: Math.max(0, all - faultsMax),
  }
}
