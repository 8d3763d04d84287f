/** @file The fair kit's pure rules: a fair draw, honest sectors, a round that survives anything kept on a phone. */
import { expect, test } from 'vitest'
import { type BankQuestion, chosenQuestions, parseBank, topicOf } from '../../site/fair/bank.ts'
import { parseFragment, toFragment, usualChoice } from '../../site/fair/choice.ts'
import { below, drawQuestion } from '../../site/fair/draw.ts'
import { keyAction } from '../../site/fair/keys.ts'
import { sheetsOf } from '../../site/fair/paper.ts'
import { answer, ask, emptyRound, parseRound, proceed } from '../../site/fair/round.ts'
import { labelLines, outline, restOn, sectorAt, sectorsOf } from '../../site/fair/sectors.ts'

/** Mulberry32: good whole numbers of 32 bits from a fixed seed. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
}

const question = (id: string, topics: string[] = ['wages'], audiences: string[] = []): BankQuestion => ({
  id,
  title: `${id}？`,
  choices: ['甲', '乙', '丙'],
  answer: 2,
  explanation: '因为。',
  topics,
  audiences,
  laws: ['《民法典》第一条'],
})
const questions = (count: number) => Array.from({ length: count }, (_, index) => question(`q${index}`))

/** Sum over all cells of (seen − expected)² / expected. */
function chiSquare(seen: readonly number[]): number {
  const expected = seen.reduce((sum, count) => sum + count, 0) / seen.length
  return seen.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
}

// 24 degrees of freedom: a fair draw exceeds 51.2 once in a thousand times. The seeds are fixed.
test.each([1, 20261204, 0xbeef])(
  'every question is as likely as any other, for else some would never win a prize (seed %i)',
  (seed) => {
    const random = seeded(seed)
    const pool = questions(25)
    const seen = pool.map(() => 0)
    for (let draws = 0; draws < 25_000; draws += 1) {
      const drawn = drawQuestion(pool, new Set(), random)
      const index = pool.findIndex(({ id }) => id === drawn?.question.id)
      seen[index] = (seen[index] ?? 0) + 1
    }
    expect(chiSquare(seen)).toBeLessThan(51.2)
  },
)

test('what is left of a round stays even as well: each question is as often last as any other', () => {
  const random = seeded(7)
  const pool = questions(8)
  const last = pool.map(() => 0)
  for (let rounds = 0; rounds < 4_000; rounds += 1) {
    const asked = new Set<string>()
    let id = ''
    while (asked.size < pool.length) {
      id = drawQuestion(pool, asked, random)?.question.id ?? ''
      asked.add(id)
    }
    const index = pool.findIndex((each) => each.id === id)
    last[index] = (last[index] ?? 0) + 1
  }
  // 7 degrees of freedom, once in a thousand.
  expect(chiSquare(last)).toBeLessThan(24.4)
})

test('numbers that the division would favour are thrown away', () => {
  // 2³² is not divisible by 3: the largest number has no partners, and would make 0 more likely.
  const values = [2 ** 32 - 1, 5]
  expect(below(3, () => values.shift() ?? 0)).toBe(2)
  expect(values).toEqual([])
})

test.each([0, -1, 1.5, 2 ** 32 + 1])('nothing can be drawn from %d', (count) => {
  expect(() => below(count, () => 0)).toThrow(RangeError)
})
test('broken randomness is an error and no endless loop', () => {
  expect(() => below(3, () => 2 ** 32 - 1)).toThrow(/broken/)
})

test('no question is repeated until all have been asked; then a new round begins', () => {
  const random = seeded(3)
  const pool = questions(30)
  let round = emptyRound
  for (let turn = 0; turn < 30; turn += 1) {
    const drawn = drawQuestion(pool, new Set(round.asked), random)
    expect(drawn?.fresh).toBe(false)
    round = ask(round, drawn?.question.id ?? '', false)
  }
  expect(new Set(round.asked).size).toBe(30)
  const next = drawQuestion(pool, new Set(round.asked), random)
  expect(next?.fresh).toBe(true)
  expect(ask(round, 'q1', true).asked).toEqual(['q1'])
})
test('where there is no question, none is drawn', () => {
  expect(drawQuestion([], new Set(), seeded(1))).toBeNull()
})

