/** @file Numbers that name or reach a person are found however they are written; others pass. */
import { expect, test } from 'vitest'
import { holdsPersonalNumber } from '../../site/desk/personal.ts'

test.each([
  ['a mobile number', '打13800138000'],
  ['with blanks', '138 0013 8000'],
  ['with dashes', '138-0013-8000'],
  ['with dots', '138.0013.8000'],
  ['in full width', '１３８００１３８０００'],
  ['in Chinese numerals', '一三八零零一三八零零零'],
  ['half in Chinese numerals', '幺三八 0013 八〇〇〇'],
  ['a telephone with its area', '0318-2345678'],
  ['a telephone with its area and blanks', '0318 234 5678'],
  ['an identity number', '131102199001011234'],
  ['an identity number that ends in X', '13110219900101123X'],
  ['an identity number in groups', '131102 19900101 123x'],
  ['a bank card', '6222 0202 0001 1234 567'],
  ['a local telephone', '我家2345678'],
])('%s is found', (_name, text) => {
  expect(holdsPersonalNumber(text)).toBe(true)
})

test.each([
  ['the hotline', '12348打不通'],
  ['an article', '第一千零七十九条写错了'],
  ['an article in figures', '民法典1079条'],
  ['a year', '2026年的规定'],
  ['a date in words', '2026年11月22日周六不上班'],
  ['a date with dashes', '2026-11-22那天没人'],
  ['hours', '8:30-12:00，14:00-17:30'],
  ['an amount', '应该是50000元'],
  ['a date and hours', '11月22日 8:30 没人'],
  ['nothing', ''],
])('%s passes', (_name, text) => {
  expect(holdsPersonalNumber(text)).toBe(false)
})
