/** @file Which texts rest on a law that has moved since they were checked. */
import { evaluate, parse } from 'groq-js'
import type { SanityClient } from 'sanity'
import { expect, test } from 'vitest'
import { endedEditions, lapsedFilter, lastEnds, type CitingType } from '../../studio/structure/lapsed.ts'
import { checkedDay, lapsedOf, lapsedSince } from '../../contracts/law-change.ts'

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

/** What the list of a type finds on a day, by the queries that the desk asks. */
async function listed(documents: object[], type: CitingType, on: string): Promise<string[]> {
  const ask = async (query: string, params: Record<string, unknown>): Promise<unknown> =>
    (await evaluate(parse(query, { params }), { dataset: documents, params })).get()
  const client = { fetch: ask } as unknown as SanityClient
  const ended = lastEnds(await endedEditions(client, on), on)
  return (await ask(`*[${lapsedFilter}]._id`, { type, ended })) as string[]
}

test('a list holds what was checked before an edition of a cited law ended, and only of its type', async () => {
  expect(await listed(dataset, 'slogan', today)).toEqual(['stale'])
  expect(await listed(dataset, 'mural', today)).toEqual(['untouched'])
  expect(await listed(dataset, 'legalQuestion', today)).toEqual([])
  expect((await listed(dataset, 'slogan', '2027-01-01')).sort()).toEqual(['future', 'stale'])
  expect(await listed(dataset, 'slogan', '2026-06-30')).toEqual([])
})

test('the list and the badge follow one rule, whatever ended when and whoever checked when', async () => {
  const days = ['2026-06-29', '2026-06-30', '2026-07-01', '2026-07-02', '2026-12-01']
  /** Around midnight of the bureau, which is four in the afternoon by Greenwich. */
  const instants = [
    '2026-06-29T15:59:59Z',
    '2026-06-29T16:00:00Z',
    '2026-06-30T16:00:00Z',
    '2026-07-01T20:00:00Z',
  ]
  const laws = ['law-a', 'law-b']
  const editions = laws.flatMap((id, at) =>
    days.slice(at * 2, at * 2 + 2).map((effectiveTo) => ({
      _id: `edition-${id}-${effectiveTo}`,
      _type: 'lawEdition',
      law: { _ref: id },
      title: '旧',
      effectiveTo,
    })),
  )
  const texts = [['law-a'], ['law-b'], laws, []].flatMap((cited) =>
    [undefined, ...days].flatMap((checkedOn) =>
      instants.map((_updatedAt) => ({
        _id: `${cited.join()} ${checkedOn} ${_updatedAt}`,
        _type: 'mural',
        citations: cites(...cited),
        _updatedAt,
        ...(checkedOn ? { checkedOn } : {}),
      })),
    ),
  )
  for (const on of days) {
    const ends = editions.map(({ law: { _ref }, effectiveTo }) => ({ law: _ref, effectiveTo }))
    const expected = texts.filter((text) => {
      const cited = text.citations.map(({ law: { _ref } }) => _ref)
      return lapsedOf(ends, { ...text, laws: cited }, on).length > 0
    })
    expect(await listed([...editions, ...texts], 'mural', on)).toEqual(expected.map(({ _id }) => _id))
  }
})
