/** @file Which renditions may still be asked for: what manifests name, and what the screens' sizes allow. Pure. */
import type { ScreenProfile } from '../../contracts/manifest.ts'
import type { SignageDocument } from '../compile/documents.ts'
import type { Part } from '../compile/parts.ts'
import { pictureSize } from '../compile/profile.ts'
import type { Wanted } from './sweep.ts'

interface Sent {
  head: { screen: ScreenProfile }
  parts: readonly Part[]
}

/** @param sent every manifest that a player may be given, that of a deleted screen among them */
export function wantedOf(sent: readonly Sent[], documents: ReadonlyMap<string, SignageDocument>): Wanted {
  const named = new Set<string>()
  const sizes = new Set<string>()
  // Many screens share a part, which is looked at once.
  const parts = new Set(sent.flatMap((manifest) => manifest.parts))
  for (const { content } of parts) for (const { sha256 } of content.assets ?? []) named.add(sha256)
  for (const { head } of sent) {
    const { width, height } = pictureSize(head.screen)
    sizes.add(`${width}x${height}`)
  }
  return { named, sizes, hasAsset: (id) => documents.has(id) }
}
