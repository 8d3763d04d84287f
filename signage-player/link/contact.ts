/**
 * @file The contact with the server: what the player says, and what it does with what it is told.
 *
 * Messages are handled one after the other, in their order, so that a key that was rotated is pinned, on
 * disk, before the manifest that it signed is looked at. Loaded once the first picture is on.
 */
import { rotationText, type ManifestRefusal, type SignedManifest } from '../../contracts/manifest.ts'
import {
  pairingCodeLastsMs,
  partsWantedMax,
  type Health,
  type PlayerMessage,
  type ServerMessage,
} from '../../contracts/messages.ts'
import type { Assets } from '../assets/shelf.ts'
import type { Pairing, PlayerEvent, State } from '../machine.ts'
import type { Seen } from '../programme.ts'
import { openJournal, type Journal } from '../store/journal.ts'
import type { FinishedPlay, Store } from '../store/store.ts'
import type { CorrectedClock } from '../time/clock.ts'
import { openLink, type LinkWorld } from './link.ts'
import { openOutbox } from './outbox.ts'
import type { Parts, Verdict } from './signature.ts'

/** The player, as the contact sees it. */
export interface Desk {
  /** Parts of the manifest that is played, and of one that still lacks some. */
  parts: Parts
  /** The secret under which it asks for a pairing code. */
  request: string
  /** The play that a power cut ended, up to its last touch. */
  cut: FinishedPlay | undefined
  state(): State
  revision(): number
  seen(): Seen
  handle(event: PlayerEvent): void
  /** Resolves when all that must survive a power cut is on disk. */
  stored(): Promise<void>
  observe(): void
  learnedTime(): void
  /** The server has said something. */
  heard(): void
}

export interface ContactWorld extends Pick<LinkWorld, 'dial' | 'wait' | 'random'> {
  version: string
  ownSize(): { width: number; height: number }
  store: Store
  clock: CorrectedClock
  wall(): number
  assets: Assets
  examine(envelope: SignedManifest, pairing: Pairing, held: number, kept: Parts): Promise<Verdict>
  /** Whether the pinned key has signed this text. */
  isSigned(text: string, signature: string, pairing: Pairing): Promise<boolean>
  /** First 16 hex digits of the sha256 of the key. */
  keyIdOf(publicKey: string): Promise<string | null>
  prepare(manifest: Extract<Verdict, { manifest: unknown }>['manifest']): Promise<void>
  /** Pairs a try-out by its key; `null` where there is none. */
  pairByKey: (() => Promise<Pairing>) | null
  health(): Health
  /** The server has what `health` told last, or has not. */
  healthHeard(heard: boolean): void
  follow(message: Extract<ServerMessage, { type: 'command' }>): void
  report(where: string, error: unknown): void
}

export interface Contact {
  /** Speaks to the server as this screen, or as a player that asks for a code. */
  dial(pairing: Pairing | null): void
  /** Dials at once unless connected, or never dialled. */
  hurry(): void
  send(message: PlayerMessage): boolean
  connected(): boolean
  write: Journal['write']
  /** How many plays were written since the page was opened. */
  plays(): number
}

const keyRetryMs = 15_000

