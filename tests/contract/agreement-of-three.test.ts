/** @file The rule, a player and the endpoint name the same item and the same next change (`npm run soak -- agreement`). */
import { expect, it } from 'vitest'
import { agreementLoop } from './agreement-loop.ts'
import { long } from '../support/long.ts'

it(
  'whoever is asked what plays and until when gives one answer',
  async () => {
    const questions = long ? 10_000 : 300
    const { asked, sources, disagreements } = await agreementLoop(questions, 20_261_204)
    expect(disagreements).toEqual([])
    expect(asked).toBe(questions)
    // Random timetables that never come to these would prove nothing of them.
    for (const source of ['takeover', 'share', 'event', 'fallback', 'safe'])
      expect(sources[source], source).toBeGreaterThan(0)
  },
  long ? 1_800_000 : 120_000,
)