test('a question for nobody in particular is for everybody; one for others is left out', () => {
  const all = [question('a'), question('b', ['loans'], ['elderly']), question('c', ['loans'], ['minors'])]
  const ids = (topics: string[], audience: string | null) =>
    chosenQuestions(all, { topics, audience }).map(({ id }) => id)
  expect(ids([], null)).toEqual(['a', 'b', 'c'])
  expect(ids([], 'elderly')).toEqual(['a', 'b'])
  expect(ids(['loans'], 'elderly')).toEqual(['b'])
  expect(ids(['divorce'], null)).toEqual([])
})
test('a question of several topics stands under the first that was chosen, since the wheel shows no other', () => {
  const both = question('a', ['wages', 'labour-arbitration'])
  expect(topicOf(both, { topics: ['labour-arbitration'], audience: null })).toBe('labour-arbitration')
  expect(topicOf(both, { topics: [], audience: null })).toBe('wages')
})

const sound = { topics: [{ slug: 'wages', title: '欠薪' }], audiences: [], questions: [question('a')] }
test('a bank comes back as it was sent', () => {
  expect(parseBank(JSON.stringify(sound))).toEqual(sound)
})
test.each([
  ['an error page', '<!doctype html>'],
  ['nothing', ''],
  ['another shape', '{"questions":{}}'],
  ['an answer that is no choice', JSON.stringify({ ...sound, questions: [{ ...question('a'), answer: 4 }] })],
  [
    'a single choice',
    JSON.stringify({ ...sound, questions: [{ ...question('a'), choices: ['甲'], answer: 1 }] }),
  ],
])('%s is no bank', (_name, text) => {
  expect(parseBank(text)).toBeNull()
})
test('one broken question does not take the others with it', () => {
  const text = JSON.stringify({ ...sound, questions: [{ id: 'x' }, question('a')] })
  expect(parseBank(text)?.questions.map(({ id }) => id)).toEqual(['a'])
})

const topics = Array.from({ length: 11 }, (_, index) => ({ slug: `t${index}`, title: `题类${index}` }))
test('every topic stands in one sector, also where topics are more than sectors', () => {
  for (const count of [4, 8, 12]) {
    const sectors = sectorsOf(topics, count)
    expect(sectors).toHaveLength(Math.min(count, topics.length))
    expect(sectors.flatMap((sector) => sector.topics).sort()).toEqual(topics.map(({ slug }) => slug).sort())
  }
  expect(sectorsOf(topics, 4)[0]?.label).toBe('题类0等3类')
  expect(sectorsOf(topics, 12)[0]?.label).toBe('题类0')
  expect(sectorsOf([], 8)).toEqual([])
})

test('the wheel rests on the sector of the question, clear of its edges, after several turns', () => {
  const random = seeded(11)
  for (const count of [1, 2, 5, 8, 12]) {
    let turned = 0
    for (let spin = 0; spin < 200; spin += 1) {
      const index = spin % count
      const next = restOn(index, count, turned, random)
      expect(next - turned).toBeGreaterThan(4 * 360)
      const width = 360 / count
      // Also a little to either side: the pointer is not on a line.
      for (const nudge of [-0.1, 0, 0.1]) expect(sectorAt(next + nudge * width, count)).toBe(index)
      turned = next
    }
  }
})
test('sectors meet at their corners, without a gap', () => {
  const corners = Array.from({ length: 8 }, (_, index) => outline(index, 8, 100))
  for (const [index, path] of corners.entries()) {
    const end = /1 (-?[\d.]+ -?[\d.]+)Z$/.exec(path)?.[1]
    const next = /L(-?[\d.]+ -?[\d.]+)A/.exec(corners[(index + 1) % 8] ?? '')?.[1]
    expect(end?.replaceAll('-0 ', '0 ')).toBe(next?.replaceAll('-0 ', '0 '))
  }
})
test.each([
  ['工伤', ['工伤']],
  ['防骗和消费', ['防骗和', '消费']],
  ['未成年人保护', ['未成年人', '保护']],
  ['宅基地和承包地等3类', ['宅基地和', '承包地', '等3类']],
])('%s is broken by meaning where it does not fit', (label, lines) => {
  expect(labelLines(label)).toEqual(lines)
})

