/**
 * @file Carries out what the machine decides: the machine in the middle, link, store and programme
 * around it, all handed in.
 *
 * Messages of the server are handled one after the other, in their order. Nothing here reads a clock,
 * touches the network or the page by itself.
 */
import type { SignedManifest } from '../contracts/manifest.ts'
import {
  pairingCodeLastsMs,
  partsWantedMax,
  type Health,
  type PlayerMessage,
  type ServerMessage,
} from '../contracts/messages.ts'
import type { Link, LinkWorld } from './link/link.ts'
import { openOutbox } from './link/outbox.ts'
import type { Parts, Verdict } from './link/signature.ts'
import { holds, started, step, type Effect, type Pairing, type PlayerEvent, type State } from './machine.ts'
import { openProgramme, type ProgrammeWorld, type Seen } from './programme.ts'
import type { FinishedPlay, Store } from './store/store.ts'

export interface PlayerWorld extends ProgrammeWorld {
  version: string
  /** Service worker and WebCrypto exist. */
  secure: boolean
  random(): number
  secret(): string
  store: Store
  dial: LinkWorld['dial']
  openLink(world: LinkWorld): Link
  examine(envelope: SignedManifest, pairing: Pairing, held: number, kept: Parts): Promise<Verdict>
  /** Pairs a try-out by its key; `null` where there is none. */
  pairByKey: (() => Promise<Pairing>) | null
  observe(status: Status): void
  health(): Health
}

/** What can be seen of the player from outside: for tests and for the page's data attributes. */
export interface Status extends Seen {
  state: State['name']
  revision: number
  /** Plays written since the page was opened. */
  plays: number
  assetsMissing: number
  connected: boolean
}

export interface Player {
  start(): Promise<void>
  /** The page is seen again, the network is back, or the machine slept. */
  wake(): void
  assetsChanged(): void
  sceneFailed(why: unknown): void
  status(): Status
}

const keepTimeEveryMs = 60_000
const keyRetryMs = 15_000

