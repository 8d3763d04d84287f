/** @file The desk and the mirror against a service on which anything may be written. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openHostedReview } from '../../hosted/main.ts'
import { openRig, serviceAccess } from './rig.ts'

const news = { title: '讲座通知', summary: '周六上午九点。' }

test('what was approved and is published past the desk is shown, and its round ends', async () => {
  const { rules, draft, approve, shown, trail, service } = await openRig()
  await rules()
  await draft('news-a', 'newsItem', news)
  await approve('news-a', { publishes: false })
  expect((await trail('news-a'))?.state).toBe('approved')
  await service.client.action({
    ...{ actionType: 'sanity.action.document.publish', draftId: 'drafts.news-a', publishedId: 'news-a' },
  })
  await shown('news-a', true)
  await expect.poll(async () => (await trail('news-a'))?.state).toBe('published')
})

test('what was taken down does not come back by its old approval', async () => {
  const { rules, draft, approve, shown, trail, service, ask } = await openRig()
  await rules()
  await draft('news-a', 'newsItem', news)
  await approve('news-a')
  await shown('news-a', true)
  const { _rev: _, ...before } = (await service.client.getDocument('news-a')) ?? { _id: '', _type: '' }
  await service.client.delete('news-a')
  await shown('news-a', false)
  await expect.poll(async () => (await trail('news-a'))?.state).toBe('unpublished')
  await service.client.create(before)
  await expect.poll(() => ask('编辑', 'standing?subject=news-a')).toEqual({ isShown: false, why: 'retired' })
})

test('an older trail of the server’s own, put back, does not undo a rejection', async () => {
  const { rules, draft, step, trail, service } = await openRig()
  await rules()
  await draft('news-a', 'newsItem', news)
  await step('编辑', 'news-a', 'submit')
  await step('初审', 'news-a', 'approve')
  const { _rev: _, ...genuine } = (await trail('news-a')) ?? ({ _id: '', _type: 'review' } as never)
  expect(await step('复审', 'news-a', 'reject', { words: '时间不对' })).toBeNull()
  await service.client.createOrReplace(genuine)
  expect(await step('复审', 'news-a', 'approve')).toBe('lake.review-not-open')
  await service.client.delete('review.news-a')
  expect(await step('终审', 'news-a', 'approve'), 'without a trail at the service').toBe(
    'lake.review-not-open',
  )
  expect(await step('编辑', 'news-a', 'comment', { words: '知道了' })).toBeNull()
  expect((await trail('news-a'))?.steps.map(({ kind }) => kind)).toEqual([
    'submit',
    'approve',
    'reject',
    'comment',
  ])
})

test('whoever published his own words past the desk may not approve them in another’s hands', async () => {
  const { rules, as, draft, step } = await openRig()
  await rules()
  await as('初审').createOrReplace({ _id: 'drafts.news-a', _type: 'newsItem', ...news })
  await as('初审').action({
    ...{ actionType: 'sanity.action.document.publish', draftId: 'drafts.news-a', publishedId: 'news-a' },
  })
  await draft('news-a', 'newsItem', news)
  expect(await step('编辑', 'news-a', 'submit')).toBeNull()
  expect(await step('初审', 'news-a', 'approve')).toBe('lake.review-own-work')
})

test('adopting seals what stands under these ids, says why in the trail, and leaves a round under way', async () => {
  const { rules, draft, step, shown, trail, service, review } = await openRig()
  await rules()
  for (const id of ['news-a', 'news-b', 'news-c'])
    await service.client.create({ _id: id, _type: 'newsItem', ...news })
  await draft('news-a', 'newsItem', { ...news, title: '改过的通知' })
  await step('编辑', 'news-a', 'submit')
  expect(await review.adopt(['news-a', 'news-b'], { reason: '演示内容', operator: 'pufa' })).toBe(2)
  await shown('news-a', true)
  await shown('news-b', true)
  await shown('news-c', false)
  expect(await trail('news-b')).toMatchObject({ state: 'published', steps: [{ by: 'machine:pufa' }] })
  expect((await trail('news-b'))?.steps[0]?.words).toContain('演示内容')
  expect(await trail('news-a')).toMatchObject({ state: 'open', awaits: 'first' })
  expect(await step('初审', 'news-a', 'approve')).toBeNull()
  expect(await review.adopt(['news-a'], { reason: '再来一次', operator: 'pufa' }), 'nothing is left').toBe(0)
})

test('after a lost key nothing counts as approved; adopting keeps what people said and blesses none of it', async () => {
  const { rules, draft, approve, shown, trail, service, review, mirror } = await openRig()
  await rules()
  await draft('news-a', 'newsItem', news)
  await approve('news-a')
  await shown('news-a', true)
  await review.desk.close()
  rmSync(join(mirror.folder, 'review.key'))
  const again = openHostedReview(
    { dataFolder: mirror.folder, service: serviceAccess(service), tokens: new Set() },
    { lake: mirror.lake, clock: service.clock, log: service.log },
  )
  onTestFinished(() => again.desk.close())
  await again.desk.start?.()
  await shown('news-a', false)
  expect(again.desk.notes?.()[0]).toContain('npm run review:adopt')
  const later = '2099-01-01T00:00:00.000Z'
  const forged = { _key: 'x', _type: 'reviewStep', kind: 'publish', by: 'p-x', byName: 'x', at: later }
  await service.client.patch('review.news-a').set({ state: 'open' }).append('steps', [forged]).commit()
  expect(await again.adopt(['news-a'], { reason: '密钥丢了', operator: 'root' })).toBe(1)
  await shown('news-a', true)
  const kept = await trail('news-a')
  expect(kept).toMatchObject({ state: 'published', awaits: null, approvedBy: [] })
  expect(kept?.steps.map(({ kind }) => kind)).toEqual(['submit', 'approve', 'approve', 'approve', 'comment'])
  expect(kept?.steps.at(-1)?.words).toContain('没有核对：密钥丢了')
})

test('an urgent notice goes out by one person, with the reason, and owes its review', async () => {
  const { rules, draft, step, shown, trail, service } = await openRig()
  await rules()
  const soon = new Date(service.clock.now() + 12 * 3_600_000 + 8 * 3_600_000).toISOString().slice(0, 16)
  await draft('notice-a', 'notice', { title: '停水', text: '今晚停水', issuer: '示例', validUntil: soon })
  expect(await step('初审', 'notice-a', 'urgent', { words: '停水' })).toBe('lake.review-other-stage')
  expect(await step('终审', 'notice-a', 'urgent')).toBe('lake.review-words-missing')
  expect(await step('终审', 'notice-a', 'urgent', { words: '今晚就停水' })).toBeNull()
  await shown('notice-a', true)
  expect(await trail('notice-a')).toMatchObject({ state: 'published', owes: true })
})

test('blocked words keep a content from being handed in', async () => {
  const { rules, draft, step, service } = await openRig()
  await rules()
  await service.client.create({
    ...{ _id: 'wordList-a', _type: 'wordList', title: '禁用', kind: 'block' },
    entries: [{ _key: 'a', _type: 'wordEntry', words: '最权威' }],
  })
  await draft('news-a', 'newsItem', { ...news, title: '最权威的讲座' })
  expect(await step('编辑', 'news-a', 'submit')).toBe('lake.review-words-blocked')
})

test('a key period adds a stage and keeps back what went without it, not what was public before', async () => {
  const { rules, draft, approve, step, shown, ask, service } = await openRig()
  await rules()
  await draft('news-old', 'newsItem', news)
  await approve('news-old')
  await draft('news-late', 'newsItem', news)
  await approve('news-late', { publishes: false })
  await rules({ keyPeriod: { isOn: true } })
  await service.client.action({
    ...{
      actionType: 'sanity.action.document.publish',
      draftId: 'drafts.news-late',
      publishedId: 'news-late',
    },
  })
  await expect
    .poll(() => ask('编辑', 'standing?subject=news-late'))
    .toEqual({ isShown: false, why: 'key-period' })
  await shown('news-old', true)
  await draft('news-extra', 'newsItem', news)
  expect(await step('编辑', 'news-extra', 'submit')).toBeNull()
  for (const name of ['初审', '复审', '终审'] as const)
    expect(await step(name, 'news-extra', 'approve')).toBeNull()
  expect(await step('终审', 'news-extra', 'approve'), 'the extra stage was his').toBe('lake.review-twice')
  await rules()
  await shown('news-late', true)
})

test('what is wrong in a request is refused before anything is read', async () => {
  const { ask } = await openRig()
  const code = async (body: unknown) =>
    ((await ask('编辑', 'steps', body))['error'] as { code: string } | undefined)?.code
  const approve = { kind: 'approve' }
  for (const subject of ['', 'drafts.a', 'versions.r.a', 'review.a', '_.releases.r', '../a', 'a..b', 7, null])
    expect(await code({ subject, step: approve }), String(subject)).toBe('hosted.malformed-request')
  for (const step of [null, {}, { kind: 'publish' }, { kind: 'adopt' }, 'approve'])
    expect(await code({ subject: 'a', step }), JSON.stringify(step)).toBe('hosted.malformed-request')
})

test('readers’ reports are carried to the service once, and what becomes of them comes back', async () => {
  const { mirror, service, shown } = await openRig()
  const receiver = mirror.clientWith({ token: mirror.lake.issueServiceToken('site', 'receiver') })
  const report = {
    _id: 'report.ABCD',
    _type: 'errorReport',
    receipt: 'ABCD',
    text: '写错了',
    state: 'received',
  }
  await receiver.create(report)
  await expect.poll(() => service.client.getDocument('report.ABCD')).toMatchObject({ text: '写错了' })
  await expect.poll(() => mirror.lake.mirror.ownOfType('errorReport')).toEqual([])
  await service.client.patch('report.ABCD').set({ answer: '改好了' }).commit()
  await expect.poll(() => receiver.getDocument('report.ABCD')).toMatchObject({ answer: '改好了' })
  await service.client.delete('report.ABCD')
  await shown('report.ABCD', false)
  expect(await service.client.getDocument('report.ABCD')).toBeUndefined()
})
