/**
 * @file Reads a Chinese sentence as a cron rule: `每周一、三、五 18:30 起播 90 分钟` is `30 18 * * 1,3,5`.
 *
 * Pure. Reads whatever `cron-sentence.ts` writes, and what a clerk is likely to write instead: Chinese
 * numerals, 星期 and 礼拜, 上午 and 晚上, 点 and 半. What cannot be read is answered with a sentence that
 * shows how to write it.
 */
import { readCron, type Cron } from '../../contracts/schedule/cron.ts'
import { durationMinutesMax } from '../../contracts/schedule/windows.ts'
import { cronText, weekdayWords } from './cron-sentence.ts'

export type CronSentence =
  | { ok: true; cron: string; /** `null`: the sentence does not say how long. */ minutes: number | null }
  | { ok: false; reason: string }

const example = '例如“每天 8:00 起播 2 小时”“每周一、三、五 18:30 起播 90 分钟”“每月 1 日 9:00 起播 1 小时”'

const digits = '零一二三四五六七八九'

/** 十八 → 18, 三十 → 30, 两 → 2; texts of counts below a hundred. */
function plainNumbers(text: string): string {
  return text
    .replace(/两/gu, '二')
    .replace(/([一二三四五六七八九])?十([一二三四五六七八九])?/gu, (_, tens: string, ones: string) =>
      String((tens ? digits.indexOf(tens) : 1) * 10 + (ones ? digits.indexOf(ones) : 0)),
    )
    .replace(/[零一二三四五六七八九](?=\s*(?:点|分|日|号|月|小时|天|个))/gu, (digit) =>
      String(digits.indexOf(digit)),
    )
}

/** One way of writing for everything: half-width, no spaces, 周 for 星期, 日 for 号. */
function plain(text: string): string {
  const half = text.normalize('NFKC').replace(/\s+/gu, '').replace(/[,;]/gu, '、')
  return plainNumbers(half.replace(/星期|礼拜/gu, '周').replace(/(\d|[一二三四五六七八九十])号/gu, '$1日'))
    .replace(/周天/gu, '周日')
    .replace(/周末/gu, '周六、日')
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index)

/** `3日至7日`, `1日、15日`, `1、15日` */
function numbersOf(text: string, unit: string): number[] | null {
  const found: number[] = []
  for (const part of text.split('、')) {
    const match = new RegExp(`^(\\d{1,2})${unit}?(?:[至到-](\\d{1,2})${unit}?)?$`, 'u').exec(part)
    if (!match) return null
    const from = Number(match[1])
    const to = Number(match[2] ?? match[1])
    if (to < from) return null
    found.push(...range(from, to))
  }
  return found
}

/** `一至周五`, `一、三、五` */
function weekdaysOf(text: string): number[] | null {
  const found: number[] = []
  for (const part of text.split('、')) {
    const match = /^周?([一二三四五六日])(?:[至到-]周?([一二三四五六日]))?$/u.exec(part)
    if (!match) return null
    const iso = (word = '') => ((weekdayWords.findIndex((each) => each === word) + 6) % 7) + 1
    const from = iso(match[1])
    const to = match[2] ? iso(match[2]) : from
    if (to < from) return null
    found.push(...range(from, to).map((day) => day % 7))
  }
  return found
}

type Days = Pick<Cron, 'days' | 'months' | 'weekdays'>
const everyDay: Days = { days: range(1, 31), months: range(1, 12), weekdays: range(0, 6) }

/** What stands before the times. */
function daysOf(text: string): Days | null {
  const yearly = /^每年(?<months>.+?月)(?:的)?(?<rest>.*)$/u.exec(text)
  if (yearly?.groups) {
    // The shortest that ends in 月 may be but the first of a list.
    const all = /^每年((?:\d{1,2}月?[至到、-])*\d{1,2}月)的?(.*)$/u.exec(text)
    const months = numbersOf(all?.[1] ?? '', '月')
    const rest = monthly(all?.[2] ?? '')
    return months && rest && { ...rest, months }
  }
  return monthly(text.replace(/^每(?:个)?月/u, ''))
}

function monthly(text: string): Days | null {
  if (/^(?:每天|每日|天天|)$/u.test(text)) return text === '' ? null : everyDay
  const weekly = /^每?周(.+)$/u.exec(text)
  if (weekly) {
    const weekdays = weekdaysOf(weekly[1] ?? '')
    return weekdays && { ...everyDay, weekdays }
  }
  const days = numbersOf(text, '日')
  return days && { ...everyDay, days }
}

/** Clock hours that a word before the time shifts. */
const afternoon = /^(?:下午|傍晚|晚上|晚)$/u

