/** @file What is kept of a question that found nothing: words for editors, nothing that points to a person. */
import { describe, expect, test } from 'vitest'
import { keptLengthMax, keptWords } from '../../site/search/unanswered.ts'

describe('what is kept', () => {
  test.each([
    ['  量子　纠缠！！', '量子 纠缠'],
    ['养鸡场ＡＢ', '养鸡场 ab'],
    ['欠3年', '欠 3 年'],
    ['打12次', '打 12 次'],
    ['😀<>', ''],
    ['', ''],
  ])('%j is kept as %j', (query, words) => {
    expect(keptWords(query)).toBe(words)
  })
  test('at most 40 characters, however long the question is', () => {
    expect(keptWords('鸡'.repeat(100_000))).toBe('鸡'.repeat(keptLengthMax))
    expect(keptLengthMax).toBe(40)
  })
})

describe('what is never kept', () => {
  test.each([
    ['电话0318-0000000找他', '电话 找他'],
    ['电话 000 0000 0000', '电话'],
    ['号码０００００００００００', '号码'],
    ['号码〇〇〇一二三四五六七八', '号码'],
    ['身份证13110000000000000X丢了', '身份证 丢了'],
    ['卡号0000 0000 0000 0000', '卡号'],
    ['0.0.0.0.0.0号', '号'],
    ['①②③④⑤⑥', ''],
  ])('%s loses its long number', (query, words) => {
    expect(keptWords(query)).toBe(words)
  })
  test.each([
    ['我叫张某，鸡丢了', '鸡丢了'],
    ['俺叫李某某 鸡丢了', '鸡丢了'],
    ['姓名：王某某，鸡丢了', '鸡丢了'],
  ])('%s loses the name', (query, words) => {
    expect(keptWords(query)).toBe(words)
  })
  test('a number that is cut by the length is gone before the cut', () => {
    expect(keptWords(`${'鸡'.repeat(36)}0000000000`)).toBe('鸡'.repeat(36))
  })
})
