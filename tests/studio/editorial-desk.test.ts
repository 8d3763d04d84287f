/** @file The desk's lists: reports by their clock, searches with what became of them, and what is for today. */
import { describe, expect, it } from 'vitest'
import { siteStanding, columns } from '../../contracts/editorial/columns.ts'
import { calendarOf } from '../../contracts/schedule/from-documents.ts'
import { parseLocal } from '../../contracts/schedule/zone.ts'
import type { NoteAnswer, ReportAnswer } from '../../studio/tools/editorial/model/answer.ts'
import { answerWordings } from '../../studio/tools/editorial/model/answers.ts'
import { documentAt, reportRows } from '../../studio/tools/editorial/model/reports.ts'
import { likeliest, searchRows } from '../../studio/tools/editorial/model/searches.ts'
import { columnWords, todayLines } from '../../studio/tools/editorial/model/today.ts'
import { answerProblems } from '../../studio/tools/editorial/write/answer.ts'

const today = parseLocal('2026-11-23')?.day ?? 0
const calendar = calendarOf([], [], [])
const report = (receipt: string, receivedAt: string, more: Partial<ReportAnswer> = {}): ReportAnswer => ({
  _id: `report.${receipt}`,
  _rev: `rev-${receipt}`,
  receipt,
  path: '/questions/wages-owed',
  text: '电话打不通',
  receivedAt,
  state: 'received',
  answer: null,
  answeredOn: null,
  ...more,
})
const note = (more: Partial<NoteAnswer>): NoteAnswer => ({
  _id: `drafts.deskNote.${more.subject}`,
  kind: 'search',
  subject: '',
  author: '示例编辑',
  writtenAt: '2026-11-20T00:00:00Z',
  outcome: null,
  text: null,
  about: null,
  county: null,
  ...more,
})

describe('the inbox', () => {
  const draft = {
    _id: 'drafts.report.B',
    state: 'corrected',
    answer: '已改。',
    answeredOn: '2026-11-20',
  } as const
  const rows = reportRows(
    [
      report('A', '2026-11-20T02:00:00Z'),
      report('B', '2026-11-12T02:00:00Z'),
      { ...report('B', '2026-11-12T02:00:00Z'), ...draft },
      report('C', '2026-11-02T02:00:00Z', {
        state: 'answered',
        answer: '没有错。',
        answeredOn: '2026-11-05',
      }),
    ],
    calendar,
    today,
  )

  it('stands by last days, and what is answered comes after what waits', () => {
    expect(rows.map(({ receipt }) => receipt)).toEqual(['B', 'A', 'C'])
  })
  it('lets the clock run while an answer is a draft, which no reader sees', () => {
    expect(rows[0]).toMatchObject({
      state: 'received',
      begun: { answer: '已改。' },
      clock: { state: 'late' },
    })
    expect(rows[2]?.clock).toBeNull()
  })
  it('finds the document of a page, and none for a list or an address that leads elsewhere', () => {
    const question = { _id: 'q', _type: 'legalQuestion', slug: 'wages-owed', code: null, title: '示例' }
    expect(documentAt('/questions/wages-owed#steps', [question])?._id).toBe('q')
    expect(documentAt('/news/wages-owed', [question])).toBeNull()
    expect(documentAt(null, [question])).toBeNull()
  })
})

describe('an answer', () => {
  const whole = { state: 'corrected', answer: '已经改好，谢谢您。', answeredOn: '2026-11-23' } as const
  it('goes out when it is whole', () => expect(answerProblems(whole, '2026-11-12')).toEqual([]))
  it.each([
    ['without a state', { state: 'received' }, /处理结果/],
    ['without words', { answer: ' ' }, /请写给读者的答复/],
    ['with a blank of its wording left', { answer: '〔哪里〕已经改好' }, /没有填/],
    ['with somebody’s mobile number', { answer: '请打 13803181234' }, /手机号码/],
    ['dated before the report', { answeredOn: '2026-11-11' }, /不能早于/],
  ] as const)('%s is not sent, since the reader would get nothing of use', (_what, change, said) => {
    expect(answerProblems({ ...whole, ...change }, '2026-11-12').join()).toMatch(said)
  })
})

