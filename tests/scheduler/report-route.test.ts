/** @file Reports over the line: from a player's record to a file. */
import { expect, test } from 'vitest'
import { chained } from './proof-rig.ts'
import { county, event, ref } from './samples.ts'
import { startScheduler } from './scheduler-on-port.ts'
import { json, town } from './town.ts'

test('a report over the line has what players told, by campaign too, in all three forms', async () => {
  const campaign = {
    ...county('x', '宪法宣传周'),
    _id: 'campaign-1',
    _type: 'signageCampaign' as const,
    purpose: '宣传',
    firstDay: '2026-01-01',
    lastDay: '2026-12-31',
  }
  const at = await startScheduler([...town(), campaign, event('event-9', { campaign: ref('campaign-1') })])
  const { player } = await at.playing('screen-1')
  player.say({ type: 'plays', plays: chained([{ event: 'event-9' }, { event: 'event-main' }]) })
  await player.next('plays-stored')
  const report = await json<{ rows: object[]; total: object }>(
    at.ask('reports?by=campaign&from=2026-03-02&to=2026-03-02'),
  )
  expect(report.rows).toMatchObject([
    { key: '', title: '不属于任何活动', plays: 1 },
    { key: 'campaign-1', title: '宪法宣传周', plays: 1, seconds: 8 },
  ])
  expect(report.total).toMatchObject({ plays: 2, seconds: 16 })
  const csv = await at.ask('reports?by=county&format=csv')
  expect(csv.headers.get('content-disposition')).toBe('attachment; filename="plays_county.csv"')
  expect(Buffer.from(await csv.arrayBuffer()).toString('utf8')).toContain('\uFEFF编号,县区,')
  const xlsx = await at.ask('reports?by=screen&format=xlsx')
  expect(Buffer.from(await xlsx.arrayBuffer()).toString('latin1', 0, 2)).toBe('PK')
  for (const wrong of [
    'by=colour',
    'from=yesterday',
    'from=2026-02-30',
    'from=2026-03-02&to=2026-03-01',
    'format=pdf',
  ])
    expect((await at.ask(`reports?${wrong}`)).status).toBe(400)
})
