/** @file 全部内容: what its address says, what its query asks, whose state a row shows, what is offered for many. */
import { evaluate, parse } from 'groq-js'
import { describe, expect, test } from 'vitest'
import { strictPolicy } from '../../contracts/review/policy.ts'
import type { Trail } from '../../contracts/review/rule.ts'
import { entryState, seenOf, type Entry } from '../../studio/comfort/state/entries.ts'
import { day, sinceWords } from '../../studio/tools/contents/days.ts'
import { fitting, type Desk } from '../../studio/tools/contents/deeds.ts'
import { everything, filterOf, filterText, type Filter } from '../../studio/tools/contents/filter.ts'
import {
  listedTypes,
  pageQuery,
  type ContentPage,
  type ContentRow,
} from '../../studio/tools/contents/query.ts'
import {
  added,
  nameFault,
  readSaved,
  renamed,
  savedAs,
  savedMax,
  without,
} from '../../studio/tools/contents/saved.ts'
import { typeTitle } from '../../studio/review/type-titles.ts'
import { administrator, at, author, first, handedIn, person, published, trailOf } from './review-rig.ts'

describe('the address', () => {
  const narrow: Filter = {
    ...{
      words: '借条',
      type: 'slogan',
      state: 'rejected',
      county: '',
      isMine: true,
      within: 'week',
      page: 3,
    },
  }

  test('says all that the table is narrowed to, so that back works and a link can be passed on', () => {
    expect(filterOf(filterText(narrow))).toEqual(narrow)
    expect(filterText(everything)).toBe('')
    expect(filterOf('')).toEqual(everything)
  })

  test('that somebody has bent leads to the whole table and not to an error', () => {
    expect(filterOf('state=nonsense&page=-4&within=century')).toEqual(everything)
    expect(filterOf(undefined)).toEqual(everything)
  })
})

describe('a saved filter', () => {
  const rejected: Filter = { ...everything, state: 'rejected' }
  const saved = added([], ' 退回的 ', { ...rejected, page: 4 })

  test('is known again whatever page is looked at, and its name has no spaces around it', () => {
    expect(savedAs(saved, rejected)?.name).toBe('退回的')
    expect(savedAs(saved, everything)).toBeNull()
    expect(savedAs(renamed(saved, '退回的', '要改的'), rejected)?.name).toBe('要改的')
    expect(without(saved, '退回的')).toEqual([])
  })

  test('has a name of its own, not too long, and there are not too many of them', () => {
    expect(nameFault(saved, '退回的')).toContain('换一个')
    expect(nameFault(saved, '退回的', '退回的')).toBeNull()
    expect(nameFault(saved, '  ')).toContain('请写')
    expect(nameFault(saved, '长'.repeat(21))).toContain('太长')
    const full = Array.from({ length: savedMax }, (_, index) => ({ name: `第${index}个`, filter: '' }))
    expect(nameFault(full, '再一个')).toContain('最多')
    expect(readSaved([...full, { name: 1 }, { name: '多的', filter: '' }])).toHaveLength(savedMax)
  })
})

const slogan = (id: string, more: object = {}) => ({
  ...{ _id: id, _type: 'slogan', _rev: `r-${id}`, text: id, _updatedAt: '2026-11-20T00:00:00Z' },
  ...more,
})
const review = (subject: string, state: string, more: object = {}) => ({
  ...{ _id: `review.${subject}`, _type: 'review', subject, state, copy: `drafts.${subject}` },
  ...{ authors: ['甲'], owes: false, steps: [] },
  ...more,
})
const dataset = [
  slogan('public'),
  slogan('both'),
  slogan('drafts.both', { text: '改过的', _updatedAt: '2026-11-22T00:00:00Z' }),
  slogan('drafts.fresh', { county: { _ref: 'county-a' } }),
  slogan('drafts.sent'),
  review('sent', 'open'),
  slogan('drafts.back'),
  review('back', 'rejected'),
  slogan('drafts.through'),
  review('through', 'approved'),
  slogan('drafts.down'),
  review('down', 'unpublished'),
  slogan('urgent'),
  review('urgent', 'published', { owes: true, authors: [] }),
  slogan('versions.r.planned'),
  { _id: 'edition-x', _type: 'lawEdition', _updatedAt: '2026-11-01T00:00:00Z' },
]

async function found(part: Partial<Filter>, asking: { own?: string[]; waiting?: string[] } = {}) {
  const { fetch, params } = pageQuery(
    { ...everything, ...part },
    { me: '甲', own: [], waiting: [], at, ...asking },
    true,
  )
  const value = await evaluate(parse(fetch, { params }), { dataset, params })
  const page = (await value.get()) as ContentPage
  expect(page.count).toBe(page.rows.length)
  return page.rows.map(({ subject }) => subject).sort()
}

