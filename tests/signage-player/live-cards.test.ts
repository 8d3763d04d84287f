/** @file What a screen says while a broadcast has no picture. */
import { describe, expect, test } from 'vitest'
import { wallClock } from '../../contracts/schedule/zone.ts'
import type { LiveItem } from '../../contracts/schedule/index.ts'
import { beginsText, drawCard, leftText, linesOf, type CardState } from '../../signage-player/live/cards.ts'
import type { Pen } from '../../signage-player/renderers/drawing.ts'
import type { PlainItem } from '../../signage-player/renderers/plain-items.ts'

const zone = 'Asia/Shanghai'
const at = (text: string): number => Date.parse(`${text}+08:00`)
const second = 1_000
const minute = 60 * second
const hour = 60 * minute

describe('how long until it begins', () => {
  test.each([
    [0, '0分00秒'],
    [1, '0分01秒'],
    [59 * second, '0分59秒'],
    [minute, '1分00秒'],
    [3 * minute + 5 * second, '3分05秒'],
    [10 * minute - 1, '10分00秒'],
    [10 * minute, '10分钟'],
    [10 * minute + 1, '11分钟'],
    [hour - 1, '60分钟'],
    [hour, '1小时00分'],
    [26 * hour + 5 * minute, '26小时05分'],
    [48 * hour, '2天'],
    [75 * hour, '3天'],
    [-5 * second, '0分00秒'],
  ])('%i ms: %s', (ms, text) => {
    expect(leftText(ms)).toBe(text)
  })
})

describe('when it begins', () => {
  test.each([
    ['2026-12-04T08:59:59', '今天9:00'],
    ['2026-12-04T00:00:00', '今天9:00'],
    ['2026-12-03T23:59:59', '明天9:00'],
    ['2026-12-02T10:00:00', '12月4日9:00'],
  ])('seen at %s: %s', (now, text) => {
    expect(beginsText(at('2026-12-04T09:00:00'), at(now), zone, wallClock)).toBe(text)
  })

  test('is the screen’s own day, wherever the player’s machine stands', () => {
    expect(beginsText(at('2026-12-04T00:05:00'), at('2026-12-03T23:59:00'), zone, wallClock)).toBe('明天0:05')
  })
})

const item: LiveItem = {
  kind: 'live',
  id: 'live-1',
  title: '某某案公开开庭',
  stream: '/api/signage/live/live-1/index.m3u8',
  begins: '2026-12-04T09:00',
  ends: '2026-12-04T11:00',
  validUntil: '2026-12-04T11:00',
  muted: true,
  closing: '',
}

test('a lost signal is called by its name, and an end by the words of the document', () => {
  expect(linesOf(item, 'lost')[0]).toBe('直播信号中断')
  expect(linesOf(item, 'over')).toEqual(['某某案公开开庭', '直播已结束'])
  expect(linesOf({ ...item, closing: '感谢旁听' }, 'over')).toEqual(['某某案公开开庭', '感谢旁听'])
})

describe('a card', () => {
  function rig(state: CardState) {
    const laid: PlainItem[] = []
    const stated = { state }
    const card = drawCard(
      item,
      { width: 192, height: 96, seconds: 12, zone, begins: at('2026-12-04T09:00:00') },
      () => stated.state,
      (text) => {
        laid.push(text)
        return { draw: () => undefined, changesIn: () => Infinity }
      },
      wallClock,
    )
    const pen = {} as Pen
    return { laid, stated, card, draw: (instant: number) => card.draw(pen, { elapsedMs: 0, instant }) }
  }

  test('before the beginning has the time that is left as its largest thing, and the title above', () => {
    const { laid, draw } = rig('coming')
    draw(at('2026-12-04T08:56:55'))
    expect(laid).toMatchObject([
      { kind: 'hotline', text: '直播预告：某某案公开开庭', number: '3分05秒', hours: '后开始，今天9:00' },
    ])
  })

  test('is laid out again only when its words change: laying out is most of the work', () => {
    const { laid, draw } = rig('coming')
    for (let ms = 0; ms < 5_000; ms += 100) draw(at('2026-12-04T08:50:00') + ms - 20 * minute)
    expect(laid.length, 'minutes are counted').toBe(1)
    laid.length = 0
    for (let ms = 0; ms < 5_000; ms += 100) draw(at('2026-12-04T08:56:00') + ms)
    expect(laid.length, 'seconds are counted').toBe(5)
  })

  test('is looked at again with the second, and follows what happens', () => {
    const { laid, draw, card, stated } = rig('fetching')
    draw(at('2026-12-04T09:00:01'))
    stated.state = 'lost'
    draw(at('2026-12-04T09:00:02'))
    expect(laid.map((text) => (text.kind === 'slogan' ? text.lines.at(-1) : ''))).toEqual([
      '正在接入直播',
      '正在重新连接',
    ])
    expect(card.changesIn({ elapsedMs: 0, instant: at('2026-12-04T09:00:01') + 300 })).toBe(700)
  })
})
