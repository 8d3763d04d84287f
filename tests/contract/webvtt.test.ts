/** @file WebVTT as editors bring it: awkward files are read right, and what is doubtful is refused with its line. */
import { describe, expect, test } from 'vitest'
import { cueCharactersMax } from '../../contracts/cue-text.ts'
import {
  readWebVtt,
  webVttBytesMax,
  webVttCharactersMax,
  webVttCuesMax,
  type WebVtt,
} from '../../contracts/webvtt.ts'

const encoded = (text: string) => new TextEncoder().encode(text)
const read = (text: string): WebVtt => readWebVtt(encoded(text))
const cues = (text: string) => {
  const found = read(text)
  if ('problems' in found) throw new Error(found.problems.join('；'))
  return found.cues
}
const problems = (text: string): readonly string[] => {
  const found = read(text)
  return 'problems' in found ? found.problems : []
}
const one = (words: string) => `WEBVTT\n\n00:01.000 --> 00:02.000\n${words}\n`
const words = (text: string) => cues(one(text)).map((cue) => cue.text)
const stamp = (seconds: number) => new Date(seconds * 1_000).toISOString().slice(11, 23)

describe('a WebVTT file', () => {
  test('gives its cues in seconds, with hours and without', () => {
    const text = 'WEBVTT\n\n00:01.500 --> 00:03.250\n你好\n\n01:00:00.000 --> 01:00:02.000\n再见\n'
    expect(cues(text)).toEqual([
      { from: 1.5, to: 3.25, text: '你好' },
      { from: 3_600, to: 3_602, text: '再见' },
    ])
  })

  test('may begin with a mark of the byte order and end its lines as Windows or old Macs do', () => {
    const text = 'WEBVTT 普法短片\n\n1\n00:01.000 --> 00:02.000\n你好\n'
    for (const end of ['\r\n', '\r'])
      expect(cues(`\ufeff${text.replaceAll('\n', end)}`)).toEqual([{ from: 1, to: 2, text: '你好' }])
  })

  test('may hold notes, styles, regions, headers and settings of place, which say nothing on a screen', () => {
    const text = [
      'WEBVTT\nKind: captions\nLanguage: zh',
      'STYLE\n::cue { color: red }',
      'REGION\nid:a\nwidth:40%',
      'NOTE 校对过\n第二行',
      '第一句\n00:01.000 --> 00:02.000 line:0 align:start\n你好',
      'NOTE',
    ].join('\n\n')
    expect(cues(text)).toEqual([{ from: 1, to: 2, text: '你好' }])
  })

  test('that names a cue as a remark keeps the cue: a sentence may not go missing', () => {
    expect(cues('WEBVTT\n\nNOTE 1\n00:01.000 --> 00:02.000\n你好')).toHaveLength(1)
  })

  test('keeps what is said at once in one caption, since the player shows one at a time', () => {
    const text =
      'WEBVTT\n\n00:00.000 --> 00:04.000\n甲说\n\n00:02.000 --> 00:03.000\n乙说\n\n00:04.000 --> 00:05.000\n丙说'
    expect(cues(text)).toEqual([
      { from: 0, to: 2, text: '甲说' },
      { from: 2, to: 3, text: '甲说　乙说' },
      { from: 3, to: 4, text: '甲说' },
      { from: 4, to: 5, text: '丙说' },
    ])
  })

  test('passes over a cue without words, which only makes a pause', () => {
    const text = 'WEBVTT\n\n00:01.000 --> 00:02.000\n \n\n00:03.000 --> 00:04.000\n你好'
    expect(cues(text)).toEqual([{ from: 3, to: 4, text: '你好' }])
  })
})

