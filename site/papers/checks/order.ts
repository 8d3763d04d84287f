/** @file Small words that every check uses: how a warning is made, and which comes first. Pure. */
import type { Warning, WarningLevel } from '../shape.ts'

const weight: Readonly<Record<WarningLevel, number>> = { stop: 0, care: 1, note: 2 }

export function warn(
  level: WarningLevel,
  about: string | null,
  text: string,
  basis: string | null = null,
): Warning {
  return { level, text, basis, about }
}

/** The gravest first; equals stay as they came. */
export function gravestFirst(...lists: readonly (readonly Warning[])[]): readonly Warning[] {
  const all = lists.reduce<readonly Warning[]>((sum, list) => [...sum, ...list], [])
  return [...all].sort((a, b) => weight[a.level] - weight[b.level])
}

/** 《民法典》第六百八十条, 《民间借贷规定》第二十五条 */
export const civilCode = (article: string): string => `《民法典》${article}`
export const lendingRules = (article: string): string => `《民间借贷规定》${article}`
