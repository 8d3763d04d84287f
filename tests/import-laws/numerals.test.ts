/** @file Chinese numerals of statutes, both ways. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  articleLabel,
  follows,
  numberText,
  parseArticleLabel,
  parseNumeral,
  toChinese,
} from '../../scripts/import-laws/numerals.ts'

describe('numerals', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [101, '一百零一'],
    [110, '一百一十'],
    [115, '一百一十五'],
    [205, '二百零五'],
    [1_000, '一千'],
    [1_007, '一千零七'],
    [1_010, '一千零一十'],
    [1_079, '一千零七十九'],
    [1_260, '一千二百六十'],
    [9_999, '九千九百九十九'],
  ])('%i is written %s', (number, text) => {
    expect(toChinese(number)).toBe(text)
    expect(parseNumeral(text)).toEqual({ ok: true, number })
  })

  it('every number from 1 to 9999 is read as it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999 }), (number) => {
        expect(parseNumeral(toChinese(number))).toEqual({ ok: true, number })
      }),
      { numRuns: 1_000 },
    )
  })

  it.each([
    ['百十', '一百一十'],
    ['一百十', '一百一十'],
    ['二百五', '二百零五'],
    ['一十', '十'],
    ['一千七十', '一千零七十'],
  ])(
    '%s is refused with the proper spelling, since a misread number misplaces an article',
    (text, proper) => {
      const parsed = parseNumeral(text)
      expect(parsed.ok ? '' : parsed.reason).toContain(proper)
    },
  )

  it.each(['', '零', '一一', '甲', '0', '12345'])('“%s” is no number of an article', (text) => {
    expect(parseNumeral(text).ok).toBe(false)
  })

  it.each([
    ['12', 12],
    ['１２', 12],
  ] as const)('Arabic digits are read: %s', (text, number) => {
    expect(parseNumeral(text)).toEqual({ ok: true, number })
  })
})

describe('article numbers', () => {
  it.each([
    ['第一千零七十九条', '1079'],
    ['第一百二十条之一', '120-1'],
    ['第十条之十二', '10-12'],
  ])('%s is %s in addresses and is written back as it was', (label, number) => {
    const parsed = parseArticleLabel(label)
    expect(parsed.ok && numberText(parsed.number)).toBe(number)
    expect(parsed.ok && articleLabel(parsed.number)).toBe(label)
  })

  it('an inserted article follows its own, and the next whole number follows both', () => {
    const at = (main: number, inserted = 0) => ({ main, inserted })
    expect(follows(at(120), at(121))).toBe(true)
    expect(follows(at(120), at(120, 1))).toBe(true)
    expect(follows(at(120, 1), at(120, 2))).toBe(true)
    expect(follows(at(120, 2), at(121))).toBe(true)
    expect(follows(at(120), at(122))).toBe(false)
    expect(follows(at(120), at(120))).toBe(false)
    expect(follows(at(120), at(120, 2))).toBe(false)
    expect(follows(at(120), at(121, 1))).toBe(false)
  })
})
