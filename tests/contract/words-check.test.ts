import fc from 'fast-check'
import { expect, test } from 'vitest'
import { searchFor } from '../../contracts/words/automaton.ts'
import { checkWords, type GivenList } from '../../contracts/words/check.ts'
import { correctionOf, stringAt, undoOf } from '../../contracts/words/correct.ts'
import { normalText } from '../../contracts/words/normal.ts'
import { readTexts, type Content } from '../../contracts/words/places.ts'

const slogan = (text: string): Content => ({ _id: 'a', _type: 'slogan', text })
const list = (
  kind: GivenList['kind'],
  ...entries: NonNullable<GivenList['entries']>[number][]
): GivenList => ({
  kind,
  entries,
})
const foundIn = (document: Content, ...lists: GivenList[]) =>
  checkWords(document, lists).map(({ found }) => found)

test.each([
  ['帐户', '帐户', 'as it is written'],
  ['开了一个帐 户', '帐 户', 'a space between Chinese characters parts no word'],
  ['开了一个帐　　户', '帐　　户', 'nor does a wide one'],
  ['帐\u200b户', '帐\u200b户', 'nor a sign that nobody sees'],
  ['帐\u2060\ufeff户', '帐\u2060\ufeff户', 'however many of them'],
  ['帐\n户', '帐\n户', 'what may not be published is found over the end of a line too'],
])('a blocked wording is found in %j: %s, %s', (text, found) => {
  expect(foundIn(slogan(text), list('block', { words: '帐户' }))).toEqual([found])
})

test.each([
  ['ＶＩＰ通道', 'VIP通道', 'full and half width are one'],
  ['vip通道', 'VIP通道', 'and so are capital and small letters'],
  ['VIP 通道', 'VIP通道', 'a space beside a Chinese character is for looks'],
  ['第 1 名', '第１名', 'on either side'],
  ['①号文', '1号文', 'compatibility forms are what they stand for'],
])('in %j the wording %j is found: %s', (text, words) => {
  expect(foundIn(slogan(text), list('suggest', { words }))).toEqual([text])
})

test('two Latin words with a space between them are no one word, for there the space parts them', () => {
  expect(foundIn(slogan('in to'), list('block', { words: 'into' }))).toEqual([])
  expect(foundIn(slogan('in  to'), list('block', { words: 'In To' }))).toEqual(['in  to'])
})

test('a suggestion does not reach over the end of a line, where two words only meet by chance', () => {
  expect(foundIn(slogan('要账先算帐\n户口不用迁'), list('suggest', { words: '帐户' }))).toEqual([])
})

test('an exception covers its own place only', () => {
  const lists = list('suggest', { words: '第一', except: ['第一条', '第一款'] })
  expect(checkWords(slogan('第一条说全市第一'), [lists]).map(({ from }) => from)).toEqual([6])
})

test('an exception of one wording excuses no other', () => {
  const lists = list('block', { words: '第一', except: ['第一条'] }, { words: '一条' })
  expect(foundIn(slogan('第一条'), lists)).toEqual(['一条'])
})

test('a wording counts in the types that it names', () => {
  const lists = list('suggest', { words: '胜诉率', types: ['lawyer'] })
  expect(foundIn(slogan('胜诉率'), lists)).toEqual([])
  expect(foundIn({ _type: 'lawyer', introduction: '胜诉率高' }, lists)).toEqual(['胜诉率'])
})

test('what stands within a longer wording is told once, but a block is never hidden by a suggestion', () => {
  const short = { words: '合同法' }
  const long = { words: '旧合同法' }
  expect(foundIn(slogan('旧合同法'), list('block', short, long))).toEqual(['旧合同法'])
  const both = checkWords(slogan('旧合同法'), [list('suggest', long), list('block', short)])
  expect(both.map(({ kind, found }) => [kind, found])).toEqual([
    ['suggest', '旧合同法'],
    ['block', '合同法'],
  ])
})

test('unfinished entries of a list are passed over, for a list is written while it is in use', () => {
  const lists = list('block', null, {}, { words: ' ' }, { words: null }, { words: '帐户', instead: null })
  expect(foundIn(slogan('帐户'), lists)).toEqual(['帐户'])
  expect(checkWords(slogan('帐户'), [{ kind: 'block', entries: null }])).toEqual([])
})

