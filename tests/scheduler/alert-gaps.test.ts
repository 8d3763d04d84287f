/** @file Missing plays are told once a gap: whoever answers for the proof must hear of each, and of none twice. */
import { expect, test } from 'vitest'
import type { PlayRecord } from '../../contracts/messages.ts'
import { playStore } from '../../scheduler/store/plays.ts'
import { alertRig, minute, second } from './alert-rig.ts'
import { chained } from './proof-rig.ts'

const dayMs = 24 * 60 * minute
const plays = chained(Array.from({ length: 20 }, () => ({})))
const numbered = (...numbers: readonly number[]): PlayRecord[] =>
  plays.filter(({ sequence }) => numbers.includes(sequence))

function rig() {
  const at = alertRig()
  const pairing = at.pair()
  const store = async (...numbers: readonly number[]) => {
    at.plays.store(pairing, 'screen-1', numbered(...numbers))
    await at.pass(30 * second, at.beats())
  }
  /** Notes of the alerts, the oldest first, with whether each lasts. */
  const told = () =>
    at.desk.incidents
      .list({ screen: 'screen-1', from: null, to: null, countMax: 50 })
      .filter(({ kind }) => kind === 'gap')
      .map(({ note, closedAt }) => `${/第.*?条/u.exec(note)?.[0] ?? ''}${closedAt === null ? '…' : ''}`)
      .reverse()
  return { ...at, pairing, store, told }
}

test('a second gap is an alert of its own, and ends the first, which is in the log', async () => {
  const { store, told } = rig()
  await store(1, 4)
  expect(told()).toEqual(['第 2 至 3 条…'])
  await store(8)
  expect(told()).toEqual(['第 2 至 3 条', '第 5 至 7 条…'])
})

test('a gap that is filled in part is the same gap: nobody is called twice for it', async () => {
  const { store, told } = rig()
  await store(1, 10)
  await store(5)
  await store(6, 7)
  expect(told()).toEqual(['第 2 至 9 条…'])
  await store(2, 3, 4, 8, 9)
  expect(told()).toEqual(['第 2 至 9 条'])
})

test('a gap that is filled leaves the earlier one open, without a second word about that', async () => {
  const { store, told } = rig()
  await store(1, 3)
  await store(6)
  await store(4, 5)
  expect(told()).toEqual(['第 2 条', '第 4 至 5 条…'])
  await store(2)
  expect(told()).toEqual(['第 2 条', '第 4 至 5 条'])
})

test('a gap that nobody fills is told for a week and not again after it', async () => {
  const { store, told, clock, pass, beats } = rig()
  await store(1, 3)
  clock.at += 7 * dayMs
  await pass(minute, beats())
  expect(told()).toEqual(['第 2 条'])
  await pass(minute, beats())
  expect(told()).toHaveLength(1)
})

test('gaps are known after a restart, so an alert neither closes by it nor opens again', async () => {
  const { store, database, clock } = rig()
  await store(1, 4)
  const found = clock.at - 30 * second
  expect(playStore(database, clock.now).gap('screen-1')).toEqual({ foundAt: found, missing: 2, before: 4 })
  clock.at += 8 * dayMs
  expect(playStore(database, clock.now).gap('screen-1')).toBeNull()
})

test('try-outs prove nothing, and what they lack is no gap', async () => {
  const { pairings, plays: stored } = alertRig()
  const visitor = pairings.find(pairings.tryOut('screen-1').token)?.id ?? NaN
  stored.store(visitor, 'screen-1', numbered(1, 4))
  expect(stored.gap('screen-1')).toBeNull()
})
