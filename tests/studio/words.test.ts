import { createSchema, validateDocument, type ObjectSchemaType, type SchemaType } from 'sanity'
import { expect, test, vi } from 'vitest'
import { readContent } from '../../demonstration/content.ts'
import type { Finding } from '../../contracts/words/finding.ts'
import { lawFactsQuery, lawNamesQuery } from '../../contracts/words/laws.ts'
import { checkedTypes, isSkipped, type Content } from '../../contracts/words/places.ts'
import { findingsOf } from '../../contracts/words/submission.ts'
import { exceptionHolds } from '../../studio/schema/rules/words.ts'
import { schemaTypes } from '../../studio/schema/index.ts'
import { slogan } from '../../studio/schema/slogan.ts'
import { placeTitle } from '../../studio/words/place-title.ts'
import { selectFound } from '../../studio/words/select-found.ts'
import { wordListsQuery, wordSource, type AskLake } from '../../studio/words/source.ts'
import { countWords, kindWords } from '../../studio/words/telling.ts'
import { withWords } from '../../studio/words/validation.ts'
import { clock, schema } from './validating.ts'

interface Leaf {
  holder: string
  field: string
  isChoice: boolean
  isLong: boolean
}

/** Every field of texts of a type, with the object that holds it; references are followed by nobody. */
function leavesOf(holder: SchemaType, seen: Set<string> = new Set()): Leaf[] {
  if (seen.has(holder.name) || !('fields' in holder)) return []
  seen.add(holder.name)
  const base = (type: SchemaType): string => (type.type ? base(type.type) : type.name)
  return (holder as ObjectSchemaType).fields.flatMap(({ name, type }): Leaf[] => {
    const members = 'of' in type ? (type.of as SchemaType[]) : [type]
    return members.flatMap((member): Leaf[] => {
      if (['reference', 'slug', 'asset'].includes(member.name) || name.startsWith('_')) return []
      if (member.jsonType === 'object') return leavesOf(member, seen)
      if (member.jsonType !== 'string' || ['date', 'datetime'].includes(base(member))) return []
      const { options } = type as { options?: { list?: unknown } }
      return [
        {
          ...{ holder: holder.name, field: name, isChoice: Array.isArray(options?.list) },
          isLong: (member as { rows?: number }).rows !== undefined,
        },
      ]
    })
  })
}

const leaves = checkedTypes.flatMap((name) => leavesOf(schema.get(name) as SchemaType))

test('what can only be chosen is not looked through, since no reader sees the value', () => {
  const read = leaves.filter(({ isChoice, holder, field }) => isChoice && !isSkipped(holder, field))
  expect(read).toEqual([])
})

test('every long text is looked through, but for what no reader sees or a reader wrote', () => {
  const left = leaves.filter(({ isLong, holder, field }) => isLong && isSkipped(holder, field))
  expect(left.map(({ holder, field }) => `${holder}.${field}`).sort()).toEqual([
    'errorReport.text',
    'signageCampaign.purpose',
    'video.rightsNote',
  ])
})

test('a type that readers see is looked through as soon as there is one', () => {
  expect(checkedTypes).toEqual(
    expect.arrayContaining(['slogan', 'newsItem', 'playlist', 'screen', 'liveStream']),
  )
  for (const left of ['law', 'article', 'wordList', 'calendarYear']) expect(checkedTypes).not.toContain(left)
})

test('the demonstration passes its own sample lists, or nothing of it could be published again', () => {
  const documents = readContent().flatMap((file) => file.documents)
  const lists = documents.filter(({ _type }) => _type === 'wordList') as unknown as Parameters<
    typeof findingsOf
  >[0]['lists']
  const names = documents
    .filter(({ _type }) => _type === 'law')
    .map(({ _id, title, shortTitle }) => ({ id: _id, title: String(title), shortTitle: String(shortTitle) }))
  const laws = { names, editions: [], articles: [] }
  const found = documents.flatMap((document) =>
    findingsOf({ document: document as Content, lists, laws, day: '2026-11-22' }).map(({ why }) => [
      document._id,
      why,
    ]),
  )
  expect(lists).toHaveLength(2)
  expect(found).toEqual([])
})

