import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { AssetStock, NeedList } from '../../signage-player/assets/stock.ts'
import { openKeeper } from '../../signage-player/assets/keeper.ts'
import { openShelf } from '../../signage-player/assets/shelf.ts'
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
  const cache: AssetStock = {
    names: async () => [...stored.keys()],
    read: async (name) => stored.get(name) ?? null,
    size: async (name) => stored.get(name)?.size ?? 0,
    put: async (name, bytes) => void stored.set(name, new Blob([bytes])),
    remove: async (name) => void stored.delete(name),
    leaveList: async (slot, list) => void lists.set(slot, list),
    lists: async (slot) => [...lists].flatMap(([of, list]) => (of === slot ? [] : [list])),
  }
  return { cache, stored }
}

interface Disk {
  usage: number
  quota: number
}

async function rig(cache: AssetStock, answer: (url: string) => Buffer | Error, disk: Disk | null = null) {
  const time = fakeTime(start)
  const asked: string[] = []
  const problems: string[] = []
  const sha256 = async (bytes: ArrayBuffer) =>
    createHash('sha256').update(new Uint8Array(bytes)).digest('hex')
  const report = (where: string, error: unknown) => void problems.push(`${where}: ${String(error)}`)
  const changed = () => undefined
  const shelf = await openShelf({
    cache,
    sha256,
    changed,
    report,
    openKeeper: (shared) =>
      openKeeper({
        slot: 'main',
        cache,
        shelf: shared,
        async fetchBytes(url) {
          asked.push(url)
          const body = answer(url)
          if (body instanceof Error) throw body
          return bytesOf(body)
        },
        sha256,
        estimate: async () => disk,
        now: time.now,
        steady: time.now,
        wait: time.wait,
        random: () => 0,
        changed,
        report,
      }),
  })
  const need = (assets: readonly Asset[], essential: readonly Asset[] = [], bytesMax = 1_000) =>
    shelf.need({ assets, essential, bytesMax })
  return { time, keeper: { ...shelf, need }, asked, problems }
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
    await time.advance(1_000)
    keeper.doubt(one.sha256)
    // The fake cache's blobs are read by the event loop, not by the fake clock.
    await new Promise((resolve) => setTimeout(resolve, 20))
    await time.advance(1_000)
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(asked).toEqual([one.url])
    expect(await stored.get(one.sha256)?.text()).toBe('one')
  })
})

const blobsRead = () => new Promise((resolve) => setTimeout(resolve, 20))

describe('what is kept is looked at', () => {
  test('bytes that were changed or cut off on the disk are never handed out, and are fetched anew', async () => {
    for (const bad of ['two', 'on']) {
      const { cache, stored } = memoryCache([one])
      stored.set(one.sha256, new Blob([bad]))
      const { time, keeper, problems } = await rig(cache, server)
      keeper.need([one])
      expect(keeper.has(one.sha256)).toBe(true)
      expect(await keeper.read(one.sha256)).toBeNull()
      expect(keeper.has(one.sha256)).toBe(false)
      await time.advance(1_000)
      expect(await (await keeper.read(one.sha256))?.text()).toBe('one')
      expect(problems).toEqual([`asset-damaged: ${one.sha256}`])
    }
  })

  test('what the browser threw away behind our back is missing, not shown as nothing', async () => {
    const { cache, stored } = memoryCache([one])
    const { keeper } = await rig(cache, () => new Error('no network'))
    stored.clear()
    expect(await keeper.read(one.sha256)).toBeNull()
    expect(keeper.has(one.sha256)).toBe(false)
  })

  test('after a start all that is at hand is hashed again, shown or not', async () => {
    const { cache, stored } = memoryCache([one, two, three])
    stored.set(three.sha256, new Blob(['rotten']))
    const { time, keeper, asked, problems } = await rig(cache, server)
    keeper.need([one, two, three])
    for (let round = 0; round < 10; round++) {
      await time.advance(2_000)
      await blobsRead()
    }
    expect(problems).toEqual([`asset-damaged: ${three.sha256}`])
    expect(asked).toEqual([three.url])
    expect(keeper.missing()).toBe(0)
  })
})

describe('the disk', () => {
  const total = (stored: ReadonlyMap<string, Blob>) =>
    [...stored.values()].reduce((sum, blob) => sum + blob.size, 0)

  test('never holds more than the screen may take; what is needed latest goes missing', async () => {
    const { cache, stored } = memoryCache()
    const { time, keeper, problems } = await rig(cache, server)
    keeper.need([one, two, three], [], 8)
    await time.advance(60_000)
    expect([...stored.keys()]).toEqual([one.sha256, two.sha256])
    expect(keeper.missing()).toBe(1)
    expect(problems.filter((problem) => problem.startsWith('storage-full')).length).toBe(1)
  })

  test('what the fallback needs comes first and stays, however late it is needed', async () => {
    const { cache, stored } = memoryCache([three])
    const { time, keeper } = await rig(cache, server)
    keeper.need([one, two, three], [three], 8)
    await time.advance(60_000)
    expect([...stored.keys()].sort()).toEqual([one.sha256, three.sha256].sort())
  })

  test('what nobody needs makes room at once, and what is needed latest when that is not enough', async () => {
    const { cache, stored } = memoryCache([two, three])
    const { time, keeper } = await rig(cache, server)
    keeper.need([one, two], [], 6)
    await time.advance(1_000)
    expect([...stored.keys()].sort()).toEqual([one.sha256, two.sha256].sort())
    keeper.need([one, two], [], 3)
    await time.advance(1_000)
    expect([...stored.keys()]).toEqual([one.sha256])
  })

  test('what another player of this browser needs is not thrown away for ours', async () => {
    const { cache, stored } = memoryCache([three], [{ at: start, assets: [three.sha256] }])
    const { time, keeper } = await rig(cache, server)
    keeper.need([one, two], [], 5)
    await time.advance(60_000)
    // Theirs does not count as ours either: each answers for what it needs.
    expect([...stored.keys()]).toEqual([three.sha256, one.sha256])
    expect(keeper.bytes()).toBe(one.bytes)
  })

  test('a browser that gives less than the screen may take is the bound', async () => {
    const { cache, stored } = memoryCache()
    const { time, keeper } = await rig(cache, server, { usage: 0, quota: 7 })
    keeper.need([one, two, three])
    await time.advance(60_000)
    expect(total(stored)).toBeLessThanOrEqual(6)
    expect(stored.size).toBe(2)
  })

  test('a cleared cache is filled again', async () => {
    const { cache, stored } = memoryCache([one])
    const { time, keeper, asked } = await rig(cache, server)
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
