/** @file Search, asked in dialect, asked nonsense, asked with ill will; over the demonstration content. */
import { describe, expect, test } from 'vitest'
import { sameWording, withoutSmallTalk } from '../../site/search/everyday.ts'
import { createArticleNaming } from '../../site/search/named-article.ts'
import { buildSearchIndex } from '../../site/search/search-index.ts'
import { soundOfHan } from '../../site/search/sound.ts'
import { queryLengthMax, queryWords } from '../../site/search/words.ts'
import { readSearchContent } from './queries/demonstration-sources.ts'

const { sources, topics, laws } = await readSearchContent('2026-11-22')
const index = buildSearchIndex(sources, topics, laws, soundOfHan)

describe('dialect', () => {
  test.each([
    ['离婚了', '离婚'],
    ['受了伤', '受伤'],
    ['出车祸私了', '出车祸私了'],
    ['俺闺女', '俺女儿'],
    ['小姑娘', '小姑娘'],
    ['儿媳妇和媳妇', '儿媳和妻子'],
    ['俺男人', '俺丈夫'],
    ['爹没了', '父亲去世'],
    ['老人没饭吃', '老人没饭吃'],
    ['爷爷走丢', '爷爷走丢'],
    ['工资', '工钱'],
  ])('%s is read as %s, in texts and questions alike', (text, read) => {
    expect(sameWording(text)).toBe(read)
  })
  test.each([
    ['俺的工钱咋整', ['工钱']],
    ['彩礼能退不', ['彩礼', '礼能', '能退']],
    ['这事归谁管啊', ['这事', '事归', '归谁', '谁管']],
    ['采光', ['采光']],
    ['不养老', ['不养', '养老']],
  ])('%s asks about %j: small talk names no trouble', (query, words) => {
    expect(queryWords(query)).toEqual(words)
  })
  test('a question of small talk alone is still looked up, since nothing else was said', () => {
    expect(withoutSmallTalk('咋整').trim()).toBe('')
    expect(queryWords('咋整')).toEqual(['咋整'])
  })
})

describe('numbers', () => {
  test('a small number is no word, since many pages hold a 3 that has nothing to do with it', () => {
    expect(queryWords('欠了3年工钱')).not.toContain('3')
    expect(index.find('1')).toEqual([])
  })
  test.each(['民法典第3条', '民法典3', '《民法典》 3', '第三条'])('%s names the article', (query) => {
    expect(queryWords(query)).toContain('3')
  })
  test('an article carries the topics of the pages that cite it, so that programs can follow them', () => {
    const [article] = index.find('民法典188条')
    expect(article).toMatchObject({ type: 'article', url: '/laws/civil-code/188' })
    expect(article?.topics).toContain('limitation')
    expect(article?.topics.length).toBeLessThanOrEqual(3)
  })
})

test('an article names first the topic that cites it most of all its pages, not the one with most pages', () => {
  const page = (slug: string, article: string) => ({
    topics: [slug],
    citations: [{ law: '民法典', article }],
  })
  const pages = [page('wages', '188'), page('wages', '1'), page('wages', '2'), page('limitation', '188')]
  const name = createArticleNaming(
    [{ title: '民法典', shortTitle: '民法典', slug: 'code', articleCount: 0 }],
    pages,
  )
  expect(name('民法典188条', ['188'])?.topics).toEqual(['limitation', 'wages'])
})

describe('nonsense', () => {
  test.each([
    '<img src=x onerror=alert(1)>',
    '<script>alert(1)</script>',
    'asdfgh',
    'qwerty 7',
    '😀',
    '今天天气真好',
    '明天会下雨吗',
    '.*+?^${}()|[]\\',
    '%00',
    "' OR 1=1 --",
  ])('%j finds nothing, since an unrelated page misleads who reads it', (query) => {
    expect(index.find(query)).toEqual([])
  })
})

describe('ill will', () => {
  test.each([
    ['very long', '工钱'.repeat(50_000)],
    ['long without a word', '!'.repeat(100_000)],
    ['long pinyin', 'lihun'.repeat(50_000)],
    ['long letters', 'z'.repeat(100_000)],
    ['long number', '9'.repeat(100_000)],
    ['regular expression', '(工钱|(.*)+)+$'],
    ['control characters', '工\u0000钱\u0007\u001b[31m工钱'],
    ['right to left', '\u202e工钱\u202c\u200f\u2066'],
    ['half a character', '工钱\ud83d'],
    ['a character that unfolds into many', '\ufdfa'.repeat(200)],
    ['names of the language', '__proto__ constructor toString'],
    ['numerals without end', `第${'千'.repeat(5_000)}条`],
  ])('%s: is answered', (_kind, query) => {
    expect(Array.isArray(index.find(query))).toBe(true)
  })
  test('marks that cannot be seen do not hide the words', () => {
    const plain = index.find('讨薪').map(({ url }) => url)
    expect(index.find('\u202e讨薪\u202c\u0007').map(({ url }) => url)).toEqual(plain)
    expect(plain.length).toBeGreaterThan(0)
  })
  test('of a long question so much is read that the work stays small', () => {
    const long = Array.from({ length: 5_000 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join('')
    expect(queryWords(long).length).toBeLessThanOrEqual(queryLengthMax)
  })
})