describe('wordings for answers', () => {
  it('are those of the bureau where it wrote its own, and of another bureau never', () => {
    const own = note({ kind: 'answer', subject: '核对过，内容没有错', text: '没有错。' })
    const titles = answerWordings([own], null).map(({ title }) => title)
    expect(answerWordings([own], null).find(({ title }) => title === own.subject)?.text).toBe('没有错。')
    expect(new Set(titles).size).toBe(titles.length)
    expect(answerWordings([own], 'county-a').find(({ title }) => title === own.subject)?.text).not.toBe(
      '没有错。',
    )
  })
})

describe('lost searches', () => {
  const lost = [
    { words: '彩礼', count: 5, lastDay: '2026-11-22' },
    { words: '上牌', count: 2, lastDay: '2026-11-10' },
  ]
  it('keep what was decided about them for the bureau that decided it', () => {
    const notes = [note({ subject: '彩礼', outcome: 'joined', text: '彩礼能不能要回来', about: ['q'] })]
    expect(searchRows(lost, notes, null)[0]?.dealt).toMatchObject({ outcome: 'joined', again: true })
    expect(searchRows(lost, notes, 'county-a')[0]?.dealt).toBeNull()
  })
  it('of the very day on which they were dealt with are not told again, though Greenwich was a day behind', () => {
    const notes = [note({ subject: '彩礼', outcome: 'written', writtenAt: '2026-11-21T17:00:00Z' })]
    expect(searchRows(lost, notes, null)[0]?.dealt?.again).toBe(false)
  })
  it('that nobody minds are not told again when they are searched anew', () => {
    const notes = [note({ subject: '彩礼', outcome: 'ignored' })]
    expect(searchRows(lost, notes, null)[0]?.dealt?.again).toBe(false)
  })
  it('are brought to the questions that share the most with them', () => {
    const questions = ['彩礼能不能要回来', '离婚了房子归谁', '电动车怎么上牌'].map((title) => ({
      ...{ _id: title, title, wordings: [] },
    }))
    expect(likeliest('彩礼退不退', questions)[0]?.title).toBe('彩礼能不能要回来')
    expect(likeliest('QQ', questions)).toEqual([])
  })
})

describe('today', () => {
  const newest = new Map(columns.map(({ type }) => [type as string, '2026-11-20'] as const))
  const gathered = (more: object) => ({ site: null, reports: [], texts: [], searches: [], plan: [], ...more })
  it('has nothing where nothing is to be done', () => {
    expect(todayLines(gathered({ site: siteStanding(newest, today) }), '2026-11-23')).toEqual([])
  })
  it('puts what is late first, whatever it is', () => {
    const site = siteStanding(new Map([...newest, ['newsItem', '2026-11-01']]), today)
    const reports = reportRows([report('A', '2026-11-20T02:00:00Z')], calendar, today)
    const lines = todayLines(gathered({ site, reports }), '2026-11-23')
    expect(lines.map(({ key, urgency }) => [key, urgency])).toEqual([
      ['column-newsItem', 'now'],
      ['report-report.A', 'calm'],
    ])
    expect(lines[0]?.press).toEqual({ kind: 'new', type: 'newsItem', words: '写一篇' })
  })
  it('tells states by shape and word', () => {
    expect(columnWords({ state: 'stale', daysLeft: -8 })).toBe('⚠ 超期 8 天')
    expect(columnWords({ state: 'soon', daysLeft: 0 })).toBe('◔ 今天到期')
    expect(columnWords({ state: 'empty', daysLeft: null })).toBe('⚠ 空栏目')
  })
})
