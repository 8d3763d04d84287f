/** @file What the previews say: sizes in millimetres and metres, problems with their screens, moments of a play. */
import { describe, expect, test } from 'vitest'
import { neededPx, readableFromM } from '../../contracts/legibility.ts'
import { pagedTypes, type PreviewProblem, type PreviewSign } from '../../contracts/preview.ts'
import type { Item } from '../../contracts/schedule/index.ts'
import { localInstant } from '../../contracts/schedule/zone.ts'
import { addressedTypes } from '../../site/content/addresses.ts'
import { wordsOf } from '../../studio/preview/ask.ts'
import {
  pageAt,
  playedFrom,
  signLabel,
  sizeHint,
  timeText,
  warningOf,
  whereWords,
} from '../../studio/preview/words.ts'

const sign = (more: Partial<PreviewSign> = {}): PreviewSign => ({
  ...{ key: 'screen-1', width: 192, height: 96, pitchMm: 10, viewingDistanceM: 20, count: 1 },
  titles: ['广场屏'],
  ...more,
})
const zone = 'Asia/Shanghai'

describe('a sign', () => {
  test('is called by its size and its screens, a common size by its size alone', () => {
    expect(signLabel(sign())).toBe('192×96 · 广场屏')
    expect(signLabel(sign({ count: 3 }))).toBe('192×96 · 广场屏 等 3 块')
    expect(signLabel(sign({ count: 0, titles: [] }))).toBe('192×96')
  })

  test('tells how large its letters really are and from where they are read', () => {
    expect(sizeHint(sign(), 20)).toBe('点距 10 毫米。字高 184 毫米，最远 46 米看得清，人站在 20 米外。')
    expect(sizeHint(sign({ pitchMm: null }), 20)).toContain('没有填点间距')
    expect(sizeHint(sign({ pitchMm: null, count: 0 }), 20)).toContain('常见尺寸')
    expect(sizeHint(sign(), null)).toContain('没有字')
  })

  test.each([
    [4, 10],
    [10, 30],
    [16, 100],
  ])(
    'at a pitch of %d mm, what is large enough for %d m is read from there and one pixel less is not',
    (pitch, metres) => {
      const measures = { width: 10_000, height: 10_000, pitchMm: pitch, viewingDistanceM: metres }
      const px = neededPx(measures)
      expect(readableFromM(px, pitch)).toBeGreaterThanOrEqual(metres)
      if (px > 16) expect(readableFromM(px - 1, pitch)).toBeLessThan(metres)
    },
  )
})

describe('a problem', () => {
  const problem = (kind: PreviewProblem['kind'], more: Partial<PreviewProblem> = {}): PreviewProblem => ({
    ...{ kind, text: '请改短。', screens: ['甲屏', '乙屏'], count: 2 },
    ...more,
  })

  test('names the screens on which it is so', () => {
    expect(whereWords(problem('small'))).toBe('“甲屏”、“乙屏”')
    expect(whereWords(problem('small', { count: 9 }))).toBe('“甲屏”、“乙屏”等 9 块屏幕')
    expect(whereWords(problem('absent', { screens: [], count: 0 }))).toBe('')
  })

  test('is the document’s warning where people cannot read it, and not where a screen’s own measures lack', () => {
    expect(warningOf([])).toBe(true)
    expect(warningOf([problem('unmeasured'), problem('absent')])).toBe(true)
    expect(warningOf([problem('short')])).toBe('播得太短（“甲屏”、“乙屏”）：请改短。')
  })
})

describe('a play', () => {
  const notice = (validFrom: string, validUntil: string) =>
    ({ kind: 'notice', id: 'n', title: '', text: '', issuer: '', validFrom, validUntil }) satisfies Item
  const at = (text: string) => localInstant(zone, text) ?? 0
  const now = at('2026-11-22T12:00')

  test('is looked at now, or at the nearest moment at which it may be shown', () => {
    expect(playedFrom(notice('2026-01-01T00:00', '2027-01-01T00:00'), zone, now + 400)).toBe(now)
    expect(playedFrom(notice('2026-12-01T08:00', '2027-01-01T00:00'), zone, now)).toBe(at('2026-12-01T08:00'))
    expect(playedFrom(notice('2026-01-01T00:00', '2026-02-01T00:00'), zone, now)).toBeLessThan(
      at('2026-02-01T00:00'),
    )
  })

  test('has pages that begin at their turns', () => {
    expect([0, 3_999, 4_000, 99_000].map((ms) => pageAt([0, 4_000, 8_000], ms))).toEqual([1, 1, 2, 3])
    expect([timeText(0), timeText(61_999)]).toEqual(['0:00', '1:01'])
  })
})

test('a draft that was only saved anew has the same words, and is not asked about again', () => {
  const draft = { _id: 'a', text: '普法', _rev: '1', _updatedAt: '2026' }
  expect(wordsOf(draft)).toBe(wordsOf({ ...draft, _rev: '2', _updatedAt: '2027' }))
  expect(wordsOf(draft)).not.toBe(wordsOf({ ...draft, text: '学法' }))
})

test('the site previews offered are those of documents that have a page', () => {
  expect([...pagedTypes].sort()).toEqual([...addressedTypes].sort())
})
