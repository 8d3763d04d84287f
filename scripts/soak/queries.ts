/** @file Asks the lake and plain groq-js the same random questions, and counts where they differ. */
import { queryLoop } from '../../tests/content-lake/query-loop.ts'
import type { Soak } from './soak.ts'

export const queriesSoak: Soak = {
  name: 'queries',
  title: '查询两方一致：随机的文档、改动和 GROQ，用索引的答案要与 groq-js 逐份看过的一样，留存的答案不许过时',
  options: {
    questions: { title: '问几次', byDefault: 100_000 },
    seed: { title: '随机数的种子', byDefault: 1 },
  },
  async run({ questions = 100_000, seed = 1 }, say) {
    const began = performance.now()
    let told = 0
    const { asked, telling, fromCache, changed, differences } = await queryLoop(questions, seed, (report) => {
      if (report.asked < told) return
      told += 5000
      say(`  问了 ${report.asked}/${questions} 次，不一致 ${report.differences.length}`)
    })
    for (const line of differences.slice(0, 20)) say(`  ${line}`)
    const seconds = Math.round((performance.now() - began) / 1000)
    return {
      passed: asked === questions && differences.length === 0,
      line: `问了 ${asked} 次（有内容的 ${telling}，留存的答案 ${fromCache}，答案变了 ${changed}），不一致 ${differences.length}，用时 ${seconds} 秒`,
    }
  },
}
