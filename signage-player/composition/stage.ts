/**
 * @file The picture: one visible canvas, and two layers behind it.
 *
 * A scene draws on the back layer; only a finished frame is laid over the visible canvas, in one stroke,
 * and the canvas is never cleared. So there is no blank frame: until the next scene has drawn its first
 * frame the last one stays. One scene is on; the one before it is released when it has been covered. Where
 * they blend, the last frame of the one before stays on its layer for as long as that takes.
 */
import type { Instant } from '../../contracts/part.ts'
import type { Wait } from '../time/wait.ts'
import type { Regions } from './regions.ts'
import type { Scene } from './scene.ts'

export type Canvas = CanvasImageSource & {
  width: number
  height: number
  getContext(kind: '2d'): CanvasRenderingContext2D | null
}

/**
 * Lays a finished frame over another, so far as the time since it came says.
 * @returns false, having drawn nothing, when it covers it
 */
export type Blend = (pen: CanvasRenderingContext2D, from: Canvas, to: Canvas, elapsedMs: number) => boolean

export interface StageWorld {
  visible: Canvas
  layer(): Canvas
  /** Calls back before the browser next paints; gives a function that takes that back. */
  nextFrame(run: () => void): () => void
  steady(): number
  instant(): Instant
  wait: Wait
  /** What is laid over every composed frame; `null` on a screen that has scenes only. */
  regions(): Regions | null
  /** How the next scene comes; left out: at once. */
  blend?(): Blend | undefined
  /** The scene that is on cannot go on. */
  failed(why: unknown): void
}

export interface Stage {
  /** Draws its first frame and shows it before it returns; throws, changing nothing, when it cannot. */
  show(scene: Scene, elapsedMs: number): void
  /** Draws the present frame again, after the page was hidden or the time was mended. */
  refresh(): void
  /** Milliseconds by which the next frame is late; below 0 while it is not yet due. */
  overdueMs(): number
}

function pen(canvas: Canvas): CanvasRenderingContext2D {
  // Not `alpha: false`: an opaque canvas may smooth letters with coloured fringes, which LEDs would show.
  const context = canvas.getContext('2d')
  if (!context) throw new Error('this browser gives no 2d canvas')
  return context
}

/** Setting a canvas's size clears it, even to the same size. */
function resize(canvas: Canvas, { width, height }: Scene['frame']): void {
  if (canvas.width !== width) canvas.width = width
  if (canvas.height !== height) canvas.height = height
}

export function openStage(world: StageWorld): Stage {
  const { visible } = world
  const layers = [world.layer(), world.layer()] as const
  let front: 0 | 1 = 0
  let on: { scene: Scene; startedAt: number } | null = null
  let cancel: () => void = () => undefined
  /** When the next frame is due, by the steady clock. */
  let dueAt = Infinity
  let blend: Blend | undefined
  let cameAt = 0

  const put = (scene: Scene, elapsedMs: number): void => {
    const back = front === 0 ? 1 : 0
    const layer = layers[back]
    const regions = world.regions()
    resize(layer, scene.frame)
    scene.drawing.draw(pen(layer), { elapsedMs, instant: world.instant() })
    resize(visible, regions?.frame ?? scene.frame)
    const blending = blend?.(pen(visible), layers[front], layer, world.steady() - cameAt)
    if (!blending) {
      blend = undefined
      pen(visible).drawImage(layer, 0, 0)
      front = back
    }
    regions?.lay(scene)
  }
  const arm = (): void => {
    cancel()
    cancel = () => undefined
    if (!on) return
    const steady = world.steady()
    const elapsedMs = steady - on.startedAt
    const changesIn = on.scene.drawing.changesIn({ elapsedMs, instant: world.instant() })
    dueAt = steady + (blend ? 0 : changesIn)
    if (blend || changesIn <= 0) cancel = world.nextFrame(tick)
    else if (changesIn < Infinity) cancel = world.wait(Math.ceil(changesIn), tick)
  }
  const tick = (): void => {
    if (!on) return
    try {
      if (on.scene.stuck()) return world.failed(new Error('the film stands still'))
      if (!on.scene.waits?.()) put(on.scene, world.steady() - on.startedAt)
    } catch (error) {
      return world.failed(error)
    }
    arm()
  }
  return {
    show(scene, elapsedMs) {
      const before = on
      const was = before?.scene.frame
      // What was only just coming is what is left now, and not what it came over.
      if (blend) front = front === 0 ? 1 : 0
      // A picture of another size would be cut or stretched.
      const alike = was?.width === scene.frame.width && was.height === scene.frame.height
      blend = alike ? world.blend?.() : undefined
      cameAt = world.steady()
      put(scene, elapsedMs)
      on = { scene, startedAt: world.steady() - elapsedMs }
      scene.start(elapsedMs)
      if (before && before.scene !== scene) before.scene.release()
      arm()
    },
    refresh: tick,
    overdueMs: () => world.steady() - dueAt,
  }
}
