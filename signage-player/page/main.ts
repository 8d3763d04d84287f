/**
 * @file The player's page: reads the address, wires the browser to the player, and does nothing else.
 *
 * Address: `slot` names what this player stores (default `main`); `width` and `height` say how large the
 * pairing screen is drawn; `fit=1` fills the window (try-out); `demo` and `screen` pair by a try-out key.
 */
import type { ScreenProfile, SignedManifest } from '../../contracts/manifest.ts'
import type { LiveItem } from '../../contracts/schedule/items.ts'
import { localInstant, wallClock } from '../../contracts/schedule/zone.ts'
import { assetCache, openCache } from '../assets/cache.ts'
import { playableSource } from '../assets/needs.ts'
import { assetPath } from '../assets/paths.ts'
import { openShelf } from '../assets/shelf.ts'
import { pictureDecoder } from '../composition/pictures.ts'
import type { Regions } from '../composition/regions.ts'
import { makeScene } from '../composition/make-scene.ts'
import type { Scene, SceneWorld } from '../composition/scene.ts'
import { openStage, type Blend } from '../composition/stage.ts'
import { examine, type Parts } from '../link/signature.ts'
import type { Pairing } from '../machine.ts'
import { createPlayer, type Status } from '../player.ts'
import type { Frame } from '../renderers/drawing.ts'
import { writeWith } from '../renderers/pen.ts'
import { drawPlainItem } from '../renderers/plain-items.ts'
import { openStore, type Store } from '../store/store.ts'
import { correctedClock } from '../time/clock.ts'
import type { Overrides } from '../time/hours.ts'
import type { Duty } from './duty.ts'
import type { Light } from './light.ts'
import { openSurface } from './surface.ts'
import { textTools } from './text.ts'
import { nextFrame, rawClocks, secret, sha256, waiting } from './world.ts'

declare const playerVersion: string

/** For tests and for a technician at the console. */
export interface PufaPlayer extends Status {
  problems: readonly string[]
  /** PNG of the picture, in LED pixels. */
  screenshot(): string
}

declare global {
  interface Window {
    pufaPlayer?: PufaPlayer
  }
}

const problemsMax = 50
const query = new URLSearchParams(location.search)
const slot = (query.get('slot') ?? 'main').replace(/[^\w-]/gu, '').slice(0, 64) || 'main'
const fit = query.get('fit') === '1'
const wished = { width: Number(query.get('width')), height: Number(query.get('height')) }
const [key, screen] = [query.get('demo'), query.get('screen')]

const sha256OfText = (text: string) => sha256(new TextEncoder().encode(text))

