import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evictions, fitting, type Piece } from '../../signage-player/assets/quota.ts'

const piece = (sha256: string, bytes: number): Piece => ({ sha256, bytes })
const pieces = fc.uniqueArray(
  fc.record({ sha256: fc.string({ minLength: 1, maxLength: 2 }), bytes: fc.integer({ min: 0, max: 100 }) }),
  { selector: ({ sha256 }) => sha256, maxLength: 12 },
)
const sum = (all: readonly Piece[]) => all.reduce((total, { bytes }) => total + bytes, 0)

describe('what fits', () => {
  test('an asset too large for the disk keeps no smaller one out', () => {
    expect([...fitting([piece('film', 100), piece('small', 5)], [], 10)]).toEqual(['small'])
  })

  test('never more than there is room for, and what the fallback needs before all else', () => {
    fc.assert(
      fc.property(pieces, fc.integer({ min: 0, max: 400 }), fc.nat(11), (needed, most, some) => {
        const essential = needed.filter((_, index) => index >= some)
        const fit = fitting(needed, essential, most)
        expect(sum(needed.filter(({ sha256 }) => fit.has(sha256)))).toBeLessThanOrEqual(most)
        if (sum(essential) <= most) for (const { sha256 } of essential) expect(fit.has(sha256)).toBe(true)
        if (sum(needed) <= most) expect(fit.size).toBe(needed.length)
      }),
    )
  })
})

describe('what goes', () => {
  test('first what nobody needs, then what is needed latest, and no more than must', () => {
    const held = new Map([
      ['soon', 10],
      ['late', 10],
      ['old', 10],
      ['fallback', 10],
    ])
    const needed = [piece('soon', 10), piece('late', 10), piece('fallback', 10)]
    const go = (excess: number) => evictions(held, needed, (name) => name === 'fallback', excess)
    expect(go(0)).toEqual([])
    expect(go(1)).toEqual(['old'])
    expect(go(11)).toEqual(['old', 'late'])
    expect(go(1_000)).toEqual(['old', 'late', 'soon'])
  })
})
