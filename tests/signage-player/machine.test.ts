import { describe, expect, test } from 'vitest'
import type { SignedManifest } from '../../contracts/manifest.ts'
import {
  holds,
  started,
  step,
  type ClockReading,
  type Pairing,
  type PlayerEvent,
  type State,
} from '../../signage-player/machine.ts'
import { manifestOf, screenOf, slogan } from './rig/programme.ts'

const pairing: Pairing = { screen: 's', token: 't', publicKey: 'k', keyId: 'id' }
const now = Date.UTC(2026, 10, 22)
const trusted: ClockReading = { now, trusted: true }
const manifest = manifestOf(
  { plays: [[slogan('a', ['甲']), 5]] },
  { revision: 7, screen: screenOf('s'), now },
)
const envelope: SignedManifest = { payload: '', path: '', signature: '', keyId: 'id', parts: {} }

/** Runs events one after the other and keeps the effects of the last. */
function run(...events: PlayerEvent[]) {
  let state: State = started
  let effects: readonly string[] = []
  for (const event of events) {
    const next = step(state, event)
    state = next.state
    effects = next.effects.map((effect) => effect.type)
  }
  return { state, effects }
}
const restored = (
  kept: Partial<{ pairing: Pairing; manifest: typeof manifest; clock: ClockReading }>,
): PlayerEvent => ({
  type: 'restored',
  pairing: kept.pairing ?? null,
  manifest: kept.manifest ?? null,
  clock: kept.clock ?? trusted,
})
const arrives: PlayerEvent = { type: 'manifest', manifest, envelope, clock: trusted }

describe('a key that was handed on', () => {
  const event: PlayerEvent = { type: 'trusted', pairing: { ...pairing, publicKey: 'next', keyId: 'n' } }

  test('is pinned and kept, and what plays goes on', () => {
    for (const kept of [{ pairing }, { pairing, manifest }]) {
      const before = run(restored(kept)).state
      const { state, effects } = run(restored(kept), event)
      expect([state, effects]).toEqual([{ ...before, pairing: event.pairing }, ['keep-pairing']])
    }
  })

  test('means nothing to a player that is not paired: it has no key to trust', () => {
    const { state, effects } = run(restored({}), event)
    expect([state.name, effects]).toEqual(['unpaired', []])
  })
})

describe('before it plays', () => {
  test('a player that kept nothing asks for a code, and shows it when it comes', () => {
    expect(run(restored({}))).toMatchObject({ state: { name: 'unpaired' }, effects: ['announce', 'link'] })
    expect(run(restored({}), { type: 'code', code: '123456' })).toMatchObject({
      state: { name: 'pairing', code: '123456' },
      effects: ['announce'],
    })
  })

  test('without a secure context nothing can follow: there is no key to check a manifest with', () => {
    const events: PlayerEvent[] = [{ type: 'insecure-context' }, { type: 'paired', pairing }, arrives]
    expect(run(...events)).toMatchObject({ state: { name: 'insecure' }, effects: [] })
  })

  test('a pairing is kept before the link speaks in its name', () => {
    const { state, effects } = run(restored({}), { type: 'code', code: '1' }, { type: 'paired', pairing })
    expect(state.name).toBe('waiting')
    expect(effects).toEqual(['keep-pairing', 'announce', 'link'])
  })

  test('a manifest that comes before the pairing is not played', () => {
    expect(run(restored({}), arrives)).toMatchObject({ state: { name: 'unpaired' }, effects: [] })
  })
})

describe('while it plays', () => {
  test('a kept manifest plays before there is a connection: the server may be gone', () => {
    expect(run(restored({ pairing, manifest })).effects).toEqual(['play', 'link'])
  })

  test('a new manifest is acknowledged after it plays and was put on disk', () => {
    expect(run(restored({ pairing }), arrives)).toMatchObject({
      state: { name: 'playing' },
      effects: ['play', 'keep-manifest', 'acknowledge'],
    })
  })

  test('the same revision again is acknowledged and disturbs nothing', () => {
    expect(run(restored({ pairing }), arrives, arrives).effects).toEqual(['acknowledge'])
  })

  test('the lease excludes its end: at that instant only the fallback plays', () => {
    const at = (instant: number) =>
      run(restored({ pairing, manifest, clock: { now: instant, trusted: true } })).state.name
    expect(at(manifest.leaseUntil - 1)).toBe('playing')
    expect(at(manifest.leaseUntil)).toBe('evergreen')
  })

  test('an unknown time plays the fallback until the time is known, then the timetable', () => {
    const untrusted: PlayerEvent = restored({ pairing, manifest, clock: { now, trusted: false } })
    expect(run(untrusted).state.name).toBe('untrusted-clock')
    const known = run(untrusted, { type: 'clock', clock: trusted })
    expect(known).toMatchObject({ state: { name: 'playing' }, effects: ['play'] })
  })

  test('a clock that changes nothing causes nothing', () => {
    expect(run(restored({ pairing, manifest }), { type: 'clock', clock: trusted }).effects).toEqual([])
  })

  test('a revoked pairing takes the content off and asks for a code', () => {
    const { state, effects } = run(restored({ pairing, manifest }), { type: 'unpaired' })
    expect(state.name).toBe('unpaired')
    expect(effects).toEqual(['forget', 'announce', 'link'])
  })

  test('no event but that one takes content off the screen', () => {
    const events: PlayerEvent[] = [
      { type: 'code', code: '1' },
      { type: 'pairing-failed', problem: '' },
      { type: 'paired', pairing },
      restored({}),
      arrives,
      { type: 'clock', clock: { now: 0, trusted: false } },
      { type: 'clock', clock: { now: manifest.leaseUntil * 2, trusted: true } },
    ]
    for (const event of events)
      expect(holds(run(restored({ pairing, manifest }), event).state), event.type).toBe(true)
  })
})
