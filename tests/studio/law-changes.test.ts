/** @file Which texts rest on a law that has moved since they were checked. */
import { evaluate, parse } from 'groq-js'
import type { SanityClient } from 'sanity'
import { expect, test } from 'vitest'
import { lapsedIds } from '../../studio/structure/lapsed.ts'
import { checkedDay, lapsedOf, lapsedSince } from '../../studio/structure/law-changes.ts'

const law = 'law-a'
const today = '2026-11-22'
const edition = (effectiveTo?: string, of = law) => ({ law: of, ...(effectiveTo ? { effectiveTo } : {}) })

const table: readonly [
  rule: string,
  ends: (string | undefined)[],
  checkedOn: string | undefined,
  found: string | null,
][] = [
  ['an edition in force has not ended', [undefined], '2020-01-01', null],
  ['an edition that ends tomorrow still holds', ['2026-11-23'], '2020-01-01', null],
  [
    'an edition that ends today holds no more, since the end is exclusive',
    ['2026-11-22'],
    '2020-01-01',
    '2026-11-22',
  ],
  ['a check before the end was against the old text', ['2026-07-01'], '2026-06-30', '2026-07-01'],
  ['a check on the day of the end was against what came after', ['2026-07-01'], '2026-07-01', null],
  ['a check after the end was against what came after', ['2026-07-01'], '2026-07-02', null],
  ['what was never checked lapses with any end', ['2019-01-01'], undefined, '2019-01-01'],
  [
    'of several ends the last is told',
    ['2020-01-01', '2026-07-01', '2023-01-01'],
    '2019-12-31',
    '2026-07-01',
  ],
  [
    'an end before the check does not hide a later one',
    ['2020-01-01', '2026-07-01'],
    '2021-01-01',
    '2026-07-01',
  ],
  ['a law without editions has not moved', [], undefined, null],
]

test.each(table)('%s', (_rule, ends, checkedOn, found) => {
  expect(
    lapsedSince(
      ends.map((end) => edition(end)),
      law,
      checkedOn,
      today,
    )?.effectiveTo ?? null,
  ).toBe(found)
})

test('the end of another law matters to nobody else', () => {
  expect(lapsedSince([edition('2026-07-01', 'law-b')], law, undefined, today)).toBeNull()
})

test('where no check is written down the last change stands for one, by the bureau’s day', () => {
  expect(checkedDay({ checkedOn: '2026-01-02', _updatedAt: '2026-11-01T00:00:00Z' })).toBe('2026-01-02')
  expect(checkedDay({ _updatedAt: '2026-06-30T16:30:00Z' })).toBe('2026-07-01')
})

test('a law that is cited twice is told once', () => {
  const text = { laws: [law, law, 'law-b'], checkedOn: '2026-01-01', _updatedAt: '2026-01-01T00:00:00Z' }
  expect(lapsedOf([edition('2026-07-01')], text, today)).toEqual([edition('2026-07-01')])
})

const cites = (...laws: string[]) =>
  laws.map((id) => ({ _type: 'citation', law: { _type: 'reference', _ref: id } }))
const updated = { _updatedAt: '2026-11-20T00:00:00Z' }

/** A lake of these documents; a client that asks it as the desk does. */
function lakeOf(dataset: object[]) {
  const perspectives: unknown[] = []
  const client = {
    async fetch(query: string, params: object, options?: { perspective?: string }) {
      perspectives.push(options?.perspective)
      return (await evaluate(parse(query, { params }), { dataset, params })).get()
    },
  } as unknown as SanityClient
  return { client, perspectives }
}

const dataset = [
  { _id: law, _type: 'law', shortTitle: '甲法' },
  { _id: 'edition-a-1', _type: 'lawEdition', law: { _ref: law }, title: '旧', effectiveTo: '2026-07-01' },
  { _id: 'edition-a-2', _type: 'lawEdition', law: { _ref: law }, title: '新', effectiveFrom: '2026-07-01' },
  { _id: 'edition-b-1', _type: 'lawEdition', law: { _ref: 'law-b' }, title: '旧', effectiveTo: '2027-01-01' },
  { _id: 'stale', _type: 'slogan', checkedOn: '2026-05-01', citations: cites('law-b', law), ...updated },
  { _id: 'fresh', _type: 'slogan', checkedOn: '2026-07-01', citations: cites(law), ...updated },
  { _id: 'future', _type: 'slogan', checkedOn: '2026-05-01', citations: cites('law-b'), ...updated },
  { _id: 'plain', _type: 'slogan', ...updated },
  { _id: 'touched', _type: 'mural', citations: cites(law), _updatedAt: '2026-08-01T00:00:00Z' },
  { _id: 'untouched', _type: 'mural', citations: cites(law), _updatedAt: '2026-05-01T00:00:00Z' },
]

test('a list holds what was checked before an edition of a cited law ended, and only of its type', async () => {
  const { client } = lakeOf(dataset)
  expect(await lapsedIds(client, 'slogan', today)).toEqual(['stale'])
  expect(await lapsedIds(client, 'mural', today)).toEqual(['untouched'])
  expect(await lapsedIds(client, 'legalQuestion', today)).toEqual([])
  expect((await lapsedIds(client, 'slogan', '2027-01-01')).sort()).toEqual(['future', 'stale'])
})

test('a check that is not published yet takes a text off the list, so that nobody does it twice', async () => {
  const { client, perspectives } = lakeOf(dataset)
  await lapsedIds(client, 'slogan', today)
  expect(perspectives).toEqual([undefined, 'drafts'])
})

test('while no edition has ended nothing more is asked', async () => {
  const { client, perspectives } = lakeOf(dataset)
  expect(await lapsedIds(client, 'slogan', '2026-06-30')).toEqual([])
  expect(perspectives).toHaveLength(1)
})
