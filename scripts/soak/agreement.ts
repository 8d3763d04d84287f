/** @file Asks the rule, a player and the endpoint the same random questions, and counts where they differ. */
import { agreementLoop } from '../../tests/contract/agreement-loop.ts'
import type { Soak } from './soak.ts'

export const agreementSoak: Soak = {
  name: 'agreement',
  title: '三方一致：随机的排期和时刻，规则本身、播放器、查询接口要说出同一条内容和同一个下次切换',
  options: {
    questions: { title: '问几次', byDefault: 10_000 },
    seed: { title: '随机数的种子', byDefault: 1 },
  },
  async run({ questions = 10_000, seed = 1 }, say) {
    const began = performance.now()
    const { asked, sources, disagreements } = await agreementLoop(questions, seed, (report) =>
      say(`  问了 ${report.asked}/${questions} 次，不一致 ${report.disagreements.length}`),
    )
    for (const line of disagreements.slice(0, 20)) say(`  ${line}`)
    const kinds = Object.entries(sources).map(([source, count]) => `${source} ${count}`)
    const seconds = Math.round((performance.now() - began) / 1_000)
    return {
      passed: asked === questions && disagreements.length === 0,
      line: `问了 ${asked} 次（${kinds.join('，')}），不一致 ${disagreements.length}，用时 ${seconds} 秒`,
    }
  },
}
