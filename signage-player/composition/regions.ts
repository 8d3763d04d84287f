/**
 * @file The regions of the picture beside the item that plays: a strip at the foot, a mark in the corner.
 *
 * They are laid over each composed frame on the visible canvas, so a screenshot has them. The strip moves
 * by itself between frames of the item, by the steady clock alone; its lines come and go by the corrected
 * clock. A chunk of its own, loaded where the screen's profile asks for one of the two.
 */
import type { ScreenProfile } from '../../contracts/manifest.ts'
import type { Instant } from '../../contracts/part.ts'
import { defaultZone } from '../../contracts/schedule/defaults.ts'
import { validity } from '../../contracts/schedule/windows.ts'
import { cornerMark, groundAt, type Ground } from '../renderers/corner.ts'
import type { Frame, RendererTools } from '../renderers/drawing.ts'
import { tickerStrip, type TickerStrip } from '../renderers/ticker.ts'
import type { Canvas, StageWorld } from './stage.ts'
import type { Scene } from './scene.ts'

export interface Regions {
  /** Size of the whole picture. */
  frame: Scene['frame']
  /** Lays strip and mark over the visible canvas, on which the scene has just been put. */
  lay(scene: Scene): void
  /** Nothing moves any more. */
  close(): void
}

export interface RegionsWorld extends Pick<StageWorld, 'nextFrame' | 'steady'> {
  now(): Instant
}

/** While nothing moves, lines that begin or end are looked for this often. */
const lookEveryMs = 1_000
/** Digits and Latin letters are what fonts differ in. */
const probe = '12348 Ag'
/** For scenes that do not say how long they stay. */
const secondsDefault = 60

export function openRegions(
  { width, height, zone = defaultZone, ticker, corner }: ScreenProfile,
  visible: Canvas,
  tools: RendererTools,
  { now, steady, nextFrame }: RegionsWorld,
): Regions {
  const pen = visible.getContext('2d')
  const top = height - (ticker?.height ?? 0)
  let mark = corner ? cornerMark(corner, { width, height: top }, tools.measure) : null
  const grounds = new WeakMap<Scene, Ground>()
  const lines = (ticker?.lines ?? []).map(({ text, ...limits }) => ({ text, span: validity(zone, limits) }))
  let strip: TickerStrip | null = null
  let type = tools.measure(probe)
  let shown = ''
  let lookedAt = -Infinity
  let cancel: (() => void) | null = null
  let on: Scene | null = null

  /** Lines that may be shown at this instant; laid out again only when they are others. */
  const present = (): TickerStrip => {
    const instant = now()
    const texts = lines.filter(({ span }) => span.from <= instant && instant < span.until)
    const key = texts.map(({ text }) => text).join('\n')
    if (!strip || key !== shown)
      strip = tickerStrip(
        texts.map(({ text }) => text),
        { width, height: height - top },
        tools.measure,
      )
    shown = key
    lookedAt = steady()
    return strip
  }
  const isAlone = (scene: Scene): boolean =>
    scene.alone === true ||
    (scene.frame as Partial<Frame>).alone === true ||
    (top < height && scene.frame.height === height)
  const drawStrip = (): void => {
    if (!pen || top === height || !on || isAlone(on)) return
    const due = !strip || strip.moves || steady() - lookedAt >= lookEveryMs
    const current = strip && steady() - lookedAt < lookEveryMs ? strip : present()
    if (due) current.draw(pen, top, steady())
  }
  const run = (): void => {
    drawStrip()
    cancel = nextFrame(run)
  }
  const drawMark = (scene: Scene): void => {
    if (!pen || !mark || isAlone(scene)) return
    let ground = grounds.get(scene)
    if (!ground) {
      const { seconds = secondsDefault } = scene.frame as Partial<Frame>
      ground = groundAt(mark.place, scene.drawing, { seconds }, now(), tools.measure)
      grounds.set(scene, ground)
    }
    if (ground !== 'taken') mark.draw(pen, ground === 'picture')
  }
  /** A font has come: what was laid out with another stands a little wrong. */
  const lookAtType = (): void => {
    if (tools.measure(probe) === type) return
    type = tools.measure(probe)
    strip = null
    mark = corner ? cornerMark(corner, { width, height: top }, tools.measure) : null
  }
  return {
    frame: { width, height },
    lay(scene) {
      on = scene
      lookAtType()
      if (pen && top < height && !isAlone(scene)) present().draw(pen, top, steady())
      drawMark(scene)
      if (top < height && !cancel) cancel = nextFrame(run)
    },
    close() {
      cancel?.()
      cancel = null
      on = null
    },
  }
}
