/** @file How far a content's files are for the screens, as its form is told. */
import { expect, test } from 'vitest'
import { jobsOf } from '../../scheduler/assets/jobs.ts'
import type { RenditionState } from '../../scheduler/assets/renditions.ts'
import { renditionsTold } from '../../scheduler/assets/told.ts'
import type { ScreenProfile } from '../../contracts/manifest.ts'
import { until } from './clock.ts'
import { startScheduler } from './scheduler-on-port.ts'

const screenOf = (title: string, width: number, height: number, volumePercent = 0) =>
  ({ title, width, height, volumePercent }) as ScreenProfile

type States = Readonly<Record<string, RenditionState>>
/** By `asset width sound`. */
const storeOf = (states: States, sound: boolean | null = null) => ({
  film: () => (sound === null ? null : ({ seconds: 9, sound } as never)),
  stateOf: ({ assetId, size, sound: heard }: { assetId: string; size: { width: number }; sound: boolean }) =>
    states[`${assetId} ${size.width} ${heard}`] ?? null,
})
const ready: RenditionState = { state: 'ready' }
const refused: RenditionState = { state: 'refused', refusal: { code: 'codec', found: 'hevc' } }
const making = (place: number, percent: number | null = null): RenditionState => ({
  state: 'making',
  place,
  percent,
})
const screens = [screenOf('广场屏', 192, 96), screenOf('大厅屏', 384, 192), screenOf('村口屏', 192, 96)]

test('screens of one size are one line, the largest first, and what nobody asked for says so', () => {
  const { sizes } = renditionsTold(['f'], 'film', screens, storeOf({ 'f 192 false': making(0, 40) }))
  expect(sizes).toEqual([
    expect.objectContaining({ width: 384, screens: 1, names: ['大厅屏'], state: 'unasked' }),
    expect.objectContaining({
      ...{ width: 192, screens: 2, names: ['广场屏', '村口屏'] },
      ...{ state: 'making', percent: 40, before: null },
    }),
  ])
})

test('of files of which one is enough the better counts, so that a refused one does not frighten', () => {
  const [, small] = renditionsTold(
    ['mp4', 'webm'],
    'film',
    screens,
    storeOf({ 'mp4 192 false': refused, 'webm 192 false': ready }),
  ).sizes
  expect(small).toMatchObject({ state: 'ready', reason: null })
})

test('a refusal comes with its reason and its remedy', () => {
  const { sizes } = renditionsTold(['f'], 'film', screens, storeOf({ 'f 384 false': refused }))
  expect(sizes[0]).toMatchObject({
    state: 'refused',
    reason: expect.stringContaining('hevc'),
    remedy: expect.stringContaining('H.264'),
  })
})

test('where some screens of a size are heard and some are not, both kinds of a film with sound are wanted', () => {
  const both = [screenOf('静', 192, 96), screenOf('响', 192, 96, 50)]
  const states = { 'f 192 false': ready, 'f 192 true': making(3) }
  const loud = renditionsTold(['f'], 'film', both, storeOf(states, true))
  expect(loud.sizes[0]).toMatchObject({ state: 'waiting', before: 2 })
  expect(loud.film).toEqual({ seconds: 9, sound: true })
  const silent = renditionsTold(['f'], 'film', both, storeOf(states, false))
  expect(silent.sizes[0]).toMatchObject({ state: 'ready' })
})

test('a place among the waiting counts what is more urgent first, and what pauses after a failure last', async () => {
  const ends: (() => void)[] = []
  const jobs = jobsOf<{ rank: number; fails?: boolean }>({
    atOnce: 1,
    rank: ({ rank }) => rank,
    run: ({ fails }) =>
      new Promise((done, failed) => ends.push(() => (fails ? failed(new Error('x')) : done()))),
    failed: () => true,
  })
  jobs.add('runs', { rank: 1, fails: true })
  jobs.add('late', { rank: 2 })
  jobs.add('soon', { rank: 0 })
  expect(['runs', 'soon', 'late', 'none'].map(jobs.place)).toEqual([0, 1, 2, null])
  ends[0]?.()
  await until('the next runs', () => jobs.place('soon') === 0)
  expect(['late', 'runs'].map(jobs.place)).toEqual([1, 2])
  jobs.close()
})

test('a form asks in the name of whoever writes, and nobody else is told', async () => {
  const at = await startScheduler()
  const image = `image-${'a'.repeat(40)}-8x8-webp`
  const asked = `renditions?as=picture&asset=${image}`
  expect((await at.ask(asked, { as: null })).status).toBe(401)
  const { sizes, film } = (await (await at.ask(asked)).json()) as { sizes: object[]; film: null }
  expect({ sizes, film }).toMatchObject({ sizes: [{ width: 192, height: 96, state: 'unasked' }], film: null })
  for (const wrong of [
    'renditions',
    `renditions?as=sound&asset=${image}`,
    'renditions?as=film',
    'renditions?as=film&asset=../../etc',
    `renditions?as=film${`&asset=${image}`.repeat(5)}`,
  ])
    expect((await at.ask(wrong)).status, wrong).toBe(400)
})
