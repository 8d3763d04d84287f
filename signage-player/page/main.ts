/**
 * @file The player's page: reads the address, wires the browser to the player, and does nothing else.
 *
 * Address: `slot` names what this player stores (default `main`); `width` and `height` say how large the
 * pairing screen is drawn; `fit=1` fills the window (try-out); `demo` and `screen` pair by a try-out key.
 */
import type { ScreenProfile } from '../../contracts/manifest.ts'
import { defaultZone } from '../../contracts/schedule/defaults.ts'
import { wallClock } from '../../contracts/schedule/zone.ts'
import { openAssetCache } from '../assets/cache.ts'
import { openKeeper } from '../assets/keeper.ts'
import { playableSource } from '../assets/needs.ts'
import { assetPath } from '../assets/paths.ts'
import { pictureDecoder } from '../composition/pictures.ts'
import type { Regions } from '../composition/regions.ts'
import { makeScene, type SceneWorld } from '../composition/scene.ts'
import { openStage } from '../composition/stage.ts'
import { openLink } from '../link/link.ts'
import { examine } from '../link/signature.ts'
import { createPlayer, type Status } from '../player.ts'
import { drawTextItem } from '../renderers/text-items.ts'
import { openStore, type Store } from '../store/store.ts'
import { correctedClock } from '../time/clock.ts'
import { keepOffline } from './offline.ts'
import { openSurface } from './surface.ts'
import { textTools } from './text.ts'
import { dial, fetchBytes } from './transport.ts'
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

async function begin(canvas: HTMLCanvasElement): Promise<void> {
  const problems: string[] = []
  const report = (where: string, error: unknown): void => {
    problems.push(`${where}: ${error instanceof Error ? error.message : String(error)}`)
    problems.splice(0, problems.length - problemsMax)
  }
  const test = window.__pufaClock
  const raw = rawClocks(test)
  const wait = waiting(test)
  const secure = isSecureContext
  const store: Store = await openStore(slot, sha256OfText).catch((error: unknown) => {
    report('store', error)
    return import('../store/memory.ts').then(({ memoryStore }) => memoryStore(sha256OfText))
  })
  const clock = correctedClock(raw, (await store.load()).greatest)
  const now = () => clock.reading().now
  const tools = textTools()
  const probe = document.createElement('video')
  // Of a bare `video/mp4` every browser says "maybe"; what matters is whether it has H.264.
  const canPlay = (type: string): boolean =>
    probe.canPlayType(type === 'video/mp4' ? 'video/mp4; codecs="avc1.4D401E"' : type) !== ''
  const assets = await openKeeper({
    slot,
    cache: await openAssetCache(secure ? caches : null),
    fetchBytes,
    sha256,
    now,
    steady: raw.steady,
    wait,
    random: Math.random,
    changed: () => player.assetsChanged(),
    report,
  })
  const openTheatre = async () => {
    const film = await import('../composition/film.ts')
    return film.openTheatre({
      element: () => Object.assign(document.createElement('video'), { playsInline: true, preload: 'auto' }),
      async address(name) {
        if (navigator.serviceWorker.controller) return { url: assetPath(name), release: () => undefined }
        const blob = await assets.read(name)
        if (!blob) throw new Error(`${name} is not at hand`)
        const url = URL.createObjectURL(blob)
        return { url, release: () => URL.revokeObjectURL(url) }
      },
      volumePercent: () => (fit ? 0 : volume),
      steady: raw.steady,
      wait,
    })
  }
  let theatre: ReturnType<typeof openTheatre> | null = null
  let volume = 0
  let zone = defaultZone
  let placed: ScreenProfile | null = null
  let regions: Regions | null = null
  const surface = openSurface(canvas, fit, wished.width >= 96 && wished.height >= 48 ? wished : null)
  const stage = openStage({
    visible: canvas,
    layer: () => document.createElement('canvas'),
    nextFrame,
    steady: raw.steady,
    instant: now,
    wait,
    regions: () => regions,
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
  }
  const player = createPlayer({
    version: playerVersion,
    secure,
    clock,
    wall: raw.wall,
    steady: raw.steady,
    wait,
    random: Math.random,
    secret,
    store,
    assets,
    canPlay,
    async drawAnnouncement(state, frame) {
      const { drawAnnouncement } = await import('../renderers/announcement.ts')
      return drawAnnouncement(state, frame, (item, size) => drawTextItem(item, size, tools))
    },
    dial,
    openLink,
    examine: (envelope, pairing, held, kept) =>
      examine(envelope, pairing, held, kept, { subtle: crypto.subtle, sha256 }),
    pairByKey: key && screen ? async () => (await import('./try-out.ts')).pairByKey(key, screen) : null,
    makeScene: (item, frame, elapsedMs) => makeScene(item, frame, elapsedMs, scenes),
    show: stage.show,
    ownSize: surface.ownSize,
    place(profile) {
      volume = profile?.volumePercent ?? 0
      zone = profile?.zone ?? defaultZone
      surface.place(profile)
      regions?.close()
      regions = null
      placed = profile
      if (profile?.ticker ?? profile?.corner)
        import('../composition/regions.ts').then(
          ({ openRegions }) => {
            if (profile !== placed) return
            regions = openRegions(profile, canvas, tools, { now, steady: raw.steady, nextFrame })
            stage.refresh()
          },
          (error: unknown) => report('regions', error),
        )
    },
    observe({ state, nowPlaying, source, revision }) {
      const seen = { state, item: nowPlaying?.item, kind: nowPlaying?.kind, source, revision }
      for (const [name, value] of Object.entries(seen))
        document.documentElement.dataset[name] = String(value ?? '')
    },
    health: () => ({
      luminance: null,
      asleep: false,
      cacheBytes: 0,
      cacheBytesMax: 0,
      clockTrusted: clock.reading().trusted,
      heapMb: null,
      upSeconds: Math.round(performance.now() / 1_000),
      problems: [],
    }),
    report,
  })
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
  if (secure) {
    const hour = (): number => Math.floor(wallClock(zone, now()).ms / 3_600_000)
    keepOffline({ wait, hour, playing: () => player.status().nowPlaying !== null, report })
    navigator.storage?.persist?.().catch((error: unknown) => report('storage', error))
  }
  await player.start()
}

const canvas = document.getElementById('picture')
if (canvas instanceof HTMLCanvasElement) await begin(canvas)
