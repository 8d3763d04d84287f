/** @file Rules of the lists of words, and what the types that they look through are called. Pure. */
import { normalWords } from '../../../contracts/words/normal.ts'
import { rows } from '../../structure/rows.ts'
import type { Verdict } from './text.ts'

/** Chinese names of the types whose texts are looked through. */
export const typeTitles: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.values(rows).map(({ type, title }) => [type, title])),
  township: '乡镇（街道）',
  village: '村（社区）',
  siteSettings: '网站与单位',
}

/** What excuses a wording must hold it, or it excuses nothing. */
export function exceptionHolds(except: unknown, entry: unknown): Verdict {
  const { words } = (entry ?? {}) as { words?: string }
  if (!Array.isArray(except) || !words) return true
  const sought = normalWords(words)
  const wrong = except.find((each) => typeof each === 'string' && !normalWords(each).includes(sought))
  return wrong === undefined || `“${String(wrong)}”里没有“${words}”，写了也不起作用，请改正或删去`
}
