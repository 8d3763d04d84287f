/** @file The bureau's rules of review by the bare API: fewer stages, key periods, stand-ins, urgent notices. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refusal } from './release-steps.ts'
import { openOffice, type Office } from './review-office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.at.close())

const isOut = async (id: string) => (await office.at.anonymous.getDocument(id)) !== undefined

describe('the bureau’s rules', () => {
  const policy = (more: Record<string, unknown>) =>
    office.at.client.createOrReplace({ _id: 'reviewPolicy', _type: 'reviewPolicy', levels: 3, ...more })
  const clear = () => office.at.client.delete('reviewPolicy')

  test('a county and a type may have fewer stages', async () => {
    await policy({
      exceptions: [{ _key: 'a', types: ['newsItem'], county: { _ref: 'county-a' }, levels: 1 }],
    })
    await office.draft('甲县编辑', 'few')
    await office.step('甲县编辑', 'few', 'submit', { publishes: true })
    await office.step('甲县审', 'few', 'approve')
    expect(await isOut('few')).toBe(true)
    await clear()
  })

  test('a blocked wording keeps a content from being handed in, and so does a law that has ended', async () => {
    const entries = [{ _key: 'a', _type: 'wordEntry', words: '帐户', instead: ['账户'] }]
    await office.at.client.create({
      _id: 'list-of-words',
      _type: 'wordList',
      title: '示例',
      kind: 'block',
      entries,
    })
    await office.at.client.create({ _id: 'law-old', _type: 'law', title: '示例旧法', shortTitle: '旧法' })
    const law = { _type: 'reference', _ref: 'law-old' }
    const span = { effectiveFrom: '2001-01-01', effectiveTo: '2021-01-01' }
    await office.at.client.create({ _id: 'edition-old', _type: 'lawEdition', law, ...span })
    await office.draft('编辑', 'words', { summary: '个人帐户怎么查。' })
    expect(await refusal(office.step('编辑', 'words', 'submit'))).toBe('lake.review-words-blocked')
    await office.draft('编辑', 'words', { summary: '按《示例旧法》第三条办。' })
    expect(await refusal(office.step('编辑', 'words', 'submit'))).toBe('lake.review-words-blocked')
    await office.draft('编辑', 'words', { summary: '个人账户怎么查。' })
    await office.step('编辑', 'words', 'submit')
    await office.at.client.delete('list-of-words')
  })

  test('only an administrator changes them', async () => {
    const write = office.as('全能').createOrReplace({ _id: 'reviewPolicy', _type: 'reviewPolicy', levels: 1 })
    expect(await refusal(write)).toBe('lake.not-permitted')
  })

  test('in a key period one stage more is asked, drafts rest, and only those named put out', async () => {
    await office.almost('key')
    const mayWork = [await office.idOf('终审')]
    await policy({ keyPeriod: { isOn: true, reason: '示例重点时期', mayWork } })
    expect(await refusal(office.draft('编辑', 'key'))).toBe('lake.key-period')
    await office.step('终审', 'key', 'approve')
    expect(await office.trail('key')).toMatchObject({ state: 'open', awaits: 'final' })
    await office.step('全能', 'key', 'approve')
    expect(await office.trail('key')).toMatchObject({ state: 'approved' })
    expect(await refusal(office.publish('编辑', 'key'))).toBe('lake.key-period')
    await office.publish('终审', 'key')
    expect(await isOut('key')).toBe(true)
    await office.as('编辑').action({
      actionType: 'sanity.action.document.unpublish',
      ...{ draftId: 'drafts.key', publishedId: 'key' },
    })
    expect(await isOut('key')).toBe(false)
    await clear()
    await office.draft('编辑', 'key')
  })

  test('a stand-in acts in the place of the absent, counted as both', async () => {
    const [from, to] = [await office.idOf('终审'), await office.idOf('初审')]
    const [since, until] = [-1, 1].map((days) =>
      new Date(office.at.clock.now() + days * 86_400_000).toISOString(),
    )
    await policy({
      delegations: [{ _key: 'd', from, fromName: '示例终审', to, toName: '示例初审', since, until }],
    })
    await office.draft('编辑', 'stand')
    await office.step('编辑', 'stand', 'submit')
    await office.step('全能', 'stand', 'approve')
    await office.step('复审', 'stand', 'approve')
    await office.step('初审', 'stand', 'approve')
    const { steps = [], state } = (await office.trail('stand')) ?? {}
    expect(state).toBe('approved')
    expect(steps.at(-1)).toMatchObject({ byName: '示例初审', onBehalfOf: from, onBehalfOfName: '示例终审' })
    await office.draft('编辑', 'stand-locked')
    await office.step('编辑', 'stand-locked', 'submit')
    await office.step('全能', 'stand-locked', 'approve')
    await office.step('复审', 'stand-locked', 'approve')
    await office.account(from, 'lock')
    const inTheirPlace = office.step('初审', 'stand-locked', 'approve')
    expect(await refusal(inTheirPlace)).toBe('lake.review-other-stage')
    await office.account(from, 'unlock')
    await office.almost('stand-twice')
    expect(await refusal(office.step('初审', 'stand-twice', 'approve'))).toBe('lake.review-twice')
    office.at.clock.advance(2 * 86_400_000)
    await office.draft('编辑', 'stand-late')
    await office.step('编辑', 'stand-late', 'submit')
    await office.step('全能', 'stand-late', 'approve')
    await office.step('复审', 'stand-late', 'approve')
    expect(await refusal(office.step('初审', 'stand-late', 'approve'))).toBe('lake.review-other-stage')
    await clear()
  })

  test('an urgent notice goes out by one person’s word with a reason, and owes the review', async () => {
    const inHours = (hours: number) => {
      const at = new Date(office.at.clock.now() + (hours + 8) * 3_600_000)
      return at.toISOString().slice(0, 16)
    }
    const notice = (id: string, hours: number) =>
      office.as('编辑').createOrReplace({
        ...{ _id: `drafts.${id}`, _type: 'notice', title: '停水', text: '今晚停水', issuer: '示例办' },
        validUntil: inHours(hours),
      })
    await notice('urgent', 20)
    expect(await refusal(office.step('终审', 'urgent', 'urgent'))).toBe('lake.review-words-missing')
    expect(await refusal(office.step('初审', 'urgent', 'urgent', { words: '急' }))).toBe(
      'lake.review-other-stage',
    )
    await office.step('终审', 'urgent', 'urgent', { words: '管道爆裂' })
    expect(await office.trail('urgent')).toMatchObject({ state: 'published', owes: true })
    expect(await office.at.client.getDocument('urgent')).toBeDefined()
    await office.step('编辑', 'urgent', 'submit', { copy: 'urgent' })
    for (const name of ['初审', '复审'] as const) await office.step(name, 'urgent', 'approve')
    expect(await office.trail('urgent')).toMatchObject({ state: 'open', owes: true })
    await office.step('全能', 'urgent', 'approve')
    expect(await office.trail('urgent')).toMatchObject({ state: 'published', owes: false })
    // The same, by a draft like it, as the form does.
    await notice('urgent-again', 20)
    await office.step('终审', 'urgent-again', 'urgent', { words: '管道爆裂' })
    const { _rev, _createdAt, _updatedAt, ...out } =
      (await office.at.client.getDocument('urgent-again')) ?? {}
    await office.as('编辑').create({ ...out, _id: 'drafts.urgent-again' } as never)
    await office.step('编辑', 'urgent-again', 'submit', { publishes: true })
    for (const name of ['初审', '复审', '全能'] as const) await office.step(name, 'urgent-again', 'approve')
    expect(await office.trail('urgent-again')).toMatchObject({ state: 'published', owes: false })
    expect(await office.at.client.getDocument('drafts.urgent-again')).toBeUndefined()
    await notice('slow', 30)
    expect(await refusal(office.step('终审', 'slow', 'urgent', { words: '急' }))).toBe(
      'lake.review-not-urgent',
    )
  })

  test('the text of a law comes in by a program; a person’s change of it wants approval', async () => {
    await office.at.client.create({ _id: 'law-x', _type: 'law', title: '示例法' })
    const byHand = office.as('编辑').patch('law-x').set({ title: '改' }).commit()
    expect(await refusal(byHand)).toBe('lake.not-reviewed')
  })
})
