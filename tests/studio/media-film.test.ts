/** @file What the Studio reads of a film that is put in: its measures, and why a browser does not play it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { differing, isUnwritten, measured } from '../../studio/media/film/facts.ts'
import { readHead, unplayableWords } from '../../studio/media/film/head.ts'

const film = readFileSync(join(import.meta.dirname, '../../demonstration/videos/xianfa.mp4'))
const blobOf = (bytes: Uint8Array<ArrayBuffer>) => new Blob([bytes])

test('an MP4’s index names length, size and codec without the film being played', async () => {
  expect(await readHead(blobOf(film))).toEqual({
    seconds: expect.closeTo(16, 0),
    width: 640,
    height: 320,
    codec: 'avc1',
  })
})

test('a film of a telephone, turned by a quarter, is as high as it is seen', async () => {
  const turned = Buffer.from(film)
  const track = turned.indexOf('tkhd') + 4
  const matrix = track + 40
  for (const [place, value] of [0, 0x10000, 0, -0x10000, 0].entries())
    turned.writeInt32BE(value, matrix + place * 4)
  expect(await readHead(blobOf(turned))).toMatchObject({ width: 320, height: 640 })
})

test.each([0, 7, 100, 1_000])(
  'a film that breaks off after %i bytes reads as nothing, and nothing fails',
  async (bytes) => expect(await readHead(blobOf(film.subarray(0, bytes)))).toBeNull(),
)

test('boxes that reach over each other, or run in circles, end', async () => {
  const hostile = Buffer.from(film)
  hostile.writeUInt32BE(0xfffffff0, hostile.indexOf('mvhd') - 4)
  expect(await readHead(blobOf(hostile))).toMatchObject({ seconds: null })
  expect(await readHead(blobOf(Buffer.alloc(64)))).toBeNull()
})

test('what the browser cannot play is said with its way out', async () => {
  const hevc = { seconds: 9, width: 1080, height: 1920, codec: 'hvc1' }
  expect(unplayableWords(hevc)).toMatch(/H\.265.*H\.264.*兼容性最佳/u)
  expect(unplayableWords(null)).toContain('没有传完整')
})

test('measures are whole and within what the fields take', () => {
  expect(measured(20.6, 1280, 720)).toEqual({ seconds: 21, width: 1280, height: 720 })
  expect(measured(0.2, 1280, 720)?.seconds).toBe(1)
  for (const bad of [NaN, Infinity, 0, -1]) expect(measured(bad, 1280, 720)).toBeNull()
  expect(measured(9, 0, 0)).toBeNull()
})

test('what the clerk wrote otherwise is named, a second more or less is not', () => {
  const found = { seconds: 83, width: 1280, height: 720 }
  expect(differing(found, { seconds: 84, width: 1280, height: 720 })).toEqual([])
  expect(differing(found, { seconds: 60, width: 720, height: 1280 })).toEqual([
    '片长写的是 1 分 0 秒',
    '画面写的是 720×1280',
  ])
  expect(differing(found, { seconds: undefined, width: undefined, height: undefined })).toEqual([])
  expect(isUnwritten({ seconds: undefined, width: undefined, height: undefined })).toBe(true)
  expect(isUnwritten({ seconds: 1, width: undefined, height: undefined })).toBe(false)
})
