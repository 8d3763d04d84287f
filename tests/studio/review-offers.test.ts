/** @file Which buttons of review are offered to whom, and the reason on a button that cannot be pressed. */
import { expect, test } from 'vitest'
import { lakeReviewErrors } from '../../contracts/errors/lake-review.ts'
import {
  approveOffer,
  commentOffer,
  oweOffer,
  publishOffer,
  recallOffer,
  rejectOffer,
  submitOffer,
  urgentOffer,
} from '../../studio/review/offers.ts'
import {
  administrator,
  at,
  author,
  draft,
  final,
  first,
  handedIn,
  person,
  published,
  second,
  seenBy,
  subject,
  threeApproved,
  trailOf,
} from './review-rig.ts'

const open = (label: string) => ({ label, why: null })
const changed = { copy: { ...draft, rev: 'r2', isAsHandedIn: false } }
const underWay = trailOf([handedIn])
const through = trailOf([handedIn, ...threeApproved])

test('a draft is handed in by those whose work it is, and by nobody else', () => {
  expect(submitOffer(seenBy(author, null))).toEqual(open('送审'))
  expect(submitOffer(seenBy(administrator, null))).toEqual(open('送审'))
  for (const other of [first, person('播', 'operator'), person('看', 'viewer')])
    expect(submitOffer(seenBy(other, null))).toBeNull()
  const playlist = { subject: { ...subject, type: 'playlist' } }
  expect(submitOffer(seenBy(person('播', 'operator'), null, playlist))).toEqual(open('送审'))
})

test('an editor of one county hands in nothing of another, whose lake would refuse it', () => {
  const ofCounty = person('县', 'editor', [], 'county-a')
  const inCounty = (county: string) => ({ subject: { ...subject, county } })
  expect(submitOffer(seenBy(ofCounty, null, inCounty('county-a')))).toEqual(open('送审'))
  expect(submitOffer(seenBy(ofCounty, null, inCounty('county-b')))).toBeNull()
})

test('where nothing was changed there is nothing to hand in, and the button says so', () => {
  expect(submitOffer(seenBy(author, null, { copy: null, isPublished: true }))?.why).toContain(
    '没有要送审的修改',
  )
})

test('what is in review is not handed in twice, unless it was changed since, which voids the approvals', () => {
  expect(submitOffer(seenBy(author, underWay))).toMatchObject({ label: '已送审' })
  expect(submitOffer(seenBy(author, underWay))?.why).toContain('正在等初审')
  expect(submitOffer(seenBy(author, underWay, changed))).toEqual(open('重新送审'))
  expect(submitOffer(seenBy(author, through, changed))).toEqual(open('重新送审'))
  expect(publishOffer(seenBy(author, through, changed))).toBeNull()
})

test('after a rejection and after taking it back the same button hands it in again', () => {
  const rejected = trailOf([handedIn, { by: first, kind: 'reject', words: '有错别字' }])
  const recalled = trailOf([handedIn, { by: author, kind: 'recall' }])
  for (const trail of [rejected, recalled]) {
    expect(submitOffer(seenBy(author, trail))).toEqual(open('重新送审'))
    expect(approveOffer(seenBy(first, trail))).toBeNull()
  }
})

test('each stage is approved by its own reviewer; the others see whose turn it is', () => {
  expect(approveOffer(seenBy(first, underWay))).toEqual(open('初审通过'))
  const why = `${lakeReviewErrors['lake.review-other-stage'].message}。`
  for (const other of [second, final]) {
    expect(approveOffer(seenBy(other, underWay))).toMatchObject({ label: '初审通过' })
    expect(approveOffer(seenBy(other, underWay))?.why).toContain(why)
    expect(rejectOffer(seenBy(other, underWay))?.why).toContain(why)
  }
  expect(approveOffer(seenBy(author, underWay))).toBeNull()
})

test('the last approval says that it puts the content out, when it does', () => {
  const two = threeApproved.slice(0, 2)
  expect(approveOffer(seenBy(final, trailOf([handedIn, ...two])))).toEqual(open('终审通过并公开'))
  const later = trailOf([{ ...handedIn, publishes: false }, ...two])
  expect(approveOffer(seenBy(final, later))).toEqual(open('终审通过'))
  const version = { copy: { ...draft, id: 'versions.r1.slogan-x' } }
  expect(approveOffer(seenBy(final, trailOf([handedIn, ...two]), version))).toEqual(open('终审通过'))
})

test('whoever wrote or has approved does not approve, with the lake’s own words', () => {
  const all = person('甲', 'reviewer', ['first', 'second', 'final'])
  expect(approveOffer(seenBy(all, underWay))?.why).toContain(lakeReviewErrors['lake.review-own-work'].message)
  const twice = person('乙', 'reviewer', ['first', 'second'])
  const one = trailOf([handedIn, { by: twice, kind: 'approve' }])
  expect(approveOffer(seenBy(twice, one))?.why).toContain(lakeReviewErrors['lake.review-twice'].message)
})

