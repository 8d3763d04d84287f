import { describe, expect, test } from 'vitest'
import type { Manifest } from '../../contracts/manifest.ts'
import { noticeLeaseMs } from '../../contracts/schedule/defaults.ts'
import type { NoticeItem } from '../../contracts/schedule/index.ts'
import { stillScene } from '../../signage-player/composition/scene.ts'
import type { Contact, Desk } from '../../signage-player/link/contact.ts'
import type { Pairing } from '../../signage-player/machine.ts'
import { createPlayer } from '../../signage-player/player.ts'
import { openJournal } from '../../signage-player/store/journal.ts'
import { memoryStore } from '../../signage-player/store/memory.ts'
import type { Kept } from '../../signage-player/store/store.ts'
import { correctedClock } from '../../signage-player/time/clock.ts'
import { hashText, takeApart } from '../support/manifests.ts'
import { manifestOf, screenOf, slogan, type Programme } from './rig/programme.ts'
import { fakeTime, settled } from './rig/time.ts'

const noon = Date.UTC(2026, 10, 22, 4)
const pairing: Pairing = { screen: 's', token: 't', publicKey: 'pinned', keyId: 'id' }
const drawing = { draw: () => undefined, changesIn: () => Infinity }

interface Options {
  programme?: Programme
  kept?: Partial<Kept>
  random?: number
}

async function rig({ programme, kept = {}, random = 0.5 }: Options) {
  const time = fakeTime(noon)
  const store = memoryStore(hashText)
  const manifest =
    programme && manifestOf(programme, { revision: 3, screen: screenOf('s'), now: noon - 1_000 })
  if (programme) {
    await store.keepPairing(pairing)
    for (const [key, value] of Object.entries(kept)) await store.keep(key as 'heardAt', value as number)
    const envelope = { payload: '', path: '', signature: '', keyId: 'old', parts: {}, publicKey: 'older' }
    await store.keep('envelope', envelope)
  }
  const state = { contactFails: false, asleep: false, examined: [] as string[] }
  const dialled: number[] = []
  const hurried: number[] = []
  const on: string[] = []
  const desks: Desk[] = []
  const problems: string[] = []
  const plays = await store.openPlays()
  const wrote = () => undefined
  const journal = openJournal({ record: plays.record, wrote, failed: () => undefined }, undefined)
  const contact: Contact = {
    dial: () => void dialled.push(time.now() - noon),
    hurry: () => void hurried.push(time.now() - noon),
    send: () => true,
    connected: () => false,
    write: (finished, on) => journal.write(finished, on),
    plays: () => 0,
  }
  const player = createPlayer({
    clock: correctedClock({ wall: time.now, steady: time.now }, 0),
    wall: time.now,
    steady: time.now,
    wait: time.wait,
    assets: {
      need: () => undefined,
      has: () => true,
      missing: () => 0,
      read: async () => null,
      doubt: () => undefined,
      hurry: () => undefined,
      clear: async () => undefined,
      bytes: () => 0,
    },
    canPlay: () => true,
    makeScene: (item) => {
      on.push(item.id)
      return stillScene(drawing, { width: 1, height: 1 })
    },
    drawAnnouncement: async () => drawing,
    show: () => undefined,
    ownSize: () => ({ width: 96, height: 48 }),
    place: () => undefined,
    asleep: () => state.asleep,
    report: (where) => void problems.push(where),
    secure: true,
    random: () => random,
    secret: () => 'secret',
    store,
    async examine(envelope, { publicKey }) {
      state.examined.push(publicKey)
      return { manifest: manifest as Manifest, parts: envelope.parts }
    },
    prepare: async () => undefined,
    async openContact(desk) {
      if (state.contactFails) throw new Error('no network')
      desks.push(desk)
      return contact
    },
    observe: () => undefined,
  })
  const desk = (): Desk => {
    const [opened] = desks
    if (!opened) throw new Error('no contact')
    return opened
  }
  return { time, store, plays, state, player, dialled, hurried, on, desk, problems, manifest }
}

const one: Programme = { plays: [[slogan('a', ['甲']), 600]] }
const item = (player: { status(): { nowPlaying: { item: string } | null } }) =>
  player.status().nowPlaying?.item

