/** @file A campaign holds its events: they play on its days and on its screens, whatever they say themselves. */
import { describe, expect, test } from 'vitest'
import type { ScheduleEventDocument, SignageCampaign } from '../../contracts/documents/index.ts'
import { compileEvent } from '../../scheduler/compile/events.ts'
import { county, event, mapOf, ref, screen, smallTown } from './samples.ts'
import { campaign } from './more-samples.ts'
import { compiled } from './compile-rig.ts'

const ofCampaign = (more: Parameters<typeof event>[1] = {}) =>
  event('e', { campaign: ref('campaign-1'), ...more })

describe('days', () => {
  const span = (document: ScheduleEventDocument, bounds: SignageCampaign) => {
    const { validFrom, validUntil } = compileEvent(document, bounds)
    return [validFrom, validUntil]
  }
  test.each([
    { what: 'an event without days has the campaign’s', days: {}, is: ['2026-12-01', '2026-12-08'] },
    {
      what: 'an event within keeps its own',
      days: { firstDay: '2026-12-03', lastDay: '2026-12-04' },
      is: ['2026-12-03', '2026-12-05'],
    },
    {
      what: 'an event that reaches beyond is cut on both sides',
      days: { firstDay: '2026-11-01', lastDay: '2027-01-31' },
      is: ['2026-12-01', '2026-12-08'],
    },
    {
      what: 'an event that only begins later',
      days: { firstDay: '2026-12-05' },
      is: ['2026-12-05', '2026-12-08'],
    },
  ])('$what', ({ days, is }) => {
    expect(span(ofCampaign(days), campaign('campaign-1'))).toEqual(is)
  })

  test('that have nothing in common make an event that never opens, and not one that always does', () => {
    const [from = '', until = ''] = span(ofCampaign({ firstDay: '2027-01-01' }), campaign('campaign-1'))
    expect(from > until).toBe(true)
  })
})

describe('screens', () => {
  const town = [
    ...smallTown().filter(({ _type }) => _type !== 'screen'),
    county('2'),
    screen('screen-1', {
      groups: [
        { ...ref('group-a'), _key: 'a' },
        { ...ref('group-b'), _key: 'b' },
      ],
    }),
    screen('screen-2', { county: ref('county-2') }),
  ]
  const reached = (document: ScheduleEventDocument, bounds: SignageCampaign | null) => {
    const documents = mapOf([...town, document, ...(bounds ? [bounds] : [])])
    return ['screen-1', 'screen-2'].filter((id) =>
      compiled(documents, id).schedule.events.some((each) => each.id === 'e'),
    )
  }
  const here = [{ county: 'county-1' }]

  test.each([
    { what: 'the campaign’s where the event names none', own: [], its: here, is: ['screen-1'] },
    { what: 'only those of both', own: [{}], its: here, is: ['screen-1'] },
    { what: 'none where the two name different ones', own: [{ county: 'county-2' }], its: here, is: [] },
    { what: 'the event’s where the campaign names none', own: [{ county: 'county-2' }], is: ['screen-2'] },
    { what: 'none where neither names any', own: [], is: [] },
    {
      what: 'those of two groups at once, which no single selector can say',
      own: [{ group: 'group-a' }],
      its: [{ group: 'group-b' }],
      is: ['screen-1'],
    },
  ])('$what', ({ own, its, is }) => {
    const bounds = campaign('campaign-1', its ? { targets: its } : {})
    expect(reached(ofCampaign({ targets: own }), bounds)).toEqual(is)
  })

  test('of an event whose document has no list at all are the campaign’s', () => {
    const { targets: _none, ...document } = ofCampaign()
    expect(reached(document, campaign('campaign-1', { targets: here }))).toEqual(['screen-1'])
    expect(compileEvent(document).targets).toEqual([])
  })

  test('see nothing of an event whose campaign is not published: its days and screens are unknown', () => {
    expect(reached(ofCampaign(), null)).toEqual([])
  })
})
