/** @file A number that is kept live outlasts a lake that fails for a moment. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { liveQuery, type QueryStore } from '../../studio/lake/live-query.ts'

const asked = {
  fetch: 'count(*)',
  listen: '*',
  params: {},
  apiVersion: '2025-02-19',
  tag: 'test',
  throttleMs: 0,
}
type Observer = Parameters<ReturnType<QueryStore<number>['listenQuery']>['subscribe']>[0]
let streams: Observer[] = []
let closed = 0
const store: QueryStore<number> = {
  listenQuery: () => ({
    subscribe(observer) {
      streams.push(observer)
      return { unsubscribe: () => void closed++ }
    },
  }),
}

beforeEach(() => {
  vi.useFakeTimers()
  streams = []
  closed = 0
})
afterEach(() => void vi.useRealTimers())

test('a failure is told with the last answer, and the question is asked again, ever more seldom', () => {
  const live = liveQuery(store, asked)
  live.subscribe(() => undefined)
  streams[0]?.next(3)
  streams[0]?.error(new Error('504'))
  expect(live.get()).toEqual({ answer: 3, failed: true })
  vi.advanceTimersByTime(2_000)
  expect(streams).toHaveLength(2)
  streams[1]?.error(new Error('504'))
  vi.advanceTimersByTime(2_000)
  expect(streams).toHaveLength(2)
  vi.advanceTimersByTime(2_000)
  expect(streams).toHaveLength(3)
  streams[2]?.next(4)
  expect(live.get()).toEqual({ answer: 4, failed: false })
  streams[2]?.error(new Error('504'))
  vi.advanceTimersByTime(2_000)
  expect(streams, 'an answer ends the waiting that grew').toHaveLength(4)
})

test('however long it fails, it is asked every half minute', () => {
  liveQuery(store, asked).subscribe(() => undefined)
  for (let time = 0; time < 9; time++) {
    streams.at(-1)?.error(new Error('504'))
    vi.advanceTimersByTime(30_000)
    expect(streams).toHaveLength(time + 2)
  }
})

test('who no longer listens asks no more', () => {
  const stop = liveQuery(store, asked).subscribe(() => undefined)
  streams[0]?.error(new Error('504'))
  stop()
  vi.advanceTimersByTime(60_000)
  expect(streams).toHaveLength(1)
  expect(closed).toBe(1)
})