/** `8:00`, `8点`, `8点半`, `晚上8点15分` → minutes after midnight */
function momentOf(text: string): number | null {
  const match =
    /^(上午|早上|早晨|早|中午|下午|傍晚|晚上|晚)?(\d{1,2})(?::(\d{2})|[点时](?:(\d{1,2})分?|(半)|整)?)$/u.exec(
      text,
    )
  if (!match) return null
  const [, word = '', hourText, colon, spoken, half] = match
  const written = Number(hourText)
  const hour = afternoon.test(word) && written < 12 ? written + 12 : written
  const minute = half ? 30 : Number(colon ?? spoken ?? 0)
  return hour < 24 && minute < 60 ? hour * 60 + minute : null
}

type Times = Pick<Cron, 'hours' | 'minutes'>

/** A rule names every hour with every minute: 8:00 and 12:30 are none, for 8:30 would come with them. */
function momentsOf(text: string): Times | null | 'two' {
  const moments: number[] = []
  for (const part of text.split('、')) {
    const moment = momentOf(part)
    if (moment === null) return null
    moments.push(moment)
  }
  const hours = new Set(moments.map((moment) => Math.floor(moment / 60)))
  const minutes = new Set(moments.map((moment) => moment % 60))
  if (new Set(moments).size !== hours.size * minutes.size) return 'two'
  return { hours: [...hours], minutes: [...minutes] }
}

function timesOf(text: string): Times | null | 'two' {
  const hourly = /^(?:(.+点))?每(?:个)?小时的?(.+)$/u.exec(text)
  if (!hourly) return momentsOf(text)
  const hours = hourly[1] ? numbersOf(hourly[1], '点') : range(0, 23)
  const minutes = /^每1?分钟?$/u.test(hourly[2] ?? '') ? range(0, 59) : numbersOf(hourly[2] ?? '', '分')
  return hours && minutes && { hours, minutes }
}

/** `90分钟`, `2小时`, `1小时30分钟`, `半小时`, `1个半小时`, `1天` → minutes */
export function durationOf(text: string): number | null {
  const match = /^(?:(\d{1,3})天)?(?:(\d{1,3})(?:个)?(半)?(?:小时|钟头))?(?:(\d{1,5})分钟?)?$/u.exec(
    plain(text),
  )
  if (/^半(?:个)?小时$/u.test(plain(text))) return 30
  if (!match || plain(text) === '') return null
  const [, days = '0', hours = '0', half, minutes = '0'] = match
  return Number(days) * 1440 + Number(hours) * 60 + (half ? 30 : 0) + Number(minutes)
}

const refused = (reason: string): CronSentence => ({ ok: false, reason })

/** Where the days end and the times begin. */
const timesBegin =
  /(?=(?:(?:上午|早上|早晨|早|中午|下午|傍晚|晚上|晚)?\d{1,2}(?::|点|时))|(?:\d{1,2}点[^每]*)?每(?:个)?小时)/u

function ruleOf(daysText: string, times: Times): CronSentence | Cron {
  const days = daysOf(daysText)
  if (!days) return refused(`“${daysText}”看不懂是哪些日子。${example}`)
  const sorted = (values: readonly number[]) => [...new Set(values)].sort((a, b) => a - b)
  return {
    minutes: sorted(times.minutes),
    hours: sorted(times.hours),
    days: sorted(days.days),
    months: sorted(days.months),
    weekdays: sorted(days.weekdays),
  }
}

/** @returns the rule and how long, or one sentence that says how to write it */
export function readCronSentence(text: string): CronSentence {
  const whole = plain(text)
  if (/工作日|节假日|休息日/u.test(whole))
    return refused('工作日和休息日要算调休，请写“每天”，再在“哪些日子”里选工作日或休息日')
  const begun = /^(.*?)(?:起播|开始播|开播|起|播放|播)(.*)$/u.exec(whole)
  const moments = begun?.[1] ?? whole
  const long = begun?.[2] ?? ''
  const at = timesBegin.exec(moments)
  if (!at) return refused(`没有写几点开始。${example}`)
  const times = timesOf(moments.slice(at.index))
  if (times === 'two')
    return refused(
      '这几个时刻合不成一条规则（每个整点都要配同样的分钟）。请分成两条排期，或改用“按星期和时段”',
    )
  if (!times) return refused(`“${moments.slice(at.index)}”看不懂是几点。${example}`)
  const minutes = long === '' ? null : durationOf(long)
  if (long !== '' && (minutes === null || minutes < 1 || minutes > durationMinutesMax))
    return refused('每次播多久要写 1 分钟到 7 天之间，例如“90 分钟”“2 小时”')
  const cron = ruleOf(moments.slice(0, at.index), times)
  if ('ok' in cron) return cron
  const rule = cronText(cron)
  return 'code' in readCron(rule)
    ? refused(`这样的日子没有，或数字不对。${example}`)
    : { ok: true, cron: rule, minutes }
}
