/** @file What happens by the clock: the nudge comes when it should, and a failing job ends nothing. */
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { startJobs } from '../../scheduler/jobs/jobs.ts'
import { memoryLog } from './clock.ts'

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-03-01T23:58:30+08:00') }))
afterEach(() => void vi.useRealTimers())

function started(refreshAll: () => void, keepHouse: () => void = () => {}, endOrders: () => void = () => {}) {
  const log = memoryLog()
  const jobs = startJobs({ log, refreshAll, keepHouse, endOrders })
  onTestFinished(() => jobs.close())
  return { log, jobs }
}

test('manifests are looked through just after local midnight, when legal days and leases turn', async () => {
  const at: string[] = []
  started(() => at.push(new Date().toISOString().slice(0, 16)))
  await vi.advanceTimersByTimeAsync(4 * 60_000)
  expect(at).toEqual(['2026-03-01T16:00', '2026-03-01T16:01'])
})

test('they are looked through every ten minutes besides, so that a missed nudge costs little', async () => {
  const refreshAll = vi.fn<() => void>()
  started(refreshAll)
  await vi.advanceTimersByTimeAsync(62 * 60_000)
  expect(refreshAll).toHaveBeenCalledTimes(8)
})

test('a job that fails is logged by name, and the next one runs', async () => {
  const refreshAll = vi.fn<() => void>().mockImplementationOnce(() => {
    throw new Error('no disk')
  })
  const { log } = started(refreshAll)
  await vi.advanceTimersByTimeAsync(4 * 60_000)
  expect(log.lines).toMatchObject([
    { level: 'error', fields: { job: 'check-manifests', error: 'Error: no disk' } },
  ])
  expect(refreshAll).toHaveBeenCalledTimes(2)
})

test('what is old is dropped once a night, when nobody looks', async () => {
  const keepHouse = vi.fn<() => void>()
  started(() => {}, keepHouse)
  await vi.advanceTimersByTimeAsync(27 * 3_600_000)
  expect(keepHouse).toHaveBeenCalledTimes(1)
})

test('orders that end by themselves leave the manifests within a minute: what they hid comes back', async () => {
  const endOrders = vi.fn<() => void>()
  started(
    () => {},
    () => {},
    endOrders,
  )
  await vi.advanceTimersByTimeAsync(3 * 60_000)
  expect(endOrders).toHaveBeenCalledTimes(3)
})

test('nothing runs after closing', async () => {
  const refreshAll = vi.fn<() => void>()
  const { jobs } = started(refreshAll)
  await jobs.close()
  await vi.advanceTimersByTimeAsync(30 * 60_000)
  expect(refreshAll).not.toHaveBeenCalled()
})
