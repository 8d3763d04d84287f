/**
 * @file A cron rule as a Chinese sentence: `0 8 * * *` for 120 minutes is `每天 8:00 起播 2 小时`.
 *
 * Pure. Every rule that `parseCron` accepts has a sentence, and `read-cron-sentence.ts` reads each of them
 * back to a rule that names the very same minutes (property test).
 */
import { parseCron } from '../../contracts/schedule/cron-words.ts'
import type { Cron } from '../../contracts/schedule/cron.ts'

export const weekdayWords = ['日', '一', '二', '三', '四', '五', '六'] as const

/** More moments a day than this are told by hours and minutes. */
const momentsMax = 8

/** `3-7` where at least three follow one another, otherwise each by itself; null where it is no single run. */
function runOf(values: readonly number[]): readonly [number, number] | null {
  const [first = 0] = values
  const last = values.at(-1) ?? first
  return values.length > 2 && last - first === values.length - 1 ? [first, last] : null
}

/** Monday first, as weeks are read. */
const byWeek = (days: readonly number[]) => [...days].sort((a, b) => ((a + 6) % 7) - ((b + 6) % 7))

function weekdaysText(days: readonly number[]): string {
  const sorted = byWeek(days)
  const run = runOf(sorted.map((day) => (day + 6) % 7))
  if (run) return `每周${weekdayWords[(run[0] + 1) % 7]}至周${weekdayWords[(run[1] + 1) % 7]}`
  return `每周${sorted.map((day) => weekdayWords[day]).join('、')}`
}

/** `1 日、15 日`, `3 日至 7 日` */
function listText(values: readonly number[], unit: string): string {
  const run = runOf(values)
  return run ? `${run[0]} ${unit}至 ${run[1]} ${unit}` : values.map((value) => `${value} ${unit}`).join('、')
}

function daysText({ days, months, weekdays }: Cron): string {
  const everyMonth = months.length === 12
  const everyDate = days.length === 31
  const inMonths = everyMonth ? '' : `每年 ${listText(months, '月')}`
  if (weekdays.length < 7)
    return everyMonth ? weekdaysText(weekdays) : `${inMonths}的${weekdaysText(weekdays)}`
  if (everyDate) return everyMonth ? '每天' : `${inMonths}的每天`
  if (everyMonth) return `每月 ${listText(days, '日')}`
  return months.length === 1 ? `${inMonths} ${listText(days, '日')}` : `${inMonths}的 ${listText(days, '日')}`
}

const two = (value: number) => String(value).padStart(2, '0')

function timesText({ hours, minutes }: Cron): string {
  if (hours.length * minutes.length <= momentsMax)
    return hours.flatMap((hour) => minutes.map((minute) => `${hour}:${two(minute)}`)).join('、')
  const inHours = hours.length === 24 ? '每小时' : `${listText(hours, '点')}每小时`
  return `${inHours}的${minutes.length === 60 ? '每一分钟' : ` ${listText(minutes, '分')}`}`
}

/** `90 分钟` is said as `1 小时 30 分钟`. */
export function durationText(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  return [hours > 0 ? `${hours} 小时` : '', rest > 0 || hours === 0 ? `${rest} 分钟` : '']
    .filter(Boolean)
    .join(' ')
}

/** @returns the sentence without how long, or `null` where the rule is refused */
export function cronMoments(text: string): string | null {
  const parsed = parseCron(text)
  return parsed.ok ? `${daysText(parsed.cron)} ${timesText(parsed.cron)}` : null
}

/**
 * @param minutes how long each time lasts; left out: the sentence says nothing of it
 * @returns `null` where the rule is refused
 */
export function cronSentence(text: string, minutes?: number): string | null {
  const moments = cronMoments(text)
  if (moments === null) return null
  return minutes === undefined ? `${moments} 起播` : `${moments} 起播 ${durationText(minutes)}`
}

/** `*`, `1-5` or `0,30`. */
function fieldText(values: readonly number[], all: number): string {
  if (values.length === all) return '*'
  const run = runOf(values)
  return run ? `${run[0]}-${run[1]}` : values.join(',')
}

/** The shortest plain text of a rule; reads back to the same fields. */
export function cronText({ minutes, hours, days, months, weekdays }: Cron): string {
  return [
    fieldText(minutes, 60),
    fieldText(hours, 24),
    fieldText(days, 31),
    fieldText(months, 12),
    fieldText(weekdays, 7),
  ].join(' ')
}
