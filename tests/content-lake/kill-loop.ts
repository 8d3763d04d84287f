/**
 * @file Kills a lake at random moments under a mixed load, again and again, and holds what is on the disk
 * against what was acknowledged.
 *
 * Used by the test here with few kills, and by `scripts/soak` with many. Several clients change documents of
 * their own and one of everybody's, by mutations and by actions, upload and delete. After each kill every
 * document must be what its client knows, and after a number of them the doctor looks at the whole folder.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { examineLake } from '../../content-lake/upkeep/examine.ts'
import { KillClient, type Serving } from './kill-client.ts'
import { COUNTER } from './kill-deeds.ts'
import { newFolder } from './lake-on-port.ts'

export interface KillReport {
  kills: number
  acknowledged: number
  uploads: number
  /** Kills that came before the lake served. */
  whileOpening: number
  /** What was acknowledged and is not there. Must be empty. */
  lost: string[]
  /** What is there in part, or though nobody wrote it. Must be empty. */
  halves: string[]
  /** What SQLite or the doctor found, and answers that should not have been. Must be empty. */
  faults: string[]
}

const SERVER = path.join(import.meta.dirname, 'kill-server.ts')
const CLIENTS = 4
const LIFE_MS_MAX = 700
/** One kill in so many comes at any moment after the start, and may meet the opening itself. */
const EARLY_IN = 8
const EARLY_MS_MAX = 1_500
/** Then the doctor comes, and a new folder is begun: what is looked through stays small. */
const ROUNDS_A_FOLDER = 25

/** @param onKill told after each round, for progress */
export async function killLoop(
  kills: number,
  onKill: (report: KillReport) => void = () => {},
): Promise<KillReport> {
  const report: KillReport = {
    ...{ kills: 0, acknowledged: 0, uploads: 0, whileOpening: 0 },
    ...{ lost: [], halves: [], faults: [] },
  }
  while (report.kills < kills) {
    const folder = newFolder()
    await killFolder(folder, Math.min(ROUNDS_A_FOLDER, kills - report.kills), report, onKill)
    rmSync(folder, { recursive: true, force: true })
  }
  return report
}

async function killFolder(
  folder: string,
  rounds: number,
  report: KillReport,
  onKill: (report: KillReport) => void,
): Promise<void> {
  const clients = Array.from({ length: CLIENTS }, (_, at) => new KillClient(`c${at}`))
  const [first] = clients
  const make = { create: { _id: COUNTER, _type: 'written', n: 0 } }
  if (first)
    first.open = {
      ...{ transactionId: 'make-counter', path: '/v1/data/mutate/production' },
      ...{ body: JSON.stringify({ transactionId: 'make-counter', mutations: [make] }) },
      ...{ after: new Map(), counts: 0, upload: null },
    }
  const told = { acknowledged: report.acknowledged, uploads: report.uploads }
  for (let round = 0; round < rounds; round++) {
    // Until the counter stands, only the client that makes it is at work.
    const working = first?.acknowledged.length === 0 ? clients.slice(0, 1) : clients
    if (!(await workUntilKilled(folder, working))) report.whileOpening++
    if (existsSync(path.join(folder, 'lake.db'))) compare(folder, clients, report)
    for (const { refused } of clients) report.faults.push(...refused.splice(0))
    report.kills++
    report.acknowledged = told.acknowledged + sum(clients.map(({ acknowledged }) => acknowledged.length))
    onKill(report)
  }
  report.uploads = told.uploads + sum(clients.map(({ model }) => uploadsOf(model).length))
  const { findings } = await examineLake(folder, Date)
  for (const { kind, what } of findings) if (kind === 'fault') report.faults.push(what)
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
const uploadsOf = (model: KillClient['model']) => [...model.keys()].filter((id) => id.startsWith('file-'))

/** @returns whether the lake ever served */
function workUntilKilled(folder: string, clients: readonly KillClient[]): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [SERVER, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
    const isEarly = Math.floor(Math.random() * EARLY_IN) === 0
    let work: Promise<unknown> | null = null
    let isKilled = false
    const killIn = (ms: number) =>
      setTimeout(() => {
        isKilled = true
        child.kill('SIGKILL')
      }, ms)
    if (isEarly) killIn(Math.random() * EARLY_MS_MAX)
    child.stdout.once('data', (line: Buffer) => {
      const serving = JSON.parse(line.toString()) as Serving
      if (!isEarly) killIn(Math.random() * LIFE_MS_MAX)
      work = Promise.all(clients.map((client) => client.work(serving)))
    })
    child.on('error', reject)
    child.on('close', (code) => {
      if (!isKilled) return reject(new Error(`the lake ended by itself with code ${code}`))
      if (work) work.then(() => resolve(true), reject)
      else resolve(false)
    })
  })
}

