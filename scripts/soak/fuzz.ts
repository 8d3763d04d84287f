/** @file `npm run soak -- fuzz`: strange requests by the hundred thousand, and what the lake answered to them. */
import { fuzzLoop, type FuzzReport } from '../../tests/content-lake/fuzz/loop.ts'
import type { Soak } from './soak.ts'

const inputsBetweenLines = 5_000
const faultsShown = 20

/** `query`：`200` 3744，`400` 4172 … one line an endpoint. */
function byEndpoint({ answers }: FuzzReport): string[] {
  const lines = new Map<string, string[]>()
  for (const [key, count] of Object.entries(answers).sort()) {
    const [endpoint = '', status = ''] = key.split(' ')
    lines.set(endpoint, [...(lines.get(endpoint) ?? []), `${status} × ${count}`])
  }
  return [...lines].map(([endpoint, statuses]) => `  ${endpoint.padEnd(10)}${statuses.join('，')}`)
}

export const fuzzSoak: Soak = {
  name: 'fuzz',
  title: '怪异输入：随机的查询、改动、操作、监听、上传和图片参数，内容库要逐个如实回答',
  options: {
    inputs: { title: '多少个', byDefault: 100_000 },
    seed: { title: '第一个输入的种子', byDefault: 1 },
  },
  async run({ inputs = 100_000, seed = 1 }, say) {
    const began = performance.now()
    const report = await fuzzLoop(inputs, seed, ({ sent, faults, residentBytes }) => {
      if (sent % inputsBetweenLines === 0)
        say(`  ${sent}/${inputs}，不该有的 ${faults.length}，内存 ${Math.round(residentBytes / 1e6)} MB`)
    })
    for (const line of byEndpoint(report)) say(line)
    for (const fault of report.faults.slice(0, faultsShown)) say(`  ${fault}`)
    const { sent, faults, slowestMs, residentBytes } = report
    const seconds = Math.round((performance.now() - began) / 1_000)
    return {
      passed: sent === inputs && faults.length === 0,
      line: `发出 ${sent} 个，不该有的回答 ${faults.length}，最慢 ${Math.round(slowestMs)} ms，内存最多 ${Math.round(residentBytes / 1e6)} MB，用时 ${seconds} 秒`,
    }
  },
}
