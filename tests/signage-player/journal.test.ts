import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { chainStart, chainText } from '../../contracts/proof.ts'
import { openJournal } from '../../signage-player/store/journal.ts'
import { memoryStore } from '../../signage-player/store/memory.ts'
import type { FinishedPlay } from '../../signage-player/store/store.ts'
import { settled } from './rig/time.ts'

const hash = async (text: string) => createHash('sha256').update(text).digest('hex')
const play = (item: string, from: number, until: number): FinishedPlay => ({
  item,
  title: '',
  kind: 'slogan',
  event: null,
  playlist: null,
  from,
  until,
  revision: 1,
})

/** A store whose disk can refuse, and a journal over it that can be cut off and begun again. */
async function rig() {
  const store = memoryStore(hash)
  const plays = await store.openPlays()
  const disk = { refuses: false, alive: 0 }
  const failures: unknown[] = []
  let wrote = 0
  const begin = async () => {
    const mine = ++disk.alive
    // What was under way is on disk or is not; a dead browser writes nothing later.
    await settled()
    const { on } = await store.load()
    return openJournal(
      {
        async record(finished, next) {
          if (mine !== disk.alive) throw new Error('no power')
          if (disk.refuses) throw new Error('no room')
          return plays.record(finished, next)
        },
        wrote: () => void wrote++,
        failed: (error) => void failures.push(error),
      },
      on,
    )
  }
  const written = async () => (await plays.unsent(10_000)).map(({ item, from, until }) => [item, from, until])
  return { store, plays, disk, failures, begin, written, count: () => wrote }
}

describe('the journal of plays', () => {
  test('a play that a power cut ended is recorded up to its last touch, once', async () => {
    const { begin, written } = await rig()
    const first = await begin()
    first.write([], play('a', 0, 0))
    first.write([], play('a', 0, 15))
    await settled()
    expect(await written()).toEqual([])
    const second = await begin()
    second.write([], play('b', 40, 40))
    await settled()
    const third = await begin()
    third.write([], play('c', 60, 60))
    await settled()
    expect(await written()).toEqual([
      ['a', 0, 15],
      ['b', 40, 40],
    ])
  })

  test('while the disk refuses plays wait, and go in their order with nothing lost', async () => {
    const { begin, disk, written, failures } = await rig()
    const journal = await begin()
    disk.refuses = true
    journal.write([], play('a', 0, 0))
    journal.write([play('a', 0, 10)], play('b', 10, 10))
    await settled()
    journal.write([play('b', 10, 20)], play('c', 20, 20))
    await settled()
    expect(failures.length).toBeGreaterThan(0)
    disk.refuses = false
    journal.write([], play('c', 20, 25))
    await settled()
    expect(await written()).toEqual([
      ['a', 0, 10],
      ['b', 10, 20],
    ])
  })

  test('what waits in memory is bounded', async () => {
    const { begin, disk, written } = await rig()
    const journal = await begin()
    disk.refuses = true
    for (let at = 0; at < 5_000; at++) journal.write([play('a', at, at + 1)], null)
    await settled()
    disk.refuses = false
    journal.write([], null)
    for (let round = 0; round < 1_000; round++) await settled()
    expect((await written()).length).toBeLessThanOrEqual(2_000)
    expect((await written()).length).toBeGreaterThan(1_900)
  })

  test('power cuts and a full disk at any moment: each play at most once, in order, the chain unbroken', async () => {
    type Act = 'switch' | 'touch' | 'cut' | 'refuse' | 'take'
    const acts = fc.array(
      fc.tuple(
        fc.constantFrom<Act>('switch', 'switch', 'touch', 'touch', 'cut', 'refuse', 'take'),
        fc.boolean(),
      ),
      { maxLength: 60 },
    )
    await fc.assert(
      fc.asyncProperty(acts, async (steps) => {
        const { begin, disk, plays: kept } = await rig()
        let journal = await begin()
        let now = 0
        let from = 0
        journal.write([], play('0', 0, 0))
        for (const [act, settles] of steps) {
          now += 5
          const item = String(from)
          if (act === 'touch') journal.write([], play(item, from, now))
          if (act === 'refuse') disk.refuses = true
          if (act === 'take') disk.refuses = false
          if (act === 'switch') {
            journal.write([play(item, from, now)], play(String(now), now, now))
            from = now
          }
          if (act === 'cut') {
            journal = await begin()
            from = now
            journal.write([], play(String(now), now, now))
          }
          if (settles) await settled()
        }
        disk.refuses = false
        journal.write([], null)
        for (let round = 0; round < 30; round++) await settled()
        const plays = await kept.unsent(10_000)
        let previous = chainStart
        let until = 0
        for (const [index, record] of plays.entries()) {
          expect(record.sequence).toBe(index + 1)
          expect(record.previous).toBe(previous)
          expect(record.from).toBeGreaterThanOrEqual(until)
          previous = await hash(chainText(record))
          until = record.until
        }
        expect(new Set(plays.map(({ item }) => item)).size).toBe(plays.length)
      }),
      { numRuns: 200 },
    )
  })

  test('without cuts and faults every play is there with its full length', async () => {
    const { begin, plays: kept } = await rig()
    const journal = await begin()
    journal.write([], play('0', 0, 0))
    for (let at = 1; at <= 50; at++) {
      journal.write([], play(String(at - 1), at - 1, at - 0.5))
      journal.write([play(String(at - 1), at - 1, at)], play(String(at), at, at))
    }
    for (let round = 0; round < 30; round++) await settled()
    const plays = await kept.unsent(100)
    expect(plays.map(({ from, until }) => until - from)).toEqual(Array.from({ length: 50 }, () => 1))
  })

  test('a box that is paired with another screen begins a chain of its own', async () => {
    const { store, plays } = await rig()
    const pairing = (screen: string) => ({ screen, token: 't', publicKey: 'k', keyId: 'i' })
    await store.keepPairing(pairing('one'))
    await plays.record(play('a', 0, 1), play('b', 1, 2))
    await store.keepPairing(pairing('two'))
    expect((await store.load()).on).toBeUndefined()
    await plays.record(play('c', 5, 6))
    expect(await plays.unsent(9)).toMatchObject([{ item: 'c', sequence: 1, previous: chainStart }])
  })
})
