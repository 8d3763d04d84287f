/** @file What "the newest of …" stands for: each type's order, and what is asked of a place. */
import { describe, expect, test } from 'vitest'
import type { LatestItem, MuralCampaign } from '../../contracts/documents/index.ts'
import { Reading, typeMark, type SignageDocument } from '../../scheduler/compile/documents.ts'
import { compileItems } from '../../scheduler/compile/items.ts'
import { latest, placeAsked, type LatestPlace } from '../../scheduler/compile/latest.ts'
import { typicalCase } from './more-samples.ts'
import { mapOf, mural, notice, question, ref, settings, slogan, video } from './samples.ts'

const line = (more: Partial<LatestItem>): LatestItem & { _key: string } => ({
  _type: 'latestItem',
  _key: 'n',
  contentType: 'slogan',
  count: 20,
  ...more,
})
const on = (day: number) => `2026-02-0${day}T00:00:00Z`

function ids(documents: readonly SignageDocument[], entry: Partial<LatestItem>, place: LatestPlace = {}) {
  return latest(line(entry), new Reading(mapOf(documents)), place).map(({ _id }) => _id)
}

describe('of this county', () => {
  const documents = [
    slogan('whole', '全市', { _updatedAt: on(1) }),
    slogan('ours', '本县', { county: ref('county-1'), _updatedAt: on(2) }),
    slogan('theirs', '邻县', { county: ref('county-2'), _updatedAt: on(3) }),
  ]

  test('are the county’s own and the whole prefecture’s, but never another county’s', () => {
    expect(ids(documents, { county: 'own' }, { county: 'county-1' })).toEqual(['ours', 'whole'])
  })

  test('are everybody’s where it is not asked for', () => {
    expect(ids(documents, {}, { county: 'county-1' })).toEqual(['theirs', 'ours', 'whole'])
    expect(ids(documents, { county: 'any' }, { county: 'county-1' })).toEqual(['theirs', 'ours', 'whole'])
  })
})

describe('notices', () => {
  const documents = [
    notice('over', { validUntil: '2026-03-02T00:00', _updatedAt: on(9) }),
    notice('ends-today', { validUntil: '2026-03-02T08:00', _updatedAt: on(1) }),
    notice('runs', { validUntil: '2026-04-01T00:00', _updatedAt: on(2) }),
    notice('not-yet', { validFrom: '2026-03-03T08:00', validUntil: '2026-04-01T00:00', _updatedAt: on(8) }),
    notice('from-today', {
      validFrom: '2026-03-02T20:00',
      validUntil: '2026-04-01T00:00',
      _updatedAt: on(3),
    }),
  ]
  const today = '2026-03-02'

  test('that are over take no place; those that run come before those that do not yet', () => {
    expect(ids(documents, { contentType: 'notice' }, { today })).toEqual([
      'from-today',
      'runs',
      'ends-today',
      'not-yet',
    ])
  })

  test('that have not begun travel where there is room, so that a screen cut off shows them in time', () => {
    expect(ids(documents, { contentType: 'notice', count: 3 }, { today })).not.toContain('not-yet')
    expect(ids(documents, { contentType: 'notice', count: 4 }, { today })).toContain('not-yet')
  })
})

