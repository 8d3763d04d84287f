import { expect, test } from 'vitest'
import { checkCitations } from '../../contracts/words/citations.ts'
import { askedOf, citationsIn, standingOf, type LawFacts } from '../../contracts/words/laws.ts'
import { lawsByName, mentionsIn } from '../../contracts/words/mentions.ts'
import { nearestName } from '../../contracts/words/nearest.ts'
import { numeralOf } from '../../contracts/words/numerals.ts'
import { submissionFindings } from '../../contracts/words/submission.ts'
import type { Content } from '../../contracts/words/places.ts'

const names = [
  { id: 'law-civil', title: '中华人民共和国民法典', shortTitle: '民法典' },
  { id: 'law-labour', title: '中华人民共和国劳动合同法', shortTitle: '劳动合同法' },
  { id: 'law-contract', title: '中华人民共和国合同法', shortTitle: '合同法' },
  { id: 'law-order', title: '中华人民共和国治安管理处罚法', shortTitle: '治安管理处罚法' },
  { id: 'law-coming', title: '中华人民共和国示例新法', shortTitle: null },
]
const edition = (law: string, from: string | null, to: string | null, more = {}) => ({
  ...{ id: `edition-${law}-${from ?? 'x'}`, law, effectiveFrom: from, effectiveTo: to, articleCount: null },
  ...{ hasText: false, ...more },
})
const laws: LawFacts = {
  names,
  editions: [
    edition('law-civil', '2021-01-01', null, { articleCount: 1260, hasText: true }),
    edition('law-contract', '1999-10-01', '2021-01-01'),
    edition('law-order', '2013-01-01', '2026-01-01', { hasText: true }),
    edition('law-order', '2026-01-01', null, { hasText: true }),
    edition('law-coming', '2027-05-01', null),
  ],
  articles: [
    { edition: 'edition-law-civil-2021-01-01', number: '1079' },
    { edition: 'edition-law-civil-2021-01-01', number: '1080' },
    { edition: 'edition-law-order-2013-01-01', number: '26' },
  ],
}
const day = '2026-11-22'
const say = (text: string, facts = laws) =>
  checkCitations({ _type: 'newsItem', summary: text }, facts, day).map(({ kind, found, why, instead }) => ({
    kind,
    found,
    why,
    instead,
  }))

test.each([
  ['1079', 1079],
  ['１０７９', 1079],
  ['一千零七十九', 1079],
  ['一〇七九', 1079],
  ['十二', 12],
  ['二十', 20],
  ['一百一十', 110],
  ['两百', 200],
  ['零', null],
  ['十十一二', null],
  ['一二十', null],
])('%s is read as %s', (text, number) => {
  expect(numeralOf(text)).toBe(number)
})

const known = lawsByName(names)
const shortly = (text: string) =>
  mentionsIn(text, known).map(({ law, name, articles }) => [law, name, ...articles.map((one) => one.number)])

test.each([
  ['《民法典》第一千零七十九条', ['law-civil', '民法典', '1079']],
  ['《中华人民共和国民法典》第1079条', ['law-civil', '中华人民共和国民法典', '1079']],
  ['《民法典》（以下简称本法）的第 1079 条', ['law-civil', '民法典', '1079']],
  ['民法典1079条', ['law-civil', '民法典', '1079']],
  ['依照中华人民共和国民法典第一千零七十九条', ['law-civil', '中华人民共和国民法典', '1079']],
  ['《民法典》第一千零七十九条第二款、第一千零八十条和第三条', ['law-civil', '民法典', '1079', '1080', '3']],
  ['《民法典》第十条至第十二条', ['law-civil', '民法典', '10', '12']],
  ['《劳动合同法》第一百二十条之一', ['law-labour', '劳动合同法', '120-1']],
  ['劳动合同法第三十九条', ['law-labour', '劳动合同法', '39']],
  ['《民法典(2020年)》', ['law-civil', '民法典(2020年)']],
  ['《没有这部法》第三条', [null, '没有这部法', '3']],
])('%s names a law and its articles', (text, mention) => {
  expect(shortly(text)).toEqual([mention])
})

test.each(['有三条路可走', '本法第三条', '第一条', '民法典的十条规定要记牢', '发了3条短信'])(
  '%s names no law, since nothing known stands right before it',
  (text) => {
    expect(shortly(text)).toEqual([])
  },
)

test('a law that has ended is told with the day, and what to write when the old law is meant', () => {
  expect(say('按《合同法》第五十二条')).toEqual([
    {
      ...{ kind: 'block', found: '合同法', instead: [] },
      why: '《合同法》已经从2021年1月1日起失效，请改为引用现行的法律。说的如果是当时的法律，请写成“原《合同法》”。',
    },
  ])
  expect(say('按原《合同法》第五十二条，按当时的《合同法》')).toEqual([])
})

