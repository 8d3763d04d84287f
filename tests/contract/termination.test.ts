/**
 * @file Every instant has an answer, soon. Asked in threads of their own, because a resolver that hangs
 * could not be stopped by a test that shares its thread.
 */
import { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'

const withinMs = 5_000

interface Question {
  zone: string
  at: number
}

function answer(question: Question): Promise<{ from: number; until: number }> {
  const worker = new Worker(new URL('./resolve-worker.ts', import.meta.url), { workerData: question })
  return new Promise<{ from: number; until: number }>((answered, failed) => {
    const late = setTimeout(() => failed(new Error(`no answer within ${withinMs} ms`)), withinMs)
    worker.once('message', answered)
    worker.once('error', failed)
    worker.once('exit', () => clearTimeout(late))
  }).finally(() => worker.terminate())
}

it.each([
  { name: 'an ordinary day', zone: 'Asia/Shanghai', text: '2026-03-02T08:00:00+08:00' },
  { name: 'a day that begins late', zone: 'Africa/Cairo', text: '2026-04-23T22:30:00Z' },
  { name: 'a day that the zone skipped', zone: 'Pacific/Apia', text: '2011-12-30T10:00:00Z' },
  { name: 'a clock set back over midnight', zone: 'America/St_Johns', text: '2010-11-07T02:45:00Z' },
])('$name has an answer: $zone', async ({ zone, text }) => {
  const at = Date.parse(text)
  const { from, until } = await answer({ zone, at })
  expect(from).toBeLessThanOrEqual(at)
  expect(until).toBeGreaterThan(at)
})

// `at` comes from an address that anybody may ask, so an absurd one must not stop the program.
it.each([
  { name: 'the first century', text: '0050-01-01T00:00:00Z' },
  { name: 'the year nought', text: '0000-06-01T00:00:00Z' },
  { name: 'a year before our era', text: '-000500-01-01T00:00:00Z' },
  { name: 'the last instant that a date can hold', text: '+275760-09-13T00:00:00.000Z' },
])('$name is answered or refused, and never waited for', async ({ text }) => {
  const outcome = await answer({ zone: 'Asia/Shanghai', at: Date.parse(text) }).catch((error: Error) => error)
  if (outcome instanceof Error) expect(outcome).toBeInstanceOf(RangeError)
  else expect(outcome.until).toBeGreaterThan(Date.parse(text))
})
