/** @file What a film's bytes say of it, held against what ffprobe says. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readFacts } from '../../scheduler/assets/film-facts.ts'
import { ownFolder } from './clock.ts'
import { demoFilm, hasFfmpeg, makeFilm, probe } from './film-rig.ts'

test.each(['jietiao.mp4', 'jietiao.webm', 'huijia.mp4', 'huijia.webm'])(
  '%s is known by its headers alone',
  async (name) => {
    expect(await readFacts(demoFilm(name))).toMatchObject({
      container: name.endsWith('mp4') ? 'mp4' : 'webm',
      codec: name.endsWith('mp4') ? 'h264' : 'vp9',
      decodable: true,
      width: 640,
      height: 320,
      seconds: name.startsWith('huijia') ? 17 : 16,
      framesPerSecond: 25,
      sound: false,
      fast: true,
    })
  },
)

describe.skipIf(!hasFfmpeg)('what ffprobe says is said here too', () => {
  test.each([
    { name: 'sound.mp4', words: [], is: { sound: true, fast: false, decodable: true } },
    { name: 'fast.mp4', words: ['-movflags', '+faststart'], is: { fast: true } },
    { name: 'quick.mp4', words: ['-r', '50'], is: { framesPerSecond: 50 } },
    { name: 'ten-bit.mp4', words: ['-pix_fmt', 'yuv420p10le'], is: { codec: 'h264', decodable: false } },
    { name: 'wide-pixels.mp4', words: ['-vf', 'setsar=2'], is: { width: 640, height: 180, turned: true } },
    { name: 'mute.mov', words: ['-an'], is: { container: 'mp4', sound: false } },
    { name: 'old.mp4', words: ['-c:v', 'mpeg4'], is: { codec: 'mpeg4', decodable: false } },
    {
      name: 'sound.webm',
      words: ['-c:v', 'libvpx', '-c:a', 'libopus'],
      is: { container: 'webm', codec: 'vp8', sound: true, decodable: true },
    },
  ] as const)('$name', async ({ name, words, is }) => {
    const file = makeFilm(join(ownFolder(), name), '320x180', 25, 1, ...words)
    const facts = await readFacts(file)
    expect(facts).toMatchObject(is)
    expect(facts?.seconds).toBeCloseTo(probe(file).seconds, 1)
    if (!('width' in is)) expect(facts).toMatchObject({ width: 320, height: 180 })
  })

  test('a film that is turned by a mark is as wide as it is shown', async () => {
    const folder = ownFolder()
    const upright = makeFilm(join(folder, 'upright.mp4'), '320x180', 25, 1)
    const bytes = readFileSync(upright)
    // A quarter turn in the matrix of the first track's header.
    const header = bytes.indexOf('tkhd') + 4 + 40
    for (const [place, value] of [0, 0x10000, 0, -0x10000, 0].entries())
      bytes.writeInt32BE(value, header + place * 4)
    writeFileSync(upright, bytes)
    expect(await readFacts(upright)).toMatchObject({ width: 180, height: 320, turned: true })
  })
})

describe('a file is known by its bytes', () => {
  const written = (name: string, bytes: Buffer | string) => {
    const file = join(ownFolder(), name)
    writeFileSync(file, bytes)
    return file
  }

  test.each([
    ['a playlist that would lead a reader to other files', '#EXTM3U\nfile:///etc/passwd\n'],
    ['a picture', '\x89PNG\r\n\x1a\n and more'],
    ['nothing', ''],
  ])('%s is no film, though it is named so', async (_what, bytes) => {
    expect(await readFacts(written('film.mp4', bytes))).toBeNull()
  })

  test.each(['jietiao.mp4', 'jietiao.webm'])('%s without its end is found to be cut off', async (name) => {
    const whole = readFileSync(demoFilm(name))
    const file = written(name, whole.subarray(0, whole.length - 1))
    await expect(readFacts(file)).rejects.toThrow('cut off')
  })

  test.each(['jietiao.mp4', 'jietiao.webm'])(
    '%s with bytes overwritten never hangs and never breaks the program',
    async (name) => {
      const whole = readFileSync(demoFilm(name))
      for (let round = 0; round < 300; round++) {
        const bytes = Buffer.from(whole.subarray(0, 6_000))
        for (let hit = 0; hit < 4; hit++)
          bytes[(round * 37 + hit * 991) % bytes.length] = (round * 17 + hit * 59) % 256
        const facts = await readFacts(written(name, bytes)).catch((error: unknown) => error)
        expect(facts === null || typeof facts === 'object').toBe(true)
      }
    },
  )
})
