/** @file The font that goes with a screen's manifest, as an asset like any other. Pure. */
import { canonicalJson } from '../../contracts/canonical.ts'
import type { ManifestAsset, ScreenProfile } from '../../contracts/manifest.ts'
import { lettersFor, type Letters } from './letters.ts'
import { sha256Hex, type Part } from './parts.ts'

export interface Fonts {
  /**
   * A font with all these letters, or the best there is; `null` while none has been made. One that has
   * all of them is then made, and the screen compiled again.
   */
  find(screen: string, letters: Letters): ManifestAsset | null
}

/** The name by which a player asks for the face; not one that a box may have installed. */
export const fontFamily = 'Pufa Sans'

const nothingUsed: ReadonlySet<string> = new Set()

export function screenFont(
  screen: ScreenProfile,
  parts: readonly Part[],
  { fonts }: { fonts?: Fonts },
): { profile: Pick<ScreenProfile, 'font'>; parts: readonly Part[] } {
  const asset = fonts?.find(screen.id, lettersFor(screen, parts)) ?? null
  if (!asset) return { profile: {}, parts: [] }
  const content = { assets: [asset] }
  const text = canonicalJson(content)
  const part = { hash: sha256Hex(text), text, content, used: nothingUsed }
  return { profile: { font: { asset: asset.sha256, family: fontFamily } }, parts: [part] }
}
