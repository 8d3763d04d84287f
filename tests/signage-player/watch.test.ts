import { describe, expect, test } from 'vitest'
import { openProblems } from '../../signage-player/problems.ts'
import { lookEveryMs, openWatch } from '../../signage-player/watch.ts'
import { fakeTime } from './rig/time.ts'

const minute = 60_000

function rig() {
  const time = fakeTime(1_000)
  const state = { visible: true, overdue: 0, heap: 50, trusted: true, wallOff: 0 }
  const did: string[] = []
  const problems: string[] = []
  const titles: string[] = []
  const watch = openWatch({
    wait: time.wait,
    wall: () => time.now() + state.wallOff,
    steady: time.now,
    visible: () => state.visible,
    overdueMs: () => state.overdue,
    clockTrusted: () => state.trusted,
    heapMb: () => state.heap,
    state: () => 'playing',
    title: (text) => void titles.push(text),
    refresh: () => void did.push('refresh'),
    remake: () => void did.push('remake'),
    reload: () => void did.push('reload'),
    problem: (kind) => void problems.push(kind),
  })
  return { time, state, did, problems, titles, watch }
}

describe('the watchdog', () => {
  test('a healthy picture is left alone, and the page says that it lives', async () => {
    const { time, did, problems, titles } = rig()
    await time.advance(20_000)
    expect([did, problems]).toEqual([[], []])
    expect(titles).toEqual([
      'pufa playing 1',
      'pufa playing 6',
      'pufa playing 11',
      'pufa playing 16',
      'pufa playing 21',
    ])
  })

  test('a frame that is late is drawn, then its scene is made anew, then the page is loaded anew', async () => {
    const { time, state, did, problems } = rig()
    await time.advance(15 * minute)
    state.overdue = 6_000
    await time.advance(3 * lookEveryMs)
    expect(did).toEqual(['refresh', 'remake', 'reload'])
    expect(problems).toEqual(['frozen', 'frozen', 'frozen'])
  })

  test('a frame that comes again ends it: the next fault begins with the mildest means', async () => {
    const { time, state, did } = rig()
    state.overdue = 6_000
    await time.advance(lookEveryMs)
    state.overdue = 10
    await time.advance(lookEveryMs)
    state.overdue = 6_000
    await time.advance(lookEveryMs)
    expect(did).toEqual(['refresh', 'refresh'])
  })

  test('a page that was just loaded is not loaded anew again: at most once in ten minutes', async () => {
    const { time, state, did } = rig()
    state.overdue = 6_000
    await time.advance(10 * minute - lookEveryMs)
    expect(did).not.toContain('reload')
    await time.advance(2 * lookEveryMs)
    expect(did).toContain('reload')
  })

  test('a hidden page draws nothing and is no fault', async () => {
    const { time, state, did } = rig()
    state.visible = false
    state.overdue = 60_000
    await time.advance(minute)
    state.visible = true
    // The first look after it came back: the browser slowed it down meanwhile.
    await time.advance(lookEveryMs)
    expect(did).toEqual([])
  })

  test('too much memory: counted at once and once, mended between two items', async () => {
    const { time, state, did, problems, watch } = rig()
    await time.advance(11 * minute)
    state.heap = 401
    await time.advance(minute)
    expect([did, problems]).toEqual([[], ['memory']])
    watch.switched()
    expect(did).toEqual(['reload'])
  })

  test('a switch with little memory in use reloads nothing', async () => {
    const { time, did, watch } = rig()
    await time.advance(11 * minute)
    watch.switched()
    expect(did).toEqual([])
  })

  test('a loop that stood still asks the clock what is due', () => {
    const time = { steady: 0, runs: [] as (() => void)[] }
    const did: string[] = []
    openWatch({
      wait: (_ms, then) => {
        time.runs.push(then)
        return () => undefined
      },
      wall: () => time.steady,
      steady: () => time.steady,
      visible: () => true,
      overdueMs: () => 0,
      clockTrusted: () => true,
      heapMb: () => null,
      state: () => '',
      title: () => undefined,
      refresh: () => void did.push('refresh'),
      remake: () => void did.push('remake'),
      reload: () => void did.push('reload'),
      problem: (kind) => void did.push(kind),
    })
    time.steady = 9_000
    time.runs.shift()?.()
    expect(did).toEqual([])
    time.steady = 9_000 + 30_000
    time.runs.shift()?.()
    expect(did).toEqual(['frozen', 'refresh'])
  })

  test('a clock that jumps or is not known is told, each once', async () => {
    const { time, state, problems } = rig()
    state.wallOff = -3_600_000
    await time.advance(2 * lookEveryMs)
    expect(problems).toEqual(['clock'])
    state.trusted = false
    await time.advance(3 * lookEveryMs)
    expect(problems).toEqual(['clock', 'clock'])
  })
})

describe('problems', () => {
  test('are counted by kind with the last note, and told until they were heard', () => {
    const problems = openProblems([])
    problems.note('frozen', 'one')
    problems.note('frozen', 'two')
    problems.note('anything else', 'no affair of the server')
    const told = [{ kind: 'frozen', count: 2, note: 'two' }]
    expect(problems.tell()).toEqual(told)
    problems.lost()
    expect(problems.tell()).toEqual(told)
    problems.note('frozen', 'three')
    problems.heard()
    expect(problems.tell()).toEqual([{ kind: 'frozen', count: 1, note: 'three' }])
  })

  test('a heartbeat that nobody heard is told again with what came since', () => {
    const problems = openProblems([])
    problems.note('memory', 'a')
    problems.tell()
    problems.note('memory', 'b')
    expect(problems.tell()).toEqual([{ kind: 'memory', count: 2, note: 'b' }])
  })

  test('survive a reload, and what was kept in another shape is left out', () => {
    const before = openProblems([])
    before.note('memory', 'too much')
    before.tell()
    before.note('clock', 'jumped')
    const after = openProblems(JSON.parse(JSON.stringify(before.all())))
    expect(after.tell().map(({ kind }) => kind)).toEqual(['memory', 'clock'])
    expect(openProblems([{ kind: 'other' as 'clock', count: 1, note: '' }]).tell()).toEqual([])
  })

  test('a note is as long as a heartbeat bears', () => {
    const problems = openProblems([])
    problems.note('clock', 'x'.repeat(5_000))
    expect(problems.tell()[0]?.note.length).toBe(200)
  })
})
