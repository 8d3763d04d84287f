/** @file The limit on a query's time: it ends what runs too long, and holds no stand-still of the machine against it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SYSTEM } from '../../content-lake/access/party.ts'
import { afterRunning } from '../../content-lake/query/time-limit.ts'
import { openWorkers, type Workers } from '../../content-lake/query/workers.ts'
import { openDatabase } from '../../content-lake/store/database.ts'
import { recordingLog } from './lake-on-port.ts'

const limitMs = 300
const folder = mkdtempSync(path.join(tmpdir(), 'pufa-time-limit-'))
const database = openDatabase(folder, null)
let workers: Workers

/** As when the machine stands still: nothing of this program runs, no timer and no message. */
const standStill = (ms: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)

const question = (query: string) => ({
  ...{ query, params: {}, perspective: 'raw' as const, party: SYSTEM },
  ...{ projectId: 'p', dataset: 'd', now: 0 },
})

beforeAll(async () => {
  workers = openWorkers({ folder, workers: 1, timeMsMax: limitMs }, recordingLog())
  await workers.send(question('0'))
})
afterAll(async () => {
  await workers.close()
  database.close()
  rmSync(folder, { recursive: true })
})

test('a stand-still counts as a moment: what stood still as well has had no time to answer', async () => {
  const called: string[] = []
  const cancel = afterRunning(limitMs, () => called.push('ended'))
  standStill(limitMs * 3)
  for (let turn = 0; turn < 3; turn++) await new Promise(setImmediate)
  expect(called).toEqual([])
  cancel()
})

test('what runs too long is ended, and the next is answered', async () => {
  const slow = `count({"x":[1,1]}${'{"x":[...x,...x,...x]}'.repeat(30)}.x)`
  await expect(workers.send(question(slow))).rejects.toMatchObject({ code: 'lake.query-too-slow' })
  expect(workers.counts().timedOut).toBe(1)
  expect(JSON.parse((await workers.send(question('2 + 2'))).answer.json)).toBe(4)
})

test('what was cancelled is not called, even when its time had come', async () => {
  const called: string[] = []
  const cancel = afterRunning(20, () => called.push('cancelled'))
  afterRunning(60, () => called.push('left'))
  cancel()
  await expect.poll(() => called).toEqual(['left'])
})
