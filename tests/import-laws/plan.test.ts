/** @file What is written: differences only, in bounded transactions, an edition called complete last. */
import { describe, expect, it } from 'vitest'
import { planEdition, type Mutation, type Stored, type Wanted } from '../../scripts/import-laws/plan.ts'

const reference = (id: string) => ({ _type: 'reference' as const, _ref: id })
const article = (number: number, text = `第 ${number} 条。`) => ({
  _id: `article-x-current-${number}`,
  _type: 'article' as const,
  law: reference('law-x'),
  edition: reference('edition-x-current'),
  number: String(number),
  label: `第${number}条`,
  order: number,
  headings: [],
  paragraphs: [{ _type: 'articleParagraph' as const, _key: 'p1', text }],
})
const wantedOf = (count: number): Wanted => ({
  law: {
    _id: 'law-x',
    _type: 'law',
    title: '示例法',
    shortTitle: '示例法',
    slug: { _type: 'slug', current: 'x' },
    kind: 'law',
  },
  edition: {
    _id: 'edition-x-current',
    _type: 'lawEdition',
    law: reference('law-x'),
    title: '2020年文本',
    effectiveFrom: '2020-05-01',
    articleCount: count,
  },
  articles: Array.from({ length: count }, (_, index) => article(index + 1)),
  datesAreComplete: false,
})
const stored = (document: object): Stored => ({
  ...(document as Stored),
  _rev: 'r1',
  _createdAt: '2026-01-01T00:00:00Z',
  _updatedAt: '2026-02-02T00:00:00Z',
})
const nothing = { law: false, edition: null, articles: [] }
const idsOf = (mutations: readonly Mutation[]) =>
  mutations.map((mutation) => {
    if ('createIfNotExists' in mutation) return mutation.createIfNotExists._id
    if ('createOrReplace' in mutation) return mutation.createOrReplace._id
    return 'delete' in mutation ? `-${mutation.delete.id}` : `~${mutation.patch.id}`
  })

describe('a first run', () => {
  it('puts a small law into one transaction, so that it appears whole', () => {
    const { transactions, counts } = planEdition(wantedOf(3), nothing, 200)
    expect(transactions.map(idsOf)).toEqual([
      ['law-x', 'edition-x-current', 'article-x-current-1', 'article-x-current-2', 'article-x-current-3'],
    ])
    expect(counts).toEqual({ created: 5, changed: 0, unchanged: 0, removed: 0 })
  })

  it('bounds its transactions, and an edition of several has its count and dates last', () => {
    const { transactions } = planEdition(wantedOf(9), nothing, 4)
    expect(transactions.map((mutations) => mutations.length)).toEqual([4, 4, 3, 1])
    expect(transactions[0]?.[1]).toEqual({
      createIfNotExists: {
        _id: 'edition-x-current',
        _type: 'lawEdition',
        law: reference('law-x'),
        title: '2020年文本',
        articleCount: 0,
      },
    })
    expect(transactions.at(-1)).toEqual([
      {
        patch: { id: 'edition-x-current', set: { effectiveFrom: '2020-05-01', articleCount: 9 }, unset: [] },
      },
    ])
  })

  it('never overwrites a law that is there: it is only created where it is missing', () => {
    const { transactions, counts } = planEdition(wantedOf(1), { ...nothing, law: true }, 200)
    expect(transactions.map(idsOf)).toEqual([['edition-x-current', 'article-x-current-1']])
    expect(counts).toEqual({ created: 2, changed: 0, unchanged: 1, removed: 0 })
  })
})

describe('a later run', () => {
  const wanted = wantedOf(3)
  const present = { law: true, edition: stored(wanted.edition), articles: wanted.articles.map(stored) }

  it('writes nothing when nothing differs but what the lake itself adds', () => {
    expect(planEdition(wanted, present, 200)).toEqual({
      transactions: [],
      counts: { created: 0, changed: 0, unchanged: 5, removed: 0 },
    })
  })

  it('writes the changed article and no other', () => {
    const articles = [article(1), article(2, '改过。'), article(3)]
    const { transactions, counts } = planEdition({ ...wanted, articles }, present, 200)
    expect(transactions.map(idsOf)).toEqual([['article-x-current-2']])
    expect(counts).toEqual({ created: 0, changed: 1, unchanged: 4, removed: 0 })
  })

  it('removes an article that the text does not have any more', () => {
    const { transactions, counts } = planEdition(
      wanted,
      { ...present, articles: [...present.articles, stored(article(4))] },
      200,
    )
    expect(transactions.map(idsOf)).toEqual([['-article-x-current-4']])
    expect(counts).toMatchObject({ changed: 0, removed: 1 })
  })

  it('finishes a run that was cut off: the missing articles and the count', () => {
    const begun = stored({ ...wanted.edition, effectiveFrom: undefined, articleCount: 0 })
    const { transactions, counts } = planEdition(
      wanted,
      { law: true, edition: begun, articles: [stored(article(1))] },
      200,
    )
    expect(transactions.map(idsOf)).toEqual([
      ['~edition-x-current', 'article-x-current-2', 'article-x-current-3'],
    ])
    expect(counts).toEqual({ created: 2, changed: 1, unchanged: 2, removed: 0 })
  })

  it("leaves an editor's date and fields of an edition whose date the text does not tell", () => {
    const { effectiveFrom: _unknown, ...edition } = wanted.edition
    const mended = stored({ ...wanted.edition, effectiveFrom: '2020-06-01', note: '查过公报' })
    expect(planEdition({ ...wanted, edition }, { ...present, edition: mended }, 200).transactions).toEqual([])
  })

  it('takes an end away that versions.json does not have any more', () => {
    const ended = stored({ ...wanted.edition, effectiveTo: '2030-01-01' })
    expect(
      planEdition({ ...wanted, datesAreComplete: true }, { ...present, edition: ended }, 200).transactions,
    ).toEqual([[{ patch: { id: 'edition-x-current', set: {}, unset: ['effectiveTo'] } }]])
  })
})
