/**
 * @file Review against a hosted project: one program's lake plays the service, on which any editor may write
 * anything; another program is the bureau, whose desk judges and whose mirror the public sees.
 */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createClient, type SanityClient } from '@sanity/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Review } from '../../contracts/documents/review.ts'
import { openLine, type CuttableLine } from '../support/cuttable-line.ts'
import { openHostedService, type HostedService } from '../support/hosted-people.ts'
import { freePort, startProgram, type Program } from '../support/program.ts'

const startWithinMs = 180_000
const screen = 'screen-bureau-tryout'
const people = ['示例编辑', '示例初审', '示例复审', '示例终审', 'admin'] as const
type Name = (typeof people)[number]

/** Plays the hosted service. */
let service: Program
let front: HostedService
let line: CuttableLine
let bureau: Program
let port: number
let root: SanityClient
let sample: Record<string, unknown> & { _type: string }
const tokens = {} as Record<Name, string>

const startBureau = (dataFolder?: string) =>
  startProgram({
    port,
    ...(dataFolder === undefined ? {} : { dataFolder }),
    env: {
      ...{ PUFA_REVIEW: '1', PUFA_DEMO: '0', SANITY_PROJECT_ID: 'pufa', SANITY_DATASET: 'production' },
      ...{ SANITY_TOKEN: service.token(), SANITY_API_HOST: line.origin },
    },
  })

const clientOf = (token: string) =>
  createClient({
    ...{ projectId: 'pufa', dataset: 'production', apiVersion: '2025-02-19', apiHost: front.origin, token },
    ...{ useProjectHostname: false, useCdn: false },
  })

beforeAll(async () => {
  // Without a password of ours the demonstration brings sample people.
  service = await startProgram({ env: { PUFA_ADMIN_PASSWORD: '' } })
  front = await openHostedService(service)
  line = await openLine(front.origin)
  port = await freePort()
  bureau = await startBureau()
  for (const name of people) tokens[name] = await front.tokenOf(name)
  root = clientOf(service.token())
  const found = await root.fetch<Record<string, unknown> & { _type: string }>(
    '*[_type == "slogan" && !(_id in path("drafts.**"))][0]',
  )
  const { _rev: _r, _createdAt: _c, _updatedAt: _u, ...slogan } = found
  sample = slogan
}, startWithinMs)
afterAll(async () => {
  const started = [bureau, service] as (Program | undefined)[]
  for (const program of started) await program?.stop()
  for (const program of started) program?.removeData()
  await (line as CuttableLine | undefined)?.close()
  await (front as HostedService | undefined)?.close()
})

async function ask(token: string, path: string, body?: unknown) {
  const answer = await fetch(`${bureau.origin}/api/review/${path}`, {
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    headers: { authorization: `Bearer ${token}` },
  })
  const told = (await answer.json()) as Record<string, unknown> & { error?: { code: string } }
  return { status: answer.status, code: told.error?.code ?? null, told }
}
const step = async (name: Name, subject: string, kind: string, more = {}) =>
  (await ask(tokens[name], 'steps', { subject, step: { kind, ...more } })).code

const slogan = (id: string, text: string) => ({ ...sample, _id: id, text })
const slogans = async () => (await fetch(`${bureau.origin}/slogans`)).text()
const onScreen = async () => {
  const answer = await fetch(`${bureau.origin}/api/signage/resolve?screen=${screen}`)
  return ((await answer.json()) as { item?: { title: string } }).item?.title ?? ''
}
const standing = async (id: string) => (await ask(tokens['示例编辑'], `standing?subject=${id}`)).told
const trailOf = (id: string) => root.getDocument<Review>(`review.${id}`)

/** By the desk, as three people do. */
async function approved(id: string): Promise<void> {
  expect(await step('示例编辑', id, 'submit', { publishes: true })).toBeNull()
  for (const name of ['示例初审', '示例复审', '示例终审'] as const)
    expect(await step(name, id, 'approve'), name).toBeNull()
}

test('what was public before is withheld until somebody answers for it, with a reason in every trail', async () => {
  const health = await (await fetch(`${bureau.origin}/healthz`)).text()
  expect(health).toMatch(/有 \d+ 份内容没有经过审核/)
  const page = async () => (await fetch(`${bureau.origin}/slogans/${String(sample['_id'])}`)).status
  expect(await page()).toBe(404)
  const command = join(import.meta.dirname, '../../scripts/adopt-review/main.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [command, '--reason', '启用审核', '--yes'], {
    env: { ...process.env, NODE_NO_WARNINGS: '1', PUFA_DATA: bureau.dataFolder },
  })
  expect(stdout).toContain('份公开的内容没有经过审核')
  const trail = await trailOf(String(sample['_id']))
  expect(trail?.steps.at(-1)?.words).toContain('没有经过三审：启用审核')
  await expect.poll(async () => (await ask(tokens.admin, 'withheld')).told['count']).toBe(0)
  await expect.poll(page).toBe(200)
}, 60_000)