export async function openContact(desk: Desk, world: ContactWorld): Promise<Contact> {
  const { store, clock, assets, wait, report } = world
  const plays = await store.openPlays()
  let unsent = await plays.unsentCount()
  let written = 0
  let dialled = false
  let inbox: Promise<void> = Promise.resolve()
  let cancelCode: () => void = () => undefined

  const outbox = openOutbox({
    unsent: plays.unsent,
    async forget(upTo) {
      await plays.forget(upTo)
      unsent = await plays.unsentCount()
    },
    send: (batch) => link.send({ type: 'plays', plays: batch }),
    wait,
    report,
  })
  const journal = openJournal(
    {
      record: plays.record,
      wrote() {
        unsent++
        written++
        outbox.nudge()
        desk.observe()
      },
      failed: (error) => report('store-failed', error),
    },
    desk.cut,
  )
  const refuse = (revision: number, reason: ManifestRefusal): void => {
    report('manifest', reason)
    link.send({ type: 'refused', revision, reason })
  }
  const takeManifest = async (envelope: SignedManifest): Promise<void> => {
    const state = desk.state()
    if (!('pairing' in state)) return
    const verdict = await world.examine(envelope, state.pairing, desk.revision(), desk.parts)
    if ('refused' in verdict) return refuse(verdict.revision, verdict.refused)
    desk.parts = verdict.parts
    if ('lacking' in verdict) {
      link.send({ type: 'want', revision: verdict.revision, parts: verdict.lacking.slice(0, partsWantedMax) })
      return
    }
    const { payload, path, signature, keyId } = envelope
    const { manifest, parts } = verdict
    clock.notBefore(manifest.issuedAt)
    await world.prepare(manifest)
    const complete = { payload, path, signature, keyId, parts }
    desk.handle({ type: 'manifest', manifest, envelope: complete, clock: clock.reading() })
  }
  const takeKey = async (message: Extract<ServerMessage, { type: 'trust' }>): Promise<void> => {
    const state = desk.state()
    if (!('pairing' in state)) return
    const { pairing } = state
    const { publicKey, keyId, signature } = message
    // Told again of the key that is pinned already.
    if (publicKey === pairing.publicKey) return
    if ((await world.keyIdOf(publicKey)) !== keyId) return refuse(0, 'unknown-key')
    if (!(await world.isSigned(rotationText(publicKey), signature, pairing)))
      return refuse(0, 'bad-signature')
    desk.handle({ type: 'trusted', pairing: { ...pairing, publicKey, keyId } })
    await desk.stored()
  }
  const receive = async (message: ServerMessage): Promise<void> => {
    switch (message.type) {
      case 'pairing':
        cancelCode()
        cancelCode = wait(pairingCodeLastsMs, () => desk.state().name === 'pairing' && link.redial())
        return desk.handle({ type: 'code', code: message.code })
      case 'paired': {
        const { screen, token, publicKey, keyId } = message
        return desk.handle({ type: 'paired', pairing: { screen, token, publicKey, keyId } })
      }
      case 'welcome':
        clock.told(message.serverTime)
        desk.heard()
        assets.hurry()
        outbox.nudge()
        return desk.learnedTime()
      case 'time':
        clock.measured({ sent: message.sent, received: world.wall(), serverTime: message.serverTime })
        desk.heard()
        world.healthHeard(true)
        return desk.learnedTime()
      case 'manifest':
        return takeManifest(message)
      case 'plays-stored':
        return outbox.stored(message.upTo)
      case 'trust':
        return takeKey(message)
      case 'command':
        return world.follow(message)
      case 'unpaired':
        return desk.handle({ type: 'unpaired' })
      case 'error':
        return report(message.code, message.message)
    }
  }
  const greeting = (): PlayerMessage => {
    const { version } = world
    const state = desk.state()
    if (!('pairing' in state)) return { type: 'pair', request: desk.request, ...world.ownSize(), version }
    const { screen, token, keyId } = state.pairing
    return { type: 'hello', screen, token, keyId, revision: desk.revision(), version }
  }
  const link = openLink({
    dial: world.dial,
    wait,
    random: world.random,
    greeting,
    heartbeat: () => ({
      type: 'heartbeat',
      at: clock.reading().now,
      revision: desk.revision(),
      nowPlaying: desk.seen().nowPlaying,
      offsetMs: clock.offsetMs(),
      storedPlays: unsent,
      assetsMissing: assets.missing(),
      health: world.health(),
    }),
    poll: () => ({ type: 'poll', revision: desk.revision() }),
    time: () => ({ type: 'time', sent: world.wall() }),
    received(message) {
      inbox = inbox.then(() => receive(message)).catch((error: unknown) => report(message.type, error))
    },
    refused: () => desk.handle({ type: 'unpaired' }),
    lost() {
      outbox.lost()
      world.healthHeard(false)
      desk.observe()
    },
  })
  const dial = (pairing: Pairing | null): void => {
    cancelCode()
    dialled = true
    if (pairing || !world.pairByKey) return link.redial()
    world.pairByKey().then(
      (paired) => desk.handle({ type: 'paired', pairing: paired }),
      (error: Error) => {
        desk.handle({ type: 'pairing-failed', problem: error.message })
        wait(keyRetryMs, () => dial(null))
      },
    )
  }
  return {
    dial,
    hurry() {
      // A try-out waits for its key, not for a code.
      if (dialled && ('pairing' in desk.state() || !world.pairByKey)) link.hurry()
    },
    send: link.send,
    connected: link.connected,
    write: journal.write,
    plays: () => written,
  }
}
