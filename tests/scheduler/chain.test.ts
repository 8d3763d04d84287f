/** @file The chain of plays: what was taken out, added or changed is seen, and nothing else is. */
import { describe, expect, test } from 'vitest'
import { dropOldPlays } from '../../scheduler/store/retention.ts'
import { playStore } from '../../scheduler/store/plays.ts'
import { dayMs, monday } from './clock.ts'
import { chained, hashOf, proofRig } from './proof-rig.ts'

const five = () => chained([{}, {}, {}, {}, {}])

describe('an honest chain', () => {
  test('has no fault, whole, in batches, or resent, for the line may break at any place', () => {
    const { plays, pair, faults } = proofRig()
    const id = pair()
    const [a, b, c, d, e] = five()
    if (!a || !b || !c || !d || !e) throw new Error('five were asked for')
    plays.store(id, 'screen-1', [a, b])
    plays.store(id, 'screen-1', [a, b, c])
    plays.store(id, 'screen-1', [d])
    expect(plays.store(id, 'screen-1', [c, d, e])).toBe(5)
    expect(faults()).toEqual([])
    expect(plays.brokenAt('screen-1')).toBeNull()
  })

  test('begins anew with each pairing, since a new player knows nothing of the old one', () => {
    const { plays, pair, faults } = proofRig()
    plays.store(pair(), 'screen-1', five())
    plays.store(pair(), 'screen-1', chained([{ item: 'slogan-2' }]))
    expect(faults()).toEqual([])
  })

  test('goes on where the same box is paired with its screen again, and is no gap', () => {
    const { plays, pair, faults } = proofRig()
    const [a, b, c, d, e] = five()
    if (!a || !b || !c || !d || !e) throw new Error('five were asked for')
    plays.store(pair(), 'screen-1', [a, b])
    plays.store(pair(), 'screen-1', [c, d])
    plays.store(pair(), 'screen-1', chained([{ item: 'slogan-2' }]))
    plays.store(pair(), 'screen-1', [e])
    expect(faults()).toEqual([])
  })

  test('that another screen had is not gone on with: what lacks here is a gap', () => {
    const { plays, pair, faults } = proofRig()
    const [a, b, c] = five()
    if (!a || !b || !c) throw new Error('five were asked for')
    plays.store(pair('screen-2'), 'screen-2', [a, b])
    plays.store(pair(), 'screen-1', [c])
    expect(faults()).toEqual([{ sequence: 3, kind: 'gap', missing: 2 }])
  })

  test('is stored with its hashes, so that it can be checked by others later', () => {
    const { plays, pair, database } = proofRig()
    const all = five()
    plays.store(pair(), 'screen-1', all)
    expect(database.prepare('SELECT hash FROM play ORDER BY sequence').all()).toMatchObject(
      all.map((play) => ({ hash: hashOf(play) })),
    )
  })
})

