/** @file The font that goes with a screen's manifest, as an asset like any other. Pure. */
import { canonicalJson } from '../../contracts/canonical.ts'
import type { ManifestAsset, ScreenProfile } from '../../contracts/manifest.ts'
import { keeping } from './keeping.ts'
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

const dressed = new WeakMap<ScreenProfile, { asset: ManifestAsset; screen: ScreenProfile }>()

const fontPart = keeping((asset: ManifestAsset): Part => {
  const content = { assets: [asset] }
  const text = canonicalJson(content)
  return { hash: sha256Hex(text), text, content, used: nothingUsed }
})

/** The same object as long as the screen wears this font. */
function withFont(screen: ScreenProfile, asset: ManifestAsset): ScreenProfile {
  const known = dressed.get(screen)
  if (known?.asset === asset) return known.screen
  const made = { ...screen, font: { asset: asset.sha256, family: fontFamily } }
  dressed.set(screen, { asset, screen: made })
  return made
}

/** @returns the screen with its font, if there is one, and the part that brings it */
export function screenFont(
  screen: ScreenProfile,
  parts: readonly Part[],
  { fonts }: { fonts?: Fonts },
): { screen: ScreenProfile; parts: readonly Part[] } {
  const asset = fonts?.find(screen.id, lettersFor(screen, parts)) ?? null
  return asset ? { screen: withFont(screen, asset), parts: [fontPart(asset)] } : { screen, parts: [] }
}
