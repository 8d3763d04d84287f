/**
 * @file The preview page: one item on one sign, drawn by the player's own code at a moment of its play.
 *
 * It stands in a frame of the Studio and hears of nothing but messages of its own origin
 * (contracts/preview.ts). Frame, scene, stage, strip and mark are the player's, so the canvas has the pixels
 * that a screen has. Wires, and decides nothing.
 */
import type { FromPreview, ShowMessage, ToPreview } from '../../contracts/preview.ts'
import { localInstant, wallClock } from '../../contracts/schedule/zone.ts'
import { playableSource } from '../assets/needs.ts'
import { frameFor } from '../composition/frame.ts'
import { makeScene } from '../composition/make-scene.ts'
import { pictureDecoder } from '../composition/pictures.ts'
import { openRegions, type Regions } from '../composition/regions.ts'
import type { Scene, SceneWorld } from '../composition/scene.ts'
import { openStage } from '../composition/stage.ts'
import { nextFrame, waiting } from '../page/world.ts'
import { textTools } from '../page/text.ts'
import { drawVideoItem } from '../renderers/picture.ts'
import { drawPlainItem } from '../renderers/plain-items.ts'
import { previewAssets } from './assets.ts'
import { previewClock } from './clock.ts'
import { previewFilms } from './films.ts'
import { wearFont } from './font.ts'
import { characterPxOf, turnsOf } from './measure.ts'
import { openSurface } from './surface.ts'

/** The moments at which a picture can stand: whole frames of a running line. */
const stepMs = 50
const tellEveryMs = 100

const snapped = (ms: number): number => Math.max(0, Math.round(ms / stepMs) * stepMs)

function begin(canvas: HTMLCanvasElement, dots: HTMLElement, dusk: HTMLElement): void {
  const steady = (): number => performance.now()
  const wait = waiting(undefined)
  const tell = (message: FromPreview): void => parent.postMessage(message, location.origin)
  const surface = openSurface(canvas, dots, dusk)
  const clock = previewClock({ steady, nextFrame })
  const tools = textTools()
  const assets = previewAssets()
  const films = previewFilms({
    ...{ clock, steady: clock.instant, wait, address: assets.address },
    moved: () => stage.refresh(),
  })
  const probe = document.createElement('video')
  let request = 0
  let on: ShowMessage | null = null
  let scene: Scene | null = null
  /** Whether the letters have been measured: a film may begin without any. */
  let measured = false
  let regions: { key: string; regions: Regions } | null = null

  const stage = openStage({
    visible: canvas,
    layer: () => document.createElement('canvas'),
    nextFrame: clock.nextFrame,
    steady: clock.instant,
    instant: clock.instant,
    wait,
    regions: () => regions?.regions ?? null,
    failed: () => tell({ type: 'pufa-preview-failed', request }),
  })
  const world: SceneWorld = {
    tools,
    decodePicture: pictureDecoder(assets.read),
    openFilm(item, elapsedMs) {
      const source = playableSource(item, (type) => probe.canPlayType(type) !== '')
      return source ? films.open(source.asset, elapsedMs) : Promise.reject(new Error('no playable source'))
    },
    async openLive(item, frame) {
      const { openLiveHere } = await import('../live/page.ts')
      const nothing = (): void => undefined
      return openLiveHere({
        ...{ drawPlainItem, drawVideoItem, localInstant, wallClock, tools, wait },
        ...{ now: clock.instant, steady: clock.instant, volumePercent: () => 0 },
        ...{ report: nothing, revived: nothing },
      })(item, frame)
    },
  }
  const place = ({ screen }: ShowMessage): void => {
    const { width, height, zone, ticker, corner, font } = screen
    const key = JSON.stringify([width, height, zone, ticker, corner, font?.asset])
    if (regions?.key === key) return
    regions?.regions.close()
    const beside = ticker ?? corner
    regions = beside
      ? {
          key,
          regions: openRegions(screen, canvas, tools, {
            ...{ now: clock.instant, steady: clock.instant, nextFrame: clock.nextFrame },
          }),
        }
      : null
  }
  const tellDrawn = ({ drawing }: Scene, { from, seconds }: ShowMessage): void => {
    const characterPx = characterPxOf(drawing, from, clock.elapsedMs())
    measured = characterPx !== null
    tell({ type: 'pufa-preview-drawn', request, characterPx, turns: turnsOf(drawing, from, seconds) })
  }
  const put = (next: Scene, message: ShowMessage): void => {
    const { from, elapsedMs, playing } = message
    on = message
    scene = next
    place(message)
    clock.put({ from, elapsedMs: snapped(elapsedMs), playing })
    stage.show(next, clock.elapsedMs())
    films.follow()
    tellDrawn(next, message)
    document.documentElement.dataset['shown'] = String(request)
  }
  const show = async (message: ShowMessage): Promise<void> => {
    const mine = (request = message.request)
    const { screen, zone, item, seconds } = message
    assets.know(message.assets)
    await wearFont(screen.font, assets.read)
    const frame = frameFor(screen, item, seconds, zone)
    clock.put({ from: message.from, elapsedMs: snapped(message.elapsedMs), playing: false })
    const made = await makeScene(item, frame, snapped(message.elapsedMs), world)
    if (mine === request) put(made, message)
    else made.release()
  }
  const hear = (message: ToPreview): void => {
    switch (message.type) {
      case 'pufa-preview-show':
        show(message).catch(() => {
          if (request === message.request) tell({ type: 'pufa-preview-failed', request })
        })
        return
      case 'pufa-preview-move':
        clock.put({ elapsedMs: snapped(message.elapsedMs), playing: message.playing })
        films.follow()
        return stage.refresh()
      case 'pufa-preview-look':
        return surface.look(message)
    }
  }
  const look = (): void => {
    wait(tellEveryMs, look)
    if (!on || !clock.playing()) return
    if (!measured && scene) tellDrawn(scene, on)
    const wholeMs = on.seconds * 1_000
    const elapsedMs = Math.min(wholeMs, clock.elapsedMs())
    const ended = elapsedMs >= wholeMs
    if (ended) clock.put({ elapsedMs, playing: false })
    tell({ type: 'pufa-preview-at', request: on.request, elapsedMs, ended })
  }
  addEventListener('message', ({ data, origin, source }: MessageEvent<ToPreview>) => {
    if (origin === location.origin && source === parent) hear(data)
  })
  look()
  tell({ type: 'pufa-preview-ready' })
}

const [canvas, dots, dusk] = ['preview', 'dots', 'dusk'].map((id) => document.getElementById(id))
// Not awaited: chunks that share code with this module could not be loaded before it had ended.
if (canvas instanceof HTMLCanvasElement && dots && dusk) begin(canvas, dots, dusk)