describe('a fault', () => {
  test('is a record that was changed after the next was bound to it', () => {
    const { plays, pair, faults } = proofRig()
    const all = five().map((play) => (play.sequence === 3 ? { ...play, item: 'forged' } : play))
    plays.store(pair(), 'screen-1', all)
    expect(faults()).toEqual([{ sequence: 4, kind: 'broken', missing: 0 }])
    expect(plays.brokenAt('screen-1')).toBe(monday)
  })

  test('is a first record that names one before it, for then one was taken out', () => {
    const { plays, pair, faults } = proofRig()
    plays.store(pair(), 'screen-1', chained([{}], 1, 'a'.repeat(64)))
    expect(faults()).toEqual([{ sequence: 1, kind: 'broken', missing: 0 }])
  })

  test('is a gap, with how many never came', () => {
    const { plays, pair, faults } = proofRig()
    plays.store(
      pair(),
      'screen-1',
      five().filter(({ sequence }) => sequence !== 2 && sequence !== 3),
    )
    expect(faults()).toEqual([{ sequence: 4, kind: 'gap', missing: 2 }])
    expect(plays.brokenAt('screen-1')).toBeNull()
  })

  test('that is a gap grows smaller and goes when the missing records come late', () => {
    const { plays, pair, faults } = proofRig()
    const id = pair()
    const [a, b, c, d, e] = five()
    if (!a || !b || !c || !d || !e) throw new Error('five were asked for')
    plays.store(id, 'screen-1', [a, e])
    expect(faults()).toEqual([{ sequence: 5, kind: 'gap', missing: 3 }])
    plays.store(id, 'screen-1', [c])
    expect(faults()).toEqual([
      { sequence: 3, kind: 'gap', missing: 1 },
      { sequence: 5, kind: 'gap', missing: 1 },
    ])
    plays.store(id, 'screen-1', [b, d])
    expect(faults()).toEqual([])
  })

  test('is one number with two stories; the first stands', () => {
    const { plays, pair, faults } = proofRig()
    const id = pair()
    plays.store(id, 'screen-1', chained([{}]))
    plays.store(id, 'screen-1', chained([{ item: 'forged' }]))
    expect(faults()).toEqual([{ sequence: 1, kind: 'conflict', missing: 0 }])
    expect(plays.ofScreen('screen-1', 5)).toMatchObject([{ item: 'slogan-1' }])
  })

  test('of a visitor’s try-out is none: it proves nothing of the screen', () => {
    const { plays, tryOut, faults } = proofRig()
    plays.store(tryOut(), 'screen-1', chained([{}], 7, 'a'.repeat(64)))
    expect(faults()).toEqual([])
  })

  test('is known after a restart, so that its alert does not close by it', () => {
    const { plays, pair, database, clock } = proofRig()
    plays.store(pair(), 'screen-1', chained([{}], 1, 'a'.repeat(64)))
    expect(playStore(database, clock.now).brokenAt('screen-1')).toBe(monday)
  })
})

describe('records that are too old', () => {
  test('are dropped, and the chain goes on without a fault from the hash that is kept', async () => {
    const { plays, pair, faults, clock, database } = proofRig()
    const id = pair()
    const all = five()
    plays.store(id, 'screen-1', all.slice(0, 3))
    clock.at += 10 * dayMs
    expect(await dropOldPlays(database, clock.at - dayMs)).toBe(3)
    expect(plays.store(id, 'screen-1', all.slice(3))).toBe(5)
    expect(faults()).toEqual([])
    const forged = chained([{}], 4, 'b'.repeat(64))
    plays.store(pair(), 'screen-1', forged)
    expect(faults()).toEqual([{ sequence: 4, kind: 'gap', missing: 3 }])
  })

  test('and come once more are acknowledged and not counted twice', async () => {
    const { plays, pair, clock, database } = proofRig()
    const id = pair()
    plays.store(id, 'screen-1', five())
    clock.at += 10 * dayMs
    await dropOldPlays(database, clock.at)
    expect(plays.store(id, 'screen-1', five())).toBe(5)
    expect(database.prepare('SELECT sum(plays) AS plays FROM dailyPlays').get()).toEqual({ plays: 5 })
    expect(plays.ofScreen('screen-1', 10)).toEqual([])
  })

  test('are told by when they came, not by the player’s own clock, which may have stood in 1970', async () => {
    const { plays, pair, clock, database } = proofRig()
    plays.store(pair(), 'screen-1', chained([{ from: 1_000, until: 2_000 }]))
    expect(await dropOldPlays(database, clock.at - dayMs)).toBe(0)
    expect(plays.ofScreen('screen-1', 10)).toHaveLength(1)
  })

  test('of many are dropped all, and those after the limit stay', async () => {
    const { plays, pair, clock, database } = proofRig()
    const id = pair()
    const many = chained(Array.from({ length: 11_000 }, () => ({})))
    plays.store(id, 'screen-1', many.slice(0, 10_500))
    clock.at += 10 * dayMs
    plays.store(id, 'screen-1', many.slice(10_500))
    expect(await dropOldPlays(database, clock.at)).toBe(10_500)
    expect(database.prepare('SELECT min(sequence) AS first, count(*) AS left FROM play').get()).toEqual({
      first: 10_501,
      left: 500,
    })
  })
})
