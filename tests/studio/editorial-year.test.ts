/** @file The year's plan, the table of coverage, and laws that moved: what is counted and what state it is in. */
import { describe, expect, it } from 'vitest'
import { libraryOf, type LibraryDocument } from '../../studio/tools/calendar/model/library.ts'
import { adoption } from '../../studio/tools/editorial/model/adopt.ts'
import type { CitingDocument, KnownEdition, NoteAnswer } from '../../studio/tools/editorial/model/answer.ts'
import {
  byAudiences,
  byCounties,
  gapsByTopic,
  sheetOf,
  type CoverAnswer,
  type CoverContent,
} from '../../studio/tools/editorial/model/coverage.ts'
import { citationSubject, lapsedTexts, movedLaws, undoneOf } from '../../studio/tools/editorial/model/laws.ts'
import { mendSteps } from '../../studio/tools/editorial/model/mend.ts'
import { planRows, planState, planSubject } from '../../studio/tools/editorial/model/plan.ts'

const stamps = { _rev: 'r', _createdAt: '2026-01-01T00:00:00Z', _updatedAt: '2026-01-01T00:00:00Z' }
const ref = (_ref: string) => ({ _type: 'reference', _ref })

describe('coverage', () => {
  const content = (_id: string, topics: string[], county: string | null, more = {}): CoverContent => ({
    ...{ _id, _type: 'legalQuestion', title: _id, topics, county, audiences: null, wordings: null },
    ...more,
  })
  const answer: CoverAnswer = {
    topics: ['wages', 'divorce', 'land'].map((_id) => ({ _id, title: _id })),
    audiences: [{ _id: 'old', title: '老年人' }],
    counties: ['a', 'b'].map((_id) => ({ _id, title: _id })),
    contents: [
      content('q1', ['wages', 'divorce'], 'a'),
      content('q2', ['wages'], null),
      content('m1', ['wages'], 'a', { _type: 'mural' }),
      content('z1', ['wages'], null, { _type: 'quizQuestion', audiences: ['old'] }),
    ],
  }
  const counted = (table: ReturnType<typeof byCounties>) =>
    table.rows.map(({ cells }) => cells.map(({ contents }) => contents.length))

  it('counts by topic and county; the prefecture’s own stand in the first column and fill no other', () => {
    expect(counted(byCounties(answer, null, null))).toEqual([
      [1, 2, 0],
      [0, 1, 0],
      [0, 0, 0],
    ])
    expect(counted(byCounties(answer, 'mural', null))[0]).toEqual([0, 1, 0])
  })
  it('calls a gap what not even the prefecture has, and names every blank cell', () => {
    const table = byCounties(answer, null, null)
    expect(table.rows.map(({ cells }) => cells.map(({ gap }) => gap))).toEqual([
      [false, false, false],
      [true, false, true],
      [true, true, true],
    ])
    expect(gapsByTopic(table).map(({ topic, columns, gap }) => [topic._id, columns.length, gap])).toEqual([
      ['divorce', 2, true],
      ['land', 3, true],
      ['wages', 1, false],
    ])
    expect(sheetOf(table)[3]).toEqual(['land', '缺', '缺', '缺', '0'])
  })
  it('puts the county of the account first', () => {
    expect(byCounties(answer, null, 'b').columns.map(({ _id }) => _id)).toEqual(['all', 'b', 'a'])
  })
  it('reaches an audience by what its screens are told to play, and by quizzes made for it', () => {
    const events = [{ targets: [{ _type: 'screenSelector', audience: ref('old') }], playlist: ref('p') }]
    const items = [
      { _type: 'contentItem', _key: 'c', content: ref('m1') },
      { _type: 'latestItem', _key: 'l', contentType: 'legalQuestion', topic: ref('divorce'), count: 1 },
    ]
    const aimed = { events, playlists: [{ _id: 'p', items }] } as unknown as Parameters<typeof byAudiences>[1]
    expect(counted(byAudiences(answer, aimed, null))).toEqual([[3], [1], [0]])
    expect(counted(byAudiences(answer, { events: [], playlists: [] }, null))).toEqual([[1], [0], [0]])
  })
})

