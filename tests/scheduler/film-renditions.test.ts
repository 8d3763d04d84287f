/** @file Films as screens get them, made by the real ffmpeg; and what is done where there is none. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { encodeArguments, systemFfmpeg, type FilmTools } from '../../scheduler/assets/ffmpeg.ts'
import { readFacts } from '../../scheduler/assets/film-facts.ts'
import { renditionStore } from '../../scheduler/assets/renditions.ts'
import type { RenditionRequest } from '../../scheduler/compile/renditions.ts'
import { memoryLog, ownDatabase, ownFolder, until } from './clock.ts'
import { bytes, fakeLake } from './fake-lake.ts'
import { demoFilm, hasFfmpeg, makeFilm, probe } from './film-rig.ts'

async function rig(files: Record<string, Buffer>, tools?: FilmTools) {
  const lake = await fakeLake()
  for (const [name, body] of Object.entries(files)) lake.on(`/files/${name}`, bytes(body, 'video/mp4'))
  const [folder, database, log] = [ownFolder(), ownDatabase(), memoryLog()]
  const ready: string[] = []
  const store = renditionStore({
    database,
    folder,
    lake: lake.access,
    log,
    ...(tools ? { tools } : {}),
    ready: ({ assetId, size }) => ready.push(`${assetId} ${size.width}`),
  })
  onTestFinished(() => store.close())
  const ask = (
    name: string,
    width: number,
    height: number,
    { as = 'film', sound = false, mimeType = 'video/mp4' }: Partial<RenditionRequest> = {},
  ) => {
    const request = {
      assetId: name,
      path: `files/${name}`,
      mimeType,
      size: { width, height },
      as,
      sound,
    }
    const find = () => store.find(request)
    find()
    return {
      find,
      async made() {
        await until(
          `${name} at ${width}×${height}`,
          () => find() !== null || store.refused().length > 0,
          60_000,
        )
        const asset = find()
        if (!asset) throw new Error(`refused: ${JSON.stringify(store.refused())}`)
        return { ...asset, file: join(folder, asset.sha256) }
      },
    }
  }
  return { lake, folder, log, store, ready, ask }
}

const refusalOf = async ({ store }: Awaited<ReturnType<typeof rig>>) => {
  await until('a refusal', () => store.refused().length > 0, 60_000)
  return store.refused()[0]?.refusal
}

describe.skipIf(!hasFfmpeg)('a film for a screen', () => {
  const source = (words: readonly string[] = [], size = '640x360', rate = 50, name = 'f.mp4') =>
    readFileSync(makeFilm(join(ownFolder(), name), size, rate, 2, ...words))

  test('has no more pixels than the screen, no sound where none is heard, and begins at once', async () => {
    const { ask, store } = await rig({ 'f.mp4': source() })
    const { file, type } = await ask('f.mp4', 192, 96).made()
    const { streams, video, seconds } = probe(file)
    expect(type).toBe('video/mp4')
    expect(streams).toHaveLength(1)
    expect(video).toMatchObject({
      codec_name: 'h264',
      profile: 'Main',
      pix_fmt: 'yuv420p',
      width: 170,
      height: 96,
    })
    expect(video.avg_frame_rate).toBe('25/1')
    expect(seconds).toBeCloseTo(2, 0)
    expect(await readFacts(file)).toMatchObject({ fast: true, decodable: true })
    expect(store.film('f.mp4')).toMatchObject({ sound: true, width: 640 })
  })

  test('keeps its sound, and nothing but it, where the screen lets it be heard', async () => {
    const { ask } = await rig({ 'f.mp4': source() })
    const { file } = await ask('f.mp4', 320, 160, { sound: true }).made()
    expect(
      probe(file)
        .streams.map(({ codec_name: name }) => name)
        .sort(),
    ).toEqual(['aac', 'h264'])
  })

  test('is brought from the lake once for all sizes, and let go after the last', async () => {
    const { ask, lake, folder } = await rig({ 'f.mp4': source() })
    const wanted = [ask('f.mp4', 192, 96), ask('f.mp4', 96, 48), ask('f.mp4', 512, 256)]
    const hashes = new Set<string>()
    for (const each of wanted) hashes.add((await each.made()).sha256)
    expect(hashes.size).toBe(3)
    expect(lake.asked).toEqual(['/files/f.mp4'])
    await until('the source to be let go', () => readdirSync(folder).every((name) => !name.includes('part')))
  })

  test('without sound is the same, made once, for screens that let it be heard and those that do not', async () => {
    const { ask, ready } = await rig({ 'f.mp4': source(['-an']) })
    const silent = ask('f.mp4', 192, 96)
    const heard = ask('f.mp4', 192, 96, { sound: true })
    expect((await heard.made()).sha256).toBe((await silent.made()).sha256)
    expect(ready).toHaveLength(2)
  })

  test('in MP4 comes before the backup in WebM, which few boxes need and which takes longest', async () => {
    const webm = source(['-c:v', 'libvpx-vp9', '-cpu-used', '8', '-an'], '320x180', 25, 'f.webm')
    const { ask, ready } = await rig({ 'a.webm': webm, 'b.webm': webm, 'c.mp4': source() })
    const wanted = ['a.webm', 'b.webm', 'c.mp4'].map((name) =>
      ask(name, 96, 48, { mimeType: `video/${name.slice(2)}` }),
    )
    for (const each of wanted) await each.made()
    expect(ready).toEqual(['a.webm 96', 'c.mp4 96', 'b.webm 96'])
  })

  test('as WebM stays WebM, for boxes without H.264', async () => {
    const webm = source(['-c:v', 'libvpx-vp9', '-cpu-used', '8', '-c:a', 'libopus'], '320x180', 25, 'f.webm')
    const { ask } = await rig({ 'f.webm': webm })
    const { file, type } = await ask('f.webm', 96, 48).made()
    expect([type, probe(file).video]).toMatchObject(['video/webm', { codec_name: 'vp9', height: 48 }])
  })

  test('that fits already is the very same file', async () => {
    const film = readFileSync(demoFilm('jietiao.mp4'))
    const { ask } = await rig({ 'f.mp4': film })
    const { file } = await ask('f.mp4', 1920, 1080).made()
    expect(readFileSync(file).equals(film)).toBe(true)
  })

  test('with sound that nobody hears keeps its pictures untouched', async () => {
    const { ask } = await rig({ 'f.mp4': source(['-movflags', '+faststart', '-b:v', '150k'], '320x160', 25) })
    const { file } = await ask('f.mp4', 320, 160).made()
    // The encoder of the source leaves its name in the stream; an encoding anew would have changed the profile.
    expect(probe(file).streams).toMatchObject([{ codec_name: 'h264', profile: 'Constrained Baseline' }])
  })

  test('gives one of its frames, no larger than the screen, where no picture was given', async () => {
    const { ask } = await rig({ 'f.mp4': source() })
    const { file, type } = await ask('f.mp4', 192, 96, { as: 'poster' }).made()
    expect(type).toBe('image/jpeg')
    expect(probe(file).video).toMatchObject({ width: 170, height: 96 })
  })

  test('does not come of a film that breaks off: half a story is not shown', async () => {
    const whole = source(['-movflags', '+faststart'])
    const at = await rig({ 'f.mp4': whole.subarray(0, Math.floor(whole.length * 0.6)) })
    at.ask('f.mp4', 192, 96)
    expect(await refusalOf(at)).toMatchObject({ code: 'damaged' })
  })

  test('whose pictures were overwritten is refused after as many tries as may help, and no more', async () => {
    const whole = source(['-movflags', '+faststart'])
    const media = whole.indexOf('mdat') + 4
    const at = await rig({
      'f.mp4': Buffer.concat([whole.subarray(0, media), Buffer.alloc(whole.length - media)]),
    })
    at.ask('f.mp4', 192, 96)
    expect(await refusalOf(at)).toMatchObject({ code: 'damaged' })
    expect(at.ready).toEqual([])
  })
})

test('a list of other files under a film’s name reaches no converter', async () => {
  const asked: string[] = []
  const at = await rig(
    { 'f.mp4': Buffer.from('#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n') },
    {
      ...systemFfmpeg('none'),
      available: async () => true,
      encode: async (from) => void asked.push(from.path),
    },
  )
  at.ask('f.mp4', 192, 96)
  expect([await refusalOf(at), asked]).toEqual([{ code: 'not-a-film' }, []])
})

test('the converter is told its reader and allowed one file only, so that no upload leads it elsewhere', () => {
  const facts = { container: 'mp4', seconds: 1 } as Awaited<ReturnType<typeof readFacts>> & object
  const encoding = {
    pictures: 'encode',
    width: 96,
    height: 48,
    bitsPerSecond: 200_000,
    sound: false,
  } as const
  const words = encodeArguments({ path: 'in', facts }, 'out', encoding).join(' ')
  expect(words).toContain('-protocol_whitelist file -f mov -i in')
  expect(words).not.toContain('-map 0:a')
})

describe('where there is no ffmpeg', () => {
  const none = () => systemFfmpeg('no-such-program-anywhere')

  test('a film that every box decodes goes as it is', async () => {
    const film = readFileSync(demoFilm('jietiao.mp4'))
    const { ask } = await rig({ 'f.mp4': film }, none())
    expect((await ask('f.mp4', 96, 48).made()).bytes).toBe(film.length)
  })

  test('what was refused for want of it is made once it has been installed, without a restart', async () => {
    let installed = false
    const at = await rig(
      { 'f.mp4': readFileSync(demoFilm('jietiao.mp4')) },
      {
        ...none(),
        available: async () => installed,
        poster: async (_from, to) => writeFileSync(to, 'a frame'),
      },
    )
    const wanted = at.ask('f.mp4', 96, 48, { as: 'poster' })
    expect(await refusalOf(at)).toMatchObject({ code: 'no-converter' })
    wanted.find()
    expect(at.store.refused()).toHaveLength(1)
    installed = true
    await until('the poster', () => wanted.find() !== null)
    expect(at.store.refused()).toEqual([])
  })

  test('a poster is not made, and the film plays without', async () => {
    const at = await rig({ 'f.mp4': readFileSync(demoFilm('jietiao.mp4')) }, none())
    at.ask('f.mp4', 96, 48, { as: 'poster' })
    expect(await refusalOf(at)).toMatchObject({ code: 'no-converter' })
  })
})

test('a machine that is full is not held against the film, however often it fails', async () => {
  const { ask, log, store } = await rig(
    { 'f.mp4': readFileSync(demoFilm('jietiao.mp4')) },
    {
      ...systemFfmpeg('none'),
      available: async () => true,
      encode: () => Promise.reject(new Error('ffmpeg: 1 No space left on device')),
    },
  )
  const wanted = ask('f.mp4', 96, 48)
  await until('three failures', () => log.lines.length === 3)
  expect([wanted.find(), store.refused()]).toEqual([null, []])
})

test.skipIf(!hasFfmpeg)('closing ends what is being made, and leaves nothing half made', async () => {
  const long = readFileSync(makeFilm(join(ownFolder(), 'f.mp4'), '1280x720', 30, 20))
  const { ask, store, folder, ready } = await rig({ 'f.mp4': long })
  ask('f.mp4', 640, 360)
  await until('the work to be under way', () => store.progress() !== null)
  expect(store.progress()).toMatchObject({ assetId: 'f.mp4', size: { width: 640, height: 360 } })
  store.close()
  await until('the end of the work', () => store.progress() === null)
  await until(
    'an empty folder',
    () => readdirSync(folder).filter((name) => /^\d+\.part$/.test(name)).length === 0,
  )
  expect(ready).toEqual([])
})