test('an exception that does not hold the wording is told, for it would excuse nothing', () => {
  expect(exceptionHolds(['第一条'], { words: '第一' })).toBe(true)
  expect(exceptionHolds(['第 一 条', '首条'], { words: '第一' })).toMatch(/“首条”里没有“第一”/)
  expect(exceptionHolds(undefined, { words: '第一' })).toBe(true)
})

const typos = [{ kind: 'block', entries: [{ words: '帐户', instead: ['账户'] }] }]
const advice = [{ kind: 'suggest', entries: [{ words: '第一' }] }]

/** A lake that holds these lists and two laws. */
function lakeWith(lists: unknown): AskLake {
  return (query) => {
    if (query === wordListsQuery) return Promise.resolve(lists)
    if (query === lawNamesQuery)
      return Promise.resolve([{ id: 'law-a', title: '中华人民共和国甲示例法', shortTitle: '甲示例法' }])
    const edition = { id: 'e', law: 'law-a', effectiveFrom: '2000-01-01', effectiveTo: '2021-01-01' }
    return Promise.resolve({
      editions: [{ ...edition, articleCount: 9, hasText: true }],
      articles: [],
    })
  }
}
const text = (words: string): Content => ({ _id: 'x', _type: 'slogan', text: words })

test('the lake is asked once for its lists and names, and once for each set of laws', async () => {
  const ask = vi.fn(lakeWith(typos))
  const source = wordSource(ask, clock)
  const document = text('帐户看甲示例法第三条')
  expect((await source.look(document)).map(({ of }) => of)).toEqual(['words', 'citation'])
  await source.look(document)
  await source.look(text('甲示例法第三条'))
  await source.look(text('有话好好说'))
  expect(ask.mock.calls.map(([query]) => query)).toEqual([wordListsQuery, lawNamesQuery, lawFactsQuery])
  expect(ask.mock.calls[2]?.[1]).toEqual({ laws: ['law-a'], numbers: ['3'] })
})

test('what is published anew counts at the next look, even for the same document', async () => {
  const answers = [typos, []]
  const source = wordSource(
    (query, params) => lakeWith(query === wordListsQuery ? answers.shift() : [])(query, params),
    clock,
  )
  const document = text('帐户')
  expect(await source.look(document)).toHaveLength(1)
  source.forget()
  expect(await source.look(document)).toEqual([])
})

test('a lake that does not answer is asked again, and what failed is not taken for an empty list', async () => {
  const ask = vi.fn(lakeWith(typos)).mockRejectedValueOnce(new Error('no answer'))
  const source = wordSource(ask, clock)
  const document = text('帐户')
  await expect(source.look(document)).rejects.toThrow('no answer')
  expect(await source.look(document)).toHaveLength(1)
})

test('what a lake of another make answers does no harm', async () => {
  const source = wordSource(() => Promise.resolve(null), clock)
  expect(await source.look(text('帐户'))).toEqual([])
})

/** As the form does: elsewhere Sanity makes a warning of all that is said of a whole document. */
async function problems(words: string, ask: AskLake) {
  const source = wordSource(ask, clock)
  const looked = withWords(slogan(clock), () => source)
  const own = createSchema({
    name: 'words',
    types: schemaTypes(clock).map((type) => (type.name === 'slogan' ? looked : type)),
  })
  const workspace = {
    schema: own,
    i18n: { t: (key: string) => key, loadNamespaces: () => Promise.resolve() },
    getClient: () => ({ fetch: () => Promise.resolve(true) }),
  }
  const document = {
    ...text(words),
    _rev: 'r',
    _createdAt: '',
    _updatedAt: '',
    layout: 'auto',
    tone: 'plain',
  }
  const options = {
    document,
    workspace,
    environment: 'studio',
    getDocumentExists: () => Promise.resolve(true),
  }
  const found = await validateDocument(options as unknown as Parameters<typeof validateDocument>[0])
  return found
    .filter(({ path }) => path[0] === 'text')
    .map(({ level, path, message }) => [level, path.join('.'), message])
}

