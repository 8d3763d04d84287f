/** @file What the Studio says of review: badge and banner, the record, the rules, and refusals. */
import { expect, test } from 'vitest'
import type { ReviewStep } from '../../contracts/documents/review.ts'
import { subjectOf } from '../../contracts/review/subject.ts'
import { sameText } from '../../studio/review/content.ts'
import { keyPeriodSentences } from '../../studio/review/key-period-words.ts'
import { instantOfLocal, localOfInstant } from '../../studio/review/policy/instants.ts'
import { delegationFault, exceptionWords, wayOf } from '../../studio/review/policy/words.ts'
import { errorSentence, refusalSentence } from '../../studio/review/refusals.ts'
import { standing } from '../../studio/review/standing.ts'
import { timelineOf } from '../../studio/review/timeline.ts'
import { reviewedTypeChoices } from '../../studio/review/type-titles.ts'
import { at, author, draft, final, first, handedIn, seenBy, threeApproved, trailOf } from './review-rig.ts'

const label = (...given: Parameters<typeof seenBy>) => standing(seenBy(...given))?.label

test('the badge tells the state by shape and word', () => {
  expect(label(author, null)).toBe('○ 还没有送审')
  expect(label(author, trailOf([handedIn]))).toBe('◔ 待初审')
  expect(label(author, trailOf([handedIn, ...threeApproved.slice(0, 1)]))).toBe('◔ 待复审')
  expect(label(author, trailOf([handedIn, ...threeApproved]))).toBe('✓ 审核通过')
  expect(label(author, trailOf([handedIn, { by: author, kind: 'recall' }]))).toBe('↶ 已撤回')
  const changed = { copy: { ...draft, rev: 'r2', isAsHandedIn: false } }
  expect(label(author, trailOf([handedIn]), changed)).toBe('⚠ 送审后又改过')
  expect(label(author, trailOf([handedIn]), { copy: { ...changed.copy, id: 'versions.r1.slogan-x' } })).toBe(
    '◔ 另一份在审',
  )
})

test('what is out as it is has no badge of review, or every line would carry one', () => {
  expect(standing(seenBy(author, null, { copy: null, isPublished: true }))).toBeNull()
})

test('a rejection is told with who, when and why, so that the author knows what to mend', () => {
  const trail = trailOf([handedIn, { by: first, kind: 'reject', words: '有错别字' }])
  expect(standing(seenBy(author, trail))).toMatchObject({
    label: '↩ 已退回',
    sentences: ['乙员 11月22日 08:00 初审退回：有错别字。', '请改好以后重新送审。'],
  })
})

test('the record tells the newest first, and counts how often it was handed in', () => {
  const reject = { by: first, kind: 'reject', words: '有错别字' } as const
  const trail = trailOf([handedIn, reject, { by: author, kind: 'comment', words: '已改' }, handedIn])
  const entries = timelineOf(trail?.steps ?? [])
  expect(entries.map(({ what, round }) => [what, round])).toEqual([
    ['送审', 2],
    ['留言', 1],
    ['初审退回', 1],
    ['送审', 1],
  ])
  expect(entries[2]).toMatchObject({ who: '乙员', words: '有错别字', when: '2026年11月22日 08:00' })
})

test('whoever stood in is named with the one who was away', () => {
  const step = {
    _key: 'k',
    _type: 'reviewStep',
    kind: 'approve',
    stage: 'final',
    by: 'x',
    byName: '戊员',
  } as const
  const told: ReviewStep = { ...step, onBehalfOf: '丁', onBehalfOfName: '丁员', at: '2026-11-22T00:00:00Z' }
  expect(timelineOf([told])[0]).toMatchObject({ what: '终审通过', who: '戊员，代丁员' })
})

test('the same words under another id are the same content; a mark less is another', () => {
  const one = { _id: 'drafts.x', _rev: 'a', _type: 'slogan', text: '依法。' }
  expect(sameText('x', one, { ...one, _id: 'versions.r.x', _rev: 'b', _updatedAt: 'later' })).toBe(true)
  expect(sameText('x', one, { ...one, text: '依法' })).toBe(false)
})

