import { describe, expect, test } from 'vitest'
import { drawSlogan } from '../../signage-player/renderers/slogan.ts'
import { pixelsPerFrame, stillMs, travelled } from '../../signage-player/renderers/marquee.ts'
import { placePicture } from '../../signage-player/renderers/picture.ts'
import { qrSide } from '../../signage-player/renderers/pen.ts'
import { slogan } from './rig/programme.ts'
import { tools } from './rig/type.ts'

describe('marquee', () => {
  test('it stands still until its beginning can be read', () => {
    expect(travelled(0, 3)).toBe(0)
    expect(travelled(stillMs, 3)).toBe(0)
    expect(travelled(stillMs + 17, 3)).toBe(3)
  })

  test('every frame moves it by the same whole number of pixels, even after frames were dropped', () => {
    const frame = 1_000 / 60
    for (const pixels of [1, 4])
      for (let at = 1; at < 600; at++) {
        const moved =
          travelled(stillMs + (at + 0.5) * frame, pixels) - travelled(stillMs + (at - 0.5) * frame, pixels)
        expect(moved).toBe(pixels)
      }
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
