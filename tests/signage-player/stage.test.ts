/** @file The stage: one finished frame over another, at once or blended, and never a blank one. */
import { describe, expect, test } from 'vitest'
import type { Scene } from '../../signage-player/composition/scene.ts'
import { openStage, type Blend, type Canvas } from '../../signage-player/composition/stage.ts'
import { blendMs, blends } from '../../signage-player/composition/transition.ts'
import { fakeTime } from './rig/time.ts'

interface Layer {
  name: string
  shows: string
}

interface Stroke {
  from: string
  alpha: number
  /** How much of the width is drawn; -1 = all. */
  reach: number
}

/** A canvas that remembers of what its picture is made. */
function canvas(name: string, strokes: Stroke[] = []): Canvas & Layer {
  const self = {
    name,
    shows: '',
    width: 0,
    height: 0,
    getContext: () => pen as unknown as CanvasRenderingContext2D,
  }
  const pen = {
    globalAlpha: 1,
    write: (text: string) => void (self.shows = text),
    drawImage(source: Layer, ...at: number[]) {
      strokes.push({ from: source.shows, alpha: pen.globalAlpha, reach: at.length > 2 ? (at[2] ?? 0) : -1 })
      self.shows = source.shows
    },
  }
  return self as unknown as Canvas & Layer
}

function rig(blend?: Blend) {
  const time = fakeTime(0)
  const strokes: Stroke[] = []
  const frames: (() => void)[] = []
  const visible = canvas('visible', strokes)
  const released: string[] = []
  const stage = openStage({
    visible,
    layer: () => canvas('layer'),
    nextFrame(run) {
      frames.push(run)
      return () => void frames.splice(0, frames.length)
    },
    steady: time.now,
    instant: time.now,
    wait: time.wait,
    blend: () => blend,
    regions: () => null,
    failed: (why) => {
      throw why
    },
  })
  const scene = (name: string, more: Partial<Scene> = {}): Scene => ({
    drawing: {
      draw: (pen) => (pen as unknown as { write(text: string): void }).write(name),
      changesIn: () => Infinity,
    },
    frame: { width: 100, height: 64 },
    start: () => undefined,
    stuck: () => false,
    release: () => void released.push(name),
    ...more,
  })
  const frameAt = async (ms: number) => {
    await time.advance(ms)
    strokes.splice(0)
    for (const run of frames.splice(0)) run()
    return [...strokes]
  }
  return { stage, scene, strokes, frames, released, frameAt, time }
}

describe('without a blend', () => {
  test('the next item is there at once, in one stroke', () => {
    const { stage, scene, strokes, frames } = rig()
    stage.show(scene('a'), 0)
    strokes.splice(0)
    stage.show(scene('b'), 0)
    expect(strokes).toEqual([{ from: 'b', alpha: 1, reach: -1 }])
    expect(frames).toHaveLength(0)
  })

  test('a film that is sought leaves its last frame, and is drawn again when it has one', async () => {
    const { stage, scene, strokes, frameAt } = rig()
    const film = { seeks: false }
    const more = { draw: scene('film').drawing.draw, changesIn: () => 0 }
    stage.show(scene('film', { drawing: more, waits: () => film.seeks }), 0)
    film.seeks = true
    strokes.splice(0)
    stage.refresh()
    expect(strokes).toEqual([])
    expect(await frameAt(50)).toEqual([])
    film.seeks = false
    expect(await frameAt(50)).toEqual([{ from: 'film', alpha: 1, reach: -1 }])
  })
})

describe('a fade', () => {
  test('lays the next over the last frame of the one before, which covers the picture all the while', async () => {
    const { stage, scene, frameAt, released } = rig(blends.fade)
    stage.show(scene('a'), 0)
    stage.show(scene('b'), 0)
    expect(released).toEqual(['a'])
    expect(await frameAt(blendMs / 2)).toEqual([
      { from: 'a', alpha: 1, reach: -1 },
      { from: 'b', alpha: 0.5, reach: -1 },
    ])
    expect(await frameAt(blendMs / 2)).toEqual([{ from: 'b', alpha: 1, reach: -1 }])
  })

  test('is over after its time, and asks for no more frames', async () => {
    const { stage, scene, frameAt, frames } = rig(blends.fade)
    stage.show(scene('a'), 0)
    stage.show(scene('b'), 0)
    await frameAt(blendMs + 1)
    expect(frames).toHaveLength(0)
    expect(blendMs).toBeLessThanOrEqual(400)
  })

  test('that is broken off goes on from what was coming, and never back to what had gone', async () => {
    const { stage, scene, strokes, frameAt } = rig(blends.fade)
    stage.show(scene('a'), 0)
    stage.show(scene('b'), 0)
    await frameAt(100)
    strokes.splice(0)
    stage.show(scene('c'), 0)
    expect(strokes.map(({ from }) => from)).not.toContain('a')
    expect((await frameAt(100)).map(({ from }) => from)).toEqual(['b', 'c'])
  })

  test('is left out where the picture changes its size, as it would be cut or stretched', () => {
    const { stage, scene, strokes } = rig(blends.fade)
    stage.show(scene('a'), 0)
    strokes.splice(0)
    stage.show(scene('b', { frame: { width: 200, height: 100 } }), 0)
    expect(strokes).toEqual([{ from: 'b', alpha: 1, reach: -1 }])
  })
})

test('a wipe uncovers the next from the left, column by column', async () => {
  const { stage, scene, frameAt } = rig(blends.wipe)
  stage.show(scene('a'), 0)
  stage.show(scene('b'), 0)
  expect(await frameAt(blendMs / 4)).toEqual([
    { from: 'a', alpha: 1, reach: -1 },
    { from: 'b', alpha: 1, reach: 25 },
  ])
})
