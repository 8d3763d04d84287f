/** @file Review by the bare API: what goes out has three approvals of exactly that content, by whatever way it comes. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refusal } from './release-steps.ts'
import { news, openOffice, type Office } from './review-office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.at.close())

const isOut = async (id: string) => (await office.at.anonymous.getDocument(id)) !== undefined

describe('the whole way', () => {
  test('three people approve in order, none of them the author, and then it goes out', async () => {
    await office.draft('编辑', 'whole')
    expect(await refusal(office.publish('编辑', 'whole'))).toBe('lake.not-reviewed')
    await office.step('编辑', 'whole', 'submit', { words: '请看时间' })
    expect(await office.trail('whole')).toMatchObject({ state: 'open', awaits: 'first', title: '讲座通知' })
    await office.step('初审', 'whole', 'approve')
    await office.step('复审', 'whole', 'approve')
    expect(await refusal(office.publish('编辑', 'whole'))).toBe('lake.not-reviewed')
    await office.step('终审', 'whole', 'approve', { words: '同意' })
    expect(await office.trail('whole')).toMatchObject({ state: 'approved', awaits: null })
    expect(await isOut('whole')).toBe(false)
    await office.publish('编辑', 'whole')
    expect(await isOut('whole')).toBe(true)
    const { state, steps = [] } = (await office.trail('whole')) ?? {}
    expect(state).toBe('published')
    expect(steps.map(({ kind, stage, byName, words }) => [kind, stage, byName, words])).toEqual([
      ['submit', undefined, '示例编辑', '请看时间'],
      ['approve', 'first', '示例初审', undefined],
      ['approve', 'second', '示例复审', undefined],
      ['approve', 'final', '示例终审', '同意'],
      ['publish', undefined, '示例编辑', undefined],
    ])
  })

  test('the last approval puts it out at once where whoever handed it in wished so', async () => {
    await office.draft('编辑', 'at-once')
    await office.step('编辑', 'at-once', 'submit', { publishes: true })
    for (const name of ['初审', '复审', '终审'] as const) await office.step(name, 'at-once', 'approve')
    expect(await isOut('at-once')).toBe(true)
    expect(await office.at.client.getDocument('drafts.at-once')).toBeUndefined()
    expect(await office.trail('at-once')).toMatchObject({ state: 'published' })
  })

  test('rejected with a reason it goes back, and the next round begins anew', async () => {
    await office.almost('again')
    expect(await refusal(office.step('终审', 'again', 'reject'))).toBe('lake.review-words-missing')
    await office.step('终审', 'again', 'reject', { words: '时间不对' })
    expect(await office.trail('again')).toMatchObject({ state: 'rejected', awaits: null })
    expect(await refusal(office.step('终审', 'again', 'approve'))).toBe('lake.review-not-open')
    await office.draft('编辑', 'again', { summary: '周日上午九点。' })
    await office.step('编辑', 'again', 'submit')
    expect(await office.trail('again')).toMatchObject({ state: 'open', awaits: 'first', approvedBy: [] })
  })

  test('a release goes out only when every content in it is approved', async () => {
    await office.at.client.releases.create({
      releaseId: 'rel',
      metadata: { title: 'r', releaseType: 'asap' },
    })
    for (const id of ['in-a', 'in-b'])
      await office.as('编辑').createVersion({
        releaseId: 'rel',
        publishedId: id,
        document: { ...news(id), _id: undefined } as never,
      })
    const put = () => office.at.client.releases.publish({ releaseId: 'rel' })
    expect(await refusal(put())).toBe('lake.not-reviewed')
    for (const id of ['in-a', 'in-b']) {
      await office.step('编辑', id, 'submit', { copy: `versions.rel.${id}` })
      for (const name of ['初审', '复审'] as const) await office.step(name, id, 'approve')
    }
    await office.step('终审', 'in-a', 'approve')
    expect(await refusal(put())).toBe('lake.not-reviewed')
    await office.step('终审', 'in-b', 'approve')
    await put()
    expect(await isOut('in-a')).toBe(true)
    expect(await office.trail('in-b')).toMatchObject({ state: 'published' })
  })
})

describe('an approval holds for one content, one round and one person', () => {
  test('one byte changed after the last approval voids them all', async () => {
    await office.almost('byte')
    await office.step('终审', 'byte', 'approve')
    await office.as('编辑').patch('drafts.byte').set({ summary: '周六上午九点！' }).commit()
    expect(await refusal(office.publish('编辑', 'byte'))).toBe('lake.not-reviewed')
    await office.as('编辑').patch('drafts.byte').set({ summary: '周六上午九点。' }).commit()
    await office.publish('编辑', 'byte')
    expect(await isOut('byte')).toBe(true)
  })

  test('changed between two approvals, the next reviewer is told and approves nothing unseen', async () => {
    await office.almost('between')
    await office.as('编辑').patch('drafts.between').set({ title: '改过' }).commit()
    expect(await refusal(office.step('终审', 'between', 'approve'))).toBe('lake.review-changed')
  })

  test('a reviewer who looked at an earlier revision is told', async () => {
    await office.almost('seen')
    const rev = 'a-revision-of-earlier'
    expect(await refusal(office.step('终审', 'seen', 'approve', { rev }))).toBe('lake.review-changed')
  })

  test('approvals of one content let no other through, though it be word for word the same', async () => {
    await office.almost('one')
    await office.step('终审', 'one', 'approve')
    await office.draft('编辑', 'other')
    expect(await refusal(office.publish('编辑', 'other'))).toBe('lake.not-reviewed')
    const stolen = { ...(await office.trail('one')), _id: 'review.other', subject: 'other' }
    expect(await refusal(office.as('编辑').createOrReplace(stolen as never))).toBe('lake.review-trail')
  })

  test('approvals are used up: what was taken down does not come back by them, nor an earlier wording', async () => {
    await office.almost('spent')
    await office.step('终审', 'spent', 'approve')
    await office.publish('编辑', 'spent')
    const unpublish = { draftId: 'drafts.spent', publishedId: 'spent' }
    await office.as('编辑').action({ actionType: 'sanity.action.document.unpublish', ...unpublish })
    expect(await isOut('spent')).toBe(false)
    expect(await office.trail('spent')).toMatchObject({ state: 'unpublished' })
    expect(await refusal(office.publish('编辑', 'spent'))).toBe('lake.not-reviewed')
  })

  test('whoever wrote a word of it, or handed it in, approves none of it', async () => {
    await office.draft('编辑', 'own')
    await office.step('全能', 'own', 'submit')
    expect(await refusal(office.step('全能', 'own', 'approve'))).toBe('lake.review-own-work')
    await office.step('初审', 'own', 'approve')
  })

  test('one person approves once, whatever stages are his', async () => {
    await office.draft('编辑', 'twice')
    await office.step('编辑', 'twice', 'submit')
    await office.step('全能', 'twice', 'approve')
    expect(await refusal(office.step('全能', 'twice', 'approve'))).toBe('lake.review-twice')
    await office.step('全能二', 'twice', 'approve')
  })

  test('a stage is approved by whose it is, in its turn', async () => {
    await office.draft('编辑', 'turn')
    await office.step('编辑', 'turn', 'submit')
    expect(await refusal(office.step('终审', 'turn', 'approve'))).toBe('lake.review-other-stage')
    expect(await refusal(office.step('播控', 'turn', 'approve'))).toBe('lake.review-stage-not-yours')
    const own = { county: { _type: 'reference', _ref: 'county-b' } }
    await office.draft('编辑', 'turn-b', own)
    await office.step('编辑', 'turn-b', 'submit')
    expect(await refusal(office.step('甲县审', 'turn-b', 'approve'))).not.toBe('not refused')
  })

  test('a program approves nothing, and an administrator neither', async () => {
    await office.almost('robot')
    const step = { _key: 'r', _type: 'reviewStep', kind: 'approve' }
    const byProgram = office.at.client.patch('review.robot').insert('after', 'steps[-1]', [step]).commit()
    expect(await refusal(byProgram)).toBe('lake.review-not-a-person')
  })

  test('a locked account approves nothing', async () => {
    await office.almost('locked')
    const id = await office.idOf('终审')
    await office.account(id, 'lock')
    expect(await refusal(office.step('终审', 'locked', 'approve'))).toBe('lake.not-signed-in')
    await office.account(id, 'unlock')
    await office.step('终审', 'locked', 'approve')
  })
})

describe('no way around', () => {
  const ways: [string, (id: string) => Promise<unknown>][] = [
    ['createOrReplace', (id) => office.as('编辑').createOrReplace(news(id))],
    ['create', (id) => office.as('编辑').create(news(id))],
    ['createIfNotExists', (id) => office.as('编辑').createIfNotExists(news(id))],
    ['an administrator’s hand', (id) => office.at.client.create(news(id))],
    [
      'a trail that says it is approved',
      (id) =>
        office
          .as('编辑')
          .transaction()
          .create({ _id: `review.${id}`, _type: 'review', state: 'approved', steps: [] })
          .create(news(id))
          .commit(),
    ],
  ]
  test.each(ways)('%s puts nothing out', async (_name, way) => {
    const id = `way-${ways.findIndex(([, one]) => one === way)}`
    expect(await refusal(way(id))).toMatch(/^lake\.(not-reviewed|review-trail|not-permitted)$/)
    expect(await isOut(id)).toBe(false)
  })

  test('a patch of what is out is refused, and one that changes no word passes', async () => {
    await office.almost('patched')
    await office.step('终审', 'patched', 'approve')
    await office.publish('编辑', 'patched')
    const patch = (title: string) => office.as('编辑').patch('patched').set({ title }).commit()
    expect(await refusal(patch('偷偷改'))).toBe('lake.not-reviewed')
    await patch('讲座通知')
  })

  test('a trail is not rewritten, shortened or deleted by anybody', async () => {
    await office.almost('kept')
    for (const client of [office.as('编辑'), office.as('终审'), office.at.client]) {
      expect(await refusal(client.delete('review.kept'))).toBe('lake.review-trail')
      expect(await refusal(client.patch('review.kept').set({ state: 'approved' }).commit())).toBe(
        'lake.review-trail',
      )
      expect(await refusal(client.patch('review.kept').unset(['steps[0]']).commit())).toBe(
        'lake.review-trail',
      )
      expect(await refusal(client.patch('review.kept').set({ 'steps[0].byName': '别人' }).commit())).toBe(
        'lake.review-trail',
      )
    }
    expect(await refusal(office.as('编辑').create({ _id: 'drafts.review.kept', _type: 'review' }))).toBe(
      'lake.review-trail',
    )
    expect(await refusal(office.at.client.create({ _id: 'disguised', _type: 'review' }))).toBe(
      'lake.review-trail',
    )
  })

  test('what a client says of who, when and what is not listened to', async () => {
    await office.draft('编辑', 'told')
    const at = '2001-01-01T00:00:00Z'
    await office.step('编辑', 'told', 'submit', {
      by: 'somebody',
      byName: '别人',
      at,
      hash: 'x',
      stage: 'final',
    })
    const [step] = (await office.trail('told'))?.steps ?? []
    expect(step).toMatchObject({ byName: '示例编辑', by: await office.idOf('编辑') })
    expect(step?.at).not.toBe(at)
    expect(step?.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(step).not.toHaveProperty('stage')
  })

  test('a trail is read by those of its county, and by nobody from outside', async () => {
    await office.draft('甲县编辑', 'of-a')
    await office.step('甲县编辑', 'of-a', 'submit')
    expect(await office.as('甲县审').getDocument('review.of-a')).toBeDefined()
    expect(await office.as('乙县编辑').getDocument('review.of-a')).toBeUndefined()
    expect(await office.at.anonymous.getDocument('review.of-a')).toBeUndefined()
    expect(await refusal(office.step('乙县编辑', 'of-a', 'comment', { words: '?' }))).not.toBe('not refused')
  })
})
