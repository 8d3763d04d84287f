import { describe, expect, test } from 'vitest'
import { playerFrameBytesMax, playsPerBatchMax, type PlayRecord } from '../../contracts/messages.ts'
import { batchOf, openOutbox } from '../../signage-player/link/outbox.ts'
import { memoryStore } from '../../signage-player/store/memory.ts'
import { hashText } from '../support/manifests.ts'
import { fakeTime } from './rig/time.ts'

const play = {
  item: 'a',
  title: '遇事找法',
  kind: 'slogan',
  event: null,
  playlist: null,
  from: 1,
  until: 2,
  revision: 3,
  previous: '',
}

async function rig(count: number) {
  const time = fakeTime()
  const plays = await memoryStore(hashText).openPlays()
  for (let index = 0; index < count; index++) await plays.record(play)
  const server = new Map<number, PlayRecord>()
  const state = { connected: true, answers: true, batches: 0 }
  const outbox = openOutbox({
    unsent: plays.unsent,
    forget: plays.forget,
    send(batch) {
      if (!state.connected) return false
      state.batches++
      for (const sent of batch) server.set(sent.sequence, sent)
      if (state.answers) queueMicrotask(() => outbox.stored(Math.max(...batch.map((sent) => sent.sequence))))
      return true
    },
    wait: time.wait,
    report: (_, error) => {
      throw error
    },
  })
  return { time, plays, server, state, outbox }
}

describe('the outbox', () => {
  test('a backlog is sent in batches, one a second, until nothing is left', async () => {
    const { time, plays, server, state, outbox } = await rig(950)
    outbox.nudge()
    await time.advance(10_000)
    expect(server.size).toBe(950)
    expect(await plays.unsentCount()).toBe(0)
    expect(state.batches).toBe(Math.ceil(950 / playsPerBatchMax))
  })

  test('plays are forgotten only when the server has said that it has them', async () => {
    const { time, plays, state, outbox } = await rig(3)
    state.answers = false
    outbox.nudge()
    await time.advance(5_000)
    expect(state.batches).toBe(1)
    expect(await plays.unsentCount()).toBe(3)
  })

  test('a batch without an answer is sent again, under the same numbers', async () => {
    const { time, plays, server, state, outbox } = await rig(3)
    state.answers = false
    outbox.nudge()
    await time.advance(20_000)
    state.answers = true
    await time.advance(30_000)
    expect(state.batches).toBe(2)
    expect([...server.keys()]).toEqual([1, 2, 3])
    expect(await plays.unsentCount()).toBe(0)
  })

  test('without a connection nothing is lost, and the next welcome sends it', async () => {
    const { time, server, state, outbox } = await rig(3)
    state.connected = false
    outbox.nudge()
    await time.advance(60_000)
    expect(server.size).toBe(0)
    state.connected = true
    outbox.nudge()
    await time.advance(2_000)
    expect(server.size).toBe(3)
  })

  test('a batch never exceeds the frame that the server takes', () => {
    const long = Array.from({ length: playsPerBatchMax }, (_, index) => ({
      ...play,
      title: '法'.repeat(300),
      sequence: index + 1,
    }))
    const batch = batchOf(long)
    expect(batch.length).toBeGreaterThan(0)
    expect(batch.length).toBeLessThan(long.length)
    expect(Buffer.byteLength(JSON.stringify({ type: 'plays', plays: batch }))).toBeLessThanOrEqual(
      playerFrameBytesMax,
    )
  })
})
