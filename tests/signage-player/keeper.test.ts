/** @file What the keeper of assets brings in, refuses, tries again and looks after. */
import { describe, expect, test } from 'vitest'
import { keeperRig, memoryCache, one, server, start, three, two } from './rig/keeper.ts'

describe('the asset keeper', () => {
  test('what is needed comes in, the most urgent first, and once', async () => {
    const { cache } = memoryCache([one])
    const { time, keeper, asked } = await keeperRig(cache, server)
    keeper.need([three, one, two])
    await time.advance(1_000)
    expect(asked).toEqual([three.url, two.url])
    expect(keeper.missing()).toBe(0)
  })

  test('bytes with another hash are refused and never stored', async () => {
    const { cache, stored } = memoryCache()
    const { time, keeper, problems } = await keeperRig(cache, () => two.body)
    keeper.need([one])
    await time.advance(1_000)
    expect(stored.size).toBe(0)
    expect(keeper.has(one.sha256)).toBe(false)
    expect(problems.join()).toContain(one.sha256)
  })

  test('a failed download is tried again for ever, each time later', async () => {
    const { cache } = memoryCache()
    const { time, keeper, asked } = await keeperRig(cache, () => new Error('gone'))
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
    const { time, keeper } = await keeperRig(cache, (url) =>
      url === one.url ? new Error('gone') : server(url),
    )
    keeper.need([one, two])
    await time.advance(1_000)
    expect(keeper.has(two.sha256)).toBe(true)
    expect(keeper.missing()).toBe(1)
  })

  test('the network being back is a reason to try at once', async () => {
    const { cache } = memoryCache()
    let up = false
    const { time, keeper } = await keeperRig(cache, (url) => (up ? server(url) : new Error('gone')))
    keeper.need([one])
    await time.advance(30 * 60_000)
    up = true
    keeper.hurry()
    await time.advance(10)
    expect(keeper.missing()).toBe(0)
  })

  test('what no player needs any more is let go; what another one needs is left alone', async () => {
    const { cache, stored } = memoryCache([one, two, three], [{ at: start, assets: [two.sha256] }])
    const { time, keeper } = await keeperRig(cache, server)
    keeper.need([one])
    await time.advance(60_000)
    expect([...stored.keys()]).toEqual([one.sha256, two.sha256])
  })

  test('a list that no player has touched for months keeps nothing', async () => {
    const { cache, stored } = memoryCache(
      [one, two],
      [{ at: start - 101 * 86_400_000, assets: [two.sha256] }],
    )
    const { time, keeper } = await keeperRig(cache, server)
    keeper.need([one])
    await time.advance(60_000)
    expect([...stored.keys()]).toEqual([one.sha256])
  })

  test('bytes that went bad on the disk are fetched anew', async () => {
    const { cache, stored } = memoryCache([one])
    stored.set(one.sha256, new Blob(['rotten']))
    const { time, keeper, asked } = await keeperRig(cache, server)
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
      const { time, keeper, problems } = await keeperRig(cache, server)
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
    const { keeper } = await keeperRig(cache, () => new Error('no network'))
    stored.clear()
    expect(await keeper.read(one.sha256)).toBeNull()
    expect(keeper.has(one.sha256)).toBe(false)
  })

  test('after a start all that is at hand is hashed again, shown or not', async () => {
    const { cache, stored } = memoryCache([one, two, three])
    stored.set(three.sha256, new Blob(['rotten']))
    const { time, keeper, asked, problems } = await keeperRig(cache, server)
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