test('rules that stand at the service have no effect until an administrator accepts them', async () => {
  const idOf = async (name: Name) => String((await ask(tokens[name], 'me')).told['id'])
  const person = async (name: Name, stages: string[]) => ({
    ...{ _key: stages.join('-'), _type: 'reviewPerson', id: await idOf(name), name, stages },
  })
  await root.createOrReplace({
    ...{ _id: 'reviewPolicy', _type: 'reviewPolicy', levels: 3 },
    people: [
      await person('示例初审', ['first']),
      await person('示例复审', ['second']),
      await person('示例终审', ['extra', 'final']),
    ],
  })
  const { told } = await ask(tokens['示例初审'], 'policy')
  expect(told).toMatchObject({ isCurrent: false, accepted: null })
  expect((await ask(tokens['示例初审'], 'me')).told['stages']).toEqual([])
  const rev = told['rev']
  expect((await ask(tokens['示例编辑'], 'policy', { rev })).code).toBe('hosted.not-allowed')
  expect((await ask(service.token(), 'policy', { rev })).code, 'a program').toBe('hosted.not-allowed')
  expect((await ask(tokens.admin, 'policy', { rev: 'another' })).code).toBe('hosted.policy-changed')
  expect((await ask(tokens.admin, 'policy', { rev })).told).toMatchObject({ isCurrent: true })
  expect((await ask(tokens['示例初审'], 'me')).told['stages']).toEqual(['first'])
})

test('content published at the service without approval reaches neither site nor screen', async () => {
  await root.create(slogan('hosted-past', '没有人审过的字'))
  await expect.poll(() => standing('hosted-past')).toEqual({ isShown: false, why: 'unapproved' })
  expect(await slogans()).not.toContain('没有人审过的字')
  expect(await onScreen()).not.toContain('没有人审过的字')
})

test('three people approve through the desk, and what they approved is on site and screen', async () => {
  await clientOf(tokens['示例编辑']).create(slogan('drafts.hosted-good', '三个人看过的字'))
  expect(await step('示例编辑', 'hosted-good', 'submit', { publishes: true })).toBeNull()
  expect(await step('示例编辑', 'hosted-good', 'approve'), 'the author').toBe('lake.review-stage-not-yours')
  expect((await ask('stolen', 'steps', {})).status).toBe(401)
  expect(await step('示例初审', 'hosted-good', 'approve')).toBeNull()
  expect(await step('示例初审', 'hosted-good', 'approve'), 'twice').toBe('lake.review-other-stage')
  expect(await step('示例复审', 'hosted-good', 'approve')).toBeNull()
  expect(await onScreen()).not.toContain('三个人看过的字')
  expect(await step('示例终审', 'hosted-good', 'approve')).toBeNull()
  await expect.poll(slogans).toContain('三个人看过的字')
  await expect.poll(onScreen).toContain('三个人看过的字')
  expect((await trailOf('hosted-good'))?.state).toBe('published')
})

test('whoever wrote a draft, though another handed it in, may not approve it', async () => {
  await root.create(slogan('drafts.hosted-own', '谁写的谁不审'))
  await root.patch('drafts.hosted-own').set({ tone: 'plain' }).commit()
  const me = await ask(tokens.admin, 'me')
  await clientOf(tokens.admin).patch('drafts.hosted-own').set({ text: '管理员写的' }).commit()
  const { told } = await ask(tokens.admin, 'policy')
  const policy = await root.getDocument('reviewPolicy')
  const people = [
    ...(policy?.['people'] as unknown[]),
    { _key: 'admin', _type: 'reviewPerson', id: me.told['id'], name: '管理员', stages: ['first'] },
  ]
  await root.patch('reviewPolicy').set({ people }).commit()
  expect((await ask(tokens.admin, 'policy', { rev: told['rev'] })).code, 'not what he saw').toBe(
    'hosted.policy-changed',
  )
  const { told: fresh } = await ask(tokens.admin, 'policy')
  expect((await ask(tokens.admin, 'policy', { rev: fresh['rev'] })).status).toBe(200)
  expect(await step('示例编辑', 'hosted-own', 'submit')).toBeNull()
  expect(await step('admin', 'hosted-own', 'approve')).toBe('lake.review-own-work')
})

