/** @file A share event is held against the time that its screens have, before it is published. */
import { describe, expect, test } from 'vitest'
import { county, event, screen, smallTown } from './samples.ts'
import { startScheduler, type SchedulerOnPort } from './scheduler-on-port.ts'

interface Checked {
  problems: { screen: string; at: string; seconds: number; events: string[]; text: string }[]
}

const share = (id: string, seconds: number, more: Parameters<typeof event>[1] = {}) =>
  event(id, { mode: 'share', shareSecondsPerHour: seconds, ...more })

const morning = (start: string, end: string) =>
  ({
    timing: 'dayparts',
    dayparts: [{ _type: 'daypart', _key: 'd', days: [1, 2, 3, 4, 5, 6, 7], start, end }],
  }) as const

const town = () => [
  ...smallTown(),
  county('2', '武邑县'),
  screen('screen-2', { county: { _type: 'reference', _ref: 'county-2' } }),
  share('taken', 3_000, morning('08:00', '10:00')),
]

async function check(at: SchedulerOnPort, body: unknown): Promise<Checked['problems']> {
  const answer = await at.post('events/check', body)
  expect(answer.status).toBe(200)
  return ((await answer.json()) as Checked).problems
}

describe('a share event', () => {
  test('is told where, from when on and with whom it asks for more than an hour', async () => {
    const at = await startScheduler(town())
    const problems = await check(at, share('drafts.more', 601, morning('09:00', '11:00')))
    expect(problems.map((problem) => problem.screen)).toEqual(['screen-1', 'screen-2'])
    const [first] = problems
    expect(first).toMatchObject({ seconds: 3_601, events: ['排期 drafts.more', '排期 taken'] })
    // Nine in the morning of Shanghai, on the day of the check or the one after.
    expect(first?.at).toMatch(/T01:00:00\.000Z$/)
    expect(first?.text).toMatch(/屏 screen-1.*09:00.*“排期 taken”.*3601 秒.*减少/)
  })

  test.each([
    ['that fills the hour to the second', share('more', 600, morning('09:00', '11:00'))],
    ['that begins when the other ends', share('more', 3_600, morning('10:00', '11:00'))],
    ['in the place of its own published self', share('drafts.taken', 3_600, morning('08:00', '10:00'))],
    ['that is over', share('more', 3_600, { lastDay: '2025-12-31' })],
    ['that begins later than anyone plans', share('more', 3_600, { firstDay: '2029-01-01' })],
  ])('%s is right', async (_what, body) => {
    expect(await check(await startScheduler(town()), body)).toEqual([])
  })

  test('is asked for the screens that it aims at, and for no others', async () => {
    const at = await startScheduler(town())
    const problems = await check(at, share('more', 3_600, { targets: [{ county: 'county-2' }] }))
    expect(problems.map((problem) => problem.screen)).toEqual(['screen-2'])
  })
})

test('an ordinary event asks for nobody’s seconds', async () => {
  expect(await check(await startScheduler(town()), event('more'))).toEqual([])
})

test('the check is for operators, and what is no event is refused in words', async () => {
  const at = await startScheduler(town())
  expect((await at.post('events/check', share('more', 60), null)).status).toBe(401)
  for (const body of [null, [], {}, { ...share('more', 60), dayparts: 'always' }]) {
    const answer = await at.post('events/check', body)
    const { error } = (await answer.json()) as { error: { code: string; details: { reason: string } } }
    expect([answer.status, error.code]).toEqual([400, 'signage.bad-request'])
    expect(error.details.reason).toMatch(/不是排期的写法/)
  }
})

test('a draft that is half written is no fault: it is simply not yet open', async () => {
  const at = await startScheduler(town())
  expect(await check(at, { _id: 'drafts.half', _type: 'scheduleEvent', mode: 'share' })).toEqual([])
})

test('a cap on a line of a playlist travels with each item of that line', async () => {
  const documents = smallTown().map((document) =>
    document._id === 'playlist-main' && document._type === 'playlist'
      ? { ...document, items: document.items.map((item) => ({ ...item, maxPlaysPerHour: 2 })) }
      : document,
  )
  const at = await startScheduler(documents)
  const ask = async (time: string) =>
    (
      (await (await at.ask(`resolve?screen=screen-1&at=2026-12-04T${time}Z`)).json()) as {
        item: { id: string }
      }
    ).item.id
  expect([await ask('02:00:00'), await ask('02:29:00'), await ask('02:30:00')]).toEqual([
    'slogan-main',
    'slogan-evergreen',
    'slogan-main',
  ])
})
