import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { atoms } from '../../signage-player/text/atoms.ts'
import { breakLines } from '../../signage-player/text/lines.ts'
import { tools } from './rig/type.ts'

const neverFirst = /^[，。、；：？！）》」』”’…—％]/u
const neverLast = /[（《「『“‘]$/u

describe('line breaking', () => {
  test('a text that fits is not broken', () => {
    expect(breakLines('遇事找法', 4, tools)).toEqual(['遇事找法'])
  })

  test('it breaks after punctuation before it breaks between words', () => {
    expect(breakLines('父母有养育之恩，子女有赡养之责', 9, tools)).toEqual([
      '父母有养育之恩，',
      '子女有赡养之责',
    ])
  })

  test('a break after punctuation is worth some unevenness', () => {
    expect(breakLines('不借，身份证银行卡都不借给别人', 12, tools)).toEqual([
      '不借，',
      '身份证银行卡都不借给别人',
    ])
  })

  test('a word stays whole where the line is wide enough for it', () => {
    for (let width = 4; width <= 10; width++)
      for (const line of breakLines('拨打12348法律服务热线咨询第1079条', width, tools)) {
        expect(line).not.toMatch(/(?<!\d)(?:1234?|48)$/u)
        expect(line).not.toMatch(/第$|^条/u)
      }
  })

  test('a number with its measure word, a short title and the last character of a word are one piece', () => {
    const pieces = atoms('《民法典》第1079条；身份证、借条', tools.words).map((atom) => atom.text)
    expect(pieces).toContain('《民法典》')
    expect(pieces).toContain('第1079条；')
    expect(pieces.find((piece) => piece.includes('证'))).toContain('身份证、')
  })

  test('a word wider than the line is cut rather than left out', () => {
    expect(breakLines('1234567890', 2, tools).join('')).toBe('1234567890')
  })

  const text = fc
    .array(fc.constantFrom(...'法律援助免费咨询，。、；：？！（）《》“”12348 ab…'), { maxLength: 60 })
    .map((chars) => chars.join(''))

  test('no character is lost or moved, whatever the width', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 3, max: 20 }), (whole, width) => {
        const squeeze = (value: string) => value.replace(/\s+/gu, '')
        expect(squeeze(breakLines(whole, width, tools).join(''))).toBe(squeeze(whole))
      }),
    )
  })

  test('punctuation is never first in a line, an opening mark never last', () => {
    const sentence = fc
      .array(
        fc.tuple(
          fc.constantFrom('法律援助', '免费', '咨询', '《民法典》', '（县级）', '“借款”', '12348'),
          fc.constantFrom('', '，', '。', '、', '；', '……'),
        ),
        {
          minLength: 1,
          maxLength: 15,
        },
      )
      .map((parts) => parts.flat().join(''))
    fc.assert(
      fc.property(sentence, fc.integer({ min: 4, max: 14 }), (whole, width) => {
        const lines = breakLines(whole, width, tools)
        for (const [index, line] of lines.entries()) {
          if (index > 0) expect(line).not.toMatch(neverFirst)
          if (index < lines.length - 1) expect(line).not.toMatch(neverLast)
        }
      }),
    )
  })
})
