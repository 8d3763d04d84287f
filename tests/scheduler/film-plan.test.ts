/** @file What is done to a film before a screen shows it: nothing, new wrapping, a new encoding, or no. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FilmFacts } from '../../scheduler/assets/film-facts.ts'
import { planFilm, sizeOn, type FilmWish } from '../../scheduler/assets/film-plan.ts'
import { refusalCodes, refusalWords } from '../../scheduler/assets/refusals.ts'

const film = (more: Partial<FilmFacts> = {}): FilmFacts => ({
  container: 'mp4',
  codec: 'h264',
  decodable: true,
  width: 320,
  height: 160,
  turned: false,
  seconds: 20,
  framesPerSecond: 25,
  sound: false,
  bytes: 500_000,
  fast: true,
  ...more,
})
const wish = (more: Partial<FilmWish> = {}): FilmWish => ({
  width: 320,
  height: 160,
  sound: false,
  converter: true,
  ...more,
})

test('a film that fits goes as it is, for every encoding costs quality', () => {
  expect(planFilm(film(), wish())).toEqual({ as: 'it-is' })
  expect(planFilm(film(), wish({ width: 512, height: 256 }))).toEqual({ as: 'it-is' })
})

test.each([
  { what: 'with sound nobody hears', facts: film({ sound: true }), sound: false },
  { what: 'that must be read whole before it begins', facts: film({ fast: false }), sound: false },
])('a film $what is wrapped anew and keeps its pictures', ({ facts, sound }) => {
  expect(planFilm(facts, wish())).toMatchObject({ as: 'encoding', encoding: { pictures: 'copy', sound } })
})

test('sound stays where the screen lets it be heard', () => {
  expect(planFilm(film({ sound: true }), wish({ sound: true }))).toEqual({ as: 'it-is' })
})

test.each([
  { what: 'more pixels than the screen has', facts: film({ width: 1920, height: 960 }), get: { width: 320 } },
  { what: 'another shape', facts: film({ width: 1080, height: 1920 }), get: { width: 90, height: 160 } },
  { what: 'a codec that boxes decode badly', facts: film({ codec: 'hevc', decodable: false }), get: {} },
  { what: 'pictures stored turned', facts: film({ turned: true }), get: { width: 320, height: 160 } },
  { what: 'too many frames', facts: film({ framesPerSecond: 60 }), get: { framesPerSecond: 30 } },
  { what: 'half of an odd rate', facts: film({ framesPerSecond: 59.94 }), get: { framesPerSecond: 29.97 } },
  {
    what: 'more bits than its pixels need',
    facts: film({ bytes: 5_000_000 }),
    get: { bitsPerSecond: 200_000 },
  },
])('a film with $what is encoded anew', ({ facts, get }) => {
  expect(planFilm(facts, wish())).toMatchObject({ as: 'encoding', encoding: { pictures: 'encode', ...get } })
})

test('on any screen a film is no larger than either, in even numbers, and keeps its shape', () => {
  const side = fc.integer({ min: 16, max: 4096 })
  fc.assert(
    fc.property(side, side, side, side, (width, height, screenWidth, screenHeight) => {
      const made = sizeOn({ width, height }, { width: screenWidth, height: screenHeight })
      expect(made.width).toBeLessThanOrEqual(Math.max(2, Math.min(width, screenWidth)))
      expect(made.height).toBeLessThanOrEqual(Math.max(2, Math.min(height, screenHeight)))
      expect([made.width % 2, made.height % 2]).toEqual([0, 0])
      const scale = Math.min(1, screenWidth / width, screenHeight / height)
      expect(Math.abs(made.width - width * scale)).toBeLessThanOrEqual(2)
      expect(Math.abs(made.height - height * scale)).toBeLessThanOrEqual(2)
    }),
  )
})

describe('a film is refused with its reason', () => {
  test.each([
    { facts: film({ codec: null }), code: 'no-picture' },
    { facts: film({ bytes: 3 * 1024 ** 3 }), code: 'too-many-bytes' },
    { facts: film({ width: 16_000, height: 9_000 }), code: 'too-many-pixels' },
    { facts: film({ seconds: 3_601 }), code: 'too-many-minutes' },
    { facts: film({ seconds: 0 }), code: 'damaged' },
  ])('$code', ({ facts, code }) => {
    expect(planFilm(facts, wish())).toMatchObject({ as: 'refused', refusal: { code } })
  })

  test('an hour to the second is still shown', () => {
    expect(planFilm(film({ seconds: 3_600, bytes: 9_000_000 }), wish())).toEqual({ as: 'it-is' })
  })
})

describe('where there is no ffmpeg', () => {
  const none = wish({ converter: false })
  test.each([
    { what: 'larger than the screen', facts: film({ width: 1280, height: 720 }) },
    { what: 'with sound', facts: film({ sound: true }) },
    { what: 'of sixty frames', facts: film({ framesPerSecond: 60 }) },
  ])('a film that every box decodes goes as it is, $what', ({ facts }) => {
    expect(planFilm(facts, none)).toEqual({ as: 'it-is' })
  })

  test.each([
    { what: 'of another codec', facts: film({ codec: 'hevc', decodable: false }) },
    { what: 'beyond 1920×1080', facts: film({ width: 3840, height: 2160 }) },
    { what: 'stored turned', facts: film({ turned: true }) },
  ])('a film $what is refused, and the remedy names ffmpeg', ({ facts }) => {
    const plan = planFilm(facts, none)
    if (plan.as !== 'refused') throw new Error('not refused')
    expect(plan.refusal.code).toBe('no-converter')
    expect(refusalWords(plan.refusal).remedy).toContain('安装 ffmpeg')
  })
})

test.each(refusalCodes)('%s is said in Chinese, with what to do', (code) => {
  const { reason, remedy } = refusalWords({ code, found: '甲', limit: '乙' })
  expect([reason, remedy].every((text) => /\p{Script=Han}/u.test(text))).toBe(true)
  expect(reason).not.toBe(remedy)
})