describe('the words of a cue', () => {
  test.each([
    { what: 'speakers', given: '<v.loud 张三>你好</v>', shown: '你好' },
    {
      what: 'slant, colour, language',
      given: '<i>你</i><c.yellow.big>好</c><lang zh>吗</lang>',
      shown: '你好吗',
    },
    { what: 'times of single words', given: '你<00:00:01.500>好', shown: '你好' },
    { what: 'help for reading', given: '<ruby>诉<rt>sù</rt></ruby>讼', shown: '诉讼' },
    { what: 'named characters', given: '3 &lt; 5 &amp; 6&nbsp;&gt;&rlm; 2', shown: '3 < 5 & 6 > 2' },
    { what: 'an ampersand that is one', given: 'A & B 公司', shown: 'A & B 公司' },
    { what: 'Chinese lines', given: '拖欠工资\n可以投诉', shown: '拖欠工资　可以投诉' },
    { what: 'Latin lines', given: 'call\n12348', shown: 'call 12348' },
  ])('lose their markup and stay as they are read: $what', ({ given, shown }) => {
    expect(words(given)).toEqual([shown])
  })

  test.each([
    ['a script', '<script>alert(1)</script>', /尖括号/u],
    ['a picture', '你<img src=x onerror=y>好', /尖括号/u],
    ['a tag that is never closed', '你好<b', /尖括号/u],
    ['a character by its number, which hides it', '&#60;script&#62;', /&#60;/u],
    ['a name that nobody knows', '&copy; 某公司', /&copy;/u],
    ['signs that turn the order round', '付\u202e款', /控制字符/u],
    ['a character without width', '付\u200b款', /控制字符/u],
    ['a character that could not be read', '付\ufffd款', /控制字符/u],
    ['a bell', '付\u0007款', /控制字符/u],
    ['more than can be read', '字'.repeat(cueCharactersMax + 1), /201 个字，最多 200/u],
  ])('are refused with their line where they hold %s', (_what, given, reason) => {
    const [found] = problems(one(given))
    expect(found).toMatch(/^第 3 行/u)
    expect(found).toMatch(reason)
  })

  test('named twice are not unpacked twice: what was escaped stays escaped', () => {
    expect(words('&amp;lt;b&amp;gt;')).toEqual(['&lt;b&gt;'])
  })

  test('of a tag with ten thousand classes are refused at once, for the pattern looks at each once', () => {
    expect(problems(one(`<c${'.a'.repeat(10_000)}`))).toHaveLength(1)
    expect(problems(one(`<v ${'<v '.repeat(10_000)}`))).toHaveLength(1)
  })
})

describe('a file is refused whole, with the reason,', () => {
  const cue = (from: string, to: string) => `${from} --> ${to}\n你好`
  test.each([
    ['that is empty', '', /第一行要是 WEBVTT/u],
    ['that has something before its mark', `\n${one('你好')}`, /第一行要是 WEBVTT/u],
    ['that only looks like one', one('你好').replace('WEBVTT', 'WEBVTTX'), /第一行要是 WEBVTT/u],
    ['that is another kind of captions', '1\n00:00:01,000 --> 00:00:02,000\n你好', /SRT/u],
    [
      'that goes on after its mark',
      `WEBVTT\n${cue('00:01.000', '00:02.000')}`,
      /第 1 行 WEBVTT 之后要空一行/u,
    ],
    ['without a caption', 'WEBVTT\n\nNOTE 还没写', /没有一条字幕/u],
    ['whose cue has no time', 'WEBVTT\n\n你好', /第 3 行起的一段没有时间/u],
    ['whose time has a comma', `WEBVTT\n\n${cue('00:01,000', '00:02,000')}`, /第 3 行的时间看不懂/u],
    ['whose minute has 61 seconds', `WEBVTT\n\n${cue('00:61.000', '01:02.000')}`, /第 3 行的时间看不懂/u],
    ['whose cue ends before it begins', `WEBVTT\n\n${cue('00:05.000', '00:02.000')}`, /不晚于开始/u],
    ['whose cue lasts no time', `WEBVTT\n\n${cue('00:05.000', '00:05.000')}`, /不晚于开始/u],
    [
      'whose cues go backwards',
      `WEBVTT\n\n${cue('00:05.000', '00:06.000')}\n\n${cue('00:01.000', '00:02.000')}`,
      /第 6 行起的一条比它前面的开始得早/u,
    ],
    [
      'whose cues run into each other without a blank line',
      `WEBVTT\n\n${cue('00:01.000', '00:02.000')}\n${cue('00:03.000', '00:04.000')}`,
      /又有一个 -->/u,
    ],
    [
      'that says four things at once',
      `WEBVTT${'甲乙丙丁'
        .split('')
        .map((who) => `\n\n00:01.000 --> 00:02.000\n${who}`)
        .join('')}`,
      /同一时刻/u,
    ],
  ])('%s', (_what, text, reason) => {
    expect(problems(text)).toHaveLength(1)
    expect(problems(text)[0]).toMatch(reason)
  })

  test('that is not UTF-8, or larger than captions ever are', () => {
    expect(readWebVtt(new Uint8Array([...encoded('WEBVTT\n\n'), 0xc4, 0xe3]))).toEqual({
      problems: ['文字编码不是 UTF-8，请另存为 UTF-8 编码'],
    })
    const large = encoded(`WEBVTT\n\nNOTE ${'a'.repeat(webVttBytesMax)}`)
    expect(readWebVtt(large)).toEqual({ problems: ['文件超过 1 MB，不像是字幕'] })
  })

  test('with the first five faults at once, so that nobody corrects line by line', () => {
    const text = `WEBVTT${'\n\n没有时间'.repeat(20)}`
    expect(problems(text).map((problem) => /\d+/u.exec(problem)?.[0])).toEqual(['3', '5', '7', '9', '11'])
  })

  test('with more cues, or more words, than travel in a manifest; as many as may be are read', () => {
    const many = (count: number, each: string) =>
      `WEBVTT${Array.from({ length: count }, (_, at) => `\n\n${stamp(at)} --> ${stamp(at + 1)}\n${each}${at}`).join('')}`
    expect(cues(many(webVttCuesMax, '字'))).toHaveLength(webVttCuesMax)
    expect(problems(many(webVttCuesMax + 1, '字'))[0]).toMatch(/超过 5000 条/u)
    const long = '字'.repeat(150)
    expect(problems(many(webVttCharactersMax / 150, long))[0]).toMatch(/超过 100000 个字/u)
  })
})
