/** @file A director over a hand-driven clock, with scenes that are counted and assets that may be missing. */
import type { ScreenProfile } from '../../../contracts/manifest.ts'
import type { ImageItem, Item } from '../../../contracts/schedule/index.ts'
import { openDirector, type Shown } from '../../../signage-player/composition/director.ts'
import { stillScene, type Scene } from '../../../signage-player/composition/scene.ts'
import type { Frame } from '../../../signage-player/renderers/drawing.ts'
import { scheduleOf, screenOf, slogan, type Programme } from './programme.ts'
import { fakeTime } from './time.ts'

/** Midnight in Shanghai: the loop starts here. */
export const midnight = Date.parse('2026-11-22T00:00:00+08:00')
export const picture = (id: string): ImageItem => ({ kind: 'image', id, title: id, asset: id })
export const [a, b, c] = ['a', 'b', 'c'].map((id) => slogan(id, [id])) as [Item, Item, Item]
const drawing = { draw: () => undefined, changesIn: () => Infinity }

export function directorRig(start = midnight) {
  const time = fakeTime(start)
  const state = { missing: new Set<string>(), broken: new Set<string>(), decodeMs: 50 }
  const on: string[] = []
  const finished: Shown[] = []
  const problems: string[] = []
  const scenes = { made: 0, released: 0 }
  const elapsed: number[] = []
  const frames: Frame[] = []
  let shown: Scene | null = null
  const director = openDirector({
    now: time.now,
    steady: time.now,
    wait: time.wait,
    ready: (item) => !state.missing.has(item.id) && !state.missing.has(`${item.kind} ${item.id}`),
    makeScene(item, frame) {
      scenes.made++
      frames.push(frame)
      const scene: Scene = {
        ...stillScene(drawing, { width: 1, height: 1 }),
        release: () => void scenes.released++,
      }
      if (item.kind !== 'image') return scene
      return new Promise((resolve, reject) =>
        time.wait(state.decodeMs, () =>
          state.broken.has(item.id) ? reject(new Error('broken')) : resolve(scene),
        ),
      )
    },
    show(scene, elapsedMs) {
      elapsed.push(elapsedMs)
      // As the stage does once it has covered it.
      shown?.release()
      shown = scene
    },
    switched: ({ item }) => void on.push(item.id),
    finished: (shown) => void finished.push(shown),
    broken: (item) => void problems.push(item.id),
    looked: () => undefined,
  })
  const follow = (programme: Programme, revision = 1, more: Partial<ScreenProfile> = {}) =>
    director.follow({ schedule: scheduleOf(programme), screen: screenOf('s', more), revision })
  return { time, state, on, finished, problems, scenes, elapsed, frames, director, follow }
}
