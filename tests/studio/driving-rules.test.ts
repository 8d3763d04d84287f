import { expect, test } from 'vitest'
import { hoursWhole, nightWhole, tickerFits, tickerLine } from '../../studio/schema/rules/screen.ts'

const passes = (verdict: true | string) => expect(verdict).toBe(true)
const refuses = (verdict: true | string, words: RegExp) => expect(verdict).toMatch(words)
const lines = ['有事找法']

test('a strip that is on must say something, for an empty one only takes rows away', () => {
  refuses(tickerFits({ on: true }, { width: 320, height: 160 }), /至少一行字/)
  refuses(tickerFits({ on: true, lines: [' '] }, { width: 320, height: 160 }), /至少一行字/)
  passes(tickerFits({ on: true, lines }, { width: 320, height: 160 }))
  passes(tickerFits({ on: true, playlist: { _type: 'reference', _ref: 'p' } }, { width: 320, height: 160 }))
  passes(tickerFits({ on: false }, { width: 96, height: 48 }))
})

test('a strip leaves the item its rows; while the size is unknown nothing can be said', () => {
  refuses(tickerFits({ on: true, lines }, { width: 96, height: 48 }), /太矮/)
  refuses(tickerFits({ on: true, lines, height: 130 }, { width: 320, height: 160 }), /太矮/)
  passes(tickerFits({ on: true, lines }, undefined))
})

test('a line of the strip is counted in characters', () => {
  passes(tickerLine('字'.repeat(200)))
  refuses(tickerLine('字'.repeat(201)), /现在有 201 个/)
})

test('hours have both ends or none, as half a span would mean nothing', () => {
  passes(hoursWhole(undefined))
  passes(hoursWhole({}))
  passes(hoursWhole({ from: '06:00', until: '22:00' }))
  refuses(hoursWhole({ from: '06:00' }), /一起写/)
})

test('the night has hours and a brightness, or neither', () => {
  passes(nightWhole({ from: '20:00', until: '06:00', brightnessPercent: 30 }))
  passes(nightWhole({}))
  refuses(nightWhole({ from: '20:00', until: '06:00' }), /一起写/)
  refuses(nightWhole({ brightnessPercent: 30 }), /一起写/)
})
