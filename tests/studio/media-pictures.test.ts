/** @file What pictures must say before people see them, and covering what must not be seen. */
import { set, unset, PatchEvent } from 'sanity'
import { describe, expect, test } from 'vitest'
import { clipped, cover, squareOf } from '../../studio/media/picture/mosaic.ts'
import { askedAnew } from '../../studio/media/picture/replaced.ts'
import { tellingAlt } from '../../studio/schema/rules/picture.ts'
import { problemsIn } from './validating.ts'

const asset = { _type: 'reference', _ref: 'image-a-8x8-webp' }
const alt = '黑底黄字：有事问法，旁边画着一部电话'
const picture = (more: object) => ({
  _type: 'signagePicture',
  title: '热线',
  picture: { _type: 'image', asset, alt, ...more },
})
const levels = async (more: object) =>
  (await problemsIn(picture(more)))
    .filter(({ path }) => path.startsWith('picture.'))
    .map(({ level, path }) => `${level} ${path}`)
    .sort()

describe('a picture', () => {
  test('that was put in under the rule holds back until it was looked at and its source is named', async () => {
    expect(await levels({ privacyChecked: false })).toEqual([
      'error picture.privacyChecked',
      'error picture.rights',
    ])
    expect(await levels({ privacyChecked: true, rights: '本局拍摄' })).toEqual([])
  })

  test('from before the rule is warned about and goes out, or an old slip could not be corrected', async () => {
    expect(await levels({})).toEqual(['warning picture.privacyChecked', 'warning picture.rights'])
  })

  test('without words for those who cannot see it never goes out', async () => {
    expect(await levels({ privacyChecked: true, rights: '本局拍摄', alt: ' ' })).toEqual([
      'error picture.alt',
    ])
  })

  test.each(['照片', 'IMG_2041.JPG', '墙画', '封面', 'mmexport1690'])('is not told by “%s”', (words) =>
    expect(tellingAlt(words)).not.toBe(true),
  )

  test('is told by who does what where', () => expect(tellingAlt(alt)).toBe(true))
})

describe('another picture in the same field', () => {
  const ref = (name: string) => ({ _type: 'reference', _ref: name })
  const asked = (event: PatchEvent) => event.patches.some(({ path }) => path[0] === 'privacyChecked')

  test('must be looked at anew, by whatever way it came', () => {
    const held = { asset: ref('a') }
    expect(asked(askedAnew(set(ref('b'), ['asset']), held))).toBe(true)
    expect(asked(askedAnew(set('b', ['asset', '_ref']), held))).toBe(true)
    expect(asked(askedAnew(set({ _type: 'image', asset: ref('b') }), undefined))).toBe(true)
  })

  test('the same one need not, nor does a change of its words', () => {
    const held = { asset: ref('a') }
    expect(asked(askedAnew(set(ref('a'), ['asset']), held))).toBe(false)
    expect(asked(askedAnew(set('x', ['alt']), held))).toBe(false)
    expect(asked(askedAnew(unset(['asset']), held))).toBe(false)
  })
})

describe('covering', () => {
  const width = 60
  const noise = () => Uint8ClampedArray.from({ length: width * 40 * 4 }, (_, at) => (at * 97) % 256)
  const rect = { x: 10, y: 5, width: 30, height: 24 }

  test('leaves so few colours that nothing can be guessed, and nothing outside is touched', () => {
    const data = noise()
    cover(data, width, rect)
    const before = noise()
    const colours = new Set<string>()
    for (let y = 0; y < 40; y++)
      for (let x = 0; x < width; x++) {
        const at = (y * width + x) * 4
        const isInside = x >= 10 && x < 40 && y >= 5 && y < 29
        if (isInside) colours.add(data.slice(at, at + 4).join())
        else expect(data.slice(at, at + 4)).toEqual(before.slice(at, at + 4))
      }
    const side = squareOf(rect)
    expect(colours.size).toBeLessThanOrEqual(Math.ceil(30 / side) * Math.ceil(24 / side))
    expect(side).toBeGreaterThanOrEqual(12)
    expect(squareOf({ x: 0, y: 0, width: 900, height: 600 })).toBe(100)
  })

  test('a stretch drawn backwards or over the edge is what lies within; a slip of the mouse is none', () => {
    expect(clipped({ x: 50, y: 30, width: -100, height: -20 }, { width, height: 40 })).toEqual({
      ...{ x: 0, y: 10, width: 50, height: 20 },
    })
    expect(clipped({ x: 10, y: 10, width: 2, height: 30 }, { width, height: 40 })).toBeNull()
  })
})