describe('the table', () => {
  test('has one row for a content, its draft before what it will replace, and none for what only a release holds', async () => {
    expect(await found({})).toEqual(['back', 'both', 'down', 'fresh', 'public', 'sent', 'through', 'urgent'])
  })

  test('lists the thousands of articles and editions only where their kind is asked for', async () => {
    expect(await found({ type: 'lawEdition' })).toEqual(['edition-x'])
  })

  test.each([
    ['none', ['fresh']],
    ['open', ['sent']],
    ['rejected', ['back']],
    ['ready', ['through']],
    ['published', ['public', 'urgent']],
    ['changed', ['both']],
    ['down', ['down']],
    ['owed', ['urgent']],
  ] as const)('finds what is in the state %s', async (state, subjects) => {
    expect(await found({ state })).toEqual(subjects)
  })

  test('finds what waits for her by what the rules of review say of it', async () => {
    expect(await found({ state: 'mine' }, { waiting: ['drafts.sent'] })).toEqual(['sent'])
  })

  test('finds words, a county or none, what she wrote or handed in, and what was changed of late', async () => {
    expect(await found({ words: '改过' })).toEqual(['both'])
    expect(await found({ words: '改过 没有' })).toEqual([])
    expect(await found({ county: 'county-a' })).toEqual(['fresh'])
    expect(await found({ county: '', state: 'none' })).toEqual([])
    const hers = await found({ isMine: true }, { own: ['drafts.fresh'] })
    expect(hers).toEqual(['back', 'down', 'fresh', 'sent', 'through'])
    expect(await found({ within: 'day' })).toEqual(['both'])
  })

  test('names every kind that it offers', () => {
    expect(listedTypes.filter((type) => typeTitle(type) === '其他')).toEqual([])
  })
})

describe('when it was changed', () => {
  test('is counted in days of the bureau, whose day begins at 16:00 of the one before by the lake’s clock', () => {
    expect(day(at, 1)).toBe('2026-11-21T16:00:00.000Z')
    expect(day(at, 7)).toBe('2026-11-15T16:00:00.000Z')
  })

  test('is said as one says it', () => {
    expect(sinceWords('2026-11-21T23:59:30Z', at)).toBe('刚刚')
    expect(sinceWords('2026-11-21T23:30:00Z', at)).toBe('30 分钟前')
    expect(sinceWords('2026-11-21T17:00:00Z', at)).toBe('今天 01:00')
    expect(sinceWords('2026-11-21T15:00:00Z', at)).toBe('昨天 23:00')
    expect(sinceWords('2025-11-21T15:00:00Z', at)).toBe('2025年11月21日')
  })
})

const row = (more: Partial<ContentRow> = {}): ContentRow => ({
  ...{ subject: 'slogan-x', type: 'slogan', copy: 'drafts.slogan-x', rev: 'r1', title: '依法办事' },
  ...{ county: null, validUntil: null, isPublished: false, trail: null, topics: [], changedAt: '' },
  ...more,
})
/** As the lake has written it: with the copy that was handed in. */
const withTrail = (trail: Trail | null, more: Partial<ContentRow> = {}) => row({ trail, ...more })
const desk = (actor: Desk['actor'] = author): Desk => ({ actor, policy: strictPolicy, at, isReviewed: true })
const label = (entry: Entry) => entryState(entry, desk(), true).label

describe('the state of a row', () => {
  test('says by word and shape where a content stands, also where nobody has to do anything', () => {
    const out = published(trailOf([handedIn]), author)
    expect(label(row())).toBe('○ 还没有送审')
    expect(label(row({ isPublished: true }))).toBe('✎ 公开后改过')
    expect(label(row({ copy: null, rev: null, isPublished: true, trail: out }))).toBe('● 已公开')
    expect(label(withTrail(trailOf([handedIn])))).toBe('◔ 待初审')
    expect(label(withTrail(trailOf([handedIn]), { rev: 'r2' }))).toBe('⚠ 送审后又改过')
    expect(label(withTrail({ ...out, state: 'unpublished' }))).toBe('■ 已撤下')
  })

  test('of what wants no review says only whether it is public and changed since', () => {
    const screen = { type: 'screen' }
    expect(label(row(screen))).toBe('○ 还没有公开')
    expect(label(row({ ...screen, isPublished: true }))).toBe('✎ 公开后改过')
    expect(label(row({ ...screen, isPublished: true, copy: null, rev: null }))).toBe('● 已公开')
  })

  test('is the same that the rules of review are asked about', () => {
    expect(seenOf(withTrail(trailOf([handedIn])), desk()).copy?.isAsHandedIn).toBe(true)
    expect(seenOf(withTrail(trailOf([handedIn]), { rev: 'r2' }), desk()).copy?.isAsHandedIn).toBe(false)
  })
})

describe('what is offered for many', () => {
  const fresh = row()
  const sent = withTrail(trailOf([handedIn]), { subject: 'slogan-y' })
  const out = row({ subject: 'slogan-z', copy: null, rev: null, isPublished: true })
  const rows = [fresh, sent, out]
  const names = (name: Parameters<typeof fitting>[0], who = author) =>
    fitting(name, rows, desk(who)).map(({ subject }) => subject)

  test('fits what each of them is: what is in review is taken back before it is changed', () => {
    expect(names('handIn')).toEqual(['slogan-x'])
    expect(names('recall')).toEqual(['slogan-y'])
    expect(names('discard')).toEqual(['slogan-x'])
    expect(names('takeDown')).toEqual(['slogan-z'])
    expect(names('county')).toEqual(['slogan-x', 'slogan-z'])
    expect(names('topic')).toEqual(['slogan-x', 'slogan-z'])
  })

  test('is nothing for whoever does not work on such contents', () => {
    for (const who of [first, person('看', 'viewer')])
      for (const name of ['handIn', 'recall', 'takeDown', 'discard', 'county', 'topic'] as const)
        expect(names(name, who), `${who.role} ${name}`).toEqual([])
  })

  test('gives no county away that the person does not answer for', () => {
    const own = row({ county: 'county-a' })
    const ofCounty = person('县', 'editor', [], 'county-a')
    expect(fitting('county', [own], desk(ofCounty))).toEqual([])
    expect(fitting('discard', [own], desk(ofCounty))).toEqual([own])
    expect(fitting('county', [own], desk(administrator))).toEqual([own])
  })

  test('without review hands nothing in', () => {
    expect(fitting('handIn', rows, { ...desk(), isReviewed: false })).toEqual([])
  })
})
