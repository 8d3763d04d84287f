/** @file What stands when a disk is full, a file is damaged, or two programs want one folder. */
import { spawn } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  openSync,
  rmSync,
  writeFileSync,
  writeSync,
  closeSync,
  statSync,
} from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import { openLake } from '../../content-lake/main.ts'
import { MovableClock, newFolder, recordingLog, settingsFor, startLake } from './lake-on-port.ts'

const parts = () => ({ clock: new MovableClock(), log: recordingLog() })
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'opened',
    (error: { code?: string }) => error.code,
  )

describe('a full disk', () => {
  test('a commit is answered 507, changes nothing anywhere, and the lake goes on reading', async () => {
    const at = await startLake({ databaseBytesMax: 400_000 })
    await at.client.create({ _id: 'small', _type: 'x', n: 1 })
    const error = await at.client
      .createOrReplace({ _id: 'small', _type: 'x', text: 'x'.repeat(2_000_000) })
      .catch((caught: unknown) => caught)
    expect(error).toMatchObject({ statusCode: 507 })
    expect(await at.client.getDocument('small')).toMatchObject({ n: 1 })
    expect(await at.client.fetch('*[_id == "small"][0].n')).toBe(1)
    expect(await at.client.patch('small').set({ n: 2 }).commit()).toMatchObject({ n: 2 })
    await at.close()
  })
})

describe('opening', () => {
  test('what was committed is there after a restart, the past included', async () => {
    const folder = newFolder()
    const first = await startLake({}, folder)
    const made = await first.client.create({ _id: 'a', _type: 'x', n: 1 })
    await first.client.patch('a').set({ n: 2 }).commit()
    await first.lake.close()
    const second = await startLake({}, folder)
    expect(await second.client.fetch('*[_id == "a"][0].n')).toBe(2)
    const past = await second.fetch(`/v1/data/history/production/documents/a?revision=${made._rev}`)
    expect(await past.json()).toMatchObject({ documents: [{ n: 1 }] })
    await second.close()
  })

  test('a damaged database is refused by name instead of served in part', async () => {
    const folder = newFolder()
    const at = await startLake({}, folder)
    for (let n = 0; n < 50; n++) await at.client.create({ _type: 'x', text: 'x'.repeat(2000) })
    await at.lake.close()
    const file = path.join(folder, 'lake.db')
    const damaged = newFolder()
    copyFileSync(file, path.join(damaged, 'lake.db'))
    const handle = openSync(path.join(damaged, 'lake.db'), 'r+')
    for (let at = 4096; at < statSync(file).size; at += 8192)
      writeSync(handle, Buffer.alloc(4096, 0x5a), 0, 4096, at)
    closeSync(handle)
    expect(await codeOf(openLake(settingsFor(damaged), parts()))).toBe('lake.database-damaged')
    writeFileSync(path.join(damaged, 'lake.db'), 'this is no database at all'.repeat(500))
    expect(await codeOf(openLake(settingsFor(damaged), parts()))).toBe('lake.database-damaged')
    for (const left of [folder, damaged]) rmSync(left, { recursive: true })
  })

  test('a folder that cannot be written is refused by name', async () => {
    const folder = newFolder()
    writeFileSync(path.join(folder, 'file'), '')
    expect(await codeOf(openLake(settingsFor(path.join(folder, 'file', 'data')), parts()))).toBe(
      'start.data-unwritable',
    )
    mkdirSync(path.join(folder, 'odd', 'lake.db'), { recursive: true })
    expect(await codeOf(openLake(settingsFor(path.join(folder, 'odd')), parts()))).toBe(
      'start.data-unwritable',
    )
    rmSync(folder, { recursive: true })
  })

  test('two programs cannot share a folder, and a killed one leaves no lock behind', async () => {
    const folder = newFolder()
    const at = await startLake({}, folder)
    expect(await codeOf(openLake(settingsFor(folder), parts()))).toBe('start.data-in-use')
    await at.lake.close()

    const server = path.join(import.meta.dirname, 'kill-server.ts')
    const child = spawn(process.execPath, [server, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
    await new Promise((ready) => child.stdout.once('data', ready))
    expect(await codeOf(openLake(settingsFor(folder), parts()))).toBe('start.data-in-use')
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await gone
    const lake = await openLake(settingsFor(folder), parts())
    await lake.close()
    rmSync(folder, { recursive: true })
  })
})

test('the log of transactions can neither be changed nor shortened, even by hand', async () => {
  const at = await startLake()
  await at.client.create({ _type: 'x' })
  const database = new DatabaseSync(path.join(at.folder, 'lake.db'))
  for (const sql of [
    "UPDATE transactions SET author = 'x'",
    'DELETE FROM transactions',
    'DELETE FROM transaction_documents',
  ])
    expect(() => database.exec(sql)).toThrow('append-only')
  expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' })
  database.close()
  await at.close()
})
