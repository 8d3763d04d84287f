/** @file What the answers of a check-up say: never more than they do. */
import { expect, test } from 'vitest'
import { countVerdicts, type ListedItem, questionsForLawyer, verdictOf } from '../../site/checkup/judge.ts'
import { keepAnswers, parseAnswers } from '../../site/checkup/kept.ts'
import { resultWords } from '../../site/checkup/words.ts'

const item = (number: number, area: string, riskyAnswer: 'yes' | 'no'): ListedItem => ({
  id: `c${number}`,
  number,
  area,
  riskyAnswer,
})
const items = [item(1, '用工', 'no'), item(2, '用工', 'yes'), item(3, '用工', 'no'), item(4, '合同', 'yes')]

test.each([
  ['no', 'no', 'risk'],
  ['no', 'yes', 'safe'],
  ['yes', 'yes', 'risk'],
  ['yes', 'no', 'safe'],
  ['yes', 'unknown', 'open'],
  ['no', undefined, 'unanswered'],
] as const)('where %s is risky, the answer %s is: %s', (riskyAnswer, answer, verdict) => {
  expect(verdictOf({ riskyAnswer }, answer)).toBe(verdict)
})
test('what was not answered is counted by itself, since it is not safe', () => {
  expect(countVerdicts(items, { c1: 'no', c2: 'unknown' })).toEqual({
    risk: 1,
    open: 1,
    safe: 0,
    unanswered: 2,
  })
})
test('a lawyer is asked about risks and open points, area by area, by their numbers on the paper', () => {
  expect(questionsForLawyer(items, { c1: 'no', c2: 'unknown', c3: 'no', c4: 'no' })).toEqual([
    '用工：第1、3项有风险，以前留下的怎么补救，先办哪一件？第2项说不清，要看哪些材料才能弄明白？',
  ])
  expect(questionsForLawyer(items, { c1: 'yes', c2: 'no' })).toEqual([])
})
test('answers survive being kept', () => {
  const answers = { c1: 'yes', c4: 'unknown' } as const
  expect(parseAnswers(keepAnswers(answers), new Set(['c1', 'c4']))).toEqual(answers)
})
test.each([
  [null, {}],
  ['{', {}],
  ['null', {}],
  ['"yes"', {}],
  ['{"c1":"maybe","c4":"no","gone":"yes"}', { c4: 'no' }],
  ['{"__proto__":"yes","c1":"yes"}', { c1: 'yes' }],
])('what was kept as %j is read as %j: only answers to questions on the list', (text, answers) => {
  expect(parseAnswers(text, new Set(['c1', 'c4']))).toEqual(answers)
})
test('a clean result never says that the firm has no risk', () => {
  const clean = resultWords(items, { c1: 'yes', c2: 'no', c3: 'yes', c4: 'no' })
  expect(clean.summary).toContain('不等于没有别的风险')
  expect(clean.counts).toEqual(['▲ 有风险 0项', '○ 不清楚 0项', '● 没查出问题 4项'])
  expect(resultWords(items, { c1: 'unknown' }).summary).toContain('弄清楚')
  expect(resultWords(items, {}).summary).toContain('还没有答')
  expect(resultWords(items, { c1: 'no' }).counts.at(-1)).toBe('－ 没有回答 3项')
})
