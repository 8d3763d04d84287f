/** @file Review in the Studio of a hosted project: who one is, what is told, and what is refused. */
import type { SanityClient } from 'sanity'
import { afterEach, expect, test, vi } from 'vitest'
import { askDesk, DeskRefusal, meAtDesk, stepAtDesk } from '../../studio/review/hosted/desk.ts'
import { withheldWords } from '../../studio/review/hosted/withheld-words.ts'
import { acceptanceOf } from '../../studio/review/policy/acceptance-words.ts'
import { peopleFault } from '../../studio/review/policy/people-field.ts'
import { refusedSentence } from '../../studio/review/refusals.ts'
import { reviewerAtDesk } from '../../studio/review/reviewer.ts'
import { mayEdit } from '../../studio/review/seen.ts'

afterEach(() => void vi.unstubAllGlobals())

const client = (token?: string) => ({ config: () => ({ token }) }) as unknown as SanityClient
const me = {
  ...{ id: 'p-a', name: '甲', role: 'editor', county: null, stages: ['first'] as const },
  ...{ isPerson: true, isAdministrator: false },
}
const answering = (status: number, body: unknown) => {
  const real = vi.fn(async (_path: string, _init?: RequestInit) => Response.json(body, { status }))
  vi.stubGlobal('fetch', real)
  return real
}

test('a step goes to the desk on this origin, with the token of whoever is signed in', async () => {
  const real = answering(200, { taken: true })
  await stepAtDesk(client('sk-1'), 'slogan-a', { kind: 'approve', rev: 'r' })
  const [path, init] = real.mock.calls[0] ?? []
  expect(path).toBe('/api/review/steps')
  expect(new Headers(init?.headers).get('authorization')).toBe('Bearer sk-1')
  expect(JSON.parse(String(init?.body))).toEqual({ subject: 'slogan-a', step: { kind: 'approve', rev: 'r' } })
})

test('a refusal of the desk is told in the very words of the embedded lake', async () => {
  answering(403, { error: { code: 'lake.review-own-work', message: '自己写过…' } })
  const error = await stepAtDesk(client('sk-1'), 'a', { kind: 'approve' }).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(DeskRefusal)
  expect(refusedSentence(error)).toMatchObject({ title: '自己写过或送审的内容，自己不能审' })
  vi.stubGlobal('fetch', async () => new Response('<html>', { status: 502 }))
  const broken = await askDesk(client('sk-1'), 'me').catch((thrown: unknown) => thrown)
  expect(refusedSentence(broken), 'no sentence of a code that is not there').toBeNull()
})

test('who one is is asked once a token, and again after it failed', async () => {
  const refusing = answering(503, {})
  await expect(meAtDesk(client('sk-once'))).rejects.toBeInstanceOf(DeskRefusal)
  expect(refusing).toHaveBeenCalledTimes(1)
  const real = answering(200, me)
  expect(await meAtDesk(client('sk-once'))).toEqual(me)
  await meAtDesk(client('sk-once'))
  expect(real).toHaveBeenCalledTimes(1)
})

test('whoever may write at the service may hand in timetables too; a reviewer who only looks may not', () => {
  const playlist = { id: 'a', type: 'playlist', title: '', county: null }
  const sees = (role: string) => mayEdit({ actor: reviewerAtDesk({ ...me, role }), subject: playlist })
  expect([sees('editor'), sees('administrator'), sees('reviewer'), sees('viewer')]).toEqual([
    true,
    true,
    false,
    false,
  ])
})

test('what is withheld is told with what to do, what is shown or not published is told nothing', () => {
  expect(withheldWords({ isShown: false, why: 'unapproved' })?.title).toBe(
    '这份内容没有经过审核，网站和屏幕不会显示',
  )
  for (const why of ['retired', 'key-period', 'reference', 'file'] as const)
    expect(withheldWords({ isShown: false, why })?.remedy).toContain('请')
  expect(withheldWords({ isShown: true, why: null })).toBeNull()
  expect(withheldWords({ isShown: null })).toBeNull()
})

test('rules are in force only as an administrator has confirmed what is on the page', () => {
  const accepted = { at: '2026-11-22T08:00:00.000Z', byName: '管理员' }
  const shown = { rev: 'r1', isDraft: false }
  const standing = { isCurrent: false, rev: 'r1', accepted }
  expect(acceptanceOf({ ...standing, isCurrent: true }, shown, false)).toMatchObject({ isInForce: true })
  expect(acceptanceOf({ ...standing, isCurrent: true }, { ...shown, isDraft: true }, true).isInForce).toBe(
    false,
  )
  expect(acceptanceOf(standing, shown, true).why).toBeNull()
  expect(acceptanceOf(standing, shown, true).lines.join()).toContain('2026年11月22日 16:00 确认')
  expect(acceptanceOf(standing, shown, false).why).toContain('管理员')
  expect(acceptanceOf(standing, { ...shown, isDraft: true }, true).why).toContain('发布')
  expect(acceptanceOf(standing, { ...shown, rev: 'older' }, true).why).toContain('等一下')
  expect(acceptanceOf({ ...standing, accepted: null }, shown, true).title).toContain('谁也不能审')
})

test('nobody is written twice, and everybody is somebody', () => {
  expect(peopleFault([{ id: 'a' }, { id: 'b' }])).toBe(true)
  expect(peopleFault([{ id: 'a' }, { id: 'a' }])).toContain('写了两次')
  expect(peopleFault([{}])).toContain('还没有选是谁')
})