test('what is found says where, what stands around it and what to do', () => {
  const lists = list('block', { words: '帐户', instead: ['账户'], why: '“账”字从贝' })
  expect(checkWords(slogan('自己的银行帐户不要借给别人使用，出了事要担责任'), [lists])).toMatchObject([
    {
      ...{ path: ['text'], from: 5, to: 7, found: '帐户', kind: 'block', instead: ['账户'] },
      ...{ before: '自己的银行', after: '不要借给别人使用，出了事…' },
      why: '“帐户”不能用，请改成“账户”。“账”字从贝。',
    },
  ])
})

const span = (key: string, text: string, marks: string[] = []) => ({ _key: key, _type: 'span', text, marks })
const news = (...children: object[]): Content => ({
  _type: 'newsItem',
  title: '题',
  body: [
    { _key: 'a', _type: 'block', style: 'normal', children: [span('x', '头一段')] },
    { _key: 'b', _type: 'block', style: 'normal', markDefs: [{ _key: 'm', href: '帐户' }], children },
  ],
})
const accounts = [list('block', { words: '帐户', instead: ['账户'] })]

test('a wording that runs from one span into the next is found at both', () => {
  const [finding] = checkWords(
    news(span('x', '把帐'), span('y', '户', ['strong']), span('z', '借人')),
    accounts,
  )
  expect(finding).toMatchObject({
    ...{ path: ['body', { _key: 'b' }, 'children', { _key: 'x' }, 'text'], from: 1, to: 2, found: '帐户' },
    rest: [{ path: ['body', { _key: 'b' }, 'children', { _key: 'y' }, 'text'], from: 0, to: 1 }],
  })
})

test('what is no text between two spans parts them', () => {
  const mark = { _key: 'o', _type: 'picture' }
  expect(foundIn(news(span('x', '帐'), mark, span('y', '户')), ...accounts)).toEqual([])
})

test('alternative texts, captions and the lines of a playlist are read; addresses, choices and ids are not', () => {
  const picture = {
    _type: 'image',
    asset: { _type: 'reference', _ref: '帐户' },
    alt: '帐户',
    caption: '帐户',
  }
  expect(
    checkWords({ _type: 'signagePicture', title: '图', picture }, accounts).map(({ path }) => path),
  ).toEqual([
    ['picture', 'alt'],
    ['picture', 'caption'],
  ])
  const items = [
    { _key: 'k', _type: 'hotlineItem', text: '帐户' },
    { _key: 'l', _type: 'latestItem', contentType: '帐户' },
  ]
  expect(checkWords({ _type: 'playlist', title: '单', items }, accounts)).toMatchObject([
    { path: ['items', { _key: 'k' }, 'text'] },
  ])
  const rest = {
    slug: { _type: 'slug', current: '帐户' },
    layout: '帐户',
    _id: '帐户',
    papers: ['身份证', '帐户'],
  }
  expect(checkWords({ _type: 'legalQuestion', ...rest }, accounts)).toMatchObject([{ path: ['papers', 1] }])
})

test('the printed text of a law is left as it was passed', () => {
  expect(foundIn({ _type: 'article', paragraphs: [{ _key: 'a', text: '帐户' }] }, ...accounts)).toEqual([])
})

test('one press mends exactly what was found, and is taken back as exactly', () => {
  const before = news(span('x', '帐户和帐'), span('y', '户', ['strong']), span('z', '借人'))
  const [, second] = checkWords(before, accounts)
  const made = second && correctionOf(before, second, '账户')
  expect(made).toMatchObject([{ after: '帐户和账户' }, { after: '' }])
  const after = news(span('x', '帐户和账户'), span('y', '', ['strong']), span('z', '借人'))
  expect(undoOf(after, made ?? [])).toMatchObject([{ after: '帐户和帐' }, { after: '户' }])
  expect(undoOf(before, made ?? [])).toBeNull()
})

test('nothing is mended where the text has changed since', () => {
  const [finding] = checkWords(slogan('帐户'), accounts)
  expect(finding && correctionOf(slogan('我的帐户'), finding, '账户')).toBeNull()
  expect(finding && correctionOf({ _type: 'slogan' }, finding, '账户')).toBeNull()
})

