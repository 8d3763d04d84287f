import { expect, test } from 'vitest'
import { boxesOf, sentenceOf, valueOf } from '../../studio/inputs/local-time.ts'
import { spanOfDays, standingOf, standingWords } from '../../studio/schema/standing.ts'

test('a last day without a time is stored as the next midnight, since an end is exclusive', () => {
  expect(valueOf({ day: '2026-12-31', time: '' }, 'end')).toBe('2027-01-01T00:00')
  expect(boxesOf('2027-01-01T00:00', 'end')).toEqual({ day: '2026-12-31', time: '' })
})

test('a first day without a time starts at its own midnight', () => {
  expect(valueOf({ day: '2026-12-04', time: '' }, 'start')).toBe('2026-12-04T00:00')
  expect(boxesOf('2026-12-04T00:00', 'start')).toEqual({ day: '2026-12-04', time: '' })
})

test('a time is stored as written, whichever edge it is', () => {
  for (const edge of ['start', 'end', 'moment'] as const) {
    expect(valueOf({ day: '2026-12-04', time: '18:30' }, edge)).toBe('2026-12-04T18:30')
    expect(boxesOf('2026-12-04T18:30', edge)).toEqual({ day: '2026-12-04', time: '18:30' })
  }
})

test('an end at 00:00 of a day means the midnight before it, and shows as the day before', () => {
  const value = valueOf({ day: '2026-12-05', time: '00:00' }, 'end')
  expect(value).toBe('2026-12-05T00:00')
  expect(boxesOf(value, 'end')).toEqual({ day: '2026-12-04', time: '' })
})

test('without a day nothing is stored', () => {
  expect(valueOf({ day: '', time: '08:00' }, 'end')).toBeUndefined()
  expect(boxesOf('not a date', 'end')).toEqual({ day: '', time: '' })
})

test('the sentence names the last day that still counts', () => {
  expect(sentenceOf('2027-01-01T00:00', 'end')).toBe('到 2026年12月31日 星期四 全天结束为止')
  expect(sentenceOf('2026-12-04T18:30', 'end')).toBe('到 2026年12月4日 星期五 18:30 为止')
  expect(sentenceOf(undefined, 'start')).toMatch(/发布后马上生效/)
})

const at = (text: string) => Date.parse(`${text}+08:00`)

test('a validity excludes its end and includes its start, in the bureau’s zone', () => {
  const span = { validFrom: '2026-12-01T08:00', validUntil: '2026-12-05T00:00' }
  expect(standingOf(span, at('2026-12-01T07:59:59'))).toBe('coming')
  expect(standingOf(span, at('2026-12-01T08:00:00'))).toBe('open')
  expect(standingOf(span, at('2026-12-04T23:59:59'))).toBe('open')
  expect(standingOf(span, at('2026-12-05T00:00:00'))).toBe('over')
})

test('a standing is told by word and mark, never by colour alone', () => {
  const span = spanOfDays('2026-12-01', '2026-12-04')
  expect(standingWords(span, at('2026-11-30T00:00'))).toBe('◔ 未开始，12月1日起')
  expect(standingWords(span, at('2026-12-04T12:00'))).toBe('▶ 有效，到 12月4日')
  expect(standingWords(span, at('2026-12-05T00:00'))).toBe('■ 已结束，到 12月4日')
  expect(standingWords({}, at('2026-12-05T00:00'))).toBe('▶ 长期有效')
})
