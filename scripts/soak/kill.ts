/** @file Cuts the power of a content lake under mixed load at random moments, and counts what was lost. */
import { killLoop } from '../../tests/content-lake/kill-loop.ts'
import type { Soak } from './soak.ts'

const roundsBetweenLines = 25

export const killSoak: Soak = {
  name: 'kill',
  title:
    '反复断电：几个客户端同时编辑、发布、上传、删除时用 kill -9 结束内容库，逐条核对已确认的改动，并整个体检',
  options: { rounds: { title: '断电几次', byDefault: 1_000 } },
  async run({ rounds = 1_000 }, say) {
    const began = performance.now()
    const report = await killLoop(rounds, ({ kills, acknowledged, lost, halves, faults }) => {
      if (kills % roundsBetweenLines === 0)
        say(
          `  断电 ${kills}/${rounds} 次，已确认 ${acknowledged} 条，丢失 ${lost.length}，只写进一半 ${halves.length}，其他问题 ${faults.length}`,
        )
    })
    const { kills, acknowledged, uploads, whileOpening, lost, halves, faults } = report
    for (const line of [...lost, ...halves, ...faults].slice(0, 20)) say(`  ${line}`)
    const seconds = Math.round((performance.now() - began) / 1_000)
    const isClean = lost.length + halves.length + faults.length === 0
    return {
      passed: kills === rounds && acknowledged > 0 && isClean,
      line: `断电 ${kills} 次（其中 ${whileOpening} 次在启动途中），已确认 ${acknowledged} 条，上传 ${uploads} 个，丢失 ${lost.length}，只写进一半 ${halves.length}，其他问题 ${faults.length}，用时 ${seconds} 秒`,
    }
  },
}
