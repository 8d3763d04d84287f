/** @file An office with people for a review by three, each with a client of his own. */
import type { SanityClient } from '@sanity/client'
import type { AccountWish } from '../../content-lake/main.ts'
import type { Review, ReviewStepKind } from '../../contracts/documents/review.ts'
import { startLake, type LakeOnPort } from './lake-on-port.ts'

const wish = (
  name: string,
  role: AccountWish['role'],
  county: string | null,
  stages?: AccountWish['stages'],
): AccountWish => ({ name, displayName: `示例${name}`, role, county, ...(stages ? { stages } : {}) })

const wishes = [
  wish('编辑', 'editor', null),
  wish('甲县编辑', 'editor', 'county-a'),
  wish('乙县编辑', 'editor', 'county-b'),
  wish('播控', 'operator', null),
  wish('初审', 'reviewer', null, ['first']),
  wish('复审', 'reviewer', null, ['second']),
  wish('终审', 'reviewer', null, ['extra', 'final']),
  wish('全能', 'reviewer', null),
  wish('全能二', 'reviewer', null),
  wish('甲县审', 'reviewer', 'county-a'),
  wish('查看', 'viewer', null),
] as const

export type PersonName =
  '编辑' | '甲县编辑' | '乙县编辑' | '播控' | '初审' | '复审' | '终审' | '全能' | '全能二' | '甲县审' | '查看'

export interface Office {
  at: LakeOnPort
  /** A client that acts as that person. */
  as(name: PersonName): SanityClient
  idOf(name: PersonName): Promise<string>
  step(
    name: PersonName,
    subject: string,
    kind: ReviewStepKind,
    more?: Record<string, unknown>,
  ): Promise<unknown>
  draft(name: PersonName, id: string, more?: Record<string, unknown>): Promise<void>
  publish(name: PersonName, id: string): Promise<unknown>
  trail(id: string): Promise<Review | null>
  /** As an administrator does on the page of accounts. */
  account(id: string, what: 'lock' | 'unlock'): Promise<void>
  /** Written by 编辑, handed in, and approved by 初审 and 复审. */
  almost(id: string, more?: Record<string, unknown>): Promise<void>
}

export const news = (id: string, more: Record<string, unknown> = {}) => ({
  ...{ _id: id, _type: 'newsItem', title: '讲座通知', summary: '周六上午九点。' },
  ...more,
})

let keys = 0

export async function openOffice(): Promise<Office> {
  const at = await startLake({ isReviewed: true })
  for (const letter of ['a', 'b'])
    await at.client.create({ _id: `county-${letter}`, _type: 'county', title: letter, order: 1 })
  await at.lake.makeAccounts(wishes)
  const clients = new Map(
    wishes.map(({ name }) => [name, at.clientWith({ token: at.lake.lendAccount(name).secret })]),
  )
  const as: Office['as'] = (name) => clients.get(name) ?? at.anonymous
  const office: Office = {
    at,
    as,
    idOf: async (name) => (await as(name).users.getById('me')).id,
    step: (name, subject, kind, more = {}) =>
      as(name)
        .transaction()
        .createIfNotExists({ _id: `review.${subject}`, _type: 'review' })
        .patch(`review.${subject}`, (patch) =>
          patch
            .setIfMissing({ steps: [] })
            .insert('after', 'steps[-1]', [{ _key: `k${++keys}`, _type: 'reviewStep', kind, ...more }]),
        )
        .commit(),
    draft: async (name, id, more = {}) => {
      await as(name).createOrReplace(news(`drafts.${id}`, more))
    },
    publish: (name, id) =>
      as(name).action({
        actionType: 'sanity.action.document.publish',
        draftId: `drafts.${id}`,
        publishedId: id,
      }),
    trail: async (id) => (await at.client.getDocument<Review>(`review.${id}`)) ?? null,
    async account(id, what) {
      const response = await at.fetch(`/accounts/people/${id}/${what}`, {
        method: 'POST',
        anonymous: true,
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          ...{ origin: at.origin, cookie: await at.signIn() },
        },
        body: '',
      })
      if (response.status >= 400) throw new Error(`${what}: ${response.status}`)
    },
    async almost(id, more) {
      await office.draft('编辑', id, more)
      await office.step('编辑', id, 'submit')
      await office.step('初审', id, 'approve')
      await office.step('复审', id, 'approve')
    },
  }
  return office
}
