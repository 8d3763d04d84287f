/**
 * @file A cron rule in Chinese words, and the next moments it names.
 *
 * Pure. The words are for an editor who checks what was meant; the rule itself is `contracts/schedule`.
 */
import { parseCron } from '../../contracts/schedule/cron-words.ts'
import { cronDayMatches, type Cron } from '../../contracts/schedule/cron.ts'
import { dayParts, wallClock } from '../../contracts/schedule/zone.ts'
import type { Instant } from '../../contracts/part.ts'
import { dayWords } from './local-time.ts'

/** Far enough for a rule that names 29 February. */
const daysMax = 366 * 8

function minutesOfDay(cron: Cron): number[] {
  return cron.hours.flatMap((hour) => cron.minutes.map((minute) => hour * 60 + minute))
}

function clockText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** @returns up to `count` coming moments in words; empty when the rule is refused */
export function nextMoments(text: string, zone: string, from: Instant, count: number): string[] {
  const parsed = parseCron(text)
  if (!parsed.ok) return []
  const today = wallClock(zone, from)
  const times = minutesOfDay(parsed.cron)
  const moments: string[] = []
  for (let day = today.day; day < today.day + daysMax && moments.length < count; day++) {
    if (!cronDayMatches(parsed.cron, dayParts(day))) continue
    for (const minutes of times) {
      if (day === today.day && minutes * 60_000 <= today.ms) continue
      if (moments.length < count) moments.push(`${dayWords(day)} ${clockText(minutes)}`)
    }
  }
  return moments
}