/** Holds the disk against what the clients know, and settles what was open when the lake was killed. */
function compare(folder: string, clients: readonly KillClient[], report: KillReport): void {
  const database = new DatabaseSync(path.join(folder, 'lake.db'), { readOnly: true })
  try {
    const check = String(database.prepare('PRAGMA quick_check').get()?.['quick_check'])
    if (check !== 'ok') report.faults.push(check)
    const tables = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'transactions'").get()
    // Killed before the first tables were made: then nothing can have been acknowledged either.
    const read = (sql: string) => (tables ? database.prepare(sql).all() : [])
    const logged = new Set(read('SELECT id FROM transactions').map((row) => String(row['id'])))
    const stored = new Map(
      read('SELECT id, json FROM documents').map((row) => {
        const { n } = JSON.parse(String(row['json'])) as { n?: number }
        return [String(row['id']), n ?? 0]
      }),
    )
    for (const client of clients) compareClient(folder, client, logged, stored, report)
    const counted = sum(clients.map((client) => client.counted))
    if ((stored.get(COUNTER) ?? 0) !== counted)
      report.lost.push(`${COUNTER}: ${stored.get(COUNTER)} instead of ${counted}`)
  } finally {
    database.close()
  }
}

function compareClient(
  folder: string,
  client: KillClient,
  logged: ReadonlySet<string>,
  stored: ReadonlyMap<string, number>,
  report: KillReport,
): void {
  const { model, open } = client
  for (const id of client.acknowledged) if (!logged.has(id)) report.lost.push(`transaction ${id}`)
  const isDone =
    open && (open.upload === null ? logged.has(open.transactionId) : isStored(open.after, stored))
  if (isDone) {
    client.done(open)
    // Sent again all the same: it must be answered, and change nothing a second time.
    client.open = { ...open, after: new Map(), counts: 0 }
  }
  const names = isDone ? open.after : new Map<string, unknown>()
  for (const [id, value] of model)
    if ((stored.get(id) ?? null) !== value)
      (names.has(id) ? report.halves : report.lost).push(`${id}: ${stored.get(id)} instead of ${value}`)
  for (const id of stored.keys())
    if (id.replace('drafts.', '').startsWith(`${client.name}-`) && !model.has(id))
      report.halves.push(`${id}: nobody acknowledged it, and its transaction is not there`)
  for (const id of uploadsOf(model)) if (model.get(id) !== null) compareFile(folder, id, report)
}

const isStored = (after: ReadonlyMap<string, unknown>, stored: ReadonlyMap<string, number>) =>
  [...after.keys()].every((id) => stored.has(id))

function compareFile(folder: string, id: string, report: KillReport): void {
  const [, sha1 = ''] = id.split('-')
  const file = path.join(folder, 'assets', 'originals', `${sha1}.pdf`)
  const found = existsSync(file) ? createHash('sha1').update(readFileSync(file)).digest('hex') : 'no file'
  if (found !== sha1) report.lost.push(`upload ${sha1}: ${found}`)
}
