/**
 * @file How large a character must be on a sign, and how long a text must stand, to be read where people are.
 *
 * Pure; the scheduler takes lengths from it, the player sizes, the Studio warnings. The height of a
 * character follows the table of the Japanese guideline for passenger facilities (公共交通機関旅客施設の
 * 移動円滑化整備ガイドライン, 参考 2-3): characters 120 mm high for 30 m, 80 mm for 20 m, 40 mm for 10 m, that
 * is one 250th of the distance, measured on the character 木. It is made for Chinese characters; the rule of
 * the American sign trade, one inch for 25 to 50 feet, is made for Latin capitals and comes out smaller.
 */
import {
  readingCharactersPerSecond,
  readingSeconds,
  textSecondsMax,
  textSecondsMin,
} from './schedule/defaults.ts'

export interface Sign {
  /** In LED pixels. */
  width: number
  height: number
  pitchMm?: number
  viewingDistanceM?: number
}

/** Fewer rows of pixels cannot hold the strokes of common characters. */
export const characterPxMin = 16
const distanceByHeight = 250
/** The height of 木 in the em square of the faces in use. */
const inkOfEm = 0.92
/** A line of fewer characters tears every sentence. */
const lineCharactersMin = 6
/** So many are in sight at once while a line runs. */
const runningCharactersMin = 5

/** A page shown for less cannot be caught by a passer-by. */
export const pageSecondsMin = 2.5
/** How long a marquee stands before it runs. */
export const stillSeconds = 2.5
const framesPerSecond = 60

/** Em size in pixels at which a character is read from where people stand. */
export function neededPx({ pitchMm, viewingDistanceM }: Sign): number {
  if (!pitchMm || !viewingDistanceM) return characterPxMin
  const heightMm = (viewingDistanceM * 1_000) / distanceByHeight
  return Math.max(characterPxMin, Math.ceil(heightMm / pitchMm / inkOfEm))
}

/** Height in mm of a character on the sign, by 木 as above. @param px em size in pixels */
export const characterMm = (px: number, pitchMm: number): number => px * inkOfEm * pitchMm

/** How many metres away such a character is still read: the inverse of `neededPx`, rounded down. */
export function readableFromM(px: number, pitchMm: number): number {
  return Math.floor((characterMm(px, pitchMm) * distanceByHeight) / 1_000)
}

/** The size below which no message is set: what is needed, as far as a sign of this size has room for it. */
export function leastPx(sign: Sign): number {
  const room = Math.floor(Math.min(sign.width / lineCharactersMin, sign.height))
  return Math.max(characterPxMin, Math.min(neededPx(sign), room))
}

/** Size of a running line: as large as leaves a few characters in sight at once. */
export function marqueePx(width: number, height: number, least: number): number {
  const tall = height * (height < 40 ? 0.9 : 0.66)
  return Math.max(Math.min(least, height), Math.floor(Math.min(tall, width / runningCharactersMin)))
}

/** Whole pixels a frame at which about four characters a second pass. */
export function pixelsPerFrame(size: number): number {
  return Math.max(1, Math.round((size * readingCharactersPerSecond) / framesPerSecond))
}

const within = (seconds: number): number =>
  Math.min(textSecondsMax, Math.max(textSecondsMin, Math.ceil(seconds)))

/** Seconds in which a running line passes once, its end reaching the left edge. */
export function marqueeSeconds({ width, height }: Sign, least: number, characters: number): number {
  const size = marqueePx(width, height, least)
  return within(stillSeconds + (characters * size) / (pixelsPerFrame(size) * framesPerSecond))
}

/** Breaks by meaning leave about a quarter of a page empty. */
const filled = 0.75
const lineOfSize = 1.14

function charactersAPage({ width, height }: Sign, least: number): number {
  const rows = Math.max(1, Math.floor(height / (least * lineOfSize)))
  return Math.max(1, Math.floor(Math.floor(width / least) * rows * filled))
}

/** Seconds that a text needs: by its length, and by its pages where few characters go on one. */
export function standingSeconds(sign: Sign, least: number, characters: number): number {
  const pages = Math.ceil(characters / charactersAPage(sign, least))
  return Math.max(readingSeconds(characters), within(pages * pageSecondsMin))
}

export interface Legibility {
  /** Em size in pixels that the sign uses at least. */
  sizePx: number
  /** Whether that is large enough for where people stand. */
  fits: boolean
  seconds: number
  /** Chinese sentences, each with its remedy. */
  problems: readonly string[]
}

/** What becomes of a text of so many characters on a sign. */
export function legibility(sign: Sign, characters: number): Legibility {
  const needed = neededPx(sign)
  const sizePx = leastPx(sign)
  const fits = sizePx >= needed
  const problems: string[] = []
  if (!sign.pitchMm || !sign.viewingDistanceM)
    problems.push(
      `没有填点间距或观看距离，只能按最小的 ${characterPxMin} 点字高算。请在屏幕资料里补上这两项。`,
    )
  if (!fits)
    problems.push(
      `站在 ${sign.viewingDistanceM} 米外要看清，字要 ${needed} 点高，这块屏最多 ${sizePx} 点。请核对点间距和观看距离；没有填错的话，请只放短句，或换更大的屏。`,
    )
  const most = Math.floor(
    Math.min(
      textSecondsMax * readingCharactersPerSecond,
      (textSecondsMax / pageSecondsMin) * charactersAPage(sign, sizePx),
    ),
  )
  if (characters > most)
    problems.push(
      `这段话有 ${characters} 个字，在这块屏上 ${textSecondsMax} 秒也读不完。请删到 ${most} 个字以内，或拆成几条。`,
    )
  return { sizePx, fits, seconds: standingSeconds(sign, sizePx, characters), problems }
}