test('a trail written straight into the service counts for nothing', async () => {
  const good = await trailOf('hosted-good')
  await root.createOrReplace({ ...good, _id: 'review.hosted-past', _type: 'review', subject: 'hosted-past' })
  await root.create(slogan('drafts.hosted-forged', '伪造的审核'))
  expect(await step('示例编辑', 'hosted-forged', 'submit', { publishes: true })).toBeNull()
  const open = await trailOf('hosted-forged')
  await root
    .patch('review.hosted-forged')
    .set({ awaits: 'final', steps: [...(open?.steps ?? []), ...(good?.steps ?? []).slice(1, 3)] })
    .commit()
  expect(await step('示例终审', 'hosted-forged', 'approve')).toBe('lake.review-other-stage')
  expect(await step('示例初审', 'hosted-forged', 'approve')).toBeNull()
  expect((await trailOf('hosted-forged'))?.awaits, 'mended by the server').toBe('second')
  expect(await standing('hosted-past')).toEqual({ isShown: false, why: 'unapproved' })
})

test('what is changed at the service leaves site and screen, and older approved words do not come back', async () => {
  const before = await trailOf('hosted-good')
  await root.patch('hosted-good').set({ text: '审完又偷偷改过的字' }).commit()
  await expect.poll(onScreen).not.toContain('三个人看过的字')
  await expect.poll(slogans).not.toContain('三个人看过的字')
  expect(await slogans()).not.toContain('审完又偷偷改过的字')
  await clientOf(tokens['示例编辑']).create(slogan('drafts.hosted-good', '第二次审过的字'))
  await approved('hosted-good')
  await expect.poll(slogans).toContain('第二次审过的字')
  const { _rev: _r, _updatedAt: _u, ...old } = before ?? { _id: '', _type: 'review' }
  await root.createOrReplace(old)
  await root.createOrReplace(slogan('hosted-good', '三个人看过的字'))
  await expect.poll(() => standing('hosted-good')).toEqual({ isShown: false, why: 'retired' })
  expect(await slogans()).not.toContain('三个人看过的字')
})

test('what a person at the service may do with screens follows from the service’s own roles', async () => {
  const fleet = (token: string) =>
    fetch(`${bureau.origin}/api/signage/screens`, { headers: { authorization: `Bearer ${token}` } })
  expect((await fleet(tokens.admin)).status).toBe(200)
  expect((await fleet(tokens['示例编辑'])).status).toBe(403)
  for (const path of ['/v2025-02-19/data/query/production?query=*', '/login', '/v1/users/me']) {
    const headers = { authorization: `Bearer ${tokens['示例编辑']}` }
    const answer = await fetch(bureau.origin + path, path.startsWith('/v1/') ? {} : { headers })
    expect(answer.status, path).toBe(404)
  }
})

test('while the line is cut all goes on, and a reader’s report arrives when it is mended', async () => {
  await clientOf(tokens['示例编辑']).create(slogan('drafts.hosted-last', '断线时还在的字'))
  await approved('hosted-last')
  await expect.poll(slogans).toContain('断线时还在的字')
  line.cut()
  expect((await ask(tokens.admin, 'policy')).code).toBe('hosted.unreachable')
  const sent = await fetch(`${bureau.origin}/report`, {
    method: 'POST',
    body: new URLSearchParams({ about: '/', text: '办公时间写错了' }),
    headers: { origin: bureau.origin },
    redirect: 'manual',
  })
  expect(sent.status).toBe(303)
  const receipt = sent.headers.get('location')?.split('/').at(-1) ?? ''
  await bureau.stop()
  bureau = await startBureau(bureau.dataFolder)
  expect(await slogans(), 'at once, from what the mirror held').toContain('断线时还在的字')
  expect(await (await fetch(`${bureau.origin}/healthz`)).text()).toContain('托管的内容库没有应答')
  line.mend()
  const report = `report.${receipt}`
  await expect
    .poll(() => root.getDocument(report), { timeout: 30_000 })
    .toMatchObject({ text: '办公时间写错了' })
  await root.patch(report).set({ state: 'corrected', answer: '已经改好了' }).commit()
  await expect
    .poll(async () => (await fetch(`${bureau.origin}/report/receipts/${receipt}`)).text(), {
      timeout: 30_000,
    })
    .toContain('已经改好了')
}, 90_000)