describe('laws that moved', () => {
  const edition = (id: string, from: string | null, to: string | null, law = 'law-a'): KnownEdition => ({
    ...{ id, law, lawTitle: '甲法', title: id, effectiveFrom: from, effectiveTo: to },
  })
  const today = '2026-11-22'
  const editions = [edition('old', '2010-01-01', '2026-07-01'), edition('new', '2026-07-01', null)]
  const text = (more: Partial<CitingDocument> = {}): CitingDocument => ({
    ...{ _id: 'q', _type: 'legalQuestion', _rev: 'r', _updatedAt: '2026-08-01T00:00:00Z' },
    ...{ checkedOn: '2026-05-01', title: '示例', county: null },
    citations: ['c1', 'c2'].map((key) => ({ key, law: 'law-a', article: '10', meaning: '大意' })),
    ...more,
  })
  const noteOf = (subject: string): NoteAnswer => ({
    ...{ _id: 'n', kind: 'citation', subject, author: '', writtenAt: '', outcome: null, text: null },
    ...{ about: null, county: null },
  })

  it.each([
    ['amended', editions, 'new'],
    ['repealed', [edition('old', null, '2026-07-01')], null],
    ['coming', [edition('old', null, '2027-01-01')], 'old'],
    ['amended', [edition('only', '2026-06-01', null)], 'only'],
  ] as const)('are %s by what follows', (change, known, inForce) => {
    expect(movedLaws(known, today)[0]).toMatchObject({ change })
    expect(movedLaws(known, today)[0]?.inForce?.id ?? null).toBe(inForce)
  })
  it('leave each citation of an unchecked text to be done, and none of a checked one', () => {
    expect(undoneOf(lapsedTexts([text()], editions, [], today))).toBe(2)
    expect(lapsedTexts([text({ checkedOn: '2026-07-01' })], editions, [], today)).toEqual([])
  })
  it('count a citation as done by the desk’s note, or all by a draft that was checked, while it is not out', () => {
    const noted = lapsedTexts([text()], editions, [noteOf(citationSubject('q', 'c1', '2026-07-01'))], today)
    expect(noted[0]?.citations.map(({ done }) => done)).toEqual([true, false])
    const drafted = lapsedTexts([text(), text({ _id: 'drafts.q', checkedOn: today })], editions, [], today)
    expect(undoneOf(drafted)).toBe(0)
    expect(drafted).toHaveLength(1)
  })
  it('write the day of checking with the last citation only: it speaks for the whole text', () => {
    const stored = {
      ...{ _id: 'q', _type: 'legalQuestion', _rev: 'r' },
      citations: [{ _key: 'c1', article: '10' }, { _key: 'c2' }],
    }
    const [all] = [lapsedTexts([text()], editions, [], today)]
    const [shown] = all
    const fieldsBy = (texts: typeof all, at: number) => {
      const found = texts[0]
      const citation = found?.citations[at]
      if (!found || !citation) throw new Error('There is no such citation')
      const [step] = mendSteps(texts, found, citation, { article: '11', meaning: ' 新的大意 ' }, today)
      return step?.kind === 'change' ? step.fieldsOf(stored) : null
    }
    expect(shown).toBeDefined()
    expect(fieldsBy(all, 0)).toEqual({
      citations: [{ _key: 'c1', article: '11', meaning: '新的大意' }, { _key: 'c2' }],
    })
    const half = lapsedTexts([text()], editions, [noteOf(citationSubject('q', 'c1', '2026-07-01'))], today)
    expect(fieldsBy(half, 1)).toMatchObject({ checkedOn: today })
  })
})

