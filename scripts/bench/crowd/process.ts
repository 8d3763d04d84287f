/** @file A crowd of simulated players in a process of its own, so that it takes no time from what is measured. */
import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { CrowdOrder, CrowdReport } from './orders.ts'

export interface Crowd {
  /** Carries out one order after the other. @throws Error with what the crowd says of a failure */
  ask(order: CrowdOrder): Promise<CrowdReport>
  end(): Promise<void>
}

export async function startCrowd(): Promise<Crowd> {
  const child = fork(join(import.meta.dirname, 'crowd.ts'), {
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const answer = (): Promise<CrowdReport> =>
    new Promise((resolve, reject) => {
      const heard = (report: CrowdReport): void => {
        child.off('exit', left)
        if (report.type === 'failed') reject(new Error(`模拟播放器出错：${report.why}`))
        else resolve(report)
      }
      const left = (code: number | null): void => {
        child.off('message', heard)
        reject(new Error(`模拟播放器的进程退出了（${code}）`))
      }
      child.once('message', heard)
      child.once('exit', left)
    })
  await answer()
  return {
    ask(order) {
      const answered = answer()
      child.send(order)
      return answered
    },
    async end() {
      child.send({ type: 'end' } satisfies CrowdOrder)
      await ended
    },
  }
}
