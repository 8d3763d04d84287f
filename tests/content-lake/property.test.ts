/** @file Answers by index are those of plain groq-js, whatever is asked of whatever documents. */
import { expect, test } from 'vitest'
import { queryLoop } from './query-loop.ts'

const QUESTIONS = 5000

test('an answer by index is that of plain groq-js over what the party may see, and stands until it changes', async () => {
  const { asked, telling, fromCache, changed, differences } = await queryLoop(QUESTIONS, 20_261_122)
  expect(differences.slice(0, 10)).toEqual([])
  expect(asked).toBe(QUESTIONS)
  expect(telling).toBeGreaterThan(QUESTIONS / 3)
  expect(fromCache).toBeGreaterThan(100)
  expect(changed).toBeGreaterThan(100)
})
