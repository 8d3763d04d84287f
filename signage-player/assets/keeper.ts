/**
 * @file Brings in the assets that a manifest needs, one at a time, and lets go of the rest.
 *
 * Nothing is stored whose bytes do not have the hash that the signed manifest names, and nothing beyond
 * what the screen may take of the disk. What fails is tried again for ever, with a growing pause; what
 * another player of this browser needs is left alone. After the start all that is at hand is hashed again.
 */
import type { ManifestAsset } from '../../contracts/manifest.ts'
import type { Instant } from '../../contracts/part.ts'
import { backoffMs, type Backoff } from '../link/backoff.ts'
import type { Wait } from '../time/wait.ts'
import { evictions, fitting } from './quota.ts'
import type { AssetKeeper, Needs, Shelf } from './shelf.ts'
import type { AssetStock } from './stock.ts'

export interface KeeperWorld {
  slot: string
  cache: AssetStock
  shelf: Shelf
  /** Bytes of a path on this origin; rejects when there are more or fewer than `bytes`. */
  fetchBytes(url: string, bytes: number): Promise<ArrayBuffer>
  /** Lower-case hex. */
  sha256(bytes: ArrayBuffer): Promise<string>
  /** What the browser gives, and how much of it is taken; `null` where it does not say. */
  estimate(): Promise<{ usage: number; quota: number } | null>
  now(): Instant
  steady(): number
  wait: Wait
  random(): number
  changed(): void
  report(where: string, error: unknown): void
}

const backoff: Backoff = { firstMs: 2_000, mostMs: 10 * 60_000 }
/** A list that no player has touched for so long belongs to nobody. */
const listLastsMs = 100 * 86_400_000
const tidyAfterMs = 30_000
const hashAfterMs = 5_000
const betweenHashesMs = 250
/** A disk that is full to the brim fails in other places. */
const quotaShare = 0.9

interface Failure {
  count: number
  /** By the steady clock. */
  retryAt: number
}

export async function openKeeper(world: KeeperWorld): Promise<AssetKeeper> {
  const { cache, slot, report } = world
  const { present } = world.shelf
  const held = new Map<string, number>()
  for (const name of present) held.set(name, await cache.size(name))
  const failures = new Map<string, Failure>()
  let needs: Needs = { assets: [], essential: [], bytesMax: 0 }
  let fit: ReadonlySet<string> = new Set()
  /** Needed by another player of this browser. */
  let foreign: ReadonlySet<string> = new Set()
  let busy = false
  let full = false
  let cancel: () => void = () => undefined

  /** What is held for other players alone is theirs to answer for. */
  const bytes = (): number => {
    const mine = new Set(needs.assets.map(({ sha256 }) => sha256))
    const counted = [...held].filter(([name]) => mine.has(name) || !foreign.has(name))
    return counted.reduce((sum, [, size]) => sum + size, 0)
  }
  const guarded = (where: string, work: Promise<void>): void => {
    work.catch((error: unknown) => report(where, error))
  }
  const drop = async (name: string): Promise<void> => {
    present.delete(name)
    held.delete(name)
    await cache.remove(name)
  }
  const limit = async (): Promise<number> => {
    const disk = await world.estimate()
    if (!disk) return needs.bytesMax
    return Math.min(needs.bytesMax, disk.quota * quotaShare - Math.max(0, disk.usage - bytes()))
  }
  /** Decides what fits, and makes room for so many bytes more. @returns whether there is room */
  const makeRoom = async (more: number): Promise<boolean> => {
    const most = await limit()
    fit = fitting(needs.assets, needs.essential, most)
    const short = needs.assets.filter(({ sha256 }) => !fit.has(sha256)).length
    if (short > 0 && !full)
      report('storage-full', `${short} assets do not fit into ${Math.round(most)} bytes`)
    full = short > 0
    const untouchable = (name: string): boolean => fit.has(name) || foreign.has(name)
    const gone = evictions(held, needs.assets, untouchable, bytes() + more - most)
    for (const name of gone) await drop(name)
    if (gone.length > 0) world.changed()
    return bytes() + more <= most
  }
  const bringIn = async (asset: ManifestAsset): Promise<void> => {
    if (!(await makeRoom(asset.bytes))) {
      // What does not fit any more is passed over by the next look.
      if (fit.has(asset.sha256)) throw new Error(`no room for ${asset.sha256}`)
      return
    }
    const body = await world.fetchBytes(asset.url, asset.bytes)
    const hash = await world.sha256(body)
    if (hash !== asset.sha256) throw new Error(`asset ${asset.sha256} came with other bytes (${hash})`)
    await cache.put(asset.sha256, body, asset.type).catch((error: unknown) => {
      report('storage-full', error)
      throw error
    })
    held.set(asset.sha256, body.byteLength)
    present.add(asset.sha256)
    failures.delete(asset.sha256)
    world.changed()
  }
  const readLists = async (): Promise<void> => {
    const lists = await cache.lists(slot)
    const fresh = lists.filter(({ at }) => at > world.now() - listLastsMs)
    foreign = new Set(fresh.flatMap((list) => list.assets))
  }
  const tidy = async (): Promise<void> => {
    await readLists()
    const kept = new Set([...foreign, ...needs.assets.map((asset) => asset.sha256)])
    for (const name of await cache.names()) if (!kept.has(name)) await drop(name)
  }
  const work = (): void => {
    cancel()
    if (busy) return
    const lacking = needs.assets.filter(({ sha256 }) => fit.has(sha256) && !present.has(sha256))
    if (lacking.length === 0) {
      cancel = world.wait(tidyAfterMs, () => guarded('tidy', tidy()))
      return
    }
    const steady = world.steady()
    const due = lacking.find((asset) => (failures.get(asset.sha256)?.retryAt ?? 0) <= steady)
    if (!due) {
      const soonest = Math.min(...lacking.map((asset) => failures.get(asset.sha256)?.retryAt ?? 0))
      cancel = world.wait(Math.max(100, soonest - steady), work)
      return
    }
    busy = true
    bringIn(due)
      .catch((error: unknown) => {
        report('asset-missing', error)
        const count = (failures.get(due.sha256)?.count ?? 0) + 1
        failures.set(due.sha256, {
          count,
          retryAt: world.steady() + backoffMs(backoff, count - 1, world.random()),
        })
      })
      .finally(() => {
        busy = false
        work()
      })
  }
  const take = async (): Promise<void> => {
    await cache.leaveList(slot, { at: world.now(), assets: needs.assets.map(({ sha256 }) => sha256) })
    await readLists()
  }
  const settle = (): void => {
    const ready = take()
      .catch((error: unknown) => report('asset list', error))
      .then(() => makeRoom(0))
      .then(() => undefined)
    guarded('storage', ready.finally(work))
  }
  const rehash = async (): Promise<void> => {
    for (const { sha256 } of needs.assets) {
      if (present.has(sha256)) await world.shelf.read(sha256)
      await new Promise<void>((resolve) => world.wait(betweenHashesMs, resolve))
    }
  }
  world.wait(hashAfterMs, () => guarded('rehash', rehash()))
  return {
    need(next) {
      needs = next
      full = false
      for (const name of failures.keys())
        if (!next.assets.some((asset) => asset.sha256 === name)) failures.delete(name)
      settle()
    },
    lost() {
      for (const name of held.keys()) if (!present.has(name)) held.delete(name)
      work()
    },
    hurry() {
      for (const failure of failures.values()) failure.retryAt = 0
      work()
    },
    async clear() {
      for (const name of await cache.names()) await drop(name)
      world.changed()
      work()
    },
    bytes,
  }
}
