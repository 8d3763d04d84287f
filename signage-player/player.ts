/**
 * @file Carries out what the machine decides: the machine in the middle, store and programme around it,
 * all handed in.
 *
 * What a screen needs for its first picture is here; the contact with the server comes after it. Nothing
 * here reads a clock, touches the network or the page by itself.
 */
import type { ScreenProfile, SignedManifest } from '../contracts/manifest.ts'
import type { PlayerMessage } from '../contracts/messages.ts'
import type { Instant } from '../contracts/part.ts'
import { inTouch } from './lease.ts'
import type { Contact, Desk } from './link/contact.ts'
import type { Parts, Verdict } from './link/signature.ts'
import { holds, started, step, type Effect, type Pairing, type PlayerEvent, type State } from './machine.ts'
import { openProgramme, type ProgrammeWorld, type Seen } from './programme.ts'
import type { Store } from './store/store.ts'
import type { Overrides } from './time/hours.ts'

export interface PlayerWorld extends ProgrammeWorld {
  /** Service worker and WebCrypto exist. */
  secure: boolean
  /** Uniform in [0, 1). */
  random(): number
  secret(): string
  store: Store
  examine(envelope: SignedManifest, pairing: Pairing, held: number, kept: Parts): Promise<Verdict>
  /** Resolves once the screen's hours and orders hold; called before each manifest plays. */
  prepare(profile: ScreenProfile, orders: Overrides | undefined): Promise<void>
  /** Loaded when it is first needed. */
  openContact(desk: Desk): Promise<Contact>
  observe(status: Status): void
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
  /** Whether the screen is lit. */
  lightChanged(): void
  sceneFailed(why: unknown): void
  /** Makes what is on anew. */
  remake(): void
  /** Milliseconds by which what is on should have made way. */
  overdueMs(): number
  /** A broadcast goes on. */
  revived(item: string): void
  status(): Status
}

const keepTimeEveryMs = 60_000
const touchEveryMs = 15_000
const loadRetryMs = 15_000
/** After a power cut a whole county's players must not come back in the same second. */
const contactWithinMs = 5_000

export function createPlayer(world: PlayerWorld): Player {
  const { store, clock, assets, wait, report } = world
  let state: State = started
  let heardAt: Instant = 0
  let heardKept: Instant = 0
  let stored: Promise<void> = Promise.resolve()
  let contact: Contact | null = null
  let opening: Promise<Contact> | null = null
  let cancelWake: () => void = () => undefined

  const revision = (): number => (holds(state) ? state.manifest.revision : 0)
  const status = (): Status => ({
    state: state.name,
    ...programme.seen(),
    revision: revision(),
    plays: contact?.plays() ?? 0,
    assetsMissing: assets.missing(),
    connected: contact?.connected() ?? false,
  })
  const observe = (): void => world.observe(status())
  const tick = (): void => handle({ type: 'clock', clock: clock.reading() })
  const programme = openProgramme(world, {
    write(finished, on) {
      contact?.write(finished, on)
      return contact !== null
    },
    inTouch: () => inTouch(heardAt, clock.reading(), clock.greatest()),
    looked: tick,
    changed: observe,
  })
  const keep = (writing: Promise<void>): void => {
    stored = Promise.all([stored, writing]).then(
      () => undefined,
      (error: unknown) => report('store-failed', error),
    )
  }
  const desk: Desk = {
    parts: {},
    request: '',
    cut: undefined,
    state: () => state,
    revision,
    seen: programme.seen,
    handle,
    stored: () => stored,
    observe,
    learnedTime() {
      tick()
      if (holds(state)) programme.recompute()
    },
    heard() {
      const { now, trusted } = clock.reading()
      if (!trusted) return
      if (Math.abs(now - heardKept) >= keepTimeEveryMs) keep(store.keep('heardAt', (heardKept = now)))
      heardAt = now
    },
  }
  /** From the effect to the first message: nobody waits for a screen that plays. */
  const connect = (pairing: Pairing | null): void => {
    const pause = contact || !holds(state) ? 0 : world.random() * contactWithinMs
    opening ??= world.openContact(desk)
    opening.then(
      (opened) => {
        contact = opened
        programme.touch()
        wait(pause, () => opened.dial(pairing))
      },
      (error: unknown) => {
        report('contact', error)
        opening = null
        wait(loadRetryMs, () => connect(pairing))
      },
    )
  }
  const run = (effect: Effect): void => {
    switch (effect.type) {
      case 'link':
        return connect(effect.pairing)
      case 'announce':
        programme.announce(state).catch((error: unknown) => report('announcement', error))
        return
      case 'play':
        return programme.play(effect.manifest, effect.rule)
      case 'keep-pairing':
        return keep(store.keepPairing(effect.pairing))
      case 'keep-manifest':
        if ('pairing' in state)
          keep(store.keep('envelope', { ...effect.envelope, publicKey: state.pairing.publicKey }))
        return
      case 'forget':
        // A secret that was answered once must not fetch another token.
        desk.request = world.secret()
        return keep(store.forget().then(() => store.keep('request', desk.request)))
      case 'acknowledge': {
        // Said only when a power cut could not undo it.
        const message: PlayerMessage = { type: 'applied', revision: effect.revision }
        void stored.then(() => contact?.send(message))
      }
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
    desk.request = kept.request ?? world.secret()
    if (!kept.request) keep(store.keep('request', desk.request))
    heardAt = kept.heardAt ?? 0
    desk.cut = kept.on
    const { pairing = null, envelope } = kept
    // The pinned key may be a later one than that which signed what is played.
    const verdict =
      pairing && envelope ? await world.examine(envelope, { ...pairing, ...envelope }, 0, {}) : null
    const manifest = verdict && 'manifest' in verdict ? verdict.manifest : null
    if (verdict && !manifest)
      report('kept manifest', 'refused' in verdict ? verdict.refused : 'it lacks parts')
    if (verdict && manifest) {
      desk.parts = (verdict as { parts: Parts }).parts
      clock.notBefore(manifest.issuedAt)
      await world.prepare(manifest.screen, kept.overrides)
    }
    handle({ type: 'restored', pairing, manifest, clock: clock.reading() })
  }
  const keepTime = (): void => {
    wait(keepTimeEveryMs, keepTime)
    if (clock.reading().trusted) keep(store.keep('greatest', clock.greatest()))
  }
  const touch = (): void => {
    wait(touchEveryMs, touch)
    programme.touch()
  }
  return {
    async start() {
      if (!world.secure) return handle({ type: 'insecure-context' })
      await restore()
      keepTime()
      touch()
    },
    wake() {
      cancelWake()
      // The network comes back to a whole county at once.
      const pause = holds(state) ? world.random() * contactWithinMs : 0
      cancelWake = wait(pause, () => contact?.hurry())
      if (!holds(state)) return
      assets.hurry()
      programme.recompute()
    },
    assetsChanged() {
      programme.assetsChanged()
      observe()
    },
    lightChanged: programme.lightChanged,
    sceneFailed: programme.failed,
    remake: programme.remake,
    overdueMs: programme.overdueMs,
    revived: programme.revived,
    status,
  }
}
