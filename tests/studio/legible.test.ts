/** @file What an editor is told when a sign's measures make its words hard to read. */
import { expect, test } from 'vitest'
import { legibleSign } from '../../studio/schema/rules/legible.ts'

test('nothing is said while the measures are missing: they may be left out', () => {
  expect(legibleSign(undefined)).toBe(true)
  expect(legibleSign({ width: 192, height: 96, pitchMm: 10 })).toBe(true)
})

test('nothing is said of a sign that people can read', () => {
  expect(legibleSign({ width: 192, height: 96, pitchMm: 10, viewingDistanceM: 8 })).toBe(true)
})

test('a sign too small for where people stand is named with both sizes and what to do', () => {
  expect(legibleSign({ width: 96, height: 48, pitchMm: 4, viewingDistanceM: 60 })).toMatch(
    /站在 60 米外.*66 点.*最多 16 点.*请核对点间距和观看距离/u,
  )
})
