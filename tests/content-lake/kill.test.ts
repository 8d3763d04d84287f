/** @file An acknowledged write survives kill -9 at any moment. `KILLS` sets how often it is tried. */
import { expect, test } from 'vitest'
import { killLoop } from './kill-loop.ts'

const KILLS = Number(process.env['KILLS'] ?? 20)

test(
  'what was acknowledged is there after kill -9, whole, because the next thing may be a power cut',
  async () => {
    const report = await killLoop(KILLS)
    expect(report).toMatchObject({ kills: KILLS, lost: [], torn: 0, faults: [] })
    expect(report.acknowledged).toBeGreaterThan(KILLS)
  },
  KILLS * 10_000,
)
