/**
 * @file How a screen is driven at an instant: lit or dark, how bright, how loud.
 *
 * Pure. Hours are those of the wall clock, so a repeated hour counts twice and a skipped one not at all.
 * An order by hand goes before the hours until it ends. While the time is not known the screen is lit, as
 * dim as it ever is, and silent where it has quiet hours: a bright field at night blinds a street.
 */
import type { Hours, ScreenProfile } from '../../contracts/manifest.ts'
import type { Instant } from '../../contracts/part.ts'
import { defaultZone } from '../../contracts/schedule/defaults.ts'
import { wallClock } from '../../contracts/schedule/zone.ts'
import type { ClockReading } from '../machine.ts'

export interface Ordered<Value> {
  value: Value
  until: Instant
}

/** What an operator has ordered by hand. */
export interface Overrides {
  lit?: Ordered<boolean>
  brightness?: Ordered<number>
  volume?: Ordered<number>
}

export interface Drive {
  lit: boolean
  brightnessPercent: number
  /** 0 = muted. */
  volumePercent: number
}

export type Driven = Pick<
  ScreenProfile,
  'zone' | 'lit' | 'quiet' | 'night' | 'brightnessPercent' | 'volumePercent'
>

const minuteMs = 60_000

function minuteOf(text: string): number {
  const [hour = 0, minute = 0] = text.split(':').map(Number)
  return hour * 60 + minute
}

/** Half-open; equal ends mean the whole day. @param ms of the wall clock's day */
export function within({ from, until }: Hours, ms: number): boolean {
  const minute = ms / minuteMs
  const [begin, end] = [minuteOf(from), minuteOf(until)]
  return begin < end ? minute >= begin && minute < end : minute >= begin || minute < end
}

export function driveAt(screen: Driven, orders: Overrides, { now, trusted }: ClockReading): Drive {
  const { ms } = wallClock(screen.zone ?? defaultZone, now)
  const during = (hours: Hours | undefined, unknown: boolean): boolean =>
    hours ? (trusted ? within(hours, ms) : unknown) : false
  const ordered = <Value>(order: Ordered<Value> | undefined): Value | undefined =>
    order && now < order.until ? order.value : undefined
  const { brightnessPercent, night } = screen
  const dark = night && during(night.hours, night.brightnessPercent < brightnessPercent)
  return {
    lit: ordered(orders.lit) ?? (!screen.lit || during(screen.lit, true)),
    brightnessPercent: ordered(orders.brightness) ?? (dark ? night.brightnessPercent : brightnessPercent),
    volumePercent: ordered(orders.volume) ?? (during(screen.quiet, true) ? 0 : screen.volumePercent),
  }
}

/** Whether anything but full light at all hours is asked for. */
export function isDriven(screen: Driven): boolean {
  return Boolean(screen.lit ?? screen.quiet ?? screen.night) || screen.brightnessPercent < 100
}

/** Hours begin and end at whole minutes, in every zone. */
export function toNextMinuteMs(now: Instant): number {
  return minuteMs - (now % minuteMs)
}
