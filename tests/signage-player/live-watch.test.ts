/** @file Whether a broadcast still moves, and the asking after one that does not; by the clock of the test. */
import { describe, expect, test } from 'vitest'
import { lostAfterMs, openWatchdog, probe, probeEveryMs } from '../../signage-player/live/watch.ts'
import { fakeTime, settled } from './rig/time.ts'

describe('the watchdog', () => {
  function rig() {
    const state = { at: 1_000_000, frames: 0 }
    const lost = openWatchdog(
      () => state.at,
      () => state.frames,
    )
    /** Looks every 100 ms for so long; every so many looks another frame comes. */
    const run = (ms: number, everyLooks = Infinity): boolean => {
      let found = false
      for (let look = 1; look <= ms / 100; look++) {
        state.at += 100
        if (look % everyLooks === 0) state.frames++
        found = lost() || found
      }
      return found
    }
    lost()
    return { state, run, lost }
  }

  test('is quiet while frames come, be they few', () => {
    expect(rig().run(120_000, 40)).toBe(false)
  })

  test('says so when no frame has come for eight seconds, and not a moment before', () => {
    const { run } = rig()
    expect(run(lostAfterMs - 100)).toBe(false)
    expect(run(100)).toBe(true)
  })

  test('a single frame gives it another eight seconds', () => {
    const { run, state } = rig()
    run(lostAfterMs - 200)
    state.frames++
    expect(run(lostAfterMs)).toBe(false)
    expect(run(200)).toBe(true)
  })

  test('a page that was hidden for an hour does not take the broadcast for lost at its first look', () => {
    const { state, lost, run } = rig()
    run(5_000)
    state.at += 3_600_000
    expect(lost()).toBe(false)
    expect(run(lostAfterMs)).toBe(true)
  })

  test('one that never gave a frame is lost after the same time', () => {
    const { run } = rig()
    expect(run(lostAfterMs + 100)).toBe(true)
  })
})

describe('the probe of a lost broadcast', () => {
  const stream = '/api/signage/live/live-1/index.m3u8'

  function rig(texts: Record<string, () => string>) {
    const time = fakeTime()
    const asked: { path: string; at: number }[] = []
    const state = { wanted: true, alive: 0 }
    const end = probe(stream, {
      wait: time.wait,
      wanted: () => state.wanted,
      alive: () => void state.alive++,
      async fetchText(path) {
        asked.push({ path, at: time.now() })
        const text = texts[path]?.()
        if (text === undefined) throw new Error('404')
        return text
      },
    })
    return { time, asked, state, end }
  }

  test('a list that stands still is as dead as none', async () => {
    const { time, state, asked } = rig({ [stream]: () => '#EXTM3U\ns7.seg' })
    await time.advance(10 * 60_000)
    expect(state.alive).toBe(0)
    expect(asked.length).toBe(41)
  })

  test('one that grows again is alive, and is asked no more', async () => {
    let last = 7
    const { time, state, asked } = rig({ [stream]: () => `#EXTM3U\ns${last}.seg` })
    await time.advance(60_000)
    last++
    await time.advance(probeEveryMs)
    expect(state.alive).toBe(1)
    const before = asked.length
    await time.advance(10 * probeEveryMs)
    expect([state.alive, asked.length]).toEqual([1, before])
  })

  test('after an outage the first list may be that of before, so it has to grow once more', async () => {
    let list: string | undefined
    const { time, state } = rig({
      [stream]: () => {
        if (list === undefined) throw new Error('down')
        return list
      },
    })
    await time.advance(60_000)
    list = '#EXTM3U\ns7.seg'
    await time.advance(probeEveryMs)
    expect(state.alive, 'it came after none').toBe(0)
    await time.advance(4 * probeEveryMs)
    expect(state.alive, 'it stands still').toBe(0)
    list = '#EXTM3U\ns8.seg'
    await time.advance(probeEveryMs)
    expect(state.alive).toBe(1)
  })

  test('looks into the first list of a list of qualities, which itself never changes', async () => {
    let last = 7
    const low = '/api/signage/live/live-1/low.m3u8'
    const { time, state, asked } = rig({
      [stream]: () =>
        '#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nlow.m3u8\n#EXT-X-STREAM-INF:BANDWIDTH=2\nhigh.m3u8',
      [low]: () => `#EXTM3U\ns${last}.seg`,
    })
    await time.advance(probeEveryMs)
    last++
    await time.advance(probeEveryMs)
    expect(state.alive).toBe(1)
    expect(asked.map(({ path }) => path)).not.toContain('/api/signage/live/live-1/high.m3u8')
  })

  test('an ended list that grew is no broadcast that goes on', async () => {
    let text = '#EXTM3U\ns7.seg'
    const { time, state } = rig({ [stream]: () => text })
    await time.advance(1)
    text = '#EXTM3U\ns8.seg\n#EXT-X-ENDLIST'
    await time.advance(10 * probeEveryMs)
    expect(state.alive).toBe(0)
  })

  test('asks no more often than every fifteen seconds, whatever it is answered', async () => {
    const { time, asked } = rig({})
    await time.advance(5 * 60_000)
    const gaps = asked.slice(1).map(({ at }, index) => at - (asked[index]?.at ?? 0))
    expect(gaps.length).toBe(20)
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(probeEveryMs)
  })

  test('ends with the broadcast’s time, and when it is told to', async () => {
    const over = rig({})
    await over.time.advance(20_000)
    over.state.wanted = false
    const before = over.asked.length
    await over.time.advance(10 * probeEveryMs)
    expect(over.asked.length).toBe(before)

    let last = 7
    const ended = rig({ [stream]: () => `s${last++}` })
    await settled()
    ended.end()
    await ended.time.advance(10 * probeEveryMs)
    expect([ended.asked.length, ended.state.alive]).toEqual([1, 0])
  })
})
