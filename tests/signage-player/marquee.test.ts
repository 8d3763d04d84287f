import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawSlogan } from '../../signage-player/renderers/slogan.ts'
import { pixelsPerFrame } from '../../contracts/legibility.ts'
import { placePicture } from '../../signage-player/renderers/captioned.ts'
import { stepped, stillMs } from '../../signage-player/renderers/marquee.ts'
import { qrSide } from '../../signage-player/renderers/pen.ts'
import { slogan } from './rig/programme.ts'
import { tools } from './rig/type.ts'

describe('marquee', () => {
  test('it stands still until its beginning can be read', () => {
    expect(stepped(0, 0)).toBe(0)
    expect(stepped(stillMs, 0)).toBe(0)
    expect(stepped(stillMs + 17, 0)).toBe(1)
  })

  const frame = 1_000 / 60

  test('every frame moves it one step, though frames come early and late, wherever the clock stands', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: frame, noNaN: true }),
        fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 100, maxLength: 300 }),
        (phase, jitter) => {
          let at = stepped(stillMs + 10 * frame + phase, 0)
          for (const [index, late] of jitter.entries()) {
            const next = stepped(stillMs + (11 + index) * frame + phase + late, at)
            expect(next - at).toBe(1)
            at = next
          }
        },
      ),
    )
  })

  test('dropped frames are caught up with, so that screens of a group stay together', () => {
    expect(stepped(stillMs + 40 * frame, 10)).toBe(40)
    // A display of 30 frames a second takes two steps with each.
    let at = 0
    for (let index = 1; index < 200; index++) {
      const next = stepped(stillMs + index * 2 * frame, at)
      expect(next - at).toBe(2)
      at = next
    }
  })

  test('a picture of the same moment is the same picture', () => {
    const at = stepped(stillMs + 100.2 * frame, 99)
    expect(stepped(stillMs + 100.2 * frame, at)).toBe(at)
  })

  test('speed grows with the characters, so that as many pass a second', () => {
    expect(pixelsPerFrame(16)).toBe(1)
    expect(pixelsPerFrame(120)).toBe(8)
  })

  test('a text that fits need not move', () => {
    const frame = { width: 320, height: 160, seconds: 10, zone: 'Asia/Shanghai' }
    const drawing = drawSlogan(slogan('a', ['法'], { layout: 'marquee' }), frame, tools)
    expect(drawing.changesIn({ elapsedMs: 0, instant: 0 })).toBe(Infinity)
  })
})

describe('pictures', () => {
  test('a picture of nearly the same shape fills the screen', () => {
    expect(placePicture({ width: 640, height: 330 }, { width: 320, height: 160 })).toMatchObject({
      x: 0,
      width: 320,
    })
  })

  test('any other picture is shown whole', () => {
    expect(placePicture({ width: 100, height: 100 }, { width: 320, height: 160 })).toEqual({
      x: 80,
      y: 0,
      width: 160,
      height: 160,
    })
  })

  test('a code too small to scan is left out', () => {
    const qr = { url: '', rows: Array.from({ length: 25 }, () => '1'.repeat(25)) }
    expect(qrSide(qr, 57)).toBe(0)
    expect(qrSide(qr, 58)).toBe(58)
    expect(qrSide(qr, 66)).toBe(66)
    expect(qrSide(qr, 100)).toBe(99)
  })
})
