/** @file Screens, their groups, and for whom they speak. */
import type { CountyOwned, Document, Reference } from './base.ts'

export interface ScreenDocument extends Document<'screen'>, CountyOwned {
  title: string
  address: string
  township?: Reference
  village?: Reference
  groups?: readonly Reference[]
  audiences?: readonly Reference[]
  /** Size of the picture in LED pixels. */
  width: number
  height: number
  /** Left upper corner of the part of the window that the LED processor takes. */
  regionX: number
  regionY: number
  /** Distance of two LEDs. */
  pitchMm?: number
  viewingDistanceM?: number
  zone?: string
  /** How one item gives way to the next; left out: at once on low signs, fading on others. */
  transition?: 'cut' | 'fade' | 'wipe'
  /** 0 = muted. */
  volumePercent: number
  fallback?: Reference
  /** 1–90, default 45: how long a screen out of contact follows its last timetable. */
  leaseDays?: number
  /** Text that moves along the foot of the picture. */
  ticker?: ScreenTicker
  /** The hotline as a quiet mark in the upper right corner. */
  corner?: boolean
  /** Hours in which the screen is lit; left out: always. */
  lit?: HoursField
  /** Hours in which nothing is heard, whatever the volume. */
  quiet?: HoursField
  /** 1–100, default 100. */
  brightnessPercent?: number
  night?: HoursField & { brightnessPercent: number }
  /** What pictures and films may take on the box's disk; default 2. */
  cacheGigabytes?: number
  /** Not heard of for so long while it should be lit, it is reported; default 10. */
  silentMinutes?: number
}

/** Wall-clock hours of the screen, half-open; `until` at or before `from` ends on the next day. */
export interface HoursField {
  from: string
  until: string
}

/** Own lines come first, then the words of the playlist's slogans, notices and answers. */
export interface ScreenTicker {
  on: boolean
  lines?: readonly string[]
  playlist?: Reference
  /** In LED pixels; left out: by the size of the picture. */
  height?: number
}

export interface ScreenGroup extends Document<'screenGroup'>, Partial<CountyOwned> {
  title: string
  purpose?: string
}

/** For whom a place's screen speaks: 农民工, 老年人, 未成年人 … */
export interface Audience extends Document<'audience'> {
  title: string
  description?: string
}