async function begin(canvas: HTMLCanvasElement, shade: HTMLElement): Promise<void> {
  const problems: string[] = []
  /** Until the duty is loaded. */
  const early: [string, string][] = []
  const report = (where: string, error: unknown): void => {
    const note = error instanceof Error ? error.message : String(error)
    problems.push(`${where}: ${note}`)
    problems.splice(0, problems.length - problemsMax)
    if (duty) duty.note(where, note)
    else if (early.length < problemsMax) early.push([where, note])
  }
  const test = window.__pufaClock
  const raw = rawClocks(test)
  const { random } = Math
  const wait = waiting(test)
  const secure = isSecureContext
  const store: Store = await openStore(slot, sha256OfText).catch((error: unknown) => {
    report('store-failed', error)
    return import('../store/memory.ts').then(({ memoryStore }) => memoryStore(sha256OfText))
  })
  const clock = correctedClock(raw, (await store.load()).greatest ?? 0)
  const now = () => clock.reading().now
  const tools = textTools()
  const probe = document.createElement('video')
  // Of a bare `video/mp4` every browser says "maybe"; what matters is whether it has H.264.
  const canPlay = (type: string): boolean =>
    probe.canPlayType(type === 'video/mp4' ? 'video/mp4; codecs="avc1.4D401E"' : type) !== ''
  const cache = await openCache(secure ? caches : null)
  const changed = () => player.assetsChanged()
  const assets = await openShelf({
    cache: assetCache(cache),
    sha256,
    changed,
    report,
    async openKeeper(shelf) {
      const { openStoreroom } = await import('./storeroom.ts')
      return openStoreroom({ slot, cache, shelf, now, steady: raw.steady, wait, random, changed, report })
    },
  })
  let duty: Duty | null = null
  let light: Light | null = null
  let profile: ScreenProfile | null = null
  const openLight = async (kept: Overrides = {}): Promise<Light> => {
    if (light) return light
    const chunk = await import('./light.ts')
    light ??= chunk.openLight(
      { reading: clock.reading, wait, shade, changed: () => player.lightChanged() },
      kept,
    )
    light.place(profile)
    return light
  }
  const prepare = async (screen: ScreenProfile, orders?: Overrides): Promise<void> => {
    const { lit, quiet, night, brightnessPercent } = screen
    if (!(orders ?? lit ?? quiet ?? night) && brightnessPercent >= 100) return
    // Lit without its hours is better than dark with an error.
    await openLight(orders).catch((error: unknown) => report('light', error))
  }
  const failedChunk = (error: unknown): void => report('chunk', error)
  const volumePercent = () => (fit ? 0 : ((light?.look() ?? profile)?.volumePercent ?? 0))
  const openTheatre = async () => {
    const film = await import('../composition/film.ts')
    return film.openTheatre({
      element: () => Object.assign(document.createElement('video'), { playsInline: true, preload: 'auto' }),
      async address(name) {
        const blob = await assets.read(name)
        if (!blob) throw new Error(`${name} is not at hand`)
        if (navigator.serviceWorker.controller) return { url: assetPath(name), release: () => undefined }
        const url = URL.createObjectURL(blob)
        return { url, release: () => URL.revokeObjectURL(url) }
      },
      volumePercent,
      steady: raw.steady,
      wait,
    })
  }
  let theatre: ReturnType<typeof openTheatre> | null = null
  let live: ((item: LiveItem, frame: Frame) => Scene) | null = null
  let regions: Regions | null = null
  let blend: Blend | undefined
  const surface = openSurface(canvas, fit, wished.width >= 96 && wished.height >= 48 ? wished : null)
  const stage = openStage({
    visible: canvas,
    layer: () => document.createElement('canvas'),
    nextFrame,
    steady: raw.steady,
    instant: now,
    wait,
    regions: () => regions,
    blend: () => blend,
    failed: (why) => player.sceneFailed(why),
  })
  const scenes: SceneWorld = {
    tools,
    decodePicture: pictureDecoder(assets.read),
    async openFilm(item, elapsedMs) {
      const source = playableSource(item, canPlay)
      if (!source) throw new Error('no source that this browser can decode')
      const open = await (theatre ??= openTheatre())
      return open(source.asset, elapsedMs)
    },
    async openLive(item, frame) {
      const [{ openLiveHere }, { drawVideoItem }] = await Promise.all([
        import('../live/page.ts'),
        import('../renderers/picture.ts'),
      ])
      const { steady } = raw
      const { revived } = player
      const functions = { drawPlainItem, drawVideoItem, localInstant, wallClock }
      live ??= openLiveHere({ ...functions, tools, now, steady, wait, volumePercent, report, revived })
      return live(item, frame)
    },
  }
  const check = (envelope: SignedManifest, pairing: Pairing, held: number, kept: Parts) =>
    examine(envelope, pairing, held, kept, { subtle: crypto.subtle, sha256 })
  let lastSwitchAt = 0
  const player = createPlayer({
    secure,
    clock,
    wall: raw.wall,
    steady: raw.steady,
    wait,
    random,
    secret,
    store,
    assets,
    canPlay,
    async drawAnnouncement(state, frame) {
      const { drawAnnouncement } = await import('../renderers/announcement.ts')
      return drawAnnouncement(state, frame, (item, size) => drawPlainItem(item, size, tools))
    },
    async openContact(desk) {
      const opened = await openDuty()
      return opened.openContact(desk)
    },
    examine: check,
    prepare,
    makeScene: (item, frame, elapsedMs) => makeScene(item, frame, elapsedMs, scenes),
    show: stage.show,
    ownSize: surface.ownSize,
    place(next) {
      profile = next
      light?.place(next)
      surface.place(next)
      const change = next?.transition ?? 'cut'
      blend = undefined
      if (change !== 'cut')
        import('../composition/transition.ts').then(({ blends }) => (blend = blends[change]), failedChunk)
      const font = next?.font
      if (font)
        import('./font.ts').then(
          ({ wear }) => wear(font, { read: assets.read, writeWith, wait, report, player }),
          failedChunk,
        )
      regions?.close()
      regions = null
      if (next?.ticker ?? next?.corner)
        import('../composition/regions.ts').then(({ openRegions }) => {
          if (next !== profile) return
          regions = openRegions(next, canvas, tools, { now, steady: raw.steady, nextFrame })
          stage.refresh()
        }, failedChunk)
    },
    asleep: () => light?.look().lit === false,
    observe({ state, nowPlaying, source, revision, ...seen }) {
      const told = { state, item: nowPlaying?.item, kind: nowPlaying?.kind, source, revision }
      for (const [name, value] of Object.entries(told))
        document.documentElement.dataset[name] = String(value ?? '')
      if (seen.lastSwitchAt !== lastSwitchAt) duty?.switched()
      lastSwitchAt = seen.lastSwitchAt
    },
    report,
  })
  let opening: Promise<Duty> | null = null
  const openDuty = (): Promise<Duty> =>
    (opening ??= import('./duty.ts').then(
      (chunk) => {
        duty = chunk.openDuty({
          slot,
          version: playerVersion,
          secure,
          canvas,
          raw,
          clock,
          wait,
          random,
          store,
          assets,
          stage,
          player,
          screen: () => profile,
          light: () => light,
          openLight,
          examine: check,
          prepare,
          pairByKey: key && screen ? async () => (await import('./try-out.ts')).pairByKey(key, screen) : null,
          ownSize: surface.ownSize,
          drawText: (item, frame) => drawPlainItem(item, frame, tools),
          report,
        })
        for (const [where, note] of early) duty.note(where, note)
        return duty
      },
      (error: unknown) => {
        opening = null
        throw error
      },
    ))
  const outside = { problems, screenshot: () => canvas.toDataURL('image/png') }
  Object.defineProperty(window, 'pufaPlayer', { get: (): PufaPlayer => ({ ...player.status(), ...outside }) })
  const wake = (): void => {
    if (document.visibilityState === 'hidden') return
    player.wake()
    stage.refresh()
  }
  document.addEventListener('visibilitychange', wake)
  addEventListener('pageshow', wake)
  addEventListener('online', wake)
  await player.start()
  await openDuty()
}

const canvas = document.getElementById('picture')
const shade = document.getElementById('shade')
// Not awaited: chunks that share code with this module could not be loaded before it had ended.
if (canvas instanceof HTMLCanvasElement && shade) void begin(canvas, shade)