describe('the first contact after a start', () => {
  test('waits up to five seconds where something plays: a county must not come back in one second', async () => {
    for (const [random, at] of [
      [0, 0],
      [0.5, 2_500],
      [0.99, 4_950],
    ] as const) {
      const { time, player, dialled } = await rig({ programme: one, random })
      await player.start()
      expect(item(player)).toBe('a')
      await time.advance(10_000)
      expect(dialled).toEqual([at])
    }
  })

  test('waits for nothing where a person waits for a code', async () => {
    const { time, player, dialled } = await rig({})
    await player.start()
    await time.advance(1)
    expect(dialled).toEqual([0])
  })

  test('is tried again when what it needs could not be loaded, and the screen plays meanwhile', async () => {
    const { time, state, player, dialled, problems } = await rig({ programme: one, random: 0 })
    state.contactFails = true
    await player.start()
    await time.advance(40_000)
    expect([item(player), dialled, problems]).toEqual(['a', [], ['contact', 'contact', 'contact']])
    state.contactFails = false
    await time.advance(15_000)
    expect(dialled.length).toBe(1)
  })

  test('a network that comes back is dialled at a moment of each player’s own', async () => {
    const { time, player, hurried } = await rig({ programme: one, random: 0.2 })
    await player.start()
    await time.advance(10_000)
    player.wake()
    player.wake()
    await time.advance(10_000)
    expect(hurried).toEqual([11_000])
  })
})

describe('what is kept', () => {
  test('the manifest is checked by the key under which it came, not by one that was pinned later', async () => {
    const { player, state } = await rig({ programme: one })
    await player.start()
    expect(state.examined).toEqual(['older'])
  })

  test('a key that was handed on is on disk before anything that follows', async () => {
    const { time, store, player, desk } = await rig({ programme: one })
    await player.start()
    await time.advance(10_000)
    desk().handle({ type: 'trusted', pairing: { ...pairing, publicKey: 'next', keyId: 'n' } })
    await desk().stored()
    expect((await store.load()).pairing?.publicKey).toBe('next')
    expect(player.status().state).toBe('playing')
  })

  test('a new manifest is kept with the key that is pinned then', async () => {
    const { time, store, player, desk, manifest } = await rig({ programme: one })
    await player.start()
    await time.advance(10_000)
    desk().handle({ type: 'trusted', pairing: { ...pairing, publicKey: 'next', keyId: 'n' } })
    const next = { ...(manifest as Manifest), revision: 4 }
    const { parts } = takeApart(next)
    const envelope = { payload: 'p', path: '', signature: 's', keyId: 'n', parts }
    const clock = { now: time.now(), trusted: true }
    desk().handle({ type: 'manifest', manifest: next, envelope, clock })
    await desk().stored()
    expect((await store.load()).envelope).toEqual({ ...envelope, publicKey: 'next' })
  })
})

describe('notices', () => {
  const notice: NoticeItem = {
    kind: 'notice',
    id: 'notice',
    title: '通告',
    text: '停水',
    issuer: '某局',
    validUntil: '2099-01-01T00:00',
  }
  const programme: Programme = {
    plays: [[notice, 600]],
    fallback: [[slogan('spare', ['热线12348']), 600]],
  }

  test('end to the second when the server was not heard for a day, and come back with its first word', async () => {
    const heardAt = noon - noticeLeaseMs + 100_000
    const { time, player, desk } = await rig({ programme, kept: { heardAt } })
    await player.start()
    await time.advance(99_000)
    expect(item(player)).toBe('notice')
    await time.advance(2_000)
    expect(item(player)).toBe('spare')
    desk().heard()
    await time.advance(2_000)
    expect(item(player)).toBe('notice')
  })

  test('that were over before a power cut stay over after it', async () => {
    const { player } = await rig({ programme, kept: { heardAt: noon - noticeLeaseMs } })
    await player.start()
    expect(item(player)).toBe('spare')
  })
})

describe('dark hours', () => {
  test('nothing is on and no play is counted while the screen sleeps; what was on has ended', async () => {
    const { time, store, plays, state, player } = await rig({ programme: one })
    await player.start()
    await time.advance(10_000)
    state.asleep = true
    player.lightChanged()
    await settled()
    expect(player.status().nowPlaying).toBeNull()
    expect(await plays.unsent(9)).toMatchObject([{ item: 'a', from: noon, until: noon + 10_000 }])
    await time.advance(3_600_000)
    expect((await store.load()).on).toBeUndefined()
    state.asleep = false
    player.lightChanged()
    await settled()
    expect(item(player)).toBe('a')
    expect(await plays.unsentCount()).toBe(1)
  })

  test('a player that starts in them makes no scene', async () => {
    const { state, player, on } = await rig({ programme: one })
    state.asleep = true
    await player.start()
    expect([on, player.status().state]).toEqual([[], 'playing'])
  })
})

describe('a power cut', () => {
  test('what is on is on disk up to its last touch, for the next start to record', async () => {
    const { time, store, player } = await rig({ programme: one })
    await player.start()
    await time.advance(50_000)
    const { on } = await store.load()
    expect(on).toMatchObject({ item: 'a', from: noon, until: noon + 45_000 })
  })
})
