/** @file Byte ranges of assets: films are fetched in pieces. */
import { expect, test } from 'vitest'
import { parseRange } from '../../scheduler/http/asset.ts'

test.each([
  { header: undefined, range: null, why: 'none asked for' },
  { header: 'bytes=0-99', range: { start: 0, end: 99 }, why: 'both ends count' },
  { header: 'bytes=200-', range: { start: 200, end: 999 }, why: 'to the end' },
  { header: 'bytes=-100', range: { start: 900, end: 999 }, why: 'the last hundred' },
  { header: 'bytes=-5000', range: { start: 0, end: 999 }, why: 'more than there is means all' },
  { header: 'bytes=900-5000', range: { start: 900, end: 999 }, why: 'cut at the end' },
  { header: 'bytes=999-999', range: { start: 999, end: 999 }, why: 'the last byte' },
  { header: 'bytes=1000-', range: 'unsatisfiable', why: 'beyond the end' },
  { header: 'bytes=-0', range: 'unsatisfiable', why: 'the last no bytes' },
  { header: 'bytes=9-3', range: 'unsatisfiable', why: 'ends before it begins' },
  { header: 'bytes=-', range: null, why: 'says nothing, so the whole' },
  {
    header: 'bytes=0-9,20-29',
    range: null,
    why: 'several pieces are answered with the whole, as HTTP allows',
  },
  { header: 'items=0-9', range: null, why: 'another unit is ignored' },
  { header: 'bytes=a-b', range: null, why: 'no numbers' },
] as const)('$header of 1000 bytes: $why', ({ header, range }) => {
  expect(parseRange(header, 1000)).toEqual(range)
})
