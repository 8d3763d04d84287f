/** @file A manifest taken apart again into head and parts, as the scheduler sends it; and a healthy player. */
import { createHash } from 'node:crypto'
import { canonicalJson } from '../../contracts/canonical.ts'
import type { Health } from '../../contracts/messages.ts'
import type { Manifest, ManifestHead, ManifestPart } from '../../contracts/manifest.ts'

export interface TakenApart {
  head: ManifestHead
  /** Texts by hash. */
  parts: Record<string, string>
}

export function takeApart(manifest: Manifest): TakenApart {
  const { schedule, assets, ...facts } = manifest
  const { zone, fallback, events, playlists, items, calendar } = schedule
  const all: ManifestPart[] = [{ calendar }, { events }, { playlists, items, assets }]
  const texts = all.map((part) => canonicalJson(part))
  const hashes = texts.map((text) => createHash('sha256').update(text).digest('hex'))
  return {
    head: { ...facts, zone, fallback, parts: hashes },
    parts: Object.fromEntries(hashes.map((hash, index) => [hash, texts[index] ?? ''])),
  }
}

export const healthy: Health = {
  luminance: 40,
  asleep: false,
  cacheBytes: 0,
  cacheBytesMax: 0,
  clockTrusted: true,
  heapMb: null,
  upSeconds: 1,
  problems: [],
}

/** Lower-case hex sha256, as a player's WebCrypto gives it. */
export const hashText = async (text: string): Promise<string> =>
  createHash('sha256').update(text).digest('hex')
