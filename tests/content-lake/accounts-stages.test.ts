/** @file What a reviewer may approve is chosen on the account's page, told in the lists, and kept in the log. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inviteForm, pageOf, startAccounts, type AccountsRig } from './accounts-rig.ts'

let rig: AccountsRig
beforeAll(async () => {
  rig = await startAccounts()
})
afterAll(() => rig.at.close())

const asked = { stagesAsked: '1' }
const stagesOf = async (cookie: string) => {
  const answer = await rig.at.fetch('/v1/users/me', { anonymous: true, headers: { cookie } })
  return ((await answer.json()) as { stages: string[] }).stages
}

test('a reviewer has the stages that were ticked, and the list says so under the role', async () => {
  const { id, cookie } = await rig.person('first-reader', 'reviewer')
  expect(await stagesOf(cookie)).toEqual(['first', 'second', 'extra', 'final'])
  const form = { displayName: '示例初审', role: 'reviewer', county: '', ...asked, stages: 'first' }
  expect((await rig.post(`/accounts/people/${id}/change`, form)).status).toBe(303)
  expect(await stagesOf(cookie)).toEqual(['first'])
  expect(await pageOf(rig.get('/accounts'))).toContain('<small>初审</small>')
  const page = await pageOf(rig.get(`/accounts/people/${id}`))
  expect(page).toMatch(/value="first"\s+checked/)
  expect(page).not.toMatch(/value="final"\s+checked/)
  expect(await pageOf(rig.get('/accounts/log'))).toContain('审核员（初审）')
})

test('a reviewer without any stage is refused, since the account could do nothing', async () => {
  const answer = await rig.post('/accounts/people', { ...inviteForm('idle', 'reviewer'), ...asked })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('请选择审核员负责哪几审')
  expect(await pageOf(rig.get('/accounts'))).not.toContain('<small>idle</small>')
})

test('other roles review nothing, whatever is ticked', async () => {
  const form = { ...inviteForm('writer', 'editor'), ...asked, stages: 'final' }
  expect((await rig.post('/accounts/people', form)).status).toBe(200)
  const { cookie } = await rig.person('writer-two', 'editor')
  expect(await stagesOf(cookie)).toEqual([])
})
