import { describe, expect, test } from 'vitest'
import type { ImageItem, Item } from '../../contracts/schedule/index.ts'
import { openDirector, type Shown } from '../../signage-player/composition/director.ts'
import { stillScene, type Scene } from '../../signage-player/composition/scene.ts'
import { fakeTime, settled } from './rig/time.ts'
import { scheduleOf, screenOf, slogan, type Programme } from './rig/programme.ts'

/** Midnight in Shanghai: the loop starts here. */
const midnight = Date.parse('2026-11-22T00:00:00+08:00')
const picture = (id: string): ImageItem => ({ kind: 'image', id, title: id, asset: id })
const [a, b, c] = ['a', 'b', 'c'].map((id) => slogan(id, [id])) as [Item, Item, Item]
const drawing = { draw: () => undefined, changesIn: () => Infinity }

function rig(start = midnight) {
  const time = fakeTime(start)
  const state = { missing: new Set<string>(), broken: new Set<string>(), decodeMs: 50 }
  const on: string[] = []
  const finished: Shown[] = []
  const problems: string[] = []
  const scenes = { made: 0, released: 0 }
  const elapsed: number[] = []
  let shown: Scene | null = null
  const director = openDirector({
    now: time.now,
    steady: time.now,
    wait: time.wait,
    ready: (item) => !state.missing.has(item.id),
    makeScene(item) {
      scenes.made++
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
  const follow = (programme: Programme, revision = 1) =>
    director.follow({ schedule: scheduleOf(programme), screen: screenOf('s'), revision })
  return { time, state, on, finished, problems, scenes, elapsed, director, follow }
}

describe('the director', () => {
  test('plays follow each other on the second, and each is reported once', async () => {
    const { time, on, finished, follow } = rig()
    follow({
      plays: [
        [a, 5],
        [b, 10],
      ],
    })
    await time.advance(20_000)
    expect(on).toEqual(['a', 'b', 'a', 'b'])
    expect(finished.map(({ startedAt, endedAt }) => [startedAt - midnight, endedAt - midnight])).toEqual([
      [0, 5_000],
      [5_000, 15_000],
      [15_000, 20_000],
    ])
  })

  test('a player that starts in the middle of a play joins it there: screens of one group agree', () => {
    const { on, elapsed, follow } = rig(midnight + 7_000)
    follow({
      plays: [
        [a, 5],
        [b, 10],
      ],
    })
    expect([on, elapsed]).toEqual([['b'], [2_000]])
  })

  test('the next picture is decoded before its time, so that it comes on the second', async () => {
    const { time, on, finished, follow } = rig()
    follow({
      plays: [
        [a, 5],
        [picture('p'), 5],
      ],
    })
    await time.advance(10_000)
    expect(on).toEqual(['a', 'p', 'a'])
    expect(finished.map(({ endedAt }) => endedAt - midnight)).toEqual([5_000, 10_000])
  })

  test('a manifest that changes nothing of what is on does not restart it', async () => {
    const { time, on, elapsed, follow } = rig()
    follow({
      plays: [
        [a, 5],
        [b, 5],
      ],
    })
    await time.advance(2_000)
    follow(
      {
        plays: [
          [a, 5],
          [c, 5],
        ],
      },
      2,
    )
    expect([on, elapsed]).toEqual([['a'], [0]])
    await time.advance(3_000)
    expect(on).toEqual(['a', 'c'])
  })

  test('a withdrawn item leaves at once', async () => {
    const { time, on, finished, follow } = rig()
    follow({ plays: [[a, 60]] })
    await time.advance(2_000)
    follow({ plays: [[b, 60]] }, 2)
    expect(on).toEqual(['a', 'b'])
    expect(finished).toMatchObject([{ revision: 1, endedAt: midnight + 2_000 }])
  })

  test('an item under the same name with another text is another item', async () => {
    const { on, follow } = rig()
    follow({ plays: [[a, 60]] })
    follow({ plays: [[slogan('a', ['另一句']), 60]] }, 2)
    expect(on).toEqual(['a', 'a'])
  })

  test('nothing stays on for long while what follows it is being decoded', async () => {
    const { time, state, on, follow } = rig()
    state.decodeMs = 3_000
    follow({ plays: [[a, 60]] })
    follow({ plays: [[picture('p'), 60]] }, 2)
    await time.advance(1_000)
    expect(on).toEqual(['a', 'safe-item'])
    await time.advance(3_000)
    expect(on).toEqual(['a', 'safe-item', 'p'])
  })

  test('an item whose asset is missing is skipped until it has come', async () => {
    const { time, state, on, follow } = rig()
    state.missing.add('p')
    follow({
      plays: [
        [a, 5],
        [picture('p'), 5],
      ],
    })
    await time.advance(9_000)
    state.missing.clear()
    await time.advance(11_000)
    expect(on.slice(0, 2)).toEqual(['a', 'a'])
    expect(on).toContain('p')
  })

  test('where nothing else may play an asset that has come is shown at once', async () => {
    const { time, state, on, director, follow } = rig()
    state.missing.add('p')
    follow({ plays: [[picture('p'), 600]] })
    await time.advance(1_000)
    state.missing.clear()
    director.assetsChanged()
    await time.advance(100)
    expect(on).toEqual(['safe-item', 'p'])
  })

  test('an item that cannot be shown makes way for the next, and is tried again later', async () => {
    const { time, state, on, problems, follow } = rig()
    state.broken.add('p')
    follow({
      plays: [
        [picture('p'), 5],
        [b, 5],
      ],
    })
    await time.advance(60_000)
    expect(new Set(on)).toEqual(new Set(['b']))
    expect(problems).toEqual(['p'])
    state.broken.clear()
    await time.advance(10 * 60_000)
    expect(on).toContain('p')
  })

  test('a broadcast that failed is shown at once when it moves again, and not only when its pause is over', async () => {
    const { time, on, director, follow } = rig()
    follow({
      plays: [
        [a, 3_600],
        [b, 60],
      ],
    })
    await time.advance(10_000)
    director.failed(new Error('lost'))
    await time.advance(5_000)
    director.revived('other')
    expect(on).toEqual(['a', 'b'])
    director.revived('a')
    expect(on).toEqual(['a', 'b', 'a'])
  })

  test('a film that stands still makes way for the next, and its play ends there', async () => {
    const { time, on, finished, director, follow } = rig()
    follow({
      plays: [
        [a, 60],
        [b, 60],
      ],
    })
    await time.advance(10_000)
    director.failed(new Error('stuck'))
    expect(on).toEqual(['a', 'b'])
    expect(finished).toMatchObject([{ endedAt: midnight + 10_000 }])
  })

  test('a machine that slept asks the clock and not its memory', async () => {
    const { time, on, director, follow } = rig()
    follow({
      plays: [
        [a, 60],
        [b, 60],
        [c, 60],
      ],
    })
    await time.advance(130_000)
    director.recompute()
    expect(on.at(-1)).toBe('c')
  })

  test('of all scenes that were made only the one that is on is still held: memory stays flat', async () => {
    const { time, scenes, director, follow } = rig()
    for (let revision = 1; revision <= 20; revision++) {
      follow(
        {
          plays: [
            [picture(`p${revision}`), 5],
            [a, 5],
          ],
        },
        revision,
      )
      await time.advance(revision * 700)
    }
    director.stop()
    await time.advance(5_000)
    await settled()
    expect(scenes.made - scenes.released).toBe(1)
    expect(scenes.made).toBeGreaterThan(20)
  })
})
