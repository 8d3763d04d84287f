/** @file `gate` and `warnings`: to operators only, from what the scheduler really holds. */
import { expect, test } from 'vitest'
import { systemFfmpeg } from '../../scheduler/assets/ffmpeg.ts'
import { until } from './clock.ts'
import { county, event, notice, playlist, ref, smallTown, video } from './samples.ts'
import { startScheduler } from './scheduler-on-port.ts'

const filmTools = systemFfmpeg('no-such-program-anywhere')

test.each(['gate', 'warnings'])(
  '%s is for operators, since it names what is not published yet',
  async (path) => {
    const { ask } = await startScheduler()
    expect((await ask(path, { as: null })).status).toBe(401)
  },
)

test('a film that is none is uploaded, published, refused, and named with its remedy', async () => {
  const at = await startScheduler(smallTown(), { filmTools })
  // The head of a film, and nothing behind it.
  const head = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypisom\0\0\0\0isommp42')])
  const uploaded = await at.lake.client.assets.upload('file', head, { filename: 'film.mp4' })
  const {
    webm: _webm,
    poster: _poster,
    ...film
  } = video('video-1', {
    mp4: { _type: 'file', asset: ref(uploaded._id) },
  })
  await at.lake.client
    .transaction()
    .create(film)
    .createOrReplace({ ...playlist('playlist-main', 'video-1') })
    .commit()
  interface Gate {
    refused: { document: string; sizes: string[]; reason: string; remedy: string }[]
    making: null
    waiting: number
  }
  let gate: Gate | null = null
  await until('the refusal', async () => {
    gate = (await (await at.ask('gate')).json()) as Gate
    return gate.refused.length > 0
  })
  expect(gate).toEqual({
    refused: [
      {
        document: 'video-1',
        type: 'video',
        title: '短片',
        sizes: ['192×96'],
        reason: expect.stringMatching(/^文件损坏或不完整/) as string,
        remedy: expect.stringContaining('重新导出') as string,
      },
    ],
    making: null,
    waiting: 0,
  })
  const { warnings } = (await (await at.ask('warnings')).json()) as { warnings: object[] }
  expect(warnings).toMatchObject([{ code: 'empty-playlist', document: 'event-main' }])
})

test('warnings go when what they name is put right', async () => {
  const at = await startScheduler([
    ...smallTown(),
    county('2'),
    event('event-lost', { targets: [{ county: 'county-2' }] }),
  ])
  const codes = async () => {
    const { warnings } = (await (await at.ask('warnings')).json()) as { warnings: { code: string }[] }
    return warnings.map(({ code }) => code)
  }
  expect(await codes()).toEqual(['no-screen'])
  await at.lake.client
    .patch('event-lost')
    .set({ targets: event('e').targets })
    .commit()
  await until('no warning', async () => (await codes()).length === 0)
})

test('a playlist that is too large for the screens is told of with the playlist and the remedy', async () => {
  const at = await startScheduler()
  const names = ['notice-a', 'notice-b']
  const transaction = at.lake.client.transaction()
  for (const id of names) transaction.create(notice(id, { text: '长'.repeat(2_200_000) }))
  await transaction.createOrReplace(playlist('playlist-main', ...names)).commit()
  await until('the warning', async () => {
    const { warnings } = (await (await at.ask('warnings')).json()) as { warnings: { code: string }[] }
    const found = warnings.find(({ code }) => code === 'too-heavy')
    if (found) expect(found).toMatchObject({ document: 'playlist-main', title: '列表 playlist-main' })
    return found !== undefined
  })
})
