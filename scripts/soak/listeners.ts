/** @file `npm run soak -- listeners`: thousands who listen while documents are changed. */
import { listenersLoop } from '../../tests/content-lake/listeners-loop.ts'
import type { Soak } from './soak.ts'

const middle = (sorted: readonly number[]) => Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0)
const last = (sorted: readonly number[]) => Math.round(sorted.at(-1) ?? 0)

export const listenersSoak: Soak = {
  name: 'listeners',
  title: '很多人同时监听：每个改动都要送到每一个监听者，不漏、不重、不乱序',
  options: {
    listeners: { title: '多少个监听者', byDefault: 2_000 },
    commits: { title: '改动几次', byDefault: 50 },
  },
  async run({ listeners = 2_000, commits = 50 }) {
    const { wrong, delaysMs, commitsMs, residentBytes, ...asked } = await listenersLoop(listeners, commits)
    return {
      passed: wrong === 0 && asked.listeners === listeners,
      line: [
        `${asked.listeners} 个监听者，改动 ${asked.commits} 次，听错的 ${wrong} 个`,
        `提交得到回答：中位 ${middle(commitsMs)} ms，最慢 ${last(commitsMs)} ms`,
        `最后一个听到：中位 ${middle(delaysMs)} ms，最慢 ${last(delaysMs)} ms`,
        `内存增加 ${Math.round(residentBytes / 1e6)} MB（两端在同一进程）`,
      ].join('；'),
    }
  },
}
