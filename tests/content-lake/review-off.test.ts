/** @file With review switched off a trail decides nothing, and nobody at the desk can write one. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startLake, type LakeOnPort } from './lake-on-port.ts'
import { refusal } from './release-steps.ts'

let at: LakeOnPort
beforeAll(async () => {
  at = await startLake()
  await at.client.create({ _id: 'drafts.n', _type: 'newsItem', title: '讲座' })
})
afterAll(() => at.close())

const forged = {
  ...{ _id: 'review.n', _type: 'review', subject: 'n', subjectType: 'newsItem', title: '讲座' },
  ...{ state: 'approved', copy: 'drafts.n', publishes: true, steps: [] },
}

test.each(['editor', 'operator', 'reviewer'] as const)(
  'no %s writes one, for it would count once review is switched on',
  async (role) => {
    const client = at.clientWith({ token: at.lake.issueServiceToken(role, role) })
    expect(await refusal(client.create(forged))).toBe('lake.not-permitted')
  },
)

test('one that is moved in lets nothing out', async () => {
  await at.client.create(forged)
  expect(await at.client.getDocument('n')).toBeUndefined()
  expect(await at.client.getDocument('drafts.n')).toBeDefined()
})
