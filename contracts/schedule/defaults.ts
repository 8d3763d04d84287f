/** @file Defaults of the timetable that both ends and the Studio name. */

/** Zone of a screen that names none. */
export const defaultZone = 'Asia/Shanghai'

/** How long a screen out of contact follows its last timetable. */
export const leaseDaysDefault = 45
export const leaseDaysMax = 90

/**
 * How long a screen out of contact still shows what may have been withdrawn meanwhile in a hurry:
 * notices, and whatever a takeover brings.
 */
export const noticeLeaseMs = 24 * 60 * 60_000

/** Characters a passer-by reads in a second, walking. */
export const readingCharactersPerSecond = 4
/** Stillness before and after the reading, in seconds. */
export const readingPauseSeconds = 3
export const textSecondsMin = 6
export const textSecondsMax = 90
export const pictureSeconds = 12
export const clockSeconds = 8
export const countdownSeconds = 8
/** Of each picture of a gallery. */
export const gallerySeconds = 8
export const testPatternSeconds = 60

/** Seconds on screen that a text of this many characters needs. */
export function readingSeconds(characters: number): number {
  const seconds = Math.ceil(characters / readingCharactersPerSecond) + readingPauseSeconds
  return Math.min(textSecondsMax, Math.max(textSecondsMin, seconds))
}
