import { describe, expect, test } from 'vitest'
import { believable, bestOffset, correctedClock } from '../../signage-player/time/clock.ts'

const day = 86_400_000
const known = Date.UTC(2026, 10, 22)

function rig(wall: number, greatest: number) {
  const time = { wall, steady: 1_000 }
  const clock = correctedClock({ wall: () => time.wall, steady: () => time.steady }, greatest)
  const pass = (ms: number, jump = 0) => {
    time.wall += ms + jump
    time.steady += ms
  }
  return { clock, pass }
}

describe('trust', () => {
  test.each([
    ['a clock in 1970', 0, 0, false],
    ['the greatest time ever trusted', known, known, true],
    ['somewhat earlier: clocks are set', known - day + 1, known, true],
    ['more than a day earlier', known - day - 1, known, false],
    ['some months later: the power was off', known + 120 * day, known, true],
    ['absurdly late', known + 500 * day, known, false],
    ['a first start', known, 0, true],
  ])('%s', (_, now, greatest, answer) => {
    expect(believable(now, greatest)).toBe(answer)
  })

  test('an untrusted clock runs on from the last trusted time, so what has expired stays expired', () => {
    const { clock, pass } = rig(0, known)
    pass(5_000)
    expect(clock.reading()).toEqual({ now: known + 5_000, trusted: false })
  })

  test('the server makes the time known', () => {
    const { clock } = rig(0, known)
    clock.told(known + day)
    expect(clock.reading()).toEqual({ now: known + day, trusted: true })
  })

  test('a signed manifest vouches that it is not earlier than it was signed', () => {
    const { clock } = rig(known - 10 * day, 0)
    expect(clock.reading().trusted).toBe(true)
    clock.notBefore(known)
    expect(clock.reading()).toMatchObject({ now: known, trusted: false })
  })
})

describe('correction', () => {
  test('the sample with the shortest way decides: it errs least', () => {
    const slow = { sent: 0, received: 1_000, serverTime: 900 }
    const fast = { sent: 2_000, received: 2_020, serverTime: 2_110 }
    expect(bestOffset([slow, fast])).toBe(100)
  })

  test('a sample that came back before it went is none: the clock was set in between', () => {
    expect(bestOffset([{ sent: 100, received: 50, serverTime: 500 }])).toBeNull()
  })

  test('once the server has spoken, a jump of the wall clock changes nothing', () => {
    const { clock, pass } = rig(known, 0)
    clock.told(known + 3_000)
    pass(1_000, -400 * day)
    expect(clock.reading()).toEqual({ now: known + 4_000, trusted: true })
  })

  test('instants are whole milliseconds though the steady clock is finer: the server takes no others', () => {
    const { clock, pass } = rig(known, known)
    pass(1_000.25, -400 * day)
    expect(Number.isInteger(clock.reading().now)).toBe(true)
    clock.told(known)
    pass(1_000.75, 9_000)
    expect(Number.isInteger(clock.reading().now)).toBe(true)
  })

  test('before that the wall clock is followed: the kiosk may have set it right', () => {
    const { clock, pass } = rig(0, known)
    pass(1_000, known)
    expect(clock.reading()).toEqual({ now: known + 1_000, trusted: true })
  })

  test('noise of the network does not move the picture', () => {
    const { clock } = rig(known, 0)
    clock.measured({ sent: known, received: known, serverTime: known + 500 })
    clock.measured({ sent: known, received: known, serverTime: known + 510 })
    expect(clock.offsetMs()).toBe(500)
  })
})
