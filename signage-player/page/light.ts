/**
 * @file Drives light and sound by the screen's hours and by orders; loaded where there are any.
 *
 * Brightness is a black layer over the picture, so a screenshot shows the picture without it. It looks
 * again at every whole minute and whenever it is told of something new.
 */
import type { ClockReading } from '../machine.ts'
import { driveAt, toNextMinuteMs, type Drive, type Driven, type Overrides } from '../time/hours.ts'
import type { Wait } from '../time/wait.ts'

export interface LightWorld {
  reading(): ClockReading
  wait: Wait
  /** The layer over the picture. */
  shade: HTMLElement
  /** Time to look. */
  changed(): void
}

export interface Light {
  /** How it is driven at this moment, and from here on. */
  look(): Drive
  /** `null` while nothing but announcements is shown: those are seen at all hours. */
  place(screen: Driven | null): void
  order(overrides: Overrides): void
  overrides(): Overrides
}

const full: Drive = { lit: true, brightnessPercent: 100, volumePercent: 0 }

export function openLight(world: LightWorld, kept: Overrides): Light {
  let screen: Driven | null = null
  let overrides = kept
  let cancel: () => void = () => undefined

  const look = (): Drive => {
    const drive = screen ? driveAt(screen, overrides, world.reading()) : full
    const { lit, brightnessPercent } = drive
    world.shade.style.opacity = String(lit ? 1 - brightnessPercent / 100 : 1)
    world.shade.hidden = lit && brightnessPercent >= 100
    return drive
  }
  const lookEveryMinute = (): void => {
    cancel()
    cancel = world.wait(toNextMinuteMs(world.reading().now), lookEveryMinute)
    world.changed()
  }
  lookEveryMinute()
  return {
    look,
    place(next) {
      screen = next
      look()
    },
    order(next) {
      overrides = next
      lookEveryMinute()
    },
    overrides: () => overrides,
  }
}
