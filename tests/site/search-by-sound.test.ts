/** @file Search by sound: pinyin, wrong characters of the right sound, and what is no pinyin. */
import { describe, expect, test } from 'vitest'
import type { SearchSource } from '../../site/content/search-source.ts'
import { planLookups } from '../../site/search/lookups.ts'
import { buildSearchIndex, buildSearchIndexInSlices } from '../../site/search/search-index.ts'
import { soundOfHan } from '../../site/search/sound.ts'
import { cutPinyin, soundWords } from '../../site/search/syllables.ts'

const question = (id: string, title: string, topics: readonly string[]): SearchSource => ({
  id,
  type: 'legalQuestion',
  title,
  url: `/questions/${id}`,
  topics,
  wordings: [],
  summary: '',
  body: '',
  citations: [],
})

const topics = [
  { slug: 'bride-price', title: '彩礼', synonyms: ['退彩礼'] },
  { slug: 'wages', title: '拖欠工资', synonyms: ['欠薪'] },
  { slug: 'divorce', title: '离婚', synonyms: ['起诉状'] },
  { slug: 'dogs', title: '饲养动物', synonyms: ['狗'] },
]
const sources = [
  question('bride-price', '办了酒没领证，能退吗', ['bride-price']),
  question('wages', '老板拖着不给怎么办', ['wages']),
  question('divorce', '他不肯离怎么办', ['divorce']),
  question('dog', '被咬了谁赔', ['dogs']),
]
const index = buildSearchIndex(sources, topics, [], soundOfHan)
const first = (query: string) => index.find(query)[0]?.url

describe('pinyin', () => {
  test.each([
    ['lihun', ['li', 'hun']],
    ['qianxin', ['qian', 'xin']],
    ['nver', ['nv', 'er']],
    ['zhuangxiu', ['zhuang', 'xiu']],
    ['fangan', ['fang', 'an']],
  ])('%s is cut into the fewest syllables %j', (letters, syllables) => {
    expect(cutPinyin(letters)).toEqual(syllables)
  })
  test.each(['', 'asdfgh', 'img', 'script', 'zzzz', 'v', 'i', 'uo'])('%j is no pinyin', (letters) => {
    expect(cutPinyin(letters)).toBeNull()
  })
  test('sounds that people here do not hear or type apart are the same word', () => {
    expect(soundWords(['zhong', 'cai'])).toEqual(soundWords(['zong', 'cai']))
    expect(soundWords(['sheng', 'ming'])).toEqual(soundWords(['sen', 'min']))
    expect(soundWords(['nü', 'er'])).toEqual(soundWords(['nv', 'er']))
    expect(soundWords(['zhong', 'cai'])).not.toEqual(soundWords(['gong', 'cai']))
  })
  test.each([
    ['caili', '/questions/bride-price'],
    ['cai li zenme tui', '/questions/bride-price'],
    ['QIANXIN bu gei', '/questions/wages'],
    ["li'hun", '/questions/divorce'],
    ['gou', '/questions/dog'],
  ])('%s finds what it sounds like, since some can type no characters', (query, url) => {
    expect(first(query)).toBe(url)
  })
  test('a Latin word that a text holds is looked up as it is written, not as a sound', () => {
    const vocabulary = { writes: (word: string) => word === 'lan', sounds: () => true }
    expect(planLookups(['lan'], vocabulary, soundOfHan)).toEqual([{ word: 'lan', by: 'writing' }])
  })
})

describe('wrong characters', () => {
  test.each([
    ['彩里', '/questions/bride-price'],
    ['起诉壮', '/questions/divorce'],
    ['欠新了找谁', '/questions/wages'],
  ])('%s finds what sounds the same, since phones offer the wrong character', (query, url) => {
    expect(first(query)).toBe(url)
  })
  test('a word that a text holds is not mistaken for one of the same sound', () => {
    const both = [...sources, question('profit', '财力证明丢了怎么补', [])]
    const found = buildSearchIndex(both, topics, [], soundOfHan).find('财力')
    expect(found.map(({ url }) => url)).toEqual(['/questions/profit'])
  })
  test('sound is looked for among words of topics: any long text holds something that sounds alike', () => {
    const far = [question('far', '才理出来的旧事', [])]
    expect(buildSearchIndex(far, topics, [], soundOfHan).find('彩里')).toEqual([])
  })
})

describe('without a dictionary', () => {
  test('a page that carries the index finds what is written, and nothing by its sound', () => {
    const plain = buildSearchIndex(sources, topics, [])
    expect(plain.find('彩礼')[0]?.url).toBe('/questions/bride-price')
    expect(plain.find('caili')).toEqual([])
    expect(plain.find('彩里')).toEqual([])
  })
})

describe('building in slices', () => {
  const many = Array.from({ length: 40 }, (_, number) =>
    question(`q${number}`, `离婚的事${number}`, ['divorce']),
  )

  test('finds the same as building at once', async () => {
    const inSlices = await buildSearchIndexInSlices(
      { sources: [...many, ...sources], topics, laws: [] },
      soundOfHan,
    )
    const atOnce = buildSearchIndex([...many, ...sources], topics, [], soundOfHan)
    for (const query of ['离婚', 'lihun', '彩里', '没领证']) {
      expect(inSlices.find(query), query).toEqual(atOnce.find(query))
      expect(inSlices.find(query).length, query).toBeGreaterThan(0)
    }
  })
  test('gives other work its turn many times, so that no reader waits for the whole', async () => {
    let turns = 0
    let done = false
    const work = () => {
      turns += 1
      if (!done) setTimeout(work)
    }
    setTimeout(work)
    await buildSearchIndexInSlices({ sources: many, topics, laws: [] }, soundOfHan)
    done = true
    expect(turns).toBeGreaterThan(3)
  })
})
