/** @file Search: everyday words, article numbers in both writings, and what is found when nothing fits. */
import { describe, expect, test } from 'vitest'
import type { SearchSource } from '../../site/content/search-source.ts'
import { buildSearchIndex } from '../../site/search/search-index.ts'
import { queryWords, textWords } from '../../site/search/words.ts'

const source = (id: string, title: string, more: Partial<SearchSource> = {}): SearchSource => ({
  id,
  type: 'legalQuestion',
  title,
  url: `/questions/${id}`,
  topics: [],
  wordings: [],
  summary: '',
  body: '',
  citations: [],
  ...more,
})

const topics = [
  { slug: 'wages', title: '拖欠工资', synonyms: ['讨薪', '要工钱', '劳动报酬'] },
  { slug: 'animals', title: '饲养动物', synonyms: ['狗', '狗咬人'] },
]
const laws = [
  { title: '中华人民共和国民法典', shortTitle: '民法典', slug: 'civil-code', articleCount: 1260 },
  { title: '中华人民共和国劳动法', shortTitle: '劳动法', slug: 'labor-law', articleCount: 0 },
]
const sources = [
  source('wages', '老板不发工资怎么办', { topics: ['wages'], wordings: ['干完活老板不给钱'] }),
  source('dog', '被别人家的动物伤了谁赔', { topics: ['animals'] }),
  source('divorce', '一方不同意离婚怎么办', { citations: [{ law: '民法典', article: '1079' }] }),
  source('news', '离婚登记点搬家', { type: 'newsItem', url: '/news/news', body: '离婚 登记' }),
]
const index = buildSearchIndex(sources, topics, laws)
const urls = (query: string) => index.find(query).map(({ url }) => url)

describe('words', () => {
  test('a text is cut into pairs and single characters, so that one character finds something', () => {
    expect(textWords('养狗')).toEqual(['养', '狗', '养狗'])
  })
  test.each([
    ['老板不给工钱怎么办', ['老板', '板不', '不给', '给工', '工钱']],
    ['请问离婚吗', ['离婚']],
    ['狗', ['狗']],
    ['怎么办', ['怎么', '么办']],
    ['ＡＢ１２３４８', ['ab', '12348']],
    ['', []],
  ])('%s is looked up as %j', (query, words) => {
    expect(queryWords(query)).toEqual(words)
  })
  test.each(['民法典第一千零七十九条', '民法典第1079条', '民法典1079条'])(
    '%s names article 1079',
    (query) => {
      expect(queryWords(query)).toContain('1079')
    },
  )
  test('a count of things is no article number, since people keep 一条狗', () => {
    expect(queryWords('一条狗')).toEqual(['一条', '条狗'])
  })
})

describe('finding', () => {
  test('a synonym of the topic finds a text that never uses it', () => {
    expect(urls('讨薪')).toEqual(['/questions/wages'])
  })
  test('another wording finds the question', () => {
    expect(urls('干完活老板不给钱')[0]).toBe('/questions/wages')
  })
  test('what is about the topic comes before what only mentions its word', () => {
    const mention = source('aid', '请律师要多少钱', { wordings: ['讨薪请不起律师'] })
    const found = buildSearchIndex([mention, ...sources], topics, laws).find('讨薪')
    expect(found.map(({ url }) => url)).toEqual(['/questions/wages', '/questions/aid'])
  })
  test('one character finds what holds it', () => {
    expect(urls('狗')).toEqual(['/questions/dog'])
  })
  test('a question comes before news that says the same word, since residents come for answers', () => {
    expect(urls('离婚')).toEqual(['/questions/divorce', '/news/news'])
  })
  test('where nothing fits all words, what fits some is found', () => {
    expect(urls('隔壁王二家讨薪')).toContain('/questions/wages')
  })
  test.each(['民法典第一千零七十九条', '民法典1079', '《民法典》第1079条'])(
    '%s leads to the article first',
    (query) => {
      expect(index.find(query)[0]).toMatchObject({ type: 'article', url: '/laws/civil-code/1079' })
    },
  )
  test('an article that the site does not hold is not promised', () => {
    expect(index.find('劳动法第五十条').filter(({ type }) => type === 'article')).toEqual([])
    expect(index.find('民法典第一千二百六十一条').filter(({ type }) => type === 'article')).toEqual([])
  })
  test('an article number alone finds the questions that cite it', () => {
    expect(urls('第一千零七十九条')).toEqual(['/questions/divorce'])
  })
  test.each(['zzzz', '！？', '   '])('%j finds nothing and does not fail', (query) => {
    expect(index.find(query)).toEqual([])
  })
  test('at most 20 results, however much fits', () => {
    const many = Array.from({ length: 60 }, (_, number) => source(`q${number}`, `离婚问题${number}`))
    expect(buildSearchIndex(many, [], []).find('离婚')).toHaveLength(20)
  })
})
