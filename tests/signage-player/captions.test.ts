/** @file Words with pictures and films at every size: readable, inside, and read to their end. */
import { describe, expect, test } from 'vitest'
import type { Item } from '../../contracts/schedule/index.ts'
import { makeScene } from '../../signage-player/composition/make-scene.ts'
import type { Scene, SceneWorld } from '../../signage-player/composition/scene.ts'
import { signs } from './rig/kinds.ts'
import { linesOf, noted } from './rig/pen.ts'
import { tools } from './rig/type.ts'

const long = '清风村 · 借钱写借条，还钱要收条，亲兄弟也要明算账'
const shapes = [
  [640, 400],
  [1280, 720],
  [720, 1280],
  [1000, 500],
] as const
const image: Item = { kind: 'image', id: 'i', title: '墙画', asset: 'a', caption: long }
const gallery: Item = {
  kind: 'gallery',
  id: 'g',
  title: '墙画',
  change: 'fade',
  pictures: [{ id: 'm', asset: 'a', caption: long }],
}
const video: Item = {
  kind: 'video',
  id: 'v',
  title: '借条',
  genre: 'drama',
  sources: [],
  captions: [{ from: 0, to: 8, text: '转账的时候备注“借款”，聊天记录和转账凭证也要一起留好' }],
}

const cases = signs.flatMap(([width, height]) =>
  shapes.flatMap((shape) =>
    [image, gallery, video].map((item) => ({ kind: item.kind, item, width, height, shape })),
  ),
)

function worldOf([width, height]: readonly [number, number], time: { seconds: number }): SceneWorld {
  const picture = {
    source: 'picture' as unknown as CanvasImageSource,
    width,
    height,
    release: () => undefined,
  }
  const film = {
    ...{ ...picture, time: () => time.seconds, play: () => undefined },
    ...{ waits: () => false, stuck: () => false },
  }
  return {
    tools,
    decodePicture: () => Promise.resolve(picture),
    openFilm: () => Promise.resolve(film),
    openLive: () => Promise.reject(new Error('no broadcast is shown here')),
  }
}

const squeeze = (text: string): string => text.replace(/[\s·]/gu, '')

describe.each(cases)('$kind of $shape on $width×$height', ({ item, width, height, shape }) => {
  const seconds = 16
  async function all(): Promise<ReturnType<typeof noted>[]> {
    const time = { seconds: 0 }
    const frame = { width, height, seconds, zone: 'Asia/Shanghai' }
    const scene: Scene = await makeScene(item, frame, 0, worldOf(shape, time))
    return Array.from({ length: 80 }, (_, step) => {
      const elapsedMs = (step / 80) * seconds * 1_000
      time.seconds = (step / 80) * 8
      return noted(scene.drawing, elapsedMs)
    })
  }

  test('its words are at least sixteen pixels high and inside the picture', async () => {
    for (const { written } of await all())
      for (const { text, size, x, baseline, width: wide } of written) {
        expect(size).toBeGreaterThanOrEqual(16)
        expect(x, text).toBeGreaterThanOrEqual(0)
        expect(x + wide, text).toBeLessThanOrEqual(width + 1)
        expect(baseline - 0.88 * size, text).toBeGreaterThanOrEqual(-1)
        expect(baseline + 0.12 * size, text).toBeLessThanOrEqual(height + 1)
      }
  })

  test('all of them are shown in its time, and no line begins with a mark that closes', async () => {
    const lines: string[] = []
    for (const moment of await all())
      for (const line of linesOf(moment)) if (!lines.includes(line)) lines.push(line)
    const whole = item.kind === 'video' ? (item.captions[0]?.text ?? '') : long
    expect(squeeze(lines.join(''))).toBe(squeeze(whole))
    for (const line of lines) expect(line.trim()).not.toMatch(/^[，。、；：？！）》」』”’…％]/u)
  })

  test('the picture is never covered by its words beyond its lower half', async () => {
    const isWhole = (fill: { x: number; y: number; width: number; height: number }) =>
      fill.x === 0 && fill.y === 0 && fill.width >= width && fill.height >= height
    for (const { images, written, fills } of await all())
      // On a low sign the words come alone, after the picture.
      if (images.length > 0 && !fills.slice(1).some(isWhole))
        for (const { baseline, x, size } of written) {
          const at = images[0]?.at ?? []
          const [left = 0, top = 0, wide = 0, high = 0] = at.slice(-4)
          const isOver = x < left + wide - 1 && baseline - 0.88 * size < top + high - 1
          if (isOver) expect(baseline - 0.88 * size).toBeGreaterThanOrEqual(height * 0.45)
        }
  })
})
