/** @file From a broadcast's document to its items: announced, on the air, over; none of them at the same time. */
import { describe, expect, test } from 'vitest'
import { resolve, type LiveItem } from '../../contracts/schedule/index.ts'
import { compileLive } from '../../scheduler/compile/live.ts'
import { scheduleOf, screenOf, slogan } from '../signage-player/rig/programme.ts'
import { liveStream } from './live-sample.ts'

const itemsOf = (...given: Parameters<typeof liveStream>) =>
  compileLive(liveStream(...given)).map(({ item }) => item as LiveItem)

describe('a broadcast', () => {
  test('lasts from its beginning to its end, unless its playlist says otherwise', () => {
    const [live] = compileLive(liveStream('live-1'))
    expect(live?.seconds).toBe(4 * 3_600)
    expect(live?.item).toEqual({
      kind: 'live',
      id: 'live-1',
      title: '某某案公开开庭',
      stream: '/api/signage/live/live-1/index.m3u8',
      begins: '2026-03-02T08:00',
      ends: '2026-03-02T12:00',
      validFrom: '2026-03-02T08:00',
      validUntil: '2026-03-02T12:00',
      muted: true,
      closing: '',
    })
  })

  test('carries no address of its source', () => {
    expect(JSON.stringify(compileLive(liveStream('live-1', { closing: '结束' })))).not.toContain('example.cn')
  })

  test('is muted unless the document says that it is heard', () => {
    expect(
      [undefined, false, true].map((sound) => itemsOf('l', sound === undefined ? {} : { sound })[0]?.muted),
    ).toEqual([true, true, false])
  })

  test('is announced an hour ahead, or as long as the document says, over midnight too', () => {
    const from = (more: Parameters<typeof liveStream>[1]) => itemsOf('l', more)[1]?.validFrom
    expect(from({})).toBe('2026-03-02T07:00:00')
    expect(from({ announceMinutes: 15 })).toBe('2026-03-02T07:45:00')
    expect(from({ begins: '2026-03-01T00:10', announceMinutes: 30 })).toBe('2026-02-28T23:40:00')
    expect(itemsOf('l', { announceMinutes: 0 })[1]).toMatchObject({
      validFrom: '2026-03-02T08:00:00',
      validUntil: '2026-03-02T08:00',
    })
  })

  test('says that it is over only where the document has words for it', () => {
    expect(itemsOf('l').map(({ id }) => id)).toEqual(['l', 'l:before'])
    expect(itemsOf('l', { closing: '感谢旁听' })[2]).toMatchObject({
      id: 'l:after',
      closing: '感谢旁听',
      validFrom: '2026-03-02T12:00',
      validUntil: '2026-03-02T12:10:00',
    })
  })

  test.each([
    { begins: '2026-03-02T12:00' },
    { begins: '2026-03-02T13:00' },
    { begins: 'morgen' },
    { ends: '2026-02-30T08:00' },
  ])('with times that make no span it is left out: %j', (more) => {
    expect(compileLive(liveStream('l', more))).toEqual([])
  })

  test('on a screen that shows nothing else follows its announcement to the second, and is followed by its closing', () => {
    const items = compileLive(liveStream('l', { closing: '感谢旁听' }))
    const schedule = scheduleOf({
      plays: items.map(({ item, seconds }) => [item, seconds]),
      fallback: [[slogan('spare', ['法']), 10]],
    })
    const at = (time: string) => {
      const { item, until } = resolve(schedule, screenOf('s'), Date.parse(`2026-03-02T${time}+08:00`))
      return [item.id, until]
    }
    expect(at('06:59:59')[0]).toBe('spare')
    expect(at('07:59:59')[0]).toBe('l:before')
    expect(at('08:00:00')[0]).toBe('l')
    expect(at('11:59:59')).toEqual(['l', Date.parse('2026-03-02T12:00:00+08:00')])
    expect(at('12:00:00')[0]).toBe('l:after')
    expect(at('12:10:00')[0]).toBe('spare')
  })
})