/** Few characters, so that patterns overlap, repeat and lie in one another. */
const letters = fc.constantFrom('甲', '乙', '丙', 'a')
const word = fc.array(letters, { minLength: 1, maxLength: 4 }).map((each) => each.join(''))
const text = fc.array(letters, { maxLength: 60 }).map((each) => each.join(''))

test('one pass finds what a search for each pattern by itself finds', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), text, (patterns, given) => {
      const naive = patterns.flatMap((pattern, place) =>
        [...given].flatMap((_, from) =>
          given.startsWith(pattern, from) ? [{ pattern: place, from, to: from + pattern.length }] : [],
        ),
      )
      const order = (a: { pattern: number; from: number }, b: { pattern: number; from: number }) =>
        a.pattern - b.pattern || a.from - b.from
      expect(searchFor(patterns)(given).sort(order)).toEqual(naive.sort(order))
    }),
    { numRuns: 500 },
  )
})

/** The rule once more, by the shortest way that can be read at a glance. */
function naiveFindings(given: string, entries: readonly { words: string; except: readonly string[] }[]) {
  const places = (sought: string) =>
    [...given].flatMap((_, from) =>
      given.startsWith(sought, from) ? [{ from, to: from + sought.length }] : [],
    )
  const hits = entries.flatMap(({ words, except }) => {
    const excuses = except.flatMap(places)
    return places(words).filter(({ from, to }) => !excuses.some((one) => one.from <= from && to <= one.to))
  })
  const outer = hits.filter(
    (hit) =>
      !hits.some((one) => one.from <= hit.from && hit.to <= one.to && one.to - one.from > hit.to - hit.from),
  )
  return [...new Set(outer.map(({ from, to }) => `${from}–${to}`))].sort()
}

test('the whole rule agrees with a naive search, exceptions and longer wordings and all', () => {
  const entry = fc.record({ words: word, except: fc.array(word, { maxLength: 2 }) })
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 8 }), text, (entries, given) => {
      const found = checkWords(slogan(given), [list('block', ...entries)])
      fc.pre(found.length < 200)
      expect(found.map(({ from, to }) => `${from}–${to}`).sort()).toEqual(naiveFindings(given, entries))
    }),
    { numRuns: 500 },
  )
})

test('every place that is told holds what was found there, whatever signs stand in the text', () => {
  const noisy = fc.array(fc.constantFrom('帐', '户', ' ', '\u200b', 'Ａ', 'a', '　', '𠮷', '\n', '①'), {
    maxLength: 40,
  })
  fc.assert(
    fc.property(noisy, (signs) => {
      const document = slogan(signs.join(''))
      for (const finding of checkWords(document, [list('block', { words: '帐户' }, { words: 'a帐' })])) {
        const held = stringAt(document, finding.path)?.slice(finding.from, finding.to)
        expect(held).toBe(finding.found)
        expect(['帐户', 'a帐']).toContain(normalText(finding.found).text)
      }
    }),
    { numRuns: 500 },
  )
})

test('texts that hold nothing but blanks are no texts', () => {
  expect(readTexts({ _type: 'slogan', text: ' \n', other: '' })).toEqual([])
})

test('the cost of twenty thousand wordings on a long text is told', () => {
  const entries = Array.from({ length: 20_000 }, (_, place) => ({
    words: `词${String.fromCodePoint(0x4e00 + (place % 5000))}${String.fromCodePoint(0x5e00 + Math.floor(place / 5000))}`,
  }))
  const lists = [list('block', ...entries)]
  const long = slogan('办事之前先把材料问清楚，'.repeat(9_000))
  const begun = performance.now()
  checkWords(slogan('短'), lists)
  const compiled = performance.now()
  expect(checkWords(long, lists)).toEqual([])
  const done = performance.now()
  const told = [compiled - begun, done - compiled].map((ms) => ms.toFixed(1))
  process.stdout.write(`20,000 wordings: made ready in ${told[0]} ms; 108,000 characters in ${told[1]} ms\n`)
})

test('wordings after the twenty-thousandth are not looked for, so that no list can stop the form', () => {
  const many = Array.from({ length: 20_000 }, () => ({ words: '帐户' }))
  expect(foundIn(slogan('座落'), list('block', ...many, { words: '座落' }))).toEqual([])
})
