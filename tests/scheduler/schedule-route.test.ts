/** @file The timetable of a screen is handed to whoever is signed in, as its player has it. */
import { expect, test } from 'vitest'
import { resolve, type Schedule, type ScheduledScreen } from '../../contracts/schedule/index.ts'
import { startScheduler } from './scheduler-on-port.ts'

test('it answers for every instant as the scheduler does, so what is planned on it comes true', async () => {
  const { ask, clock } = await startScheduler()
  const answer = await ask('schedule?screen=screen-1')
  expect(answer.status).toBe(200)
  const { schedule, screen } = (await answer.json()) as { schedule: Schedule; screen: ScheduledScreen }
  for (const hours of [0, 1, 7, 30]) {
    const at = clock.now() + hours * 3_600_000
    const theirs = await ask(`resolve?screen=screen-1&at=${encodeURIComponent(new Date(at).toISOString())}`)
    const own = resolve(schedule, screen, at)
    expect(await theirs.json()).toMatchObject({
      item: { id: own.item.id },
      why: own.why,
      until: new Date(own.until).toISOString(),
    })
  }
})

test('it is not for callers who are not signed in, for it holds what is planned', async () => {
  const { ask, lake } = await startScheduler()
  expect((await ask('schedule?screen=screen-1', { as: null })).status).toBe(401)
  const viewer = lake.lake.issueServiceToken('someone', 'viewer')
  expect((await ask('schedule?screen=screen-1', { as: viewer })).status).toBe(200)
  expect((await ask('schedule?screen=none')).status).toBe(404)
})
