/** @file What the site remembers: counts by day, old addresses, and how often somebody may hand in. */
import { afterEach, describe, expect, test } from 'vitest'
import { createAllowance } from '../../site/desk/allowance.ts'
import { quietly } from '../../site/serve/quietly.ts'
import { openStore } from '../../site/store/database.ts'
import { createPastAddresses } from '../../site/store/past-addresses.ts'
import { createTallies } from '../../site/store/tallies.ts'
import { temporaryFolder } from '../support/program.ts'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

const open: { close(): void }[] = []
afterEach(() => {
  for (const database of open.splice(0)) database.close()
})
function store(folder = temporaryFolder()) {
  const database = openStore(folder)
  open.push(database)
  return database
}

describe('counts', () => {
  test('days are added up and the last one is told', () => {
    const tallies = createTallies(store())
    tallies.count('scan', 'ABCDEFG', '2026-11-20')
    tallies.count('scan', 'ABCDEFG', '2026-11-22')
    tallies.count('scan', 'HHHHHHH', '2026-11-22')
    expect(tallies.list('scan')).toEqual([
      { subject: 'ABCDEFG', count: 2, lastDay: '2026-11-22' },
      { subject: 'HHHHHHH', count: 1, lastDay: '2026-11-22' },
    ])
  })

  test('a prefix takes one code’s choices and no other code’s', () => {
    const tallies = createTallies(store())
    tallies.count('rating', 'ABCDEFG:useful', '2026-11-22')
    tallies.count('rating', 'ABCDEF%:useful', '2026-11-22')
    expect(tallies.list('rating', 'ABCDEFG:').map(({ subject }) => subject)).toEqual(['ABCDEFG:useful'])
    expect(tallies.list('rating', '%')).toEqual([])
  })

  test('words that nobody else searched for give way, so that a flood keeps what many asked', () => {
    const tallies = createTallies(store())
    for (let time = 0; time < 3; time += 1) tallies.count('lost-search', '土地确权', '2026-11-01')
    for (let word = 0; word < 2_100; word += 1) tallies.count('lost-search', `乱写${word}`, '2026-11-22')
    const kept = tallies.list('lost-search')
    expect(kept[0]?.subject).toBe('土地确权')
    expect(kept.length).toBeLessThanOrEqual(2_000)
  })

  test('a damaged file is refused by name, not overwritten', () => {
    const folder = temporaryFolder()
    writeFileSync(
      join(folder, 'site.db'),
      'this is no database, and it is long enough to be read as one'.repeat(99),
    )
    expect(() => store(folder)).toThrow(expect.objectContaining({ code: 'site.store-damaged' }))
  })
})

describe('addresses that once were', () => {
  test('an address is known after its document is gone, also after a restart', () => {
    const folder = temporaryFolder()
    createPastAddresses(store(folder)).learn([{ path: '/questions/a', id: 'q-a', title: '甲' }])
    open.pop()?.close()
    const past = createPastAddresses(store(folder))
    past.learn([])
    expect(past.find('/questions/a')).toEqual({ path: '/questions/a', id: 'q-a', title: '甲' })
    expect(past.titleOf('q-a')).toBe('甲')
    expect(past.find('/questions/b')).toBeNull()
  })

  test('an address that another document takes over is that document’s', () => {
    const past = createPastAddresses(store())
    past.learn([{ path: '/questions/a', id: 'q-a', title: '甲' }])
    past.learn([{ path: '/questions/a', id: 'q-b', title: '乙' }])
    expect(past.find('/questions/a')?.id).toBe('q-b')
  })
})

describe('an allowance', () => {
  const clock = { at: 0, now: () => clock.at }
  const limits = { spanMs: 1_000, perCaller: 2, together: 3 }

  test('one caller is stopped before the others', () => {
    const allowance = createAllowance(limits, clock)
    expect(['a', 'a', 'a', 'b'].map((caller) => allowance.take(caller))).toEqual([true, true, false, true])
    expect(allowance.take('c')).toBe(false)
  })

  test('a span that is over counts from nothing, and so does a clock set back', () => {
    const allowance = createAllowance(limits, clock)
    for (let time = 0; time < 4; time += 1) allowance.take('a')
    clock.at = 1_000
    expect(allowance.take('a')).toBe(true)
    allowance.take('a')
    clock.at = -1_000_000
    expect(allowance.take('a')).toBe(true)
  })
})

describe('work done quietly', () => {
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

  test('many askings are one run, and what is asked during a run is done after it', async () => {
    let runs = 0
    let release = () => undefined as void
    const quiet = quietly(1, () => {
      runs += 1
      return new Promise((resolve) => {
        release = resolve
      })
    })
    for (let time = 0; time < 10; time += 1) quiet.ask()
    await pause(20)
    expect(runs).toBe(1)
    quiet.ask()
    await pause(20)
    expect(runs).toBe(1)
    release()
    await pause(30)
    expect(runs).toBe(2)
    quiet.close()
    release()
    await pause(20)
    quiet.ask()
    await pause(20)
    expect(runs).toBe(2)
  })
})
