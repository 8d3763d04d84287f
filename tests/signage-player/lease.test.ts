import { describe, expect, test } from 'vitest'
import { noticeLeaseMs } from '../../contracts/schedule/defaults.ts'
import type { NoticeItem, ScheduleEvent } from '../../contracts/schedule/index.ts'
import { turnAt } from '../../contracts/schedule/resolve.ts'
import { fallbackOnly, inTouch, withoutShortLived } from '../../signage-player/lease.ts'
import { scheduleOf, screenOf, slogan } from './rig/programme.ts'

const noon = Date.UTC(2026, 10, 22, 4)
const day = 86_400_000

describe('in touch with the server', () => {
  test.each([
    // [milliseconds since it was heard, trusted, greatest time ever trusted − now, in touch]
    [0, true, 0, true],
    [noticeLeaseMs - 1, true, 0, true],
    [noticeLeaseMs, true, 0, false],
    [1_000, false, 0, false],
    // A clock that was set back by two days makes no lease longer.
    [-2 * day, true, 3 * day + 1, false],
  ])('%s ms after it was heard, trusted %s, greatest %s ahead: %s', (since, trusted, ahead, expected) => {
    const now = noon + since
    expect(inTouch(noon, { now, trusted }, now + ahead)).toBe(expected)
  })

  test('a player that never heard a server is not in touch', () => {
    expect(inTouch(0, { now: noon, trusted: true }, noon)).toBe(false)
  })
})

describe('out of touch', () => {
  const notice: NoticeItem = {
    kind: 'notice',
    id: 'notice',
    title: '通告',
    text: '停水',
    issuer: '某局',
    validUntil: '2099-01-01T00:00',
  }
  const plain = slogan('plain', ['遇事找法'])
  const at = (programme: Parameters<typeof scheduleOf>[0]) =>
    turnAt(withoutShortLived(scheduleOf(programme), screenOf('s')), screenOf('s'), noon).item.id

  test('notices are skipped and the rest goes on', () => {
    expect(
      at({
        plays: [
          [notice, 10],
          [plain, 10],
        ],
      }),
    ).toBe('plain')
  })

  test('a takeover ends, and what it covered resumes', () => {
    const spare = slogan('spare', ['热线12348'])
    const event = { mode: 'takeover' as const, issuedAt: '2026-11-22T03:00:00Z' }
    expect(at({ plays: [[plain, 10]], fallback: [[spare, 10]], event })).toBe('spare')
  })

  test('a stop goes on, for its card is the fallback too: who stopped a square wants it stopped until told', () => {
    const event = { mode: 'takeover' as const, issuedAt: '2026-11-22T03:00:00Z', playlist: 'spare' }
    const stopped = screenOf('s', { fallback: 'spare' })
    const card = slogan('card', ['示例市司法局'])
    const schedule = scheduleOf({ plays: [[plain, 10]], fallback: [[card, 10]], event })
    const ordinary = { ...schedule.events[0], id: 'day', mode: 'normal', playlist: 'main' } as ScheduleEvent
    const both = { ...schedule, events: [...schedule.events, ordinary] }
    expect(turnAt(withoutShortLived(both, stopped), stopped, noon).item.id).toBe('card')
    expect(turnAt(withoutShortLived(both, screenOf('s')), screenOf('s'), noon).item.id).toBe('plain')
  })

  test('a screen whose list is all notices shows what is built in, never nothing', () => {
    expect(at({ plays: [[notice, 10]], fallback: [[notice, 10]] })).toBe('safe-item')
  })

  test('what the fallback needs is the fallback and nothing else', () => {
    const spare = slogan('spare', ['热线12348'])
    const { items, events } = fallbackOnly(
      scheduleOf({ plays: [[plain, 10]], fallback: [[spare, 10]] }),
      screenOf('s'),
    )
    expect([items.map(({ id }) => id), events]).toEqual([['spare'], []])
  })
})
