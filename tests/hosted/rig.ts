/** @file A service, a mirror and the desk between them, without the rest of the program. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { SanityClient } from '@sanity/client'
import { expect, onTestFinished } from 'vitest'
import type { LakeAccess } from '../../contracts/part.ts'
import type { Review } from '../../contracts/documents/review.ts'
import { openHostedReview, type HostedReview } from '../../hosted/main.ts'
import { newFolder, startLake, type LakeOnPort } from '../content-lake/lake-on-port.ts'

const people = ['编辑', '初审', '复审', '终审'] as const
export type Name = (typeof people)[number] | 'admin'
const stages = { 编辑: [], 初审: ['first'], 复审: ['second'], 终审: ['extra', 'final'] } as const

export interface Rig {
  service: LakeOnPort
  mirror: LakeOnPort
  review: HostedReview
  step(name: Name, subject: string, kind: string, more?: object): Promise<string | null>
  ask(name: Name, path: string, body?: unknown): Promise<Record<string, unknown>>
  /** Writes rules at the service, and an administrator accepts them. */
  rules(more?: object): Promise<void>
  /** At the service, as that person. */
  as(name: Name): SanityClient
  /** A draft by 编辑. */
  draft(id: string, type: string, more?: object): Promise<void>
  trail(id: string): Promise<Review | undefined>
  /** Waits until the mirror has it, or has it not. */
  shown(id: string, isShown: boolean): Promise<void>
  /** All three, by the desk. */
  approve(id: string, more?: object): Promise<void>
}

/** As the server is given it. */
export const serviceAccess = ({ origin, token }: LakeOnPort): LakeAccess => ({
  ...{ apiHost: origin, assetHost: origin, projectId: 'pufa', dataset: 'production' },
  ...{ token, useProjectHostname: false },
})

export async function openRig(): Promise<Rig> {
  const service = await startLake({ corsOrigins: [] })
  const mirror = await startLake({ isMirror: true }, newFolder())
  await service.lake.makeAccounts(
    // As editors of a hosted project may publish, so may these.
    people.map((name) => ({ name, displayName: `示例${name}`, role: 'administrator', county: null })),
  )
  const { clock, log } = service
  const review = openHostedReview(
    { dataFolder: mirror.folder, service: serviceAccess(service), tokens: new Set([mirror.token]) },
    { lake: mirror.lake, clock, log },
  )
  const server = createServer((request, response) => review.desk.handle(request, response))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await review.desk.start?.()
  onTestFinished(async () => {
    await review.desk.close()
    server.close()
    server.closeAllConnections()
    await mirror.close()
    await service.close()
  })
  const tokens = new Map<Name, string>(
    ([...people, 'admin'] as const).map((name) => [name, service.lake.lendAccount(name).secret]),
  )

  const as: Rig['as'] = (name) => service.clientWith({ token: tokens.get(name) ?? '' })
  const ask: Rig['ask'] = async (name, path, body) => {
    const answer = await fetch(`${origin}/api/review/${path}`, {
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      headers: { authorization: `Bearer ${tokens.get(name) ?? ''}` },
    })
    return (await answer.json()) as Record<string, unknown>
  }
  const step: Rig['step'] = async (name, subject, kind, more = {}) => {
    const told = await ask(name, 'steps', { subject, step: { kind, ...more } })
    return (told['error'] as { code: string } | undefined)?.code ?? null
  }
  return {
    ...{ service, mirror, review, ask, step },
    async rules(more = {}) {
      const named = await Promise.all(
        people.map(async (name) => ({
          ...{ _key: name, _type: 'reviewPerson', id: (await ask(name, 'me'))['id'], name: `示例${name}` },
          stages: stages[name],
        })),
      )
      const policy = { _id: 'reviewPolicy', _type: 'reviewPolicy', levels: 3, people: named, ...more }
      const { _rev: rev } = await service.client.createOrReplace(policy)
      expect(await ask('admin', 'policy', { rev })).toMatchObject({ isCurrent: true })
    },
    as,
    async draft(id, type, more = {}) {
      await as('编辑').createOrReplace({ _id: `drafts.${id}`, _type: type, ...more })
    },
    trail: (id) => service.client.getDocument<Review>(`review.${id}`),
    async shown(id, isShown) {
      await expect
        .poll(async () => (await mirror.client.getDocument(id)) !== undefined, { message: id })
        .toBe(isShown)
    },
    async approve(id, more = {}) {
      expect(await step('编辑', id, 'submit', { publishes: true, ...more })).toBeNull()
      for (const name of ['初审', '复审', '终审'] as const)
        expect(await step(name, id, 'approve'), name).toBeNull()
    },
  }
}