test('an article that the text in force has not got is told at its place, the others are not', () => {
  expect(say('《民法典》第一千零七十九条、第二千条')).toEqual([
    {
      ...{ kind: 'block', found: '第二千条', instead: [] },
      why: '《民法典》现行的文本（共 1260 条）里没有第 2000 条，请对照法律改正条号。',
    },
  ])
})

test('an article counts by the edition of the day, not by one that has ended', () => {
  expect(say('《治安管理处罚法》第二十六条').map(({ kind }) => kind)).toEqual(['block'])
})

test('where the text of a law was never brought in, nothing is said of its articles', () => {
  const bare = { ...laws, editions: [edition('law-civil', '2021-01-01', null)] }
  expect(say('《民法典》第九千条', bare)).toEqual([])
  expect(say('《劳动合同法》第九百条')).toEqual([])
})

test('a law that is not in force so far is a suggestion, for a text may announce it', () => {
  expect(say('《示例新法》第三条')).toMatchObject([
    { kind: 'suggest', why: expect.stringContaining('到2027年5月1日才开始施行') },
  ])
})

test('a name that no law has is a suggestion, with the name that was meant where one is near', () => {
  expect(say('《治安处罚法》第五条')).toMatchObject([
    { kind: 'suggest', found: '治安处罚法', instead: ['治安管理处罚法'] },
  ])
  expect(say('《本县河道办法》第五条')).toMatchObject([{ kind: 'suggest', instead: [] }])
})

test('the title of a book or a film is no law', () => {
  expect(say('晚上放电影《秋菊的官司》，送一本《民法典知识读本》')).toEqual([])
})

test.each([
  ['治安处罚法', '治安管理处罚法'],
  ['中华人民共和国治安管理法', '治安管理处罚法'],
  ['合同法', null],
  ['土地法', null],
])('the name nearest to %s is %s', (name, near) => {
  expect(nearestName(name, ['治安管理处罚法', '劳动合同法', '土地管理法', '民法典'])).toBe(near)
})

const ref = (id: string) => ({ _type: 'reference', _ref: id })
const question: Content = {
  ...{ _type: 'legalQuestion', title: '离婚要什么理由？', shortAnswer: '看民法典1080条。' },
  citations: [
    { _key: 'a', _type: 'citation', law: ref('law-civil'), article: '1079', meaning: '大意。' },
    { _key: 'b', _type: 'citation', law: ref('law-civil'), article: '1300', meaning: '大意。' },
    { _key: 'c', _type: 'citation', law: ref('law-contract'), article: '52', meaning: '大意。' },
    { _key: 'd', _type: 'citation', law: ref('law-contract'), meaning: '大意。' },
    { _key: 'e', _type: 'citation', article: '3' },
  ],
}

test('citations by field are held against the laws, at the box that has to change', () => {
  expect(checkCitations(question, laws, day).map(({ kind, path }) => [kind, path])).toEqual([
    ['block', ['citations', { _key: 'b' }, 'article']],
    ['block', ['citations', { _key: 'c' }, 'law']],
    ['block', ['citations', { _key: 'd' }, 'law']],
  ])
})

test('the lake is asked for the laws and numbers that the document names, and no others', () => {
  expect(askedOf(question, names)).toEqual({
    laws: ['law-civil', 'law-contract'],
    numbers: ['1079', '1080', '1300', '52'],
  })
  expect(citationsIn(question)).toHaveLength(4)
  expect(askedOf({ _type: 'slogan', text: '有话好好说' }, names)).toEqual({ laws: [], numbers: [] })
})

test.each([
  ['2020-12-31', 'ended', '2021-01-01', { state: 'inForce' }],
  ['2021-01-01', 'ended', '2021-01-01', { state: 'ended', on: '2021-01-01' }],
])('on %s a law that ends on the first day of 2021 stands so', (on, _name, _to, standing) => {
  expect(standingOf('law-contract', laws, on)).toMatchObject(standing)
})

test('an edition whose beginning nobody knows counts as in force until it ends', () => {
  const facts = { ...laws, editions: [edition('law-civil', null, null)] }
  expect(standingOf('law-civil', facts, day).state).toBe('inForce')
  expect(standingOf('law-labour', laws, day).state).toBe('unknown')
})

test('what keeps a document from being handed in is what blocks, and nothing else', () => {
  const document = { ...question, title: '帐户第一' }
  const lists = [
    { kind: 'block' as const, entries: [{ words: '帐户' }] },
    { kind: 'suggest' as const, entries: [{ words: '第一' }] },
  ]
  expect(submissionFindings(document, lists, laws, day).map(({ of }) => of)).toEqual([
    'words',
    'citation',
    'citation',
    'citation',
  ])
  expect(submissionFindings({ _type: 'slogan', text: '有话好好说' }, lists, laws, day)).toEqual([])
})
