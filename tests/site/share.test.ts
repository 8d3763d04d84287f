/** @file What an item says when it is handed on: texts that are short, whole, and read out right. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shareItem } from '../../site/share/item.ts'
import { ledBoard, ledLengthMax, ledWords } from '../../site/share/led.ts'
import { isPublic, largeTextAddress, shortAddress } from '../../site/share/link.ts'
import {
  loudspeakerScript,
  spokenLengthMax,
  spokenNumber,
  withSpokenNumbers,
} from '../../site/share/loudspeaker.ts'
import { breathsWithin, lengthOf, sentences, wholeWithin } from '../../site/share/sentences.ts'
import { sheetHeight, sheetOf } from '../../site/share/sheet.ts'
import { wechatText } from '../../site/share/wechat.ts'
import type { ShareSource } from '../../site/share/source.ts'
import { demonstrationSources, emptySource } from '../support/share-sources.ts'

const bureau = '某市司法局'
const items = demonstrationSources.map(shareItem)
const question = (fields: Partial<ShareSource>) => shareItem({ ...emptySource, ...fields })
const steps = [
  { title: '先留证据', text: '把欠条和转账记录留好。' },
  { title: '去所里调解', text: '两家坐下来谈。' },
]

test('the demonstration has items of every kind to hand on, so that the rules below are held against them', () => {
  expect(new Set(items.map(({ type }) => type)).size).toBeGreaterThanOrEqual(10)
})

describe('the loudspeaker', () => {
  const long = '这是一句二十个字左右的话，说的是邻里之间的事。'
  test.each<[string, Partial<ShareSource>, number, number]>([
    [
      'a short answer alone stays short: nothing is made up',
      { title: '借钱', shortAnswer: '要还。' },
      50,
      120,
    ],
    ['a long answer is cut after a sentence', { title: '借钱', shortAnswer: long.repeat(30) }, 230, 260],
    ['steps fill what the answer leaves', { title: '借钱', shortAnswer: long.repeat(3), steps }, 140, 260],
    [
      'one endless sentence gives way to the chief sentence',
      { title: '借钱', shortAnswer: '长'.repeat(400), ledAnswer: '借钱要还。' },
      60,
      260,
    ],
  ])('%s', (_rule, fields, from, to) => {
    const script = loudspeakerScript(question(fields), '12348', bureau)
    expect(script.characters).toBeGreaterThanOrEqual(from)
    expect(script.characters).toBeLessThanOrEqual(to)
    expect(script.characters).toBe(lengthOf(script.text))
  })

  test('every script of the demonstration ends within about a minute and says the hotline twice, digit by digit', () => {
    for (const item of items) {
      const { text, seconds } = loudspeakerScript(item, '12348', bureau)
      expect(lengthOf(text), text).toBeLessThanOrEqual(spokenLengthMax)
      expect(seconds, text).toBeLessThanOrEqual(62)
      expect(text.match(/幺二三四八/g)?.length, text).toBeGreaterThanOrEqual(2)
      expect(text, 'no sentence is torn').toMatch(/[。！？”]$/)
      expect(text).not.toContain('12348')
    }
  })

  test('most questions fill the minute: 220 characters and more', () => {
    const lengths = items
      .filter(({ type }) => type === 'legalQuestion')
      .map((item) => loudspeakerScript(item, '12348', bureau).characters)
    expect(lengths.filter((length) => length >= 220).length).toBeGreaterThan(lengths.length * 0.8)
  })

  test('an editor’s own wording wins, word for word but for the numbers', () => {
    const item = question({ title: '借钱', shortAnswer: '要还。', spoken: '大家听好，有事打12348。' })
    expect(loudspeakerScript(item, '12348', bureau).text).toBe(
      '大家听好，有事打幺二三四八。再说一遍，幺二三四八。',
    )
  })

  test.each([
    ['打12348', '打幺二三四八'],
    ['先报110', '先报幺幺零'],
    ['电话0318-0000000', '电话零三幺八零零零零零零零'],
    ['2026年施行', '2026年施行'],
    ['5000元以下', '5000元以下'],
    ['30日内', '30日内'],
    ['1234.5分', '1234.5分'],
  ])('%s is read as %s: telephone numbers by digits, amounts and dates as they are', (written, spoken) => {
    expect(withSpokenNumbers(written)).toBe(spoken)
  })

  test('one is read 幺, which nobody mistakes for seven over a loudspeaker', () => {
    expect(spokenNumber('10')).toBe('幺零')
  })
})

describe('the words for WeChat', () => {
  test('three to five lines with the hotline and the short address, each short', () => {
    for (const item of items) {
      const lines = wechatText(item, '12348', 'https://pufa.example/s/ABCDEFG').split('\n')
      expect(lines.length, item.title).toBeGreaterThanOrEqual(3)
      expect(lines.length, item.title).toBeLessThanOrEqual(5)
      for (const line of lines) expect([...line].length, line).toBeLessThanOrEqual(100)
      expect(lines.at(-1)).toContain('https://pufa.example/s/ABCDEFG')
      expect(lines.join('')).toContain('12348')
    }
  })
})

describe('the words for a screen', () => {
  test('at most 24 characters, or none at all; never torn', () => {
    for (const item of items) {
      const words = ledWords(item)
      if (words === null) continue
      expect([...words.replaceAll('\n', '')].length, words).toBeLessThanOrEqual(ledLengthMax)
      expect(words, words).not.toMatch(/[，、；：]$/)
      const given = item.screenWords.map((each) => each.replaceAll('\n', '，'))
      expect(
        given.some((each) => each.replace(/[。]$/, '') === words.replaceAll('\n', '，')) ||
          given.at(-1)?.startsWith(words),
        words,
      ).toBe(true)
    }
  })

  const answer = '盖房包给工队，房主一般不担责；挑错人、瞎指挥有错要担责。'
  test.each<[string, string[], string | null]>([
    ['what fits is taken whole', ['欠钱要还。'], '欠钱要还'],
    [
      'half an answer would be the rule without its exception',
      [answer, '盖房摔了人谁赔？'],
      '盖房摔了人谁赔？',
    ],
    [
      'a title is cut at a comma',
      [answer, `先去县里投诉，再申请仲裁，${'长'.repeat(20)}`],
      '先去县里投诉，再申请仲裁',
    ],
    ['a list is not cut between its members', [`带上身份证、户口本、${'证'.repeat(30)}。`], null],
    ['a piece too short says nothing', [`是，${'长'.repeat(30)}`], null],
    ['where nothing can be cut, nothing is said', ['长'.repeat(40)], null],
  ])('%s', (_rule, screenWords, expected) => {
    expect(ledWords({ ...question({}), screenWords })).toBe(expected)
  })

  test('all lines of the board lie on the screen, in characters of 16 points at least', () => {
    for (const item of items) {
      const words = ledWords(item)
      if (words === null) continue
      const { lines, size } = ledBoard(words)
      expect(size, words).toBeGreaterThanOrEqual(16)
      for (const { text, y } of lines) {
        expect([...text].length * size * 0.58, text).toBeLessThanOrEqual(320)
        expect(y).toBeLessThanOrEqual(140)
        expect(y - size).toBeGreaterThanOrEqual(-8)
      }
    }
  })
})

describe('sentences', () => {
  test('parting and joining loses nothing but blanks', () => {
    expect(sentences('甲。乙！“丙？”丁').join('')).toBe('甲。乙！“丙？”丁')
    expect(sentences('地址：某路\n电话：1')).toEqual(['地址：某路', '电话：1'])
  })

  test.each([
    ['half a sentence may say the opposite', '每个人都要赡养老人，分家单不能免。', 12, ''],
    [
      'an exception that does not fit takes its rule with it',
      '借钱要还。利息照给。但过高的不算。',
      12,
      '借钱要还。',
    ],
    ['what is whole stays', '借钱要还。利息照给。', 12, '借钱要还。利息照给。'],
  ])('sentences are taken whole: %s', (_reason, text, most, expected) => {
    expect(wholeWithin(text, most)).toBe(expected)
  })

  test.each([
    ['a condition alone is no slogan', '如果对方不还钱，可以去法院起诉他要回来。', ''],
    ['a list is not cut between its members', '带身份证、户口本、结婚证去民政局登记才算数。', ''],
    ['what is forbidden in the rest is not cut off', '可以自己写遗嘱，但不得漏写日期和签名。', ''],
    [
      'a whole thought at a comma may stand',
      '先去劳动监察投诉，再去申请仲裁，仲裁免费。',
      '先去劳动监察投诉',
    ],
  ])('breaths are cut with care: %s', (_reason, text, expected) => {
    expect(breathsWithin(text, 10)).toBe(expected)
  })

  test('what is taken is the beginning and never longer than asked', () => {
    const prose = fc.string({ unit: fc.constantFrom('甲', '乙', '，', '。', '、', '；'), maxLength: 80 })
    fc.assert(
      fc.property(prose, fc.integer({ min: 1, max: 40 }), (text, most) => {
        for (const taken of [wholeWithin(text, most), breathsWithin(text, most)])
          expect([...taken].length).toBeLessThanOrEqual(most)
      }),
    )
  })
})

describe('the sheet of paper', () => {
  test('keeps all papers to bring, whatever else gives way: they are named once and together', () => {
    for (const item of items) {
      const sheet = sheetOf(item)
      expect(sheet.papers, item.title).toEqual(item.papers)
      expect(sheetHeight(item, sheet), item.title).toBeLessThanOrEqual(1_000)
    }
  })

  test('shortens steps first, then the answer, and leaves its first sentence', () => {
    const answer = '这是一句二十个字左右的话，说的是邻里之间的事。'
    const wordy = steps.map(({ title }) => ({ title, text: answer.repeat(20) }))
    const item = question({ title: '借钱', shortAnswer: answer.repeat(80), steps: wordy, papers: ['借条'] })
    const sheet = sheetOf(item)
    expect(sheet.steps.map(({ title }) => title)).toEqual(steps.map(({ title }) => title))
    expect(sheet.answer[0]?.startsWith(answer)).toBe(true)
    expect(sheetHeight(item, sheet)).toBeLessThanOrEqual(1_000)
  })
})

test.each([
  ['', false],
  ['http://localhost:8080', false],
  ['http://127.0.0.1', false],
  ['http://192.168.1.20:8080', false],
  ['http://172.20.0.1', false],
  ['http://10.1.1.1', false],
  ['http://[::1]:8080', false],
  ['http://pufa', false],
  ['http://pufa.local', false],
  ['https://pufa.example.gov.cn', true],
  ['http://172.40.0.1', true],
])('%s can be opened by a stranger’s phone: %s', (origin, expected) => {
  expect(isPublic(origin)).toBe(expected)
})

test('addresses that are handed on are whole, and Chinese paths survive', () => {
  expect(shortAddress('https://pufa.example', 'ABCDEFG')).toBe('https://pufa.example/s/ABCDEFG')
  const large = new URL(largeTextAddress('https://pufa.example', '/slogans/%E6%B3%95'))
  expect(large.searchParams.get('back')).toBe('/slogans/%E6%B3%95')
})
