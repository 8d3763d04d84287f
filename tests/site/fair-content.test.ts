/** @file The demonstration's quiz questions and check-up items: enough, spread, and cited. */
import { expect, test } from 'vitest'
import { readContent } from '../../demonstration/content.ts'
import { sectorCounts } from '../../site/fair/sectors.ts'
import type { CheckupItem, QuizQuestion } from '../../contracts/documents/practice.ts'

const documents = readContent().flatMap((file) => file.documents) as unknown as readonly { _type: string }[]
const isQuiz = (document: { _type: string }): document is QuizQuestion => document._type === 'quizQuestion'
const isItem = (document: { _type: string }): document is CheckupItem => document._type === 'checkupItem'
const quiz = documents.filter(isQuiz)
const items = documents.filter(isItem)

test('there are eighty questions of thirty-two topics, and more topics than the largest wheel has sectors', () => {
  expect(quiz.length).toBeGreaterThanOrEqual(80)
  const topics = new Set(quiz.flatMap(({ topics: own }) => own.map(({ _ref }) => _ref)))
  expect(topics.size).toBeGreaterThanOrEqual(32)
  expect(topics.size).toBeGreaterThan(Math.max(...sectorCounts))
})
test('right answers are spread over the places, since else the place gives them away', () => {
  const three = quiz.filter(({ choices }) => choices.length >= 3)
  for (const place of [1, 2, 3]) {
    const share = three.filter(({ answer }) => answer === place).length / three.length
    expect(share, `place ${place}`).toBeGreaterThan(0.25)
    expect(share, `place ${place}`).toBeLessThan(0.4)
  }
})
test('the right answer is not given away by being the longest', () => {
  const longest = quiz.filter(({ choices, answer }) => {
    const right = choices[answer - 1]?.length ?? 0
    return choices.every((choice, index) => index === answer - 1 || choice.length < right)
  })
  expect(longest.length / quiz.length).toBeLessThan(0.5)
})
test('every question has two to four different choices, a right one among them, and an article', () => {
  const faults = quiz.filter(
    ({ choices, answer, citations = [] }) =>
      choices.length < 2 ||
      choices.length > 4 ||
      new Set(choices).size !== choices.length ||
      answer > choices.length ||
      citations.length === 0,
  )
  expect(faults.map(({ _id }) => _id)).toEqual([])
})
test('the check-up has thirty items in six to eight areas, numbered through, each with an article', () => {
  expect(items.length).toBeGreaterThanOrEqual(30)
  const areas = new Set(items.map(({ area }) => area)).size
  expect(areas >= 6 && areas <= 8).toBe(true)
  expect(items.map(({ order }) => order)).toEqual(items.map((_, index) => index + 1))
  expect(items.filter(({ citations = [] }) => citations.length === 0)).toEqual([])
})
