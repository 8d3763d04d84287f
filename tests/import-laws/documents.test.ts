/** @file The documents of a law: ids that never change, and fields as the contract has them. */
import { describe, expect, it } from 'vitest'
import { collect } from '../../scripts/import-laws/collect.ts'
import {
  articleDocuments,
  editionDocument,
  identify,
  kindOf,
  lawDocument,
} from '../../scripts/import-laws/documents.ts'
import { sample } from './folders.ts'

const { laws } = collect(sample)
const lamp = laws.filter(({ title }) => title === '示例路灯法')
const bell = laws.filter(({ title }) => title === '示例钟楼法')
const fair = laws.filter(({ title }) => title === '示例集市条例')
const edition = lamp[0]?.editions[0]
if (!edition || !lamp[0]) throw new Error('the sample lacks its law')

describe('who a law is', () => {
  it('the lake knows the title: id and slug stay, whatever the folder is called', () => {
    const known = [{ id: 'law-night', title: '示例路灯法', slug: 'night-lights' }]
    expect(identify(lamp, known)).toEqual([{ id: 'law-night', slug: 'night-lights' }])
  })
  it('a title that only resembles is another law', () => {
    const known = [{ id: 'law-x', title: '中华人民共和国示例路灯法', slug: 'x' }]
    expect(identify(lamp, known)).toEqual([{ id: 'law-street-lamp-law', slug: 'street-lamp-law' }])
  })
  it('a folder name that another law has is not taken over', () => {
    const known = [{ id: 'law-street-lamp-law', title: '别的法', slug: 'street-lamp-law' }]
    expect(identify(lamp, known)[0]?.slug).toMatch(/^l-[0-9a-f]{8}$/)
  })
  it('a Chinese file name gives a slug from the title, the same at every run', () => {
    const [first] = identify(fair, [])
    expect(first).toEqual(identify(fair, [])[0])
    expect(first?.slug).toMatch(/^l-[0-9a-f]{8}$/)
    expect(first?.id).toBe(`law-${first?.slug}`)
  })
  it.each([
    ['中华人民共和国宪法', 'constitution'],
    ['中华人民共和国民法典', 'law'],
    ['保障农民工工资支付条例', 'regulation'],
    ['最高人民法院关于审理民间借贷案件适用法律若干问题的规定', 'judicialInterpretation'],
    ['河北省法治宣传教育条例', 'localRegulation'],
    ['河北省农村公路办法', 'rule'],
    ['机动车登记规定', 'rule'],
  ] as const)('%s is of the kind %s', (title, kind) => expect(kindOf(title)).toBe(kind))
})

describe('documents', () => {
  const identity = { id: 'law-street-lamp-law', slug: 'street-lamp-law' }

  it('the law is cited without the name of the country', () => {
    const law = { title: '中华人民共和国民法典', slugHint: 'civil-code', editions: [], files: [] }
    expect(lawDocument(law, { id: 'law-civil-code', slug: 'civil-code' })).toEqual({
      _id: 'law-civil-code',
      _type: 'law',
      title: '中华人民共和国民法典',
      shortTitle: '民法典',
      slug: { _type: 'slug', current: 'civil-code' },
      kind: 'law',
    })
  })

  it('the edition counts its articles and leaves unknown dates out', () => {
    expect(editionDocument(edition, identity)).toEqual({
      _id: 'edition-street-lamp-law-current',
      _type: 'lawEdition',
      law: { _type: 'reference', _ref: 'law-street-lamp-law' },
      title: '2021年文本',
      adoption: '2021年3月1日示例大会第一次会议通过',
      effectiveFrom: '2021-06-01',
      articleCount: 7,
    })
  })

  it('editions of one law have ids of their own', () => {
    const ids = bell[0]?.editions.map((each) => editionDocument(each, { id: 'law-b', slug: 'b' })._id)
    expect(ids).toEqual(['edition-b-2025-amendment', 'edition-b-2030-revision'])
  })

  it('an article has its number in its id, its place, its headings, paragraphs and items', () => {
    const articles = articleDocuments(edition, identity)
    expect(articles.map(({ _id }) => _id).slice(2, 4)).toEqual([
      'article-street-lamp-law-current-3',
      'article-street-lamp-law-current-3-1',
    ])
    expect(articles[2]).toEqual({
      _id: 'article-street-lamp-law-current-3',
      _type: 'article',
      law: { _type: 'reference', _ref: 'law-street-lamp-law' },
      edition: { _type: 'reference', _ref: 'edition-street-lamp-law-current' },
      number: '3',
      label: '第三条',
      order: 3,
      headings: ['第二章　点灯和熄灯', '第一节　点灯'],
      paragraphs: [
        {
          _type: 'articleParagraph',
          _key: 'p1',
          text: '有下列情形之一的，应当点灯：',
          items: [
            { _type: 'articleItem', _key: 'i1', label: '（一）', text: '天黑；' },
            { _type: 'articleItem', _key: 'i2', label: '（二）', text: '有雾；' },
            { _type: 'articleItem', _key: 'i3', label: '（三）', text: '其他看不清路的情形。' },
          ],
        },
        { _type: 'articleParagraph', _key: 'p2', text: '前款规定的情形结束后，应当熄灯。' },
      ],
    })
    expect(articles[3]).toMatchObject({ number: '3-1', label: '第三条之一', order: 4 })
  })

  it('every id is one that the lake publishes: no dot, no foreign letter, at most 128 characters', () => {
    const identities = identify(laws, [])
    const ids = laws.flatMap((law, index) =>
      law.editions.flatMap((each) =>
        articleDocuments(each, identities[index] ?? identity).map(({ _id }) => _id),
      ),
    )
    expect(ids.filter((id) => !/^[A-Za-z0-9-]{1,128}$/.test(id))).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
  })
})