describe('murals', () => {
  const campaign = (id: string, year: number): MuralCampaign => ({
    ...{ _rev: 'r', _createdAt: on(1), _updatedAt: on(1), _id: id, _type: 'muralCampaign', title: id, year },
    ...{ slug: { _type: 'slug', current: id }, phase: '一期', summary: '墙画' },
  })
  const painted = (
    id: string,
    at: { campaign: string; village: string; order: number; county?: string },
  ) => ({
    ...mural(id, 'image'),
    campaign: ref(at.campaign),
    village: ref(at.village),
    streetOrder: at.order,
    county: ref(at.county ?? 'county-1'),
  })
  const documents = [
    campaign('campaign-old', 2025),
    campaign('campaign-new', 2026),
    painted('old', { campaign: 'campaign-old', village: 'village-1', order: 1 }),
    painted('new-second', { campaign: 'campaign-new', village: 'village-1', order: 2 }),
    painted('new-first', { campaign: 'campaign-new', village: 'village-1', order: 1 }),
    painted('other-village', { campaign: 'campaign-new', village: 'village-2', order: 1 }),
    painted('other-county', { campaign: 'campaign-new', village: 'village-3', order: 1, county: 'county-2' }),
  ]
  const all = ['new-first', 'new-second', 'other-village', 'other-county', 'old']

  test('of the newest campaign come first, along each village’s street', () => {
    expect(ids(documents, { contentType: 'mural' })).toEqual(all)
  })

  test('of the county, or of the village in which the screen stands', () => {
    const place = { county: 'county-1', village: 'village-1' }
    expect(ids(documents, { contentType: 'mural', county: 'own' }, place)).toEqual(
      all.filter((id) => id !== 'other-county'),
    )
    expect(ids(documents, { contentType: 'mural', village: 'own' }, place)).toEqual([
      'new-first',
      'new-second',
      'old',
    ])
  })

  test('of its village are none for a screen that stands in no village', () => {
    expect(ids(documents, { contentType: 'mural', village: 'own' }, { county: 'county-1' })).toEqual([])
  })

  test('of one topic are found by the one topic that a mural has', () => {
    expect(ids(documents, { contentType: 'mural', topic: ref('topic') })).toHaveLength(5)
    expect(ids(documents, { contentType: 'mural', topic: ref('topic-other') })).toEqual([])
  })
})

test('films are taken by kind and topic', () => {
  const documents = [
    video('drama', { topics: [{ ...ref('loans'), _key: 'l' }] }),
    video('cartoon', { genre: 'animation' }),
  ]
  expect(ids(documents, { contentType: 'video', genre: 'animation' })).toEqual(['cartoon'])
  expect(ids(documents, { contentType: 'video', topic: ref('loans') })).toEqual(['drama'])
})

test('a case becomes a card with what it teaches, and a code that leads to the whole story', () => {
  const read = new Reading(mapOf([typicalCase('case-1')]))
  const context = {
    read,
    settings: settings(),
    origin: 'https://pufa.test',
    size: { width: 192, height: 96 },
    characterPx: 16,
    today: '2026-03-02',
  }
  const compiled = compileItems(line({ contentType: 'typicalCase' }), 'p', {
    ...context,
    rendition: () => null,
  })
  expect(compiled).toMatchObject([
    {
      item: {
        kind: 'question',
        question: '分包老板跑了',
        answer: '总包单位先行清偿。',
        source: '以案释法',
        qr: { url: 'https://pufa.test/cases/case-1' },
      },
    },
  ])
})

test('a later document of the type is noticed, of whatever type', () => {
  for (const contentType of ['notice', 'mural', 'video', 'typicalCase'] as const) {
    const read = new Reading(new Map())
    latest(line({ contentType }), read, {})
    expect(read.used).toContain(typeMark(contentType))
  }
})

describe('a playlist is made once for all screens that are alike in what it asks of them', () => {
  const place = { county: 'county-1', village: 'village-1', today: '2026-03-02' }
  const asked = (...entries: Partial<LatestItem>[]) =>
    placeAsked(
      entries.map((entry) => line(entry)),
      place,
    )

  test('it asks for nothing of a place, and the place does not matter', () => {
    expect(asked({}, { contentType: 'video' }, { county: 'any' })).toBe('')
  })

  test.each([
    [{ county: 'own' as const }, 'county-1'],
    [{ contentType: 'mural' as const, village: 'own' as const }, 'county-1 village-1'],
    [{ contentType: 'notice' as const }, '2026-03-02'],
  ])('%o depends on %s', (entry, key) => {
    expect(asked(entry)).toBe(key)
  })

  test('questions of one type stand in no order but that of their ids when they came at one instant', () => {
    const documents = ['b', 'a'].map((id) => question(id))
    expect(ids(documents, { contentType: 'legalQuestion' })).toEqual(['a', 'b'])
  })
})
