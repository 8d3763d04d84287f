import { describe, expect, test } from 'vitest'
import { parseRange, slice } from '../../signage-player/assets/range.ts'

describe('byte ranges', () => {
  test.each([
    [null, null],
    ['bytes=0-', { first: 0, last: 99 }],
    ['bytes=10-19', { first: 10, last: 19 }],
    ['bytes=90-500', { first: 90, last: 99 }],
    ['bytes=-10', { first: 90, last: 99 }],
    ['bytes=-500', { first: 0, last: 99 }],
    ['bytes=100-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=20-10', null],
    ['bytes=0-1,5-6', null],
    ['lines=0-1', null],
    ['bytes=-', null],
  ])('%s of 100 bytes', (header, answer) => {
    expect(parseRange(header, 100)).toEqual(answer)
  })

  test('a film gets exactly the bytes that it asked for', async () => {
    const stored = () => new Response('0123456789', { headers: { 'content-type': 'video/mp4' } })
    const part = await slice(stored(), 'bytes=2-4')
    expect([part.status, await part.text(), part.headers.get('content-range')]).toEqual([
      206,
      '234',
      'bytes 2-4/10',
    ])
    const whole = await slice(stored(), null)
    expect([whole.status, await whole.text(), whole.headers.get('accept-ranges')]).toEqual([
      200,
      '0123456789',
      'bytes',
    ])
    expect((await slice(stored(), 'bytes=10-')).status).toBe(416)
  })
})
