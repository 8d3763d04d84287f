/**
 * @file The signs on which something can be looked at before it is published: the screens that there are,
 * those that are alike taken together, and the sizes that signs commonly have. Pure.
 */
import type { ScreenProfile } from '../../contracts/manifest.ts'
import { commonSizes, type PreviewSign } from '../../contracts/preview.ts'
import { cacheBytesDefault } from '../compile/profile.ts'

/** More kinds of screen than this no editor chooses from; the rarest are left out. */
const alikeMax = 40
const titlesMax = 3

export interface Sign extends PreviewSign {
  /** Of one of the screens, or one made up for a common size. */
  profile: ScreenProfile
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function likeness({ width, height, pitchMm, viewingDistanceM, ticker }: ScreenProfile): string {
  return [width, height, pitchMm, viewingDistanceM, ticker?.height].join()
}

function signOf(screens: readonly [ScreenProfile, ...ScreenProfile[]]): Sign {
  const [profile] = screens
  const { id: key, width, height, pitchMm = null, viewingDistanceM = null } = profile
  const titles = screens.slice(0, titlesMax).map(({ title }) => title)
  return { key, width, height, pitchMm, viewingDistanceM, count: screens.length, titles, profile }
}

/** A sign that need not exist; it writes with the font that a real one has. */
function commonSign([width, height]: readonly [number, number], font: ScreenProfile['font']): Sign {
  const key = `${width}x${height}`
  const profile: ScreenProfile = {
    ...{ id: key, title: `${width}×${height}`, county: '', countyTitle: '', groups: [], audiences: [] },
    ...{ width, height, regionX: 0, regionY: 0, volumePercent: 0, brightnessPercent: 100 },
    cacheBytesMax: cacheBytesDefault,
    ...(font ? { font } : {}),
  }
  return {
    ...{ key, width, height, pitchMm: null, viewingDistanceM: null, count: 0, titles: [] },
    profile,
  }
}

/** @returns the sign that is chosen by its key or by the id of any screen; `null` where there is none */
export function signNamed(
  key: string,
  signs: readonly Sign[],
  profiles: readonly ScreenProfile[],
  county: string | null,
): Sign | null {
  const known = signs.find((sign) => sign.key === key)
  if (known) return known
  const profile = profiles.find(({ id }) => id === key)
  return profile && (county === null || profile.county === county) ? signOf([profile]) : null
}

/**
 * @param county only this county's screens; `null`: all
 * @returns the real ones first, those of most screens before others; then the common sizes
 */
export function signsOf(profiles: readonly ScreenProfile[], county: string | null): Sign[] {
  const alike = new Map<string, [ScreenProfile, ...ScreenProfile[]]>()
  for (const profile of [...profiles].sort((a, b) => byText(a.id, b.id))) {
    if (county !== null && profile.county !== county) continue
    const key = likeness(profile)
    const found = alike.get(key)
    if (found) found.push(profile)
    else alike.set(key, [profile])
  }
  const real = [...alike.values()]
    .map(signOf)
    .sort((a, b) => b.count - a.count || b.width * b.height - a.width * a.height)
    .slice(0, alikeMax)
  const font = profiles.find((profile) => profile.font)?.font
  return [...real, ...commonSizes.map((size) => commonSign(size, font))]
}
