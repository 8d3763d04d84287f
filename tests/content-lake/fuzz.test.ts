/** @file Strange input by the thousand: the lake answers each, and stays what it was. `npm run soak -- fuzz` has more. */
import { expect, test } from 'vitest'
import { fuzzLoop } from './fuzz/loop.ts'

const INPUTS = 3_000

test('no input makes a 500, a wait beyond the limit, a cut connection or a document that a restart changes', async () => {
  const { sent, faults, answers } = await fuzzLoop(INPUTS, 1)
  expect(faults).toEqual([])
  expect(sent).toBe(INPUTS)
  // Inputs that are all refused at the door would prove little.
  for (const endpoint of ['query', 'mutate', 'actions', 'listen', 'upload', 'transform', 'history'])
    expect(answers[`${endpoint} 200`], endpoint).toBeGreaterThan(10)
}, 180_000)