export function createPlayer(world: PlayerWorld): Player {
  const { store, clock, assets, wait, report } = world
  let state: State = started
  let request = ''
  let plays = 0
  let unsent = 0
  /** Parts of the manifest that is played, and of one that still lacks some. */
  let parts: Parts = {}
  let inbox: Promise<void> = Promise.resolve()
  let stored: Promise<void> = Promise.resolve()
  let cancelCode: () => void = () => undefined

  const revision = (): number => (holds(state) ? state.manifest.revision : 0)
  const guarded = (where: string, work: Promise<unknown>): void => {
    work.catch((error: unknown) => report(where, error))
  }
  const status = (): Status => ({
    state: state.name,
    ...programme.seen(),
    revision: revision(),
    plays,
    assetsMissing: assets.missing(),
    connected: link.connected(),
  })
  const observe = (): void => world.observe(status())
  const write = async (play: FinishedPlay): Promise<void> => {
    await store.record(play)
    unsent++
    plays++
    observe()
    outbox.nudge()
  }
  const tick = (): void => handle({ type: 'clock', clock: clock.reading() })
  const programme = openProgramme(world, {
    write: (play) => guarded('play', write(play)),
    looked: tick,
    changed: observe,
  })
  const outbox = openOutbox({
    unsent: store.unsent,
    async forget(upTo) {
      await store.forgetPlays(upTo)
      unsent = await store.unsentCount()
    },
    send: (batch) => link.send({ type: 'plays', plays: batch }),
    wait,
    report,
  })
  const learnedTime = (): void => {
    tick()
    if (holds(state)) programme.recompute()
  }
  const takeManifest = async (envelope: SignedManifest): Promise<void> => {
    if (!('pairing' in state)) return
    const verdict = await world.examine(envelope, state.pairing, revision(), parts)
    if ('refused' in verdict) {
      report('manifest', verdict.refused)
      link.send({ type: 'refused', revision: verdict.revision, reason: verdict.refused })
      return
    }
    parts = verdict.parts
    if ('lacking' in verdict) {
      link.send({ type: 'want', revision: verdict.revision, parts: verdict.lacking.slice(0, partsWantedMax) })
      return
    }
    const { payload, signature, keyId } = envelope
    const { manifest } = verdict
    clock.notBefore(manifest.issuedAt)
    const complete = { payload, signature, keyId, parts }
    handle({ type: 'manifest', manifest, envelope: complete, clock: clock.reading() })
  }
  const receive = async (message: ServerMessage): Promise<void> => {
    switch (message.type) {
      case 'pairing':
        cancelCode()
        cancelCode = wait(pairingCodeLastsMs, () => state.name === 'pairing' && link.redial())
        return handle({ type: 'code', code: message.code })
      case 'paired': {
        const { screen, token, publicKey, keyId } = message
        return handle({ type: 'paired', pairing: { screen, token, publicKey, keyId } })
      }
      case 'welcome':
        clock.told(message.serverTime)
        assets.hurry()
        outbox.nudge()
        return learnedTime()
      case 'time':
        clock.measured({ sent: message.sent, received: world.wall(), serverTime: message.serverTime })
        return learnedTime()
      case 'manifest':
        return takeManifest(message)
      case 'plays-stored':
        return outbox.stored(message.upTo)
      case 'trust':
      case 'command':
        return
      case 'unpaired':
        return handle({ type: 'unpaired' })
      case 'error':
        return report(message.code, message.message)
    }
  }
  const greeting = (): PlayerMessage => {
    const { version } = world
    if (!('pairing' in state)) return { type: 'pair', request, ...world.ownSize(), version }
    const { screen, token, keyId } = state.pairing
    return { type: 'hello', screen, token, keyId, revision: revision(), version }
  }
  const link = world.openLink({
    dial: world.dial,
    wait,
    random: world.random,
    greeting,
    heartbeat: () => ({
      type: 'heartbeat',
      at: clock.reading().now,
      revision: revision(),
      nowPlaying: programme.seen().nowPlaying,
      offsetMs: clock.offsetMs(),
      storedPlays: unsent,
      assetsMissing: assets.missing(),
      health: world.health(),
    }),
    poll: () => ({ type: 'poll', revision: revision() }),
    time: () => ({ type: 'time', sent: world.wall() }),
    received(message) {
      inbox = inbox.then(() => receive(message)).catch((error: unknown) => report(message.type, error))
    },
    refused: () => handle({ type: 'unpaired' }),
    lost() {
      outbox.lost()
      observe()
    },
  })
  const connect = (pairing: Pairing | null): void => {
    cancelCode()
    if (pairing || !world.pairByKey) return link.redial()
    world.pairByKey().then(
      (paired) => handle({ type: 'paired', pairing: paired }),
      (error: Error) => {
        handle({ type: 'pairing-failed', problem: error.message })
        wait(keyRetryMs, () => connect(null))
      },
    )
  }
  const keep = (writing: Promise<void>): void => {
    stored = Promise.all([stored, writing]).then(
      () => undefined,
      (error: unknown) => report('store', error),
    )
  }
  const run = (effect: Effect): void => {
    switch (effect.type) {
      case 'link':
        return connect(effect.pairing)
      case 'announce':
        return guarded('announcement', programme.announce(state))
      case 'play':
        return programme.play(effect.manifest, effect.rule)
      case 'keep-pairing':
        return keep(store.keepPairing(effect.pairing))
      case 'keep-manifest':
        return keep(store.keep('envelope', effect.envelope))
      case 'forget':
        // A secret that was answered once must not fetch another token.
        request = world.secret()
        return keep(store.forget().then(() => store.keep('request', request)))
      case 'acknowledge':
        // Said only when a power cut could not undo it.
        guarded(
          'acknowledge',
          stored.then(() => link.send({ type: 'applied', revision: effect.revision })),
        )
    }
  }
  function handle(event: PlayerEvent): void {
    const next = step(state, event)
    if (next.state === state && next.effects.length === 0) return
    state = next.state
    for (const effect of next.effects) run(effect)
    observe()
  }
  const restore = async (): Promise<void> => {
    const kept = await store.load()
    request = kept.request ?? world.secret()
    if (!kept.request) await store.keep('request', request)
    unsent = await store.unsentCount()
    const { pairing, envelope } = kept
    const verdict = pairing && envelope ? await world.examine(envelope, pairing, 0, {}) : null
    if (verdict && !('manifest' in verdict))
      report('kept manifest', 'refused' in verdict ? verdict.refused : 'it lacks parts')
    if (verdict && 'manifest' in verdict) parts = verdict.parts
    const manifest = verdict && 'manifest' in verdict ? verdict.manifest : null
    if (manifest) clock.notBefore(manifest.issuedAt)
    handle({ type: 'restored', pairing, manifest, clock: clock.reading() })
  }
  const keepTime = (): void => {
    if (clock.reading().trusted) guarded('time', store.keep('greatest', clock.greatest()))
    wait(keepTimeEveryMs, keepTime)
  }
  return {
    async start() {
      if (!world.secure) return handle({ type: 'insecure-context' })
      await restore()
      keepTime()
    },
    wake() {
      // A try-out waits for its key, not for a code.
      if (
        state.name === 'starting' ||
        state.name === 'insecure' ||
        (!('pairing' in state) && world.pairByKey)
      )
        return
      link.hurry()
      assets.hurry()
      if (holds(state)) programme.recompute()
    },
    assetsChanged() {
      programme.assetsChanged()
      observe()
    },
    sceneFailed: programme.failed,
    status,
  }
}
