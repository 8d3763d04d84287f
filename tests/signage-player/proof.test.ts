import { describe, expect, test } from 'vitest'
import type { Turn } from '../../contracts/schedule/resolve.ts'
import { openProof } from '../../signage-player/proof.ts'
import { memoryStore } from '../../signage-player/store/memory.ts'
import { hashText } from '../support/manifests.ts'
import { databaseName, type FinishedPlay } from '../../signage-player/store/store.ts'
import { slogan } from './rig/programme.ts'

const item = slogan('a', ['甲'])
const turn: Turn = { item, entry: null, event: null, playlist: null, source: 'event', from: 0, until: 0 }
const noon = Date.UTC(2026, 10, 22, 4)

function rig() {
  const state = { now: noon, trusted: true, steady: 100_000, takes: true }
  const written: FinishedPlay[] = []
  const touches: (FinishedPlay | null)[] = []
  const proof = openProof({
    reading: () => ({ now: state.now, trusted: state.trusted }),
    steady: () => state.steady,
    write(plays, on) {
      if (!state.takes) return false
      written.push(...plays)
      touches.push(on)
      return true
    },
  })
  const show = (startedAt: number, endedAt: number) => {
    proof.finished({ turn, revision: 3, startedAt, endedAt })
    proof.began({ turn, revision: 3, startedAt: endedAt })
  }
  return { state, written, touches, proof, show }
}

describe('proof of play', () => {
  test('a play is as long as the steady clock says, even when the wall clock jumped meanwhile', () => {
    const { written, show } = rig()
    show(90_000, 100_000)
    expect(written).toMatchObject([{ item: 'a', from: noon - 10_000, until: noon, revision: 3 }])
  })

  test('while the time is not known plays are held back, and dated rightly once it is', () => {
    const { state, written, proof, show } = rig()
    Object.assign(state, { trusted: false, now: 0 })
    show(90_000, 100_000)
    proof.settle()
    expect(written).toEqual([])
    Object.assign(state, { trusted: true, now: noon, steady: 160_000 })
    proof.settle()
    expect(written).toMatchObject([{ from: noon - 70_000, until: noon - 60_000 }])
    proof.settle()
    expect(written.length).toBe(1)
  })

  test('what is on is touched with the time it has lasted, and by the steady clock', () => {
    const { state, touches, proof, show } = rig()
    show(90_000, 100_000)
    state.now += 15_000 + 3_600_000
    state.steady += 15_000
    proof.settle()
    const { now } = state
    expect(touches.at(-1)).toMatchObject({ from: now - 15_000, until: now })
    Object.assign(state, { trusted: false })
    const before = touches.length
    proof.settle()
    // The last instant that was trusted stands.
    expect(touches.length).toBe(before)
  })

  test('plays that nothing takes yet are held, and dated rightly when something does', () => {
    const { state, written, proof, show } = rig()
    state.takes = false
    show(90_000, 100_000)
    Object.assign(state, { takes: true, now: noon + 5_000, steady: 105_000 })
    proof.settle()
    expect(written).toMatchObject([{ from: noon - 10_000, until: noon }])
    proof.settle()
    expect(written.length).toBe(1)
  })

  test('when nothing that counts is on, nothing is touched', () => {
    const { touches, proof } = rig()
    proof.began(null)
    expect(touches).toEqual([null])
  })

  test('what is held back is bounded', () => {
    const { state, written, proof, show } = rig()
    state.trusted = false
    for (let index = 0; index < 1_000; index++) show(index, index + 1)
    state.trusted = true
    proof.settle()
    expect(written.length).toBe(500)
  })
})

describe('the store', () => {
  const play: FinishedPlay = {
    item: 'a',
    title: '',
    kind: 'slogan',
    event: null,
    playlist: null,
    from: 0,
    until: 1,
    revision: 1,
  }
  const pairing = (screen: string) => ({ screen, token: 't', publicKey: 'k', keyId: 'i' })

  test('a number is never given twice, even after all plays were forgotten', async () => {
    const plays = await memoryStore(hashText).openPlays()
    await plays.record(play)
    await plays.record(play)
    await plays.forget(2)
    expect(await plays.record(play)).toBe(3)
  })

  test('plays of another screen are dropped: they could not be sent under its name', async () => {
    const store = memoryStore(hashText)
    const plays = await store.openPlays()
    await store.keepPairing(pairing('s'))
    await plays.record(play)
    await store.forget()
    await store.keepPairing(pairing('s'))
    expect(await plays.unsentCount()).toBe(1)
    await store.keepPairing(pairing('other'))
    expect(await plays.unsentCount()).toBe(0)
  })

  test('two players in one browser share no name', () => {
    expect(databaseName('main')).not.toBe(databaseName('second'))
  })
})
