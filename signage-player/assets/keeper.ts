/**
 * @file Brings in the assets that a manifest needs, one at a time, and lets go of the rest.
 *
 * Nothing is stored whose bytes do not have the hash that the signed manifest names. What fails is tried
 * again for ever, with a growing pause; what another player of this browser needs is left alone.
 */
import type { ManifestAsset } from '../../contracts/manifest.ts'
import type { Instant } from '../../contracts/part.ts'
import { backoffMs, type Backoff } from '../link/backoff.ts'
import type { Wait } from '../time/wait.ts'
import type { AssetCache } from './cache.ts'

export interface KeeperWorld {
  slot: string
  cache: AssetCache
  /** Bytes of a path on this origin; rejects when there are more than `bytesMax`, or none. */
  fetchBytes(url: string, bytesMax: number): Promise<ArrayBuffer>
  /** Lower-case hex. */
  sha256(bytes: ArrayBuffer): Promise<string>
  now(): Instant
  steady(): number
  wait: Wait
  random(): number
  /** An asset has come in, or turned out to be gone. */
  changed(): void
  report(where: string, error: unknown): void
}

export interface AssetKeeper {
  /** From here on these are needed, the most urgent first. */
  need(assets: readonly ManifestAsset[]): void
  has(sha256: string): boolean
  missing(): number
  read(sha256: string): Promise<Blob | null>
  /** It could not be shown: looked at again, and fetched anew where its bytes have changed or are gone. */
  doubt(sha256: string): void
  /** The network is back: what failed is tried at once. */
  hurry(): void
}

const backoff: Backoff = { firstMs: 2_000, mostMs: 10 * 60_000 }
/** A list that no player has touched for so long belongs to nobody. */
const listLastsMs = 100 * 86_400_000
const tidyAfterMs = 30_000

interface Failure {
  count: number
  /** By the steady clock. */
  retryAt: number
}

export async function openKeeper(world: KeeperWorld): Promise<AssetKeeper> {
  const { cache, slot } = world
  const present = new Set(await cache.names())
  const failures = new Map<string, Failure>()
  let needed: readonly ManifestAsset[] = []
  let busy = false
  let cancel: () => void = () => undefined

  const missing = () => needed.filter((asset) => !present.has(asset.sha256))
  const guarded = (where: string, work: Promise<void>): void => {
    work.catch((error: unknown) => world.report(where, error))
  }
  const bringIn = async (asset: ManifestAsset): Promise<void> => {
    const bytes = await world.fetchBytes(asset.url, asset.bytes)
    const hash = await world.sha256(bytes)
    if (hash !== asset.sha256) throw new Error(`asset ${asset.sha256} came with other bytes (${hash})`)
    await cache.put(asset.sha256, bytes, asset.type)
    present.add(asset.sha256)
    failures.delete(asset.sha256)
    world.changed()
  }
  const tidy = async (): Promise<void> => {
    const lists = await cache.lists()
    const fresh = lists.filter(({ at }) => at > world.now() - listLastsMs)
    const kept = new Set([...fresh.flatMap((list) => list.assets), ...needed.map((asset) => asset.sha256)])
    for (const name of await cache.names())
      if (!kept.has(name)) {
        present.delete(name)
        await cache.remove(name)
      }
  }
  const work = (): void => {
    cancel()
    if (busy) return
    const lacking = missing()
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
        world.report('asset', error)
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
  const recheck = async (sha256: string): Promise<void> => {
    const blob = await cache.read(sha256)
    if (blob && (await world.sha256(await blob.arrayBuffer())) === sha256) return
    present.delete(sha256)
    await cache.remove(sha256)
    world.changed()
    work()
  }
  return {
    need(assets) {
      needed = assets
      for (const name of failures.keys())
        if (!assets.some((asset) => asset.sha256 === name)) failures.delete(name)
      const list = { at: world.now(), assets: assets.map((asset) => asset.sha256) }
      guarded('asset list', cache.leaveList(slot, list).finally(work))
    },
    has: (sha256) => present.has(sha256),
    missing: () => missing().length,
    read: cache.read,
    doubt: (sha256) => guarded('recheck', recheck(sha256)),
    hurry() {
      for (const failure of failures.values()) failure.retryAt = 0
      work()
    },
  }
}
