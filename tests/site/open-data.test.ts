/** @file Open data: every field given away is explained, nothing else is given, tables are safe to open. */
import { createClient } from '@sanity/client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createLakeReader } from '../../site/content/lake.ts'
import { createOpenData, type OpenDataContent } from '../../site/content/open-data.ts'
import { createLedger } from '../../site/serve/ledger.ts'
import { chapterOf, dataSets } from '../../site/words/data-sets.ts'
import { cellText, csv } from '../../site/words/table.ts'
import { startLake, type LakeOnPort } from '../content-lake/lake-on-port.ts'

const reference = (id: string) => ({ _type: 'reference', _ref: id })
const slug = (current: string) => ({ _type: 'slug', current })
const place = { county: reference('county-1'), address: '示例路1号', phone: '0318-0000000' }
const cites = [{ _key: 'c', _type: 'citation', law: reference('law-1'), article: '1', meaning: '大意' }]

const documents = [
  { _id: 'county-1', _type: 'county', title: '桃城区', slug: slug('taocheng') },
  { _id: 'topic-1', _type: 'topic', title: '欠薪', slug: slug('wages') },
  {
    _id: 'law-1',
    _type: 'law',
    title: '中华人民共和国示例法',
    shortTitle: '示例法',
    slug: slug('l'),
    kind: 'law',
  },
  { _id: 'edition-1', _type: 'lawEdition', law: reference('law-1'), title: '2020年', articleCount: 3 },
  { _id: 'lawyer-1', _type: 'lawyer', name: '张示例', officePhone: '0318-0000001', licenceNumber: 'secret' },
  {
    _id: 'question-1',
    _type: 'legalQuestion',
    title: '问',
    slug: slug('q'),
    topics: [{ _key: 't', ...reference('topic-1') }],
    shortAnswer: '答',
    ledAnswer: '屏上的答',
    steps: [{ _key: 's', _type: 'step', title: '一', text: '做' }],
    papers: ['证'],
    citations: cites,
    writtenOn: '2026-01-01',
    checkedOn: '2026-02-01',
  },
  { _id: 'drafts.question-2', _type: 'legalQuestion', title: '草稿', slug: slug('draft') },
  {
    _id: 'village-1',
    _type: 'village',
    title: '清风村',
    code: '131102999001',
    adviser: reference('lawyer-1'),
  },
  {
    _id: 'mural-1',
    _type: 'mural',
    title: '画',
    slug: slug('m'),
    village: reference('village-1'),
    topic: reference('topic-1'),
    banner: '孝',
    story: '事',
    location: '东街',
    streetOrder: 1,
    citations: cites,
  },
  { _id: 'station-1', _type: 'aidStation', title: '站', kind: 'centre', ...place, hours: '工作日' },
  {
    _id: 'site-1',
    _type: 'cultureSite',
    title: '法治公园',
    slug: slug('park'),
    kind: 'park',
    ...place,
    introduction: '=HYPERLINK("http://x")',
    position: { _type: 'geopoint', lat: 37.7, lng: 115.7 },
    checkedOn: '2026-11-01',
  },
]

let lake: LakeOnPort
let data: OpenDataContent

beforeAll(async () => {
  lake = await startLake()
  const transaction = lake.client.transaction()
  for (const document of documents) transaction.create(document as never)
  await transaction.commit({ visibility: 'sync' })
  const published = createClient({ ...lake.client.config(), perspective: 'published', useCdn: false })
  data = createOpenData(createLakeReader(published, createLedger()))
})
afterAll(() => lake.close())

describe.each(dataSets)('%s', (name) => {
  test('gives exactly the fields that its page explains: nothing slips out, nothing stays unexplained', async () => {
    const { items, updatedAt } = await data.list(name)
    expect(items).toHaveLength(1)
    const explained = Object.keys(chapterOf(name).fields)
    for (const item of items) expect(Object.keys(item).sort()).toEqual(explained.sort())
    expect(updatedAt).toMatch(/^\d{4}-\d{2}-\d{2}T/)
    expect(updatedAt).toBe(items[0]?.['updatedAt'])
  })
  test('holds no revision, no draft and no number that is not for the public', async () => {
    const text = JSON.stringify(await data.list(name))
    expect(text).not.toMatch(/_rev|_id|_key|_ref|drafts\.|草稿|secret|屏上的答/)
  })
})

test('a place has its kind in Chinese and its position without the lake’s own marks', async () => {
  const [site] = (await data.list('culture-sites')).items
  expect(site).toMatchObject({ kindName: '法治公园', position: { lat: 37.7, lng: 115.7 }, county: '桃城区' })
})

describe('the table', () => {
  test('begins with the mark by which Excel knows UTF-8, and quotes what would break a row', () => {
    expect(csv([['名称'], ['甲,"乙"\n丙']])).toBe('\uFEFF名称\r\n"甲,""乙""\n丙"\r\n')
  })
  test.each(['=1+1', '+cmd', '-2', '@SUM(A1)', '\t=1', ' =1', '＝1', '\r=1'])(
    '%j opens as words, since a spreadsheet would run it as a formula',
    (text) => {
      const row = csv([[text]]).replace('\uFEFF', '')
      expect(row.replace(/^"/, '')).toMatch(/^'/)
    },
  )
  test('leaves telephone numbers and dates as they are', () => {
    expect(csv([['0318-0000000', '2026-11-01']])).toBe('\uFEFF0318-0000000,2026-11-01\r\n')
  })
  test('a place in a cell is its name; what is not filled in is empty', () => {
    expect([{ title: '清风村', code: '1' }, null, undefined, ['甲', '乙'], 3].map(cellText)).toEqual([
      '清风村',
      '',
      '',
      '甲；乙',
      '3',
    ])
  })
})
