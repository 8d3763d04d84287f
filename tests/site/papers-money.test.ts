/** @file Amounts in capitals: what a bank and a court will read must be exactly what was typed. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { capitals, fenMax, figures, readMoney } from '../../site/papers/capitals.ts'

const digits = '零壹贰叁肆伍陆柒捌玖'

/** Reads capitals back by a grammar of its own: every digit times the units that follow it. */
function parseBack(text: string): number {
  const match = /^(?:(.+?)元)?(?:零?(.)角)?(?:零?(.)分)?整?$/.exec(text === '零元整' ? '元整' : text)
  if (!match && text !== '零元整') throw new Error(`unreadable: ${text}`)
  const [, yuan = '', jiao, fen] = match ?? []
  const digit = (one: string | undefined) => (one === undefined ? 0 : digits.indexOf(one))
  let total = 0
  let rest = yuan
  for (const [unit, times] of [
    ['亿', 100_000_000],
    ['万', 10_000],
    ['', 1],
  ] as const) {
    const at = unit === '' ? rest.length : rest.indexOf(unit)
    if (at === -1) continue
    const group = rest.slice(0, at)
    rest = rest.slice(at + 1)
    for (const [, one = '', place = ''] of group.matchAll(/([壹贰叁肆伍陆柒捌玖])([仟佰拾]?)/g))
      total += digit(one) * ({ 仟: 1000, 佰: 100, 拾: 10 }[place] ?? 1) * times
  }
  return total * 100 + digit(jiao) * 10 + digit(fen)
}

describe('capitals', () => {
  test.each([
    ['0', '零元整'],
    ['0.05', '伍分'],
    ['0.5', '伍角整'],
    ['0.55', '伍角伍分'],
    ['1', '壹元整'],
    ['10', '壹拾元整'],
    ['1000.5', '壹仟元伍角整'],
    ['325.04', '叁佰贰拾伍元零肆分'],
    ['1409.50', '壹仟肆佰零玖元伍角整'],
    ['6007.14', '陆仟零柒元壹角肆分'],
    ['12300', '壹万贰仟叁佰元整'],
    ['16409.02', '壹万陆仟肆佰零玖元零贰分'],
    ['100010', '壹拾万零壹拾元整'],
    ['1000000', '壹佰万元整'],
    ['10000000', '壹仟万元整'],
    ['100000001', '壹亿零壹元整'],
    ['100010000', '壹亿零壹万元整'],
    ['1000100000', '壹拾亿零壹拾万元整'],
    ['999999999999.99', '玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
  ])('%s yuan is written as the banks write it: %s', (text, words) => {
    expect(capitals(readMoney(text) ?? -1)).toBe(words)
  })

  test('they read back to the same fen, for any amount up to 9999 亿', () => {
    const sparse = fc
      .array(fc.constantFrom('0', '0', '0', '1', '9', '5'), { minLength: 1, maxLength: 14 })
      .map((parts) => Number(parts.join('')))
    fc.assert(
      fc.property(fc.oneof(fc.integer({ min: 0, max: fenMax }), sparse), (fen) => {
        expect(parseBack(capitals(fen))).toBe(fen)
      }),
      { numRuns: 3_000 },
    )
  })

  test('no two zeros stand together and no group opens the amount with one, because nobody writes so', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: fenMax }), (fen) => {
        expect(capitals(fen)).not.toMatch(/零零|^零|零[元万亿仟佰拾角分]/)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('figures', () => {
  test.each([
    ['１２，３００．５', 1_230_050],
    [' ￥12,300.50 元', 1_230_050],
    ['1.23万', 1_230_000],
    ['5万元', 5_000_000],
    ['0.1', 10],
    ['007', 700],
  ])('“%s” is read as people mean it', (text, fen) => {
    expect(readMoney(text)).toBe(fen)
  })

  test.each(['', '一万', '-5', '1e3', '0.001', '1.2.3', '1000000000000', '12元5角', 'NaN', '万'])(
    '“%s” is refused rather than guessed at',
    (text) => {
      expect(readMoney(text)).toBeNull()
    },
  )

  test('the figures printed are read back to the same amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: fenMax }), (fen) => {
        expect(readMoney(figures(fen))).toBe(fen)
        expect(figures(fen)).toMatch(/^\d{1,3}(,\d{3})*\.\d{2}$/)
      }),
    )
  })
})
