import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { AssetCache, NeedList } from '../../signage-player/assets/cache.ts'
import { openKeeper } from '../../signage-player/assets/keeper.ts'
import { needsOf, wanted } from '../../signage-player/assets/needs.ts'
import type { ImageItem, VideoItem } from '../../contracts/schedule/index.ts'
import { asset, scheduleOf, screenOf, type Asset } from './rig/programme.ts'
import { fakeTime } from './rig/time.ts'

const start = Date.UTC(2026, 10, 22)
const [one, two, three] = ['one', 'two', 'three'].map((text) => asset(Buffer.from(text), 'image/png')) as [
  Asset,
  Asset,
  Asset,
]

function bytesOf(buffer: Buffer): ArrayBuffer {
  return new Uint8Array(buffer).buffer
}

/** The browser's cache, in memory. */
function memoryCache(held: readonly Asset[] = [], left: readonly NeedList[] = []) {
  const stored = new Map(held.map((entry) => [entry.sha256, new Blob([bytesOf(entry.body)])]))
  const lists = new Map(left.map((list, index) => [`other-${index}`, list]))
  const cache: AssetCache = {
    names: async () => [...stored.keys()],
    read: async (name) => stored.get(name) ?? null,
    put: async (name, bytes) => void stored.set(name, new Blob([bytes])),
    remove: async (name) => void stored.delete(name),
    leaveList: async (slot, list) => void lists.set(slot, list),
    lists: async () => [...lists.values()],
  }
  return { cache, stored }
}

async function rig(cache: AssetCache, answer: (url: string) => Buffer | Error) {
  const time = fakeTime(start)
  const asked: string[] = []
  const problems: string[] = []
  const keeper = await openKeeper({
    slot: 'main',
    cache,
    async fetchBytes(url) {
      asked.push(url)
      const body = answer(url)
      if (body instanceof Error) throw body
      return bytesOf(body)
    },
    sha256: async (bytes) => createHash('sha256').update(new Uint8Array(bytes)).digest('hex'),
    now: time.now,
    steady: time.now,
    wait: time.wait,
    random: () => 0,
    changed: () => undefined,
    report: (where, error) => void problems.push(`${where}: ${String(error)}`),
  })
  return { time, keeper, asked, problems }
}

const server = (url: string): Buffer | Error =>
  [one, two, three].find((entry) => entry.url === url)?.body ?? new Error('404')

describe('the asset keeper', () => {
  test('what is needed comes in, the most urgent first, and once', async () => {
    const { cache } = memoryCache([one])
    const { time, keeper, asked } = await rig(cache, server)
    keeper.need([three, one, two])
    await time.advance(1_000)
    expect(asked).toEqual([three.url, two.url])
    expect(keeper.missing()).toBe(0)
  })

  test('bytes with another hash are refused and never stored', async () => {
    const { cache, stored } = memoryCache()
    const { time, keeper, problems } = await rig(cache, () => two.body)
    keeper.need([one])
    await time.advance(1_000)
    expect(stored.size).toBe(0)
    expect(keeper.has(one.sha256)).toBe(false)
    expect(problems.join()).toContain(one.sha256)
  })

  test('a failed download is tried again for ever, each time later', async () => {
    const { cache } = memoryCache()
    const { time, keeper, asked } = await rig(cache, () => new Error('gone'))
    keeper.need([one])
    await time.advance(60_000)
    const inTheFirstMinute = asked.length
    await time.advance(60 * 60_000)
    const inTheFirstHour = asked.length
    await time.advance(60 * 60_000)
    expect(inTheFirstMinute).toBeGreaterThan(5)
    expect(asked.length - inTheFirstHour).toBeGreaterThan(30)
    expect(asked.length - inTheFirstHour).toBeLessThan(70)
  })

  test('one that fails does not hold up the next', async () => {
    const { cache } = memoryCache()
    const { time, keeper } = await rig(cache, (url) => (url === one.url ? new Error('gone') : server(url)))
    keeper.need([one, two])
    await time.advance(1_000)
    expect(keeper.has(two.sha256)).toBe(true)
    expect(keeper.missing()).toBe(1)
  })

  test('the network being back is a reason to try at once', async () => {
    const { cache } = memoryCache()
    let up = false
    const { time, keeper } = await rig(cache, (url) => (up ? server(url) : new Error('gone')))
    keeper.need([one])
    await time.advance(30 * 60_000)
    up = true
    keeper.hurry()
    await time.advance(10)
    expect(keeper.missing()).toBe(0)
  })

  test('what no player needs any more is let go; what another one needs is left alone', async () => {
    const { cache, stored } = memoryCache([one, two, three], [{ at: start, assets: [two.sha256] }])
    const { time, keeper } = await rig(cache, server)
    keeper.need([one])
    await time.advance(60_000)
    expect([...stored.keys()]).toEqual([one.sha256, two.sha256])
  })

  test('a list that no player has touched for months keeps nothing', async () => {
    const { cache, stored } = memoryCache(
      [one, two],
      [{ at: start - 101 * 86_400_000, assets: [two.sha256] }],
    )
    const { time, keeper } = await rig(cache, server)
    keeper.need([one])
    await time.advance(60_000)
    expect([...stored.keys()]).toEqual([one.sha256])
  })

  test('bytes that went bad on the disk are fetched anew', async () => {
    const { cache, stored } = memoryCache([one])
    stored.set(one.sha256, new Blob(['rotten']))
    const { time, keeper, asked } = await rig(cache, server)
    keeper.need([one])
    keeper.doubt(one.sha256)
    await time.advance(1_000)
    // The fake cache's blobs are read by the event loop, not by the fake clock.
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(asked).toEqual([one.url])
    expect(await stored.get(one.sha256)?.text()).toBe('one')
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
