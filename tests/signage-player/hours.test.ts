import { describe, expect, test } from 'vitest'
import { driveAt, isDriven, within, type Driven, type Overrides } from '../../signage-player/time/hours.ts'
import { toNextMinuteMs } from '../../signage-player/time/hours.ts'

const screen: Driven = {
  brightnessPercent: 80,
  volumePercent: 40,
  lit: { from: '06:00', until: '22:00' },
  quiet: { from: '12:00', until: '14:30' },
  night: { hours: { from: '19:30', until: '06:30' }, brightnessPercent: 20 },
}
const at = (text: string, trusted = true) => ({ now: Date.parse(text), trusted })
const shanghai = (time: string) => at(`2026-11-22T${time}+08:00`)

describe('hours are half-open and read from the wall clock', () => {
  test.each([
    // [from, until, time, inside]
    ['06:00', '22:00', '05:59:59.999', false],
    ['06:00', '22:00', '06:00:00', true],
    ['06:00', '22:00', '21:59:59.999', true],
    ['06:00', '22:00', '22:00:00', false],
    ['22:00', '06:00', '21:59:59', false],
    ['22:00', '06:00', '22:00:00', true],
    ['22:00', '06:00', '00:00:00', true],
    ['22:00', '06:00', '05:59:59', true],
    ['22:00', '06:00', '06:00:00', false],
    // Equal ends: "until at or before from ends on the next day".
    ['07:00', '07:00', '07:00:00', true],
    ['07:00', '07:00', '06:59:59', true],
    ['00:00', '24:00', '23:59:59', true],
    ['18:00', '24:00', '23:59:59', true],
    ['18:00', '24:00', '00:00:00', false],
    ['18:00', '00:00', '23:59:59', true],
    ['18:00', '00:00', '00:00:00', false],
  ])('%s–%s at %s: %s', (from, until, time, inside) => {
    const ms = Date.parse(`1970-01-01T${time}Z`)
    expect(within({ from, until }, ms)).toBe(inside)
  })
})

describe('how a screen is driven', () => {
  test.each([
    // [time in Shanghai, lit, brightness, volume]
    ['05:59:59', false, 20, 40],
    ['06:00:00', true, 20, 40],
    ['06:30:00', true, 80, 40],
    ['12:00:00', true, 80, 0],
    ['14:30:00', true, 80, 40],
    ['19:30:00', true, 20, 40],
    ['22:00:00', false, 20, 40],
  ])('at %s: lit %s, brightness %s, volume %s', (time, lit, brightnessPercent, volumePercent) => {
    expect(driveAt(screen, {}, shanghai(time))).toEqual({ lit, brightnessPercent, volumePercent })
  })

  test('a screen without hours is lit by day and by night', () => {
    const plain: Driven = { brightnessPercent: 100, volumePercent: 0 }
    expect(driveAt(plain, {}, shanghai('03:00')).lit).toBe(true)
    expect([isDriven(plain), isDriven(screen), isDriven({ ...plain, brightnessPercent: 60 })]).toEqual([
      false,
      true,
      true,
    ])
  })

  test('the screen counts by its own zone, through both changes of the clock', () => {
    const berlin: Driven = { ...screen, zone: 'Europe/Berlin', lit: { from: '02:30', until: '03:30' } }
    const lit = (utc: string) => driveAt(berlin, {}, at(utc)).lit
    // 29 March 2026: from 02:00 to 03:00 there is no time; the hours begin when the clock has jumped past them.
    expect([lit('2026-03-29T00:59:59Z'), lit('2026-03-29T01:00:00Z')]).toEqual([false, true])
    expect([lit('2026-03-29T01:29:59Z'), lit('2026-03-29T01:30:00Z')]).toEqual([true, false])
    // 25 October 2026: 02:30 comes twice, and the screen is lit both times.
    expect([lit('2026-10-25T00:29:59Z'), lit('2026-10-25T00:30:00Z')]).toEqual([false, true])
    expect([lit('2026-10-25T01:00:00Z'), lit('2026-10-25T01:30:00Z')]).toEqual([false, true])
  })

  test('what was ordered by hand goes before the hours, until it ends to the millisecond', () => {
    const { now } = shanghai('12:00:00')
    const until = now + 1_000
    const orders: Overrides = {
      lit: { value: false, until },
      brightness: { value: 5, until },
      volume: { value: 70, until },
    }
    const drive = (ms: number) => driveAt(screen, orders, { now: now + ms, trusted: true })
    expect(drive(999)).toEqual({ lit: false, brightnessPercent: 5, volumePercent: 70 })
    expect(drive(1_000)).toEqual({ lit: true, brightnessPercent: 80, volumePercent: 0 })
  })

  test('while the time is not known the screen is lit, dim and silent: it blinds and wakes nobody', () => {
    for (const time of ['03:00', '12:00'])
      expect(driveAt(screen, {}, { ...shanghai(time), trusted: false })).toEqual({
        lit: true,
        brightnessPercent: 20,
        volumePercent: 0,
      })
  })

  test('a night that is brighter than the day is not taken for the dim one', () => {
    const odd: Driven = { ...screen, brightnessPercent: 10 }
    expect(driveAt(odd, {}, { ...shanghai('12:00'), trusted: false }).brightnessPercent).toBe(10)
  })

  test('it looks again at the whole minute, where all hours begin', () => {
    expect(toNextMinuteMs(Date.parse('2026-11-22T05:59:59.400Z'))).toBe(600)
    expect(toNextMinuteMs(Date.parse('2026-11-22T06:00:00Z'))).toBe(60_000)
  })
})
