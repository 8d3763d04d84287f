/** @file The keeper of assets on a shelf in memory, with time that stands still, and three assets for it to keep. */
import { createHash } from 'node:crypto'
import type { AssetStock, NeedList } from '../../../signage-player/assets/stock.ts'
import { openKeeper } from '../../../signage-player/assets/keeper.ts'
import { openShelf } from '../../../signage-player/assets/shelf.ts'
import { asset, type Asset } from './programme.ts'
import { fakeTime } from './time.ts'

export const start = Date.UTC(2026, 10, 22)
export const [one, two, three] = ['one', 'two', 'three'].map((text) =>
  asset(Buffer.from(text), 'image/png'),
) as [Asset, Asset, Asset]

export function bytesOf(buffer: Buffer): ArrayBuffer {
  return new Uint8Array(buffer).buffer
}

/** The browser's cache, in memory. */
export function memoryCache(held: readonly Asset[] = [], left: readonly NeedList[] = []) {
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

/** @param answer of the server that has the assets; @param disk what the browser says of it */
export async function keeperRig(
  cache: AssetStock,
  answer: (url: string) => Buffer | Error,
  disk: Disk | null = null,
) {
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

/** One that has all three. */
export const server = (url: string): Buffer | Error =>
  [one, two, three].find((entry) => entry.url === url)?.body ?? new Error('404')