test('what was changed after it was handed in is neither approved nor rejected', () => {
  const { message } = lakeReviewErrors['lake.review-changed']
  expect(approveOffer(seenBy(first, underWay, changed))?.why).toContain(message)
  expect(rejectOffer(seenBy(first, underWay, changed))?.why).toContain(message)
})

test('what is approved and not out is put out by hand; in a release it waits for the release', () => {
  expect(publishOffer(seenBy(author, through))).toEqual(open('公开'))
  expect(submitOffer(seenBy(author, through))).toBeNull()
  const version = { copy: { ...draft, id: 'versions.r1.slogan-x' } }
  expect(publishOffer(seenBy(author, through, version))?.why).toContain('随发布计划')
  expect(publishOffer(seenBy(author, underWay))).toBeNull()
})

test('taken back by whoever handed it in or an administrator; another editor is told why not', () => {
  expect(recallOffer(seenBy(author, underWay))).toEqual(open('撤回'))
  expect(recallOffer(seenBy(administrator, underWay))).toEqual(open('撤回'))
  expect(recallOffer(seenBy(person('戊', 'editor'), underWay))?.why).toContain('写稿的人')
  expect(recallOffer(seenBy(first, underWay))).toBeNull()
})

const notice = { ...subject, type: 'notice' }
const endsAt = (validUntil: string) => ({ subject: notice, copy: { ...draft, validUntil } })

test('only a notice that ends within a day may go out as urgent, by whoever approves last', () => {
  expect(urgentOffer(seenBy(final, null, endsAt('2026-11-23T08:00')))).toEqual(open('急件放行'))
  expect(urgentOffer(seenBy(final, null, endsAt('2026-11-23T08:01')))).toBeNull()
  expect(urgentOffer(seenBy(final, null, endsAt('2026-11-22T07:59')))).toBeNull()
  expect(urgentOffer(seenBy(first, null, endsAt('2026-11-22T20:00')))?.why).toContain('审次')
  expect(urgentOffer(seenBy(author, null, endsAt('2026-11-22T20:00')))).toBeNull()
  const slogan = { copy: { ...draft, validUntil: '2026-11-22T20:00' } }
  expect(urgentOffer(seenBy(final, null, slogan))).toBeNull()
})

test('an urgent notice that is out is to be handed in, by whoever may edit it, for as long as it owes that', () => {
  const urgent = trailOf([{ by: final, kind: 'urgent', words: '停水' }], undefined, 'notice')
  const out = published(urgent, final)
  const there = { subject: notice, copy: null, isPublished: true }
  expect(oweOffer(seenBy(author, out, there))).toEqual(open('补审'))
  expect(oweOffer(seenBy(first, out, there))).toBeNull()
  expect(oweOffer(seenBy(author, { ...out, owes: false }, there))).toBeNull()
})

test('in a key period one more stage is asked for, and only those on the list put out', () => {
  const policy = { levels: 3 as const, keyPeriod: { isOn: true, mayWork: ['甲'] } }
  const trail = trailOf([handedIn, ...threeApproved.slice(0, 2)], policy)
  expect(approveOffer(seenBy(final, trail, { policy }))).toEqual(open('加审通过'))
  expect(publishOffer(seenBy(author, through, { policy }))).toBeNull()
  const all = trailOf(
    [
      ...[handedIn, ...threeApproved.slice(0, 2)],
      { by: person('戊', 'reviewer', ['extra']), kind: 'approve' },
      { by: final, kind: 'approve' },
    ],
    policy,
  )
  expect(publishOffer(seenBy(author, all, { policy }))).toEqual(open('公开'))
  expect(publishOffer(seenBy(person('己', 'editor'), all, { policy }))?.why).toContain('重点时期')
})

test('whoever stands in for an absent reviewer is offered that reviewer’s button, in the days given', () => {
  const iso = (ms: number) => new Date(at + ms).toISOString()
  const delegation = {
    _key: 'd',
    _type: 'reviewDelegation',
    from: '乙',
    fromName: '乙员',
    to: '己',
    toName: '己员',
  } as const
  const standing = (since: number, until: number) => ({
    policy: { levels: 3 as const, delegations: [{ ...delegation, since: iso(since), until: iso(until) }] },
  })
  const stand = person('己', 'editor')
  expect(approveOffer(seenBy(stand, underWay, standing(-1, 1)))).toEqual(open('初审通过'))
  expect(approveOffer(seenBy(stand, underWay, standing(1, 2)))).toBeNull()
  expect(approveOffer(seenBy(stand, underWay, standing(-2, 0)))).toBeNull()
})

test('a word may be said by all who work here once there is a record, and by nobody else', () => {
  for (const one of [author, first, administrator])
    expect(commentOffer(seenBy(one, underWay))).toEqual(open('留言'))
  expect(commentOffer(seenBy(person('看', 'viewer'), underWay))).toBeNull()
  expect(commentOffer(seenBy(author, null))).toBeNull()
})
