/** @file What the keeper of assets lets go when there is no room, and which assets are needed at all. */
import { describe, expect, test } from 'vitest'
import { needsOf, wanted } from '../../signage-player/assets/needs.ts'
import type { ImageItem, VideoItem } from '../../contracts/schedule/index.ts'
import { keeperRig, memoryCache, one, server, start, three, two } from './rig/keeper.ts'
import { scheduleOf, screenOf } from './rig/programme.ts'

describe('the disk', () => {
  const total = (stored: ReadonlyMap<string, Blob>) =>
    [...stored.values()].reduce((sum, blob) => sum + blob.size, 0)

  test('never holds more than the screen may take; what is needed latest goes missing', async () => {
    const { cache, stored } = memoryCache()
    const { time, keeper, problems } = await keeperRig(cache, server)
    keeper.need([one, two, three], [], 8)
    await time.advance(60_000)
    expect([...stored.keys()]).toEqual([one.sha256, two.sha256])
    expect(keeper.missing()).toBe(1)
    expect(problems.filter((problem) => problem.startsWith('storage-full')).length).toBe(1)
  })

  test('what the fallback needs comes first and stays, however late it is needed', async () => {
    const { cache, stored } = memoryCache([three])
    const { time, keeper } = await keeperRig(cache, server)
    keeper.need([one, two, three], [three], 8)
    await time.advance(60_000)
    expect([...stored.keys()].sort()).toEqual([one.sha256, three.sha256].sort())
  })

  test('what nobody needs makes room at once, and what is needed latest when that is not enough', async () => {
    const { cache, stored } = memoryCache([two, three])
    const { time, keeper } = await keeperRig(cache, server)
    keeper.need([one, two], [], 6)
    await time.advance(1_000)
    expect([...stored.keys()].sort()).toEqual([one.sha256, two.sha256].sort())
    keeper.need([one, two], [], 3)
    await time.advance(1_000)
    expect([...stored.keys()]).toEqual([one.sha256])
  })

  test('what another player of this browser needs is not thrown away for ours', async () => {
    const { cache, stored } = memoryCache([three], [{ at: start, assets: [three.sha256] }])
    const { time, keeper } = await keeperRig(cache, server)
    keeper.need([one, two], [], 5)
    await time.advance(60_000)
    // Theirs does not count as ours either: each answers for what it needs.
    expect([...stored.keys()]).toEqual([three.sha256, one.sha256])
    expect(keeper.bytes()).toBe(one.bytes)
  })

  test('a browser that gives less than the screen may take is the bound', async () => {
    const { cache, stored } = memoryCache()
    const { time, keeper } = await keeperRig(cache, server, { usage: 0, quota: 7 })
    keeper.need([one, two, three])
    await time.advance(60_000)
    expect(total(stored)).toBeLessThanOrEqual(6)
    expect(stored.size).toBe(2)
  })

  test('a cleared cache is filled again', async () => {
    const { cache, stored } = memoryCache([one])
    const { time, keeper, asked } = await keeperRig(cache, server)
    keeper.need([one])
    await time.advance(1_000)
    await keeper.clear()
    expect(keeper.has(one.sha256)).toBe(false)
    await time.advance(1_000)
    expect(asked).toEqual([one.url])
    expect(stored.size).toBe(1)
  })
})

describe('what is needed', () => {
  const image: ImageItem = { kind: 'image', id: 'image', title: '', asset: one.sha256 }
  const sources = [
    { asset: two.sha256, type: 'video/webm' },
    { asset: three.sha256, type: 'video/mp4' },
  ]
  const film: VideoItem = { kind: 'video', id: 'film', title: '', sources, genre: 'drama', captions: [] }
  const mp4Only = (type: string) => type === 'video/mp4'

  test('of a film only the first source that the browser can decode', () => {
    expect(needsOf(film, () => true)).toEqual([two.sha256])
    expect(needsOf(film, mp4Only)).toEqual([three.sha256])
    expect(needsOf(film, () => false)).toBeNull()
  })

  test('of a film its still too and before it, since it stands there until the film has come', () => {
    const still: ImageItem = { kind: 'image', id: 'film', title: '（封面）', asset: one.sha256 }
    const schedule = scheduleOf({ plays: [[{ ...film, still }, 600]] })
    const fetched = (canPlay: (type: string) => boolean) =>
      wanted(schedule, screenOf('s'), [three, one], 0, canPlay).map(({ sha256 }) => sha256)
    expect(fetched(mp4Only)).toEqual([one.sha256, three.sha256])
    // A browser that can never play it shows the still for good.
    expect(fetched(() => false)).toEqual([one.sha256])
  })

  test('what plays soonest comes first', () => {
    const schedule = scheduleOf({
      plays: [
        [image, 600],
        [film, 600],
      ],
    })
    const order = (at: number) =>
      wanted(schedule, screenOf('s'), [one, two, three], at, mp4Only).map((entry) => entry.sha256)
    const midnight = Date.parse('2026-11-22T00:00:00+08:00')
    expect(order(midnight)).toEqual([one.sha256, three.sha256])
    expect(order(midnight + 600_000)).toEqual([three.sha256, one.sha256])
  })
})
