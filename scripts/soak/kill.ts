/** @file Cuts the power of a writing content lake at random moments, and counts what was acknowledged and lost. */
import { killLoop } from '../../tests/content-lake/kill-loop.ts'
import type { Soak } from './soak.ts'

const roundsBetweenLines = 20

export const killSoak: Soak = {
  name: 'kill',
  title: '反复断电：内容库正在写入时用 kill -9 结束它，重新打开后逐条核对已确认的写入',
  options: { rounds: { title: '断电几次', byDefault: 200 } },
  async run({ rounds = 200 }, say) {
    const began = performance.now()
    const { kills, acknowledged, lost, torn, faults } = await killLoop(rounds, (report) => {
      if (report.kills % roundsBetweenLines === 0)
        say(
          `  断电 ${report.kills}/${rounds} 次，已确认 ${report.acknowledged} 条，丢失 ${report.lost.length}`,
        )
    })
    const seconds = Math.round((performance.now() - began) / 1_000)
    const passed =
      kills === rounds && acknowledged > 0 && lost.length === 0 && torn === 0 && faults.length === 0
    const counts = `断电 ${kills} 次，已确认 ${acknowledged} 条，丢失 ${lost.length}，只写进一半的事务 ${torn}，数据库损坏 ${faults.length}`
    return { passed, line: `${counts}，用时 ${seconds} 秒` }
  },
}
