/** @file Article numbers in both writings. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { articleLabel, chineseNumber, parseArticle, parseChineseNumber } from '../../site/words/numerals.ts'

test.each([
  ['1', '第一条'],
  ['10', '第十条'],
  ['12', '第十二条'],
  ['20', '第二十条'],
  ['101', '第一百零一条'],
  ['110', '第一百一十条'],
  ['1000', '第一千条'],
  ['1001', '第一千零一条'],
  ['1079', '第一千零七十九条'],
  ['1260', '第一千二百六十条'],
  ['120-1', '第一百二十条之一'],
])('article %s is printed %s, as the statutes print it', (number, label) => {
  expect(articleLabel(number)).toBe(label)
  expect(parseArticle(label)).toBe(number)
})

test('every number from 1 to 9999 survives both ways', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), (value) => {
      expect(parseChineseNumber(chineseNumber(value))).toBe(value)
    }),
  )
})

test.each([
  ['1079', '1079'],
  [' 第1079条 ', '1079'],
  ['一千零七十九', '1079'],
  ['120－1', '120-1'],
])('%j is read as %s, since people paste what they have', (text, number) => {
  expect(parseArticle(text)).toBe(number)
})

test.each(['', '0', 'abc', '第条', '1079x', '12345', '../1', '第零条'])('%j is no article', (text) => {
  expect(parseArticle(text)).toBeNull()
})
