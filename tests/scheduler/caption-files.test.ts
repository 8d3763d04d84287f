/** @file A film's captions from a file: read once, shown on screens, and explained to the editor where they are not. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Video } from '../../contracts/documents/index.ts'
import type { WebVtt } from '../../contracts/webvtt.ts'
import { systemFfmpeg } from '../../scheduler/assets/ffmpeg.ts'
import { gateOf } from '../../scheduler/assets/gate.ts'
import { renditionStore } from '../../scheduler/assets/renditions.ts'
import { captionWarnings } from '../../scheduler/compile/caption-warnings.ts'
import { Reading } from '../../scheduler/compile/documents.ts'
import { compileItems, type ItemContext } from '../../scheduler/compile/items.ts'
import { profileOf } from '../../scheduler/compile/profile.ts'
import { memoryLog, ownDatabase, ownFolder, until } from './clock.ts'
import { bytes, fakeLake } from './fake-lake.ts'
import { demoFilm } from './film-rig.ts'
import { file, mapOf, playlist, ref, screen, shows, smallTown, video } from './samples.ts'
import { startScheduler } from './scheduler-on-port.ts'

const vtt = 'WEBVTT\n\n00:01.000 --> 00:02.500\n从文件来\n'
const cues = [{ from: 1, to: 2.5, text: '从文件来' }]
const captions = { assetId: 'file-vtt', path: 'files/file-vtt.vtt' }
const captionFile = { _type: 'file', asset: ref('file-vtt') } as const

async function rig() {
  const lake = await fakeLake()
  const [folder, database, log] = [join(ownFolder(), 'assets'), ownDatabase(), memoryLog()]
  const ready: string[] = []
  const open = () => {
    const store = renditionStore({
      ...{ database, folder, lake: lake.access, log },
      ready: ({ assetId, as }) => ready.push(`${as} ${assetId}`),
    })
    onTestFinished(() => store.close())
    return store
  }
  const serve = (body: string | Buffer, status = 200) =>
    lake.on('/files/', (request, response) =>
      status === 200
        ? bytes(Buffer.from(body), 'text/vtt')(request, response)
        : response.writeHead(status).end(),
    )
  return { lake, serve, log, ready, open, store: open() }
}

describe('a caption file', () => {
  test('is read once, said to be ready, and known after a restart without the lake', async () => {
    const { serve, store, ready, lake, open } = await rig()
    serve(vtt)
    for (let again = 0; again < 3; again++) expect(store.captions(captions)).toBeNull()
    await until('the captions', () => ready.length > 0)
    expect(ready).toEqual(['captions file-vtt'])
    expect(store.captions(captions)).toEqual({ cues })
    store.close()
    expect(open().captions(captions)).toEqual({ cues })
    expect(lake.asked).toEqual(['/files/file-vtt.vtt'])
  })

  test('that cannot be read is remembered with its faults: it never becomes another one', async () => {
    const { serve, store, ready, open } = await rig()
    serve('WEBVTT\n\n你好')
    store.captions(captions)
    await until('the faults', () => ready.length > 0)
    expect(store.captions(captions)).toEqual({ problems: [expect.stringContaining('第 3 行') as string] })
    expect(open().captions(captions)).toEqual(store.captions(captions))
  })

  test('that is far too large is not even brought in whole', async () => {
    const { lake, store, ready } = await rig()
    lake.on('/files/', (_request, response) => {
      response.writeHead(200, { 'content-length': 1024 ** 3 })
      response.write('WEBVTT')
    })
    store.captions(captions)
    await until('the refusal', () => ready.length > 0)
    expect(store.captions(captions)).toEqual({
      problems: [expect.stringContaining('文件太大') as string],
    })
  })

  test('that the lake has lost for the moment is asked for again after a restart', async () => {
    const { serve, store, ready, open } = await rig()
    serve('', 410)
    store.captions(captions)
    await until('the refusal', () => ready.length > 0)
    serve(vtt)
    const again = open()
    expect(again.captions(captions)).toBeNull()
    await until('the captions', () => ready.length > 1)
    expect(again.captions(captions)).toEqual({ cues })
  })

  test('is tried again where the lake does not answer', async () => {
    const { serve, store, ready, log } = await rig()
    serve('', 503)
    store.captions(captions)
    await until('a failure', () => log.lines.length > 0)
    serve(vtt)
    await until('the captions', () => ready.length > 0)
  })
})

const documents = (more: Partial<Video> = {}) =>
  mapOf([
    ...[file('file-mp4', 'video/mp4'), file('file-vtt', 'text/vtt'), video('v', { captionFile, ...more })],
    screen('loud', { volumePercent: 30 }),
  ])

function item(more: Partial<Video>, found: WebVtt | null, sound = false) {
  const read = new Reading(documents(more))
  const context: ItemContext = {
    ...{ read, settings: null, origin: '', size: { width: 192, height: 96 }, characterPx: 16, sound },
    ...{ rendition: ({ assetId }) => assetId, today: '2026-03-02' },
    film: () => ({ seconds: 30, sound: true, container: 'mp4' }),
    captions: () => found,
  }
  const [compiled] = compileItems(shows('v'), 'p', context)
  return { captions: compiled?.item.kind === 'video' ? compiled.item.captions : null, used: read.used }
}

describe('the captions of a film', () => {
  test('are those of its file, and what was typed stands where the file is of no use', () => {
    expect(item({}, { cues }).captions).toEqual(cues)
    const typed = [{ from: 0, to: 2, text: '你好' }]
    for (const found of [null, { problems: ['错'] }]) expect(item({}, found).captions).toEqual(typed)
  })

  test('change with the file: it counts among what the film was made from', () => {
    expect(item({}, null).used).toContain('file-vtt')
  })

  test('from a file let speech be heard, and a file that cannot be read does not', () => {
    const heard = (found: WebVtt | null) => item({ captions: [] }, found, true).captions
    expect([heard({ cues }), heard({ problems: ['错'] }), heard(null)]).toEqual([cues, null, null])
  })
})

test('the gate speaks of missing captions where the file is of no use, and not while it is being read', () => {
  const all = documents({ captions: [] })
  const loud = all.get('loud')
  if (loud?._type !== 'screen') throw new Error('no screen')
  const gate = (found: WebVtt | null) =>
    gateOf(all, [profileOf(loud, new Reading(all))], {
      refused: () => [],
      film: () => ({ seconds: 30, sound: true, container: 'mp4' }),
      captions: () => found,
    }).length
  expect([gate({ cues }), gate({ problems: ['错'] }), gate(null)]).toEqual([0, 1, 0])
})

test('a file that is of no use is a warning to its editor, which says what stands in its place', () => {
  const warned = (more: Partial<Video>, found: WebVtt | null) =>
    captionWarnings(documents(more), { captions: () => found })
  expect([warned({}, { cues }), warned({}, null)]).toEqual([[], []])
  expect(warned({}, { problems: ['第 3 行错', '第 9 行错'] })).toEqual([
    {
      code: 'captions-refused',
      document: 'v',
      title: '短片',
      text: '字幕文件没有用上：第 3 行错；第 9 行错。现在用的是手工填写的字幕',
      remedy: expect.stringContaining('再上传') as string,
    },
  ])
  expect(warned({ captions: [] }, { problems: ['错'] })[0]?.text).toContain('现在没有字幕')
})

test('an editor uploads a file, and the screens’ film has its captions; another one is explained', async () => {
  const at = await startScheduler(smallTown(), { filmTools: systemFfmpeg('no-such-program-anywhere') })
  const upload = (body: Buffer, filename: string) => at.lake.client.assets.upload('file', body, { filename })
  const film = await upload(readFileSync(demoFilm('fanzha.mp4')), 'film.mp4')
  const good = await upload(Buffer.from(vtt), 'a.vtt')
  const { webm: _webm, poster: _poster, captions: _captions, ...bare } = video('video-1')
  const withFile = (id: string) => ({
    ...bare,
    mp4: { _type: 'file' as const, asset: ref(film._id) },
    captionFile: { _type: 'file' as const, asset: ref(id) },
  })
  await at.lake.client
    .transaction()
    .createOrReplace(withFile(good._id))
    .createOrReplace({ ...playlist('playlist-main', 'video-1') })
    .commit()
  const { player } = await at.playing('screen-1')
  await until('the captions on the screen', () => JSON.stringify(player.heard).includes('从文件来'))
  const bad = await upload(Buffer.from('WEBVTT\n\n00:05.000 --> 00:01.000\n你好'), 'b.vtt')
  await at.lake.client.createOrReplace(withFile(bad._id))
  await until('the warning', async () => {
    const { warnings } = (await (await at.ask('warnings')).json()) as {
      warnings: { code: string; text: string }[]
    }
    return warnings.some(({ code, text }) => code === 'captions-refused' && text.includes('不晚于开始'))
  })
})
