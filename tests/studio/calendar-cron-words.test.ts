/** @file A rule in words and words as a rule: what a clerk writes is what the screen does. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCron } from '../../contracts/schedule/cron-words.ts'
import { cronSentence, cronText, durationText } from '../../studio/inputs/cron-sentence.ts'
import { durationOf, readCronSentence } from '../../studio/inputs/read-cron-sentence.ts'

describe('a sentence and its rule', () => {
  it.each([
    ['0 8 * * *', 120, '每天 8:00 起播 2 小时'],
    ['30 18 * * 1,3,5', 90, '每周一、三、五 18:30 起播 1 小时 30 分钟'],
    ['0 9 1 * *', 30, '每月 1 日 9:00 起播 30 分钟'],
    ['0 10 4 12 *', 60, '每年 12 月 4 日 10:00 起播 1 小时'],
    ['0 8 * * 1-5', 60, '每周一至周五 8:00 起播 1 小时'],
    ['*/30 9-17 * * *', 5, '每天 9 点至 17 点每小时的 0 分、30 分 起播 5 分钟'],
    ['* * * 3,11 0,6', 1, '每年 3 月、11 月的每周六、日 每小时的每一分钟 起播 1 分钟'],
  ])('%s for %i minutes is %s, and back', (cron, minutes, sentence) => {
    expect(cronSentence(cron, minutes)).toBe(sentence)
    const read = readCronSentence(sentence)
    expect(read.ok && [parseCron(read.cron), read.minutes]).toEqual([parseCron(cron), minutes])
  })

  it.each([
    ['每天早上八点起播两小时', '0 8 * * *', 120],
    ['星期一、星期三 晚上7点半起播 90分钟', '30 19 * * 1,3', 90],
    ['每月1号、15号 9：00 起播半小时', '0 9 1,15 * *', 30],
    ['周末 10点 开始播 1个半小时', '0 10 * * 0,6', 90],
    ['每天 8:00、12:00、18:00 起播', '0 8,12,18 * * *', null],
    ['每天十八点三十分起播一小时', '30 18 * * *', 60],
    ['每个月 3日至5日 下午2点 播 20 分钟', '0 14 3-5 * *', 20],
  ])('as a clerk writes it: %s', (words, cron, minutes) => {
    expect(readCronSentence(words)).toEqual({ ok: true, cron, minutes })
  })

  it.each([
    ['每天起播 2 小时', '没有写几点'],
    ['每天 25:00 起播 2 小时', '几点'],
    ['每工作日 8:00 起播', '哪些日子'],
    ['每天 8:00、12:30 起播', '两条排期'],
    ['有空的时候 8:00 起播', '哪些日子'],
    ['每天 8:00 起播 9 天', '7 天之间'],
    ['每年 2 月 30 日 8:00 起播', '没有'],
  ])('what cannot be read is refused with words that help: %s', (words, why) => {
    const read = readCronSentence(words)
    expect(read.ok ? 'read' : read.reason).toContain(why)
  })
})

const some = (min: number, max: number) =>
  fc.subarray(
    Array.from({ length: max - min + 1 }, (_, index) => min + index),
    { minLength: 1 },
  )
const often = (min: number, max: number) =>
  fc.oneof(
    fc.constant('*'),
    fc.integer({ min, max }).map(String),
    some(min, max).map((list) => list.join(',')),
  )
const rules = fc
  .tuple(often(0, 59), often(0, 23), often(1, 31), often(1, 12), often(0, 6))
  .map((fields) => fields.join(' '))
  .filter((text) => parseCron(text).ok)

it('every rule read back from its sentence names the same minutes, and the sentence stays as it is', () => {
  fc.assert(
    fc.property(rules, fc.integer({ min: 1, max: 10_080 }), (rule, minutes) => {
      const sentence = cronSentence(rule, minutes) ?? ''
      const read = readCronSentence(sentence)
      if (!read.ok) throw new Error(`${rule}: ${sentence}: ${read.reason}`)
      expect(parseCron(read.cron)).toEqual(parseCron(rule))
      expect(read.minutes).toBe(minutes)
      expect(cronSentence(read.cron, read.minutes ?? 0)).toBe(sentence)
    }),
    { numRuns: 2_000 },
  )
})

it('the text of a rule reads back to the same fields', () => {
  fc.assert(
    fc.property(rules, (rule) => {
      const parsed = parseCron(rule)
      expect(parseCron(parsed.ok ? cronText(parsed.cron) : '')).toEqual(parsed)
    }),
  )
})

it('a length in words is the length', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_080 }), (minutes) => {
      expect(durationOf(durationText(minutes))).toBe(minutes)
    }),
  )
})
