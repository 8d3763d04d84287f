/** @file How large characters must be, and how long texts must stand, to be read where people are. */
import { describe, expect, test } from 'vitest'
import {
  leastPx,
  legibility,
  marqueePx,
  marqueeSeconds,
  neededPx,
  pageSecondsMin,
  pixelsPerFrame,
  standingSeconds,
} from '../../contracts/legibility.ts'
import { readingSeconds, textSecondsMax, textSecondsMin } from '../../contracts/schedule/defaults.ts'

const village = { width: 192, height: 96, pitchMm: 10, viewingDistanceM: 8 }
const square = { width: 512, height: 256, pitchMm: 3, viewingDistanceM: 25 }

describe('the height of a character', () => {
  test.each([
    { metres: 30, mm: 120 },
    { metres: 20, mm: 80 },
    { metres: 10, mm: 40 },
  ])('for $metres m is $mm mm of ink, as the published table has it', ({ metres, mm }) => {
    const px = neededPx({ ...square, pitchMm: 1, viewingDistanceM: metres })
    expect(px * 0.92).toBeGreaterThanOrEqual(mm)
    expect((px - 1) * 0.92).toBeLessThan(mm)
  })

  test('is never below sixteen pixels, which the strokes of common characters need however near people are', () => {
    expect(neededPx(village)).toBe(16)
    expect(neededPx({ width: 192, height: 96 })).toBe(16)
  })

  test('grows with the distance and shrinks with the pitch', () => {
    expect(neededPx(square)).toBe(37)
    expect(neededPx({ ...square, viewingDistanceM: 50 })).toBe(73)
    expect(neededPx({ ...square, pitchMm: 6 })).toBe(19)
  })

  test('is no more than leaves six characters in a line: a sentence torn to pieces is not read either', () => {
    expect(leastPx({ ...square, viewingDistanceM: 200 })).toBe(85)
    expect(leastPx({ width: 96, height: 48, pitchMm: 2, viewingDistanceM: 40 })).toBe(16)
  })
})

describe('the time of a text', () => {
  test('is that of reading it, where a page holds enough', () => {
    for (const characters of [4, 12, 40, 120])
      expect(standingSeconds(village, 16, characters)).toBe(readingSeconds(characters))
  })

  test('is longer where few characters go on a page, since every page must be caught', () => {
    const narrow = { width: 96, height: 32 }
    expect(standingSeconds(narrow, 24, 60)).toBeGreaterThan(readingSeconds(60))
    expect(standingSeconds(narrow, 24, 60)).toBeGreaterThanOrEqual(20 * pageSecondsMin)
  })

  test('keeps its bounds, so that no text flashes by and none holds the screen for minutes', () => {
    expect(standingSeconds(village, 16, 1)).toBe(textSecondsMin)
    expect(standingSeconds({ width: 96, height: 48 }, 16, 4_000)).toBe(textSecondsMax)
  })

  test('that runs lasts until its end has passed', () => {
    const size = marqueePx(192, 96, 16)
    const seconds = marqueeSeconds(village, 16, 40)
    const run = (seconds - 2.5) * 60 * pixelsPerFrame(size)
    expect(run).toBeGreaterThanOrEqual(40 * size)
    expect(run).toBeLessThan(42 * size + 60 * pixelsPerFrame(size))
  })
})

describe('what is told to an editor', () => {
  test('nothing, where all is well', () => {
    expect(legibility(village, 20)).toEqual({ sizePx: 16, fits: true, seconds: 8, problems: [] })
  })

  test('what is missing, what does not fit and what is too long, each with what to do', () => {
    const problems = [
      ...legibility({ width: 192, height: 96 }, 20).problems,
      ...legibility({ ...village, viewingDistanceM: 200 }, 20).problems,
      ...legibility(village, 2_000).problems,
    ]
    expect(problems).toHaveLength(3)
    expect(problems[0]).toMatch(/没有填点间距或观看距离.*请/u)
    expect(problems[1]).toMatch(/站在 200 米外.*请/u)
    expect(problems[2]).toMatch(/2000 个字.*请删到 \d+ 个字以内/u)
    expect(legibility({ ...village, viewingDistanceM: 200 }, 20).fits).toBe(false)
  })

  test('a text cut to the length that was asked for is no longer told about', () => {
    const most = Number(/删到 (\d+) 个字/u.exec(legibility(village, 2_000).problems[0] ?? '')?.[1])
    expect(legibility(village, most).problems).toEqual([])
    expect(legibility(village, most + 1).problems).toHaveLength(1)
  })
})