test('a blocked wording is an error at its field, so that it cannot be published', async () => {
  expect(await problems('帐户', lakeWith(typos))).toEqual([['error', 'text', '“帐户”不能用，请改成“账户”。']])
})

test('a suggestion is a warning, and publishing goes on', async () => {
  expect(await problems('全市第一', lakeWith(advice))).toEqual([
    ['warning', 'text', '请看看“第一”这样写合不合适。'],
  ])
})

test('the rules that a type has of its own hold as before', async () => {
  const found = await problems('，帐户', lakeWith(typos))
  expect(found.map(([level, , message]) => [level, message])).toEqual([
    ['error', expect.stringContaining('帐户')],
    ['error', expect.stringContaining('以标点开头')],
  ])
})

test('without the lake the form says nothing false, and its other rules hold', async () => {
  const found = await problems('，帐户', () => Promise.reject(new Error('no answer')))
  expect(found.map(([, , message]) => message)).toEqual([expect.stringContaining('以标点开头')])
})

test('a place is named as the form names it', () => {
  const document = {
    _type: 'newsItem',
    body: [
      { _key: 'a', _type: 'block', children: [] },
      { _key: 'b', _type: 'block', children: [{ _key: 's', _type: 'span', text: '字' }] },
    ],
    cover: { _type: 'image', alt: '图' },
  }
  const type = schema.get('newsItem') as SchemaType
  const path = ['body', { _key: 'b' }, 'children', { _key: 's' }, 'text']
  expect(placeTitle(type, document, path)).toBe('正文 · 第 2 段')
  expect(placeTitle(type, document, ['cover', 'alt'])).toBe('配图 · 图片说明（给看不见图片的人）')
  const question = {
    _type: 'legalQuestion',
    papers: ['一', '二'],
    steps: [{ _key: 'k', _type: 'step', text: '字' }],
  }
  const asked = schema.get('legalQuestion') as SchemaType
  expect(placeTitle(asked, question, ['papers', 1])).toMatch(/ · 第 2 项$/)
  expect(placeTitle(asked, question, ['steps', { _key: 'k' }, 'text'])).toMatch(/ · 第 1 项 · /)
  expect(placeTitle(asked, question, ['unknown', 'field'])).toBe('')
})

const finding = {
  path: ['text'],
  from: 1,
  to: 3,
  rest: [],
  found: '帐户',
  before: '',
  after: '',
  instead: [],
}
const of = (kind: Finding['kind'], about: Finding['of']): Finding => ({
  ...finding,
  kind,
  of: about,
  why: '',
})

test('what is found is told by word and by shape, for whoever does not tell colours apart', () => {
  const all = [
    of('block', 'words'),
    of('block', 'citation'),
    of('suggest', 'words'),
    of('suggest', 'citation'),
  ]
  expect(all.map(kindWords)).toEqual([
    { mark: '■', word: '不能用' },
    { mark: '■', word: '引用有误' },
    { mark: '◇', word: '建议改' },
    { mark: '◇', word: '请核对引用' },
  ])
  expect(countWords('found', all)).toBe('用词把关：2 处要改掉才能发布，2 处请再看看，不改也能发布')
  expect(countWords('found', [])).toMatch(/没有发现问题/)
  expect(countWords('failed', [])).toMatch(/词表没有读到/)
})

test('the place is selected once its box is there and still says so', () => {
  vi.useFakeTimers()
  const box = { value: '', setSelectionRange: vi.fn() }
  const page: { activeElement: unknown } = { activeElement: null }
  selectFound(page, of('block', 'words'))
  vi.advanceTimersByTime(100)
  page.activeElement = box
  vi.advanceTimersByTime(100)
  expect(box.setSelectionRange).not.toHaveBeenCalled()
  box.value = '我帐户'
  vi.advanceTimersByTime(100)
  expect(box.setSelectionRange).toHaveBeenCalledExactlyOnceWith(1, 3)
  vi.useRealTimers()
})
