/** @file The lists of the desk, built as the Studio builds them, and what their filters find. */
import { evaluate, parse } from 'groq-js'
import { createStructureBuilder, type StructureResolverContext } from 'sanity/structure'
import { expect, test } from 'vitest'
import { templates } from '../../studio/structure/creating.ts'
import { deskStructure } from '../../studio/structure/desk.ts'
import { rows } from '../../studio/structure/rows.ts'
import { clock, schema } from './validating.ts'

const source = {
  schema,
  templates: templates([]),
  i18n: { t: (key: string) => key },
  document: { resolveNewDocumentOptions: () => [] },
  getClient: () => ({ fetch: () => Promise.resolve([]) }),
}

interface Pane {
  id: string
  title?: string
  type: string
  items?: Pane[]
  child?: unknown
  schemaTypeName?: string
  options?: { filter: string; params?: Record<string, unknown>; defaultOrdering?: object[] }
  initialValueTemplates?: { templateId: string; parameters?: object }[]
}

const S = createStructureBuilder({
  perspectiveStack: ['drafts'],
  source: source as unknown as Parameters<typeof createStructureBuilder>[0]['source'],
})
const root = (
  deskStructure(clock)(S, source as unknown as StructureResolverContext) as {
    serialize: (options: object) => Pane
  }
).serialize({ path: [] })

async function resolve(child: unknown, id: string): Promise<Pane> {
  const given: unknown = typeof child === 'function' ? await child(id, { path: [], index: 0 }) : child
  const builder = given as Partial<{ serialize: (options: object) => Pane }> & Pane
  return builder.serialize ? builder.serialize({ path: [] }) : builder
}

/** The pane that a path of ids leads to, as the address of the Studio spells it. */
async function paneAt(path: string): Promise<Pane> {
  let pane = root
  for (const id of path.split(';')) {
    const item = pane.items?.find((each) => each.id === id)
    if (pane.items && !item) throw new Error(`${pane.id} has no ${id}`)
    pane = await resolve(item ? item.child : pane.child, id)
  }
  return pane
}

const received = (id: string, state: string, receivedAt: string) => ({
  _id: id,
  _type: 'errorReport',
  state,
  receivedAt,
  _originalId: id,
})

async function found({ options }: Pane, dataset: object[]): Promise<string[]> {
  const { filter = 'false', params = {} } = options ?? {}
  const value = await evaluate(parse(`*[${filter}]._id`, { params }), { dataset, params })
  return ((await value.get()) as string[]).sort()
}

const reports = [
  received('report.A', 'received', '2026-11-19T02:05:00Z'),
  received('report.B', 'corrected', '2026-11-03T02:05:00Z'),
  { ...received('report.C', 'answered', '2026-11-18T02:05:00Z'), _originalId: 'drafts.report.C' },
  { _id: 'slogan-a', _type: 'slogan', _originalId: 'slogan-a', state: 'received' },
]

test('the inbox shows what waits, the oldest first, and an answer that is not published still waits', async () => {
  const waiting = await paneAt('reports;reports-waiting')
  expect(await found(waiting, reports)).toEqual(['report.A', 'report.C'])
  expect(waiting.options?.defaultOrdering).toEqual([{ field: 'receivedAt', direction: 'asc' }])
  expect(await found(await paneAt('reports;reports-answered'), reports)).toEqual(['report.B'])
})

test('the inbox says within how many days, and where each one’s last day stands', async () => {
  expect((await paneAt('reports;reports-waiting')).title).toMatch(/五个工作日.*编务/)
})

test.each([
  'reports;reports-waiting',
  'reports;reports-answered',
  'law-changes;legalQuestion-lapsed',
  'law-changes;slogan-lapsed',
  'law-changes;mural-lapsed',
])('%s has no button for something new: it is made elsewhere', async (path) => {
  expect((await paneAt(path)).initialValueTemplates).toEqual([])
})

test('the lists of what a law has moved under say of which type they are', async () => {
  const pane = await paneAt('law-changes')
  expect(pane.items?.map(({ title }) => title)).toEqual(['问答', '标语', '墙画'])
  const slogans = await paneAt('law-changes;slogan-lapsed')
  expect(slogans.schemaTypeName).toBe('slogan')
  expect(slogans.options?.params).toEqual({ type: 'slogan', ended: [] })
})

test('a question made in a topic’s list has that topic, a place made in a county’s list lies there', async () => {
  const onTopic = await paneAt('practice;quizQuestion-by-topic;topic-wages')
  expect(onTopic.initialValueTemplates).toMatchObject([
    { templateId: 'quizQuestion-on-topic', parameters: { topic: 'topic-wages' } },
  ])
  const inCounty = await paneAt('culture-sites;cultureSite-by-county;county-131127')
  expect(inCounty.initialValueTemplates).toMatchObject([
    { templateId: 'cultureSite-in-county', parameters: { county: 'county-131127' } },
  ])
  const sites = [
    { _id: 'a', _type: 'cultureSite', county: { _ref: 'county-131127' } },
    { _id: 'b', _type: 'cultureSite', county: { _ref: 'county-131102' } },
  ]
  expect(await found(inCounty, sites)).toEqual(['a'])
})

test('the check-up is listed in the order in which firms are asked', async () => {
  expect((await paneAt('practice;checkupItem')).options?.defaultOrdering).toEqual([
    { field: 'order', direction: 'asc' },
  ])
})

test('unfinished work of every type that editors write is in the box of drafts, answers to readers too', async () => {
  const drafts = (Object.keys(rows) as string[]).map((type) => ({
    _id: `a-${type}`,
    _type: type,
    _originalId: `drafts.a-${type}`,
  }))
  const published = { _id: 'slogan-b', _type: 'slogan', _originalId: 'slogan-b' }
  expect(await found(await paneAt('drafts'), [...drafts, published])).toEqual(
    drafts.map(({ _id }) => _id).sort(),
  )
})
