/** @file What the desk reads and writes in a real lake, and that each account does only what is its own. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deskQuery, followingTypes, type DeskAnswer } from '../../studio/tools/editorial/model/answer.ts'
import { coverQuery, type CoverAnswer } from '../../studio/tools/editorial/model/coverage.ts'
import { pagesQuery } from '../../studio/tools/editorial/model/reports.ts'
import { sendAnswer } from '../../studio/tools/editorial/write/answer.ts'
import { writeTogether } from '../../studio/tools/editorial/write/write.ts'
import { takeBack } from '../../studio/tools/calendar/change/write.ts'
import { startLake, type LakeOnPort } from '../content-lake/lake-on-port.ts'

const hand = { author: '示例编辑', at: '2026-11-22T01:00:00Z' }
const cites = [{ _type: 'citation', _key: 'c', law: { _type: 'reference', _ref: 'law-a' }, article: '1' }]
const documents: readonly { _id: string; _type: string; [field: string]: unknown }[] = [
  { _id: 'county-a', _type: 'county', title: '甲县', order: 1 },
  { _id: 'topic-wages', _type: 'topic', title: '拖欠工资' },
  { _id: 'law-a', _type: 'law', title: '甲法', shortTitle: '甲法' },
  {
    _id: 'edition-a',
    _type: 'lawEdition',
    law: { _type: 'reference', _ref: 'law-a' },
    title: '旧',
    effectiveTo: '2026-07-01',
  },
  {
    ...{
      _id: 'q',
      _type: 'legalQuestion',
      title: '彩礼能不能要回来',
      checkedOn: '2026-01-01',
      citations: cites,
    },
    ...{
      slug: { _type: 'slug', current: 'caili' },
      topics: [{ _type: 'reference', _ref: 'topic-wages', _key: 't' }],
    },
  },
  {
    _id: 'report.A',
    _type: 'errorReport',
    receipt: 'A',
    path: '/questions/caili',
    text: '错',
    receivedAt: '2026-11-20T00:00:00Z',
    state: 'received',
  },
]
const params = { today: '2026-11-22', recent: '2025-11-22', following: [...followingTypes] }

let at: LakeOnPort
const raw = { perspective: 'raw' } as const
const client = (name: string, role: 'editor' | 'viewer', county: string | null = null) =>
  at.clientWith({ token: at.lake.issueServiceToken(name, role, county) })
const desk = (by = at.client) => by.fetch<DeskAnswer>(deskQuery, params, raw)

beforeAll(async () => {
  at = await startLake()
  await at.client.mutate(documents.map((document) => ({ create: document })))
})
afterAll(() => at.close())

test('one query tells all that the tabs need, another the coverage', async () => {
  const answer = await desk()
  expect(answer.newest.find(({ type }) => type === 'legalQuestion')?.newest).toBe('2026-01-01')
  expect(answer.reports.map(({ receipt }) => receipt)).toEqual(['A'])
  expect(answer.editions.map(({ id, lawTitle }) => [id, lawTitle])).toEqual([['edition-a', '甲法']])
  expect(answer.citing[0]?.citations).toEqual([{ key: 'c', law: 'law-a', article: '1', meaning: null }])
  const cover = await at.client.fetch<CoverAnswer>(coverQuery, {}, raw)
  expect(cover.contents.map(({ _id, topics }) => [_id, topics])).toEqual([['q', ['topic-wages']]])
  const pages = await at.client.fetch(pagesQuery, { types: ['legalQuestion'], keys: ['caili'] }, raw)
  expect(pages).toMatchObject([{ _id: 'q' }])
})

test('words that join a question become a draft of it and a note, and both can be taken back', async () => {
  const editor = client('desk-editor', 'editor')
  const fieldsOf = ({ wordings }: Record<string, unknown>) => ({
    wordings: [...((wordings as string[] | undefined) ?? []), '彩礼退不退'],
  })
  const done = await writeTogether(
    editor,
    [
      { kind: 'change', id: 'q', fieldsOf },
      { kind: 'note', note: { kind: 'search', subject: '彩礼退不退', outcome: 'joined', about: ['q'] } },
    ],
    hand,
  )
  const draft = await editor.fetch<{ wordings: string[] }>('*[_id == "drafts.q"][0]', {}, raw)
  expect(draft.wordings).toEqual(['彩礼退不退'])
  expect((await desk(editor)).notes).toMatchObject([
    { subject: '彩礼退不退', outcome: 'joined', county: null },
  ])
  expect(await at.client.fetch('*[_id == "q"][0].wordings', {}, raw)).toBeNull()
  expect(await takeBack(editor, done)).toBe(true)
  expect((await desk(editor)).notes).toEqual([])
  expect(await editor.fetch('count(*[_id == "drafts.q"])', {}, raw)).toBe(0)
})

test('a county’s bureau keeps its own notes; nobody else but the prefecture sees them, and a viewer writes none', async () => {
  const note = { kind: 'note', note: { kind: 'search', subject: '上牌', outcome: 'ignored' } } as const
  await writeTogether(client('desk-county', 'editor', 'county-a'), [note], hand)
  expect((await desk()).notes).toMatchObject([{ subject: '上牌', county: 'county-a' }])
  expect(await at.clientWith({}).fetch('*[_type == "deskNote"]', {}, raw)).toEqual([])
  await expect(writeTogether(client('desk-viewer', 'viewer'), [note], hand)).rejects.toMatchObject({
    statusCode: 403,
  })
})

test('an answer is public to the holder of the receipt at once, and never over another’s', async () => {
  const row = { id: 'report.A', revision: (await desk()).reports[0]?._rev ?? null, begun: null }
  const fields = { state: 'corrected', answer: '已改正。', answeredOn: '2026-11-22' } as const
  await sendAnswer(at.client, row as Parameters<typeof sendAnswer>[1], fields)
  expect((await desk()).reports[0]).toMatchObject({ ...fields, _id: 'report.A' })
  await expect(sendAnswer(at.client, row as Parameters<typeof sendAnswer>[1], fields)).rejects.toMatchObject({
    statusCode: 409,
  })
})
