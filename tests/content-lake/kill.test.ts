/** @file An acknowledged write survives kill -9 at any moment. `npm run soak -- kill` tries it a thousand times. */
import { expect, test } from 'vitest'
import { killLoop } from './kill-loop.ts'

const KILLS = 8

test(
  'what was acknowledged is there after kill -9, and nothing half, because the next thing may be a power cut',
  async () => {
    const report = await killLoop(KILLS)
    expect(report).toMatchObject({ kills: KILLS, lost: [], halves: [], faults: [] })
    expect(report.acknowledged).toBeGreaterThan(KILLS)
  },
  KILLS * 15_000,
)
