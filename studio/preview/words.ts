/** @file What the preview says, in words. Pure. */
import { characterMm, readableFromM } from '../../contracts/legibility.ts'
import type { Instant } from '../../contracts/part.ts'
import type { PreviewProblem, PreviewProblemKind, PreviewSign } from '../../contracts/preview.ts'
import type { Item } from '../../contracts/schedule/index.ts'
import { localInstant } from '../../contracts/schedule/zone.ts'

const sizeOf = ({ width, height }: PreviewSign): string => `${width}×${height}`

/** One line of the list of signs. */
export function signLabel(sign: PreviewSign): string {
  const { count, titles } = sign
  if (count === 0) return sizeOf(sign)
  const [first = '屏幕'] = titles
  return `${sizeOf(sign)} · ${count > 1 ? `${first} 等 ${count} 块` : first}`
}

/** How large the letters stand on the real sign, and from where they are read. */
export function sizeHint(sign: PreviewSign, characterPx: number | null): string {
  const { pitchMm, viewingDistanceM, count } = sign
  const pitch = pitchMm ? `点距 ${pitchMm} 毫米。` : ''
  if (characterPx === null) return `${pitch}这一刻画面上没有字。`
  if (!pitchMm)
    return `字高 ${characterPx} 点。${count > 0 ? '屏幕资料里没有填点间距，' : '这是常见尺寸，'}算不出实际有多大。`
  const metres = readableFromM(characterPx, pitchMm)
  const people = viewingDistanceM ? `，人站在 ${viewingDistanceM} 米外` : ''
  return `${pitch}字高 ${Math.round(characterMm(characterPx, pitchMm))} 毫米，最远 ${metres} 米看得清${people}。`
}

export const problemTitles: Readonly<Record<PreviewProblemKind, string>> = {
  small: '字太小',
  long: '字太多',
  short: '播得太短',
  unmeasured: '缺屏幕资料',
  absent: '不会播',
}

/** On which screens it is so; empty where it is so everywhere. */
export function whereWords({ screens, count }: PreviewProblem): string {
  if (count === 0 || screens.length === 0) return ''
  const named = screens.map((title) => `“${title}”`).join('、')
  return count > screens.length ? `${named}等 ${count} 块屏幕` : named
}

/** What keeps people from reading it: what the document's own warning says. */
const told: ReadonlySet<PreviewProblemKind> = new Set(['small', 'long', 'short'])
const toldMax = 3

/** @returns `true` where all is well, else sentences with their remedies */
export function warningOf(problems: readonly PreviewProblem[]): true | string {
  const found = problems.filter(({ kind }) => told.has(kind)).slice(0, toldMax)
  if (found.length === 0) return true
  return found
    .map((problem) => {
      const where = whereWords(problem)
      return `${problemTitles[problem.kind]}${where && `（${where}）`}：${problem.text}`
    })
    .join(' ')
}

/** Seconds as they stand beside the slider. */
export function timeText(ms: number): string {
  const seconds = Math.floor(ms / 1_000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** Which page is on, from 1. @param turns when each page comes, in ms */
export function pageAt(turns: readonly number[], elapsedMs: number): number {
  return Math.max(1, turns.filter((turn) => turn <= elapsedMs).length)
}

/**
 * The moment at which a play is looked at: now, or the nearest at which the item may be shown at all.
 * Whole seconds, so that the same preview looks the same.
 */
export function playedFrom({ validFrom, validUntil }: Item, zone: string, now: Instant): Instant {
  const second = Math.floor(now / 1_000) * 1_000
  const from = validFrom ? localInstant(zone, validFrom) : null
  const until = validUntil ? localInstant(zone, validUntil) : null
  const begun = Math.max(second, from ?? second)
  return until !== null && begun >= until ? until - 1_000 : begun
}
