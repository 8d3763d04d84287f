/** @file Galleries: which picture is on, how one gives way to the next, and that memory is freed. */
import { describe, expect, test } from 'vitest'
import type { GalleryItem } from '../../contracts/schedule/index.ts'
import type { SceneWorld } from '../../signage-player/composition/scene.ts'
import type { Picture } from '../../signage-player/renderers/drawing.ts'
import { openGallery } from '../../signage-player/renderers/gallery.ts'
import { linesOf, noted } from './rig/pen.ts'
import { settled } from './rig/time.ts'
import { tools } from './rig/type.ts'

const frame = { width: 320, height: 160, seconds: 40, zone: 'Asia/Shanghai' }
const item = (change: GalleryItem['change'] = 'fade', count = 5): GalleryItem => ({
  kind: 'gallery',
  id: 'g',
  title: '墙画',
  change,
  pictures: Array.from({ length: count }, (_, index) => ({
    id: `m${index}`,
    asset: `p${index}`,
    caption: `第${index}幅`,
  })),
})

function rig() {
  const held = new Set<string>()
  const state = { broken: new Set<string>(), slow: new Set<string>(), most: 0 }
  const world: SceneWorld = {
    tools,
    openFilm: () => Promise.reject(new Error('no film is shown here')),
    openLive: () => Promise.reject(new Error('no broadcast is shown here')),
    async decodePicture(asset): Promise<Picture & { release(): void }> {
      if (state.broken.has(asset)) throw new Error('broken')
      if (state.slow.has(asset)) await new Promise(() => undefined)
      held.add(asset)
      state.most = Math.max(state.most, held.size)
      return {
        source: asset as unknown as CanvasImageSource,
        width: 640,
        height: 400,
        release: () => void held.delete(asset),
      }
    },
  }
  const at = async (scene: Awaited<ReturnType<typeof openGallery>>, ms: number) => {
    const all = noted(scene.drawing, ms)
    await settled()
    return { ...all, shown: all.images.map(({ source }) => source), words: linesOf(all).join('') }
  }
  return { held, state, world, at }
}

describe('a gallery', () => {
  test('shows its pictures one after the other, each with its own words', async () => {
    const { world, at } = rig()
    const scene = await openGallery(item(), frame, 0, world)
    const seen: unknown[] = []
    for (let ms = 2_000; ms < 40_000; ms += 2_000) {
      const { shown, words } = await at(scene, ms)
      if (ms % 8_000 === 4_000) seen.push(shown, words)
    }
    expect(seen).toEqual([
      ['p0'],
      '第0幅',
      ['p1'],
      '第1幅',
      ['p2'],
      '第2幅',
      ['p3'],
      '第3幅',
      ['p4'],
      '第4幅',
    ])
  })

  test('opens in its middle where the play has begun before: screens of a group agree', async () => {
    const { world, at } = rig()
    const scene = await openGallery(item(), frame, 17_000, world)
    expect((await at(scene, 17_000)).shown).toEqual(['p2'])
  })

  test('decodes the next while the present one stands, and holds no more than it needs', async () => {
    const { held, state, world, at } = rig()
    const scene = await openGallery(item(), frame, 0, world)
    for (let ms = 0; ms < 40_000; ms += 100) await at(scene, ms)
    expect(state.most).toBe(2)
    expect([...held]).toEqual(['p4'])
    scene.release()
    expect(held.size).toBe(0)
  })

  test('frees what it has when it is released in the middle of a decode', async () => {
    const { held, world } = rig()
    const scene = await openGallery(item(), frame, 0, world)
    noted(scene.drawing, 100)
    scene.release()
    await settled()
    expect(held.size).toBe(0)
  })

  test('fades by laying the next over the one before, so that nothing is blank between them', async () => {
    const { world, at } = rig()
    const scene = await openGallery(item('fade'), frame, 0, world)
    await at(scene, 4_000)
    const { images } = await at(scene, 8_300)
    expect(images.map(({ source, alpha }) => [source, alpha])).toEqual([
      ['p0', 1],
      ['p1', 0.5],
    ])
    expect((await at(scene, 8_700)).images.map(({ source, alpha }) => [source, alpha])).toEqual([['p1', 1]])
  })

  test('wipes from left to right, uncovering no more of the next than the wipe has reached', async () => {
    const { world, at } = rig()
    const scene = await openGallery(item('wipe'), frame, 0, world)
    await at(scene, 4_000)
    const half = (await at(scene, 8_300)).images
    expect(half.map(({ source }) => source)).toEqual(['p0', 'p1'])
    const [, , , , x = 0, , wide = 0] = half[1]?.at ?? []
    expect(x + wide).toBe(160)
  })

  test('keeps the one before where the next is late, and looks again', async () => {
    const { state, world, at } = rig()
    state.slow.add('p1')
    const scene = await openGallery(item(), frame, 0, world)
    await at(scene, 4_000)
    expect((await at(scene, 9_000)).shown).toEqual(['p0'])
    expect(scene.drawing.changesIn({ elapsedMs: 9_000, instant: 0 })).toBeLessThanOrEqual(200)
  })

  test('passes over a picture that cannot be decoded', async () => {
    const { state, world, at } = rig()
    state.broken.add('p1')
    const scene = await openGallery(item(), frame, 0, world)
    await at(scene, 4_000)
    expect((await at(scene, 12_000)).shown).toEqual(['p0'])
    await at(scene, 16_000)
    expect((await at(scene, 18_000)).shown).toEqual(['p2'])
  })

  test('whose first picture cannot be decoded is no item that could be shown', async () => {
    const { state, world } = rig()
    state.broken.add('p0')
    await expect(openGallery(item(), frame, 0, world)).rejects.toThrow('broken')
  })

  test('on a low sign words and picture take turns, since together neither could be seen', async () => {
    const { world, at } = rig()
    const scene = await openGallery(item(), { ...frame, width: 96, height: 48 }, 0, world)
    expect((await at(scene, 1_000)).words).toBe('')
    expect((await at(scene, 7_000)).words).toBe('第0幅')
  })
})
