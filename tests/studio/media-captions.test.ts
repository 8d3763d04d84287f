/** @file Captions beside the film: their times, what is said of them, texts split, files read and written. */
import { describe, expect, test } from 'vitest'
import { clockOf, readClock } from '../../studio/media/captions/clock.ts'
import { readCaptionFile, writeVtt } from '../../studio/media/captions/files.ts'
import { cueAt, inOrder, marksOf, secondsFor, type Cue } from '../../studio/media/captions/marks.ts'
import { captionsFrom, linesOf } from '../../studio/media/captions/split.ts'

const cue = (from: number | undefined, to: number | undefined, text = '好'): Cue => ({
  _key: String(from),
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
  text,
})
const kinds = (cues: readonly Cue[], seconds: number | null = null) =>
  marksOf(cues, seconds).map((marks) => marks.map(({ kind }) => kind))
const bytesOf = (text: string) => new TextEncoder().encode(text)

describe('moments', () => {
  test.each([
    ['62.5', 62.5],
    ['1:02.5', 62.5],
    ['1：02．5', 62.5],
    ['00:01:02,500', 62.5],
    ['', null],
    ['一分', null],
    ['1:2:3:4', null],
    ['-3', null],
  ])('%s is read as %s', (text, seconds) => expect(readClock(text)).toBe(seconds))

  test.each([0, 0.1, 59.9, 60, 62.5, 3599.96, 3600])('%d is written so that it is read back', (seconds) =>
    expect(readClock(clockOf(seconds))).toBe(seconds),
  )
})

describe('marks', () => {
  test('more than five characters a second are too fast, and it says how long they need', () => {
    const [marks] = marksOf([cue(0, 2, '有困难找法律援助中心吧')], null)
    expect(marks?.[0]).toMatchObject({ kind: 'speed', words: expect.stringContaining('2.2 秒') })
    expect(kinds([cue(0, secondsFor('有困难找法律援助中心吧'), '有困难找法律援助中心吧')])).toEqual([[]])
  })

  test('what overlaps, what leaves a gap, what ends before it begins, what is empty, what lies beyond the film', () => {
    expect(kinds([cue(0, 2), cue(1.5, 3), cue(7, 9), cue(10, 9), cue(12, 14, ' ')], 12.5)).toEqual([
      [],
      ['overlap'],
      ['gap'],
      ['time'],
      ['gap', 'empty', 'beyond'],
    ])
    expect(kinds([cue(undefined, 2)])).toEqual([['time']])
  })

  test('captions that touch are well', () => expect(kinds([cue(0, 2), cue(2, 4)])).toEqual([[], []]))

  test('one that was moved takes its place; one without a time stays behind its neighbour', () => {
    const order = inOrder([cue(5, 6, '五'), cue(undefined, undefined, '无'), cue(1, 2, '一')])
    expect(order.map(({ text }) => text)).toEqual(['一', '五', '无'])
  })

  test('the caption of a moment is that which has begun and not ended', () => {
    expect(cueAt([cue(0, 2, '一'), cue(2, 4, '二')], 2)?.text).toBe('二')
    expect(cueAt([cue(0, 2)], 2)).toBeUndefined()
  })
})

describe('a whole text', () => {
  const text =
    '老张借给邻居两万块钱，没有写借条。后来邻居不认账了，怎么办？\n有转账记录、聊天记录、证人证言的都可以作为证据向人民法院起诉要求归还本金和利息。'

  test('is parted at sentences, keeps its questions, and no line is too long for a screen', () => {
    const lines = linesOf(text)
    expect(lines.slice(0, 2)).toEqual(['老张借给邻居两万块钱，没有写借条', '后来邻居不认账了，怎么办？'])
    for (const line of lines) expect([...line].length).toBeLessThanOrEqual(18)
    expect(lines.join('').replace(/[，。、？]/gu, '')).toBe(text.replace(/[，。、？\n]/gu, ''))
  })

  test('gets times one after the other that can be read', () => {
    const captions = captionsFrom(text, 3, null)
    expect(captions[0]?.from).toBe(3)
    expect(kinds(captions.map((each, index) => ({ ...each, _key: String(index) }))).flat()).toEqual([])
  })

  test('is squeezed into a film that is too short, which the marks then say', () => {
    const captions = captionsFrom(text, 0, 12)
    expect(captions.at(-1)?.to).toBeLessThanOrEqual(12.1)
    expect(kinds(captions.map((each, index) => ({ ...each, _key: String(index) }))).flat()).toContain('speed')
  })

  test('nothing gives nothing', () => expect(captionsFrom(' \n。', 0, null)).toEqual([]))
})

describe('files', () => {
  const cues = [cue(0, 2.5, '第一条 & <甲>'), cue(2.5, 3725.125, '第二条')]

  test('what is written is read back', () => {
    const read = readCaptionFile(bytesOf(writeVtt([...cues, cue(9, 1), cue(4000, 4001, ' ')])))
    expect(read).toEqual({ cues: cues.map(({ from, to, text }) => ({ from, to, text })) })
  })

  test('SRT is read, with its commas, its numbers and its marks of fonts', () => {
    const srt =
      '1\r\n00:00:01,500 --> 00:00:03,000\r\n<font color="#fff">{\\an8}你好</font>\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\n再见\r\n'
    expect(readCaptionFile(bytesOf(srt))).toEqual({
      cues: [
        { from: 1.5, to: 3, text: '你好' },
        { from: 3, to: 4, text: '再见' },
      ],
    })
  })

  test('SRT of old Chinese software is read in its own encoding', () => {
    const head = bytesOf('1\n00:00:01,000 --> 00:00:02,000\n')
    // 普法 in GB 18030.
    expect(readCaptionFile(Uint8Array.from([...head, 0xc6, 0xd5, 0xb7, 0xa8]))).toEqual({
      cues: [{ from: 1, to: 2, text: '普法' }],
    })
  })

  test('what is no file of captions changes nothing and says why', () => {
    expect(readCaptionFile(bytesOf('今天天气好'))).toEqual({
      problems: [expect.stringContaining('不是 WebVTT')],
    })
    expect(readCaptionFile(new Uint8Array(2_000_000))).toEqual({
      problems: [expect.stringContaining('1 MB')],
    })
  })
})