test('a content is known by its title, its county by its reference', () => {
  expect(subjectOf('x', 'slogan', { text: '依法', county: { _ref: 'county-a' } })).toEqual({
    ...{ id: 'x', type: 'slogan', title: '依法', county: 'county-a' },
  })
  expect(subjectOf('x', 'slogan', null)).toMatchObject({ title: '（没有标题）', county: null })
})

test('the rules are tried on any one content, the narrowest exception counting', () => {
  const exception = { _key: 'e', _type: 'reviewException', types: ['slogan'], levels: 2 } as const
  const policy = { levels: 3, exceptions: [{ ...exception, county: { _ref: 'county-a' } }] }
  const slogan = (county: string | null, title: string | null) =>
    wayOf(policy, { type: 'slogan', county }, title, at)
  expect(slogan('county-a', '甲县')).toBe('标语（甲县）：初审 → 终审')
  expect(slogan(null, null)).toBe('标语（全市）：初审 → 复审 → 终审')
  const key = { ...policy, keyPeriod: { isOn: true } }
  expect(wayOf(key, { type: 'notice', county: null }, null, at)).toBe(
    '通知（全市）：初审 → 复审 → 加审 → 终审',
  )
  expect(wayOf({}, { type: 'notice', county: null }, null, at)).toBe('通知（全市）：初审 → 复审 → 终审')
})

test('an exception is told in one line', () => {
  expect(exceptionWords(['slogan', 'notice'], '甲县')).toBe('标语、通知（甲县）')
  expect(exceptionWords(undefined, undefined)).toBe('所有内容（不限县区）')
  expect(exceptionWords(['slogan', 'notice', 'video', 'mural'], undefined)).toContain('等 4 类')
})

test('a delegation names two people and an end after its beginning', () => {
  const whole = { from: 'a', to: 'b', since: '2026-11-22T00:00:00Z', until: '2026-11-23T00:00:00Z' }
  expect(delegationFault(whole)).toBe(true)
  expect(delegationFault({ ...whole, to: 'a' })).toContain('自己')
  expect(delegationFault({ ...whole, until: whole.since })).toContain('晚于')
  expect(delegationFault({ from: 'a', to: 'b' })).toContain('时候')
  expect(delegationFault({})).toContain('谁不在')
})

test('times of the rules are asked for by the bureau’s clock and kept as instants', () => {
  expect(instantOfLocal('2026-12-04T08:00')).toBe('2026-12-04T00:00:00.000Z')
  expect(localOfInstant('2026-12-03T16:00:00.000Z')).toBe('2026-12-04T00:00')
  expect(instantOfLocal('nonsense')).toBeNull()
})

test('every type that wants review has a name that a clerk knows', () => {
  expect(reviewedTypeChoices.filter(({ title }) => title === '其他')).toEqual([])
})

test('a key period says why and until when, and to whom it applies', () => {
  const policy = {
    levels: 3 as const,
    keyPeriod: { isOn: true, reason: '国庆', until: '2026-12-01T00:00:00Z', mayWork: ['甲'] },
  }
  expect(keyPeriodSentences({ policy, actor: final, at })?.title).toBe('重点时期：国庆。稿件暂停修改和公开')
  expect(keyPeriodSentences({ policy, actor: final, at })?.lines[0]).toContain('到 2026年12月1日 08:00 为止')
  expect(keyPeriodSentences({ policy, actor: author, at })?.title).toContain('您在值守名单上')
  expect(keyPeriodSentences({ policy: { levels: 3 }, actor: final, at })).toBeNull()
  expect(keyPeriodSentences({ policy, actor: final, at: Date.parse('2026-12-01T00:00:00Z') })).toBeNull()
})

test('a refusal is told by what the lake calls it, without the ids that its text carries', () => {
  const refused = { response: { body: { code: 'lake.review-own-work', message: '（slogan-x）' } } }
  expect(errorSentence(refused)).toEqual(refusalSentence('own-work'))
  expect(errorSentence(new Error('fetch failed')).title).toContain('没有应答')
  expect(errorSentence({ response: { body: { code: 'other' } } }).title).toContain('没有应答')
})
