/** @file Lines of a playlist that make their items themselves: galleries, countdowns, the test pattern. */
import { describe, expect, test } from 'vitest'
import type {
  CountdownItem,
  GalleryItem,
  Keyed,
  LegalDayDocument,
  MuralCampaign,
} from '../../contracts/documents/index.ts'
import { Reading, type SignageDocument } from '../../scheduler/compile/documents.ts'
import { compileItems, type ItemContext } from '../../scheduler/compile/items.ts'
import { nextBegin } from '../../scheduler/compile/kinds/countdown.ts'
import { image, legalDay, mapOf, mural, ref, settings, village } from './samples.ts'

function contextOf(documents: readonly SignageDocument[], more: Partial<ItemContext> = {}): ItemContext {
  return {
    read: new Reading(mapOf(documents)),
    settings: settings(),
    origin: 'https://pufa.test',
    size: { width: 192, height: 96 },
    characterPx: 16,
    today: '2026-11-22',
    rendition: ({ assetId }) => `sha-of-${assetId}`,
    ...more,
  }
}

describe('a gallery', () => {
  const campaign = {
    ...mural('c', ''),
    _id: 'campaign-2',
    _type: 'muralCampaign',
    title: '墙画二期',
  } as unknown as MuralCampaign
  const walls = [
    { ...mural('m3', 'image-3'), streetOrder: 3 },
    { ...mural('m1', 'image-1'), streetOrder: 1 },
    { ...mural('m2', 'image-2'), streetOrder: 2, campaign: ref('campaign-2') },
    { ...mural('elsewhere', 'image-4'), village: ref('village-2') },
  ]
  const documents = [
    ...walls,
    campaign,
    village('village-1', '清风村'),
    village('village-2', '和睦村'),
    ...['1', '2', '3', '4'].map((id) => image(`image-${id}`)),
  ]
  const line = (more: Partial<GalleryItem>): Keyed<GalleryItem> => ({
    _type: 'galleryItem',
    _key: 'g',
    count: 6,
    change: 'wipe',
    ...more,
  })
  const assetsOf = (more: Partial<GalleryItem>, context = contextOf(documents)) => {
    const [compiled] = compileItems(line(more), 'playlist', context)
    return compiled?.item.kind === 'gallery' ? compiled.item.pictures.map(({ asset }) => asset) : null
  }

  test('shows a village’s murals in the order in which one walks along them', () => {
    const [compiled] = compileItems(line({ village: ref('village-1') }), 'playlist', contextOf(documents))
    expect(compiled).toMatchObject({
      item: { id: 'playlist:g', kind: 'gallery', title: '清风村', change: 'wipe' },
      seconds: 24,
    })
    expect(assetsOf({ village: ref('village-1') })).toEqual([
      'sha-of-image-1',
      'sha-of-image-2',
      'sha-of-image-3',
    ])
  })

  test('of a village and a campaign shows what belongs to both', () => {
    expect(assetsOf({ village: ref('village-1'), campaign: ref('campaign-2') })).toEqual(['sha-of-image-2'])
    expect(assetsOf({ campaign: ref('campaign-2') })).toEqual(['sha-of-image-2'])
  })

  test('shows no more than were asked for, and leaves out what is not ready', () => {
    expect(assetsOf({ village: ref('village-1'), count: 2 })).toHaveLength(2)
    const slow = contextOf(documents, { rendition: ({ assetId }) => (assetId === 'image-1' ? null : 'x') })
    expect(assetsOf({ village: ref('village-1') }, slow)).toHaveLength(2)
  })

  test('that names nothing, or of which nothing is ready, is left out: it would be blank', () => {
    expect(assetsOf({})).toBeNull()
    expect(assetsOf({ village: ref('village-9') })).toBeNull()
    expect(
      assetsOf({ village: ref('village-1') }, contextOf(documents, { rendition: () => null })),
    ).toBeNull()
  })

  test('is compiled again when any mural changes, since another may have come', () => {
    const context = contextOf(documents)
    assetsOf({ village: ref('village-1') }, context)
    expect(context.read.used).toContain('type:mural')
  })
})

describe('a countdown', () => {
  const constitution = legalDay('constitution', { title: '国家宪法日', month: 12, day: 4 })
  const line = (more: Partial<CountdownItem>): Keyed<CountdownItem> => ({
    _type: 'countdownItem',
    _key: 'c',
    ...more,
  })
  const compile = (
    more: Partial<CountdownItem>,
    today = '2026-11-22',
    days: LegalDayDocument[] = [constitution],
  ) => compileItems(line(more), 'playlist', contextOf(days, { today }))[0]

  test('to a legal day finds the day by its rule, begins a month before and ends with the day', () => {
    expect(compile({ legalDay: ref('constitution'), note: '学宪法' })).toEqual({
      item: {
        id: 'playlist:c',
        kind: 'countdown',
        title: '国家宪法日',
        day: '2026-12-04',
        note: '学宪法',
        validFrom: '2026-11-04T00:00',
        validUntil: '2026-12-05T00:00',
      },
      seconds: 8,
    })
  })

  test('on the day itself is still of this year, on the day after of the next', () => {
    expect(compile({ legalDay: ref('constitution') }, '2026-12-04')?.item).toMatchObject({
      day: '2026-12-04',
    })
    expect(compile({ legalDay: ref('constitution') }, '2026-12-05')?.item).toMatchObject({
      day: '2027-12-04',
    })
  })

  test.each([
    {
      rule: { month: 12, day: 1, lengthDays: 7 },
      today: '2026-12-06',
      day: '2026-12-01',
      why: 'it still lasts',
    },
    { rule: { month: 2, day: 29 }, today: '2026-12-06', day: null, why: 'no such day comes within a year' },
    {
      rule: { rule: 'nthWeekday', month: 5, day: undefined, nth: 3, weekday: 7 },
      today: '2026-11-22',
      day: '2027-05-16',
      why: 'the third Sunday of May',
    },
    {
      rule: { rule: 'lunar', month: 9, day: 9 },
      today: '2026-11-22',
      day: '2027-10-08',
      why: 'the ninth of the ninth lunar month',
    },
  ] as const)('finds $day from $today: $why', ({ rule, today, day }) => {
    expect(nextBegin(legalDay('x', rule as Partial<LegalDayDocument>), today)).toBe(day)
  })

  test('to a day that is named needs its name, since a number alone says nothing', () => {
    expect(compile({ day: '2027-01-01', title: '新法施行', daysBefore: 60 })?.item).toMatchObject({
      title: '新法施行',
      day: '2027-01-01',
      validFrom: '2026-11-02T00:00',
      validUntil: '2027-01-02T00:00',
    })
    expect(compile({ day: '2027-01-01' })).toBeUndefined()
    expect(compile({ day: '2027-02-30', title: '没有这一天' })).toBeUndefined()
    expect(compile({ legalDay: ref('unknown') })).toBeUndefined()
  })
})

test('the test pattern needs no document: it must work before there is any', () => {
  expect(compileItems({ _type: 'testPatternItem', _key: 't' }, 'playlist', contextOf([]))).toEqual([
    { item: { id: 'playlist:t', kind: 'testPattern', title: '测试图' }, seconds: 60 },
  ])
})