describe('the year', () => {
  const legal = {
    _id: 'legal-a',
    _type: 'legalDay',
    ...stamps,
    title: '示例普法日',
    rule: 'fixed',
    month: 12,
    day: 4,
  }
  const programme = {
    ...{ _id: 'p', _type: 'playlist', ...stamps, title: '节目' },
    items: [
      { _type: 'latestItem', _key: 'a', contentType: 'slogan', count: 3 },
      { _type: 'hotlineItem', _key: 'b' },
    ],
  }
  const yearly = {
    ...{ _id: 'e', _type: 'scheduleEvent', ...stamps, title: '常年', timing: 'always', mode: 'normal' },
    ...{ playlist: ref('p'), legalDays: [ref('legal-a')] },
  }
  const base = [{ ...legal, lengthDays: 1, basis: 'statutory' }, programme, yearly]
  const library = (...documents: unknown[]) =>
    libraryOf({ documents: [...base, ...documents] as LibraryDocument[], contents: [] }, 'drafts')
  const nothing = { notes: [], reviews: [] }
  let count = 0
  const id = () => `new-${count++}`

  it('tells what the ready programme holds and what it lacks', () => {
    const [row] = planRows(2027, library(), nothing, null)
    expect(row).toMatchObject({ first: '2027-12-04', month: 12, state: 'none' })
    expect(row?.programme).toMatchObject({
      holds: ['标语 3 条', '热线 1 个'],
      lacks: ['问答'],
      playsYearly: true,
    })
  })
  it('holds an adopted programme to its counties: campaign and events name them', () => {
    const wanted = { legal: 'legal-a', year: 2026, counties: ['county-a'], own: null }
    const plan = adoption(wanted, library(), id)
    const named = plan?.documents.map((each) => ('targets' in each ? each.targets?.[0]?.county?._ref : '-'))
    expect(named).toEqual(['county-a', '-', 'county-a', 'county-a'])
    const whole = adoption({ ...wanted, counties: [], own: 'county-b' }, library(), id)
    expect(whole?.documents.every(({ county }) => county?._ref === 'county-b')).toBe(true)
  })
  it('knows what was adopted, follows it through review, and forgets it with another year', () => {
    const plan = adoption({ legal: 'legal-a', year: 2026, counties: [], own: null }, library(), id)
    const documents = plan?.documents ?? []
    const about = documents.map((each) => each._id)
    const adopted: NoteAnswer = {
      ...({ _id: 'n', kind: 'plan' } as const),
      ...{ subject: planSubject('legal-a', 2026), author: '', writtenAt: '' },
      ...{ outcome: null, text: null, about, county: null },
    }
    const drafts = library(...documents.map((each) => ({ ...stamps, ...each, _id: `drafts.${each._id}` })))
    const out = library(...documents.map((each) => ({ ...stamps, ...each })))
    const reviews = [{ subject: about[0] ?? '', state: 'open' }] as const
    const stateOf = (known: typeof drafts, year: number, desk: Parameters<typeof planRows>[2]) =>
      planRows(year, known, desk, null)[0]?.state
    expect(stateOf(drafts, 2026, { notes: [adopted], reviews: [] })).toBe('planned')
    expect(stateOf(drafts, 2026, { notes: [adopted], reviews })).toBe('review')
    expect(stateOf(out, 2026, { notes: [adopted], reviews: [] })).toBe('public')
    expect(stateOf(out, 2027, { notes: [adopted], reviews: [] })).toBe('none')
    // Made in the calendar, with the same name and days.
    expect(stateOf(drafts, 2026, nothing)).toBe('planned')
  })
  it('is public only once every part is out', () => {
    const part = (published: boolean) =>
      ({ id: 'x', type: 'playlist', title: '', draft: !published, published }) as const
    expect(planState([part(true), part(false)], new Set())).toBe('planned')
    expect(planState([part(true), part(true)], new Set())).toBe('public')
    expect(planState([], new Set())).toBe('none')
  })
})
