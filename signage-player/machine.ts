/**
 * @file What the player is doing, as one machine: a named state, events in, effects out.
 *
 * Pure: it reads no clock and touches no browser; `player.ts` carries the effects out in their order.
 * Invariants: a manifest is held only by a paired player, and reaches this machine only after its
 * signature was checked; a player that holds one never goes back to an empty screen by itself.
 */
import type { Manifest, SignedManifest } from '../contracts/manifest.ts'
import type { Instant } from '../contracts/part.ts'

/** What the player keeps of its pairing. `publicKey` is pinned: SPKI in base64. */
export interface Pairing {
  screen: string
  token: string
  publicKey: string
  keyId: string
}

export interface ClockReading {
  now: Instant
  trusted: boolean
}

export type State =
  /** Reads what it kept. */
  | { name: 'starting' }
  /** Plain http from another host: neither service worker nor WebCrypto, so pairing is refused. */
  | { name: 'insecure' }
  /** No pairing, and no code to show yet. */
  | { name: 'unpaired'; problem: string | null }
  | { name: 'pairing'; code: string }
  /** Paired, but no manifest has come yet. */
  | { name: 'waiting'; pairing: Pairing }
  | HeldState

export interface HeldState {
  /** `evergreen`: the lease is over. `untrusted-clock`: the time is not known. Both play the fallback. */
  name: 'playing' | 'evergreen' | 'untrusted-clock'
  pairing: Pairing
  manifest: Manifest
}

export type PlayerEvent =
  | { type: 'insecure-context' }
  | { type: 'restored'; pairing: Pairing | null; manifest: Manifest | null; clock: ClockReading }
  | { type: 'code'; code: string }
  | { type: 'pairing-failed'; problem: string }
  | { type: 'paired'; pairing: Pairing }
  | { type: 'unpaired' }
  /** The pinned key has signed its successor. */
  | { type: 'trusted'; pairing: Pairing }
  | { type: 'manifest'; manifest: Manifest; envelope: SignedManifest; clock: ClockReading }
  | { type: 'clock'; clock: ClockReading }

export type Effect =
  /** Speak to the server as this screen, or as a player that asks for a code. */
  | { type: 'link'; pairing: Pairing | null }
  | { type: 'announce' }
  | { type: 'play'; manifest: Manifest; rule: 'timetable' | 'fallback' }
  | { type: 'keep-pairing'; pairing: Pairing }
  | { type: 'keep-manifest'; envelope: SignedManifest }
  /** Once it plays by this revision and the manifest is on disk. */
  | { type: 'acknowledge'; revision: number }
  | { type: 'forget' }

export interface Step {
  state: State
  effects: readonly Effect[]
}

export const started: State = { name: 'starting' }

export function holds(state: State): state is HeldState {
  return state.name === 'playing' || state.name === 'evergreen' || state.name === 'untrusted-clock'
}

function held(pairing: Pairing, manifest: Manifest, clock: ClockReading): HeldState {
  const name = !clock.trusted ? 'untrusted-clock' : clock.now >= manifest.leaseUntil ? 'evergreen' : 'playing'
  return { name, pairing, manifest }
}

function playing(state: HeldState): Effect {
  return { type: 'play', manifest: state.manifest, rule: state.name === 'playing' ? 'timetable' : 'fallback' }
}

function unpaired(problem: string | null): State {
  return { name: 'unpaired', problem }
}

function restored(event: Extract<PlayerEvent, { type: 'restored' }>): Step {
  const { pairing, manifest, clock } = event
  if (!pairing)
    return { state: unpaired(null), effects: [{ type: 'announce' }, { type: 'link', pairing: null }] }
  const link: Effect = { type: 'link', pairing }
  if (!manifest) return { state: { name: 'waiting', pairing }, effects: [{ type: 'announce' }, link] }
  const state = held(pairing, manifest, clock)
  return { state, effects: [playing(state), link] }
}

function accept(state: State, event: Extract<PlayerEvent, { type: 'manifest' }>): Step {
  const { manifest, envelope, clock } = event
  if (state.name !== 'waiting' && !holds(state)) return { state, effects: [] }
  const acknowledge: Effect = { type: 'acknowledge', revision: manifest.revision }
  if (holds(state) && state.manifest.revision === manifest.revision) return { state, effects: [acknowledge] }
  const next = held(state.pairing, manifest, clock)
  return { state: next, effects: [playing(next), { type: 'keep-manifest', envelope }, acknowledge] }
}

/** @returns the next state and what must be done, in order; an event that means nothing here does nothing */
export function step(state: State, event: PlayerEvent): Step {
  if (state.name === 'insecure') return { state, effects: [] }
  switch (event.type) {
    case 'insecure-context':
      return { state: { name: 'insecure' }, effects: [{ type: 'announce' }] }
    case 'restored':
      return state.name === 'starting' ? restored(event) : { state, effects: [] }
    case 'code':
      if (state.name !== 'unpaired' && state.name !== 'pairing') return { state, effects: [] }
      return { state: { name: 'pairing', code: event.code }, effects: [{ type: 'announce' }] }
    case 'pairing-failed':
      if (state.name !== 'unpaired' && state.name !== 'pairing') return { state, effects: [] }
      return { state: unpaired(event.problem), effects: [{ type: 'announce' }] }
    case 'paired': {
      if (state.name !== 'unpaired' && state.name !== 'pairing') return { state, effects: [] }
      const { pairing } = event
      const effects: Effect[] = [
        { type: 'keep-pairing', pairing },
        { type: 'announce' },
        { type: 'link', pairing },
      ]
      return { state: { name: 'waiting', pairing }, effects }
    }
    case 'unpaired':
      if (state.name !== 'waiting' && !holds(state)) return { state, effects: [] }
      return {
        state: unpaired(null),
        effects: [{ type: 'forget' }, { type: 'announce' }, { type: 'link', pairing: null }],
      }
    case 'trusted':
      if (state.name !== 'waiting' && !holds(state)) return { state, effects: [] }
      return {
        state: { ...state, pairing: event.pairing },
        effects: [{ type: 'keep-pairing', pairing: event.pairing }],
      }
    case 'manifest':
      return accept(state, event)
    case 'clock': {
      if (!holds(state)) return { state, effects: [] }
      const next = held(state.pairing, state.manifest, event.clock)
      return next.name === state.name ? { state, effects: [] } : { state: next, effects: [playing(next)] }
    }
  }
}
