/**
 * @file The font in which a draft is looked at: the sign's own while that has all the letters, else one that
 * is made with them, as publishing would have it made. What was made for a preview is found again then.
 */
import type { ManifestAsset, ScreenProfile } from '../../contracts/manifest.ts'
import type { FontStore } from '../assets/fonts.ts'
import { fontFamily } from '../compile/font.ts'
import { ownLetters, type Letters } from '../compile/letters.ts'
import type { CompiledItem } from '../compile/items.ts'

/** Previews ask for fonts as one screen does; no document has this id. */
export const previewScreen = 'preview:'

export type PreviewFonts = Pick<FontStore, 'find' | 'isWhole'>

export interface WornFont {
  font: NonNullable<ScreenProfile['font']>
  /** Left out: the sign's own, which the caller knows. */
  asset: ManifestAsset | null
  /** It lacks letters: another is being made. */
  making: boolean
}

const lettersOf = (profile: ScreenProfile, items: readonly CompiledItem[]): Letters => [
  new Set([...ownLetters, ...(JSON.stringify([profile, items]).match(/[^\0-\x7f]/gu) ?? [])]),
]

/** @returns `null` where signs have no fonts of their own, or none has been made yet */
export function fontFor(
  profile: ScreenProfile,
  items: readonly CompiledItem[],
  fonts: PreviewFonts | null,
): WornFont | null {
  const own = profile.font ? { font: profile.font, asset: null, making: false } : null
  if (!fonts) return own
  const letters = lettersOf(profile, items)
  if (own && fonts.isWhole(own.font.asset, letters)) return own
  const asset = fonts.find(previewScreen, letters)
  if (!asset) return own && { ...own, making: true }
  const font = { asset: asset.sha256, family: fontFamily }
  return { font, asset, making: !fonts.isWhole(asset.sha256, letters) }
}