test('a first answer counts and a second does not', () => {
  const asked = ask(emptyRound, 'a', false)
  const wrong = answer(asked, 1, 2)
  expect(wrong).toMatchObject({ stage: 'told', answered: 1, right: 0, chosen: 1 })
  expect(answer(wrong, 2, 2)).toBe(wrong)
  expect(answer(asked, 2, 2)).toMatchObject({ answered: 1, right: 1 })
  expect(proceed(wrong)).toMatchObject({ stage: 'ready', asked: ['a'], answered: 1 })
})
test('going on without an answer counts nothing', () => {
  expect(proceed(ask(emptyRound, 'a', false))).toMatchObject({ answered: 0, right: 0, asked: ['a'] })
})
test('a round survives a reload as it was', () => {
  const round = answer(ask(emptyRound, 'a', false), 2, 2)
  expect(parseRound(JSON.stringify(round))).toEqual(round)
})
test.each([
  null,
  '',
  '{',
  'null',
  '[]',
  JSON.stringify({ ...emptyRound, right: 3 }),
  JSON.stringify({ ...emptyRound, asked: [1] }),
  JSON.stringify({ ...emptyRound, stage: 'asking' }),
  JSON.stringify({ ...emptyRound, stage: 'told', present: 'a' }),
])('what was kept as %j gives an empty round', (text) => {
  expect(parseRound(text)).toEqual(emptyRound)
})

test("a stand's choice goes through the address and comes back", () => {
  const choice = { topics: ['wages', 'work-injury'], audience: 'audience-elderly', sectors: 10 }
  expect(parseFragment(toFragment(choice))).toEqual(choice)
  const plain = { topics: ['wages'], audience: null, sectors: 8 }
  expect(parseFragment(toFragment(plain))).toEqual(plain)
})
test.each(['', '#', '#x=1', '#topics=', '#topics=<b>'])('the fragment %j chooses nothing', (fragment) => {
  expect(parseFragment(fragment)).toBeNull()
})
test('a number of sectors that the form does not offer becomes the usual one', () => {
  expect(parseFragment('#topics=wages&sectors=9999')?.sectors).toBe(8)
})
test('who has chosen nothing gets the first topics of the site, one a sector', () => {
  const usual = usualChoice({ topics })
  expect(usual.topics).toHaveLength(8)
  expect(sectorsOf(topics.slice(0, 8), usual.sectors).map(({ label }) => label)).toEqual(
    topics.slice(0, 8).map(({ title }) => title),
  )
})

test.each([
  [' ', 'ready', { do: 'spin' }],
  ['PageDown', 'ready', { do: 'spin' }],
  ['PageDown', 'told', { do: 'next' }],
  ['3', 'asking', { do: 'choose', place: 3 }],
  ['5', 'asking', null],
  ['3', 'ready', null],
  ['PageDown', 'asking', null],
  ['PageUp', 'told', null],
] as const)('the key %j while %s does %j', (key, stage, action) => {
  expect(keyAction(key, stage)).toEqual(action)
})

test('on paper questions are numbered through, each under one topic only', () => {
  const all = [question('a', ['t1', 't0']), question('b', ['t0']), question('c', ['t1'])]
  const sheets = sheetsOf(topics, all, { topics: [], audience: null })
  expect(
    sheets.map(({ title, questions: own }) => [title, own.map(({ id, number }) => `${number}${id}`)]),
  ).toEqual([
    ['题类0', ['1b']],
    ['题类1', ['2a', '3c']],
  ])
})
