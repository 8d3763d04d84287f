/**
 * @file `npm run soak -- player`: every test of the player in a browser in its long form: fifty power cuts,
 * and the waits that are too long for `npm test`.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Soak } from './soak.ts'

const root = join(import.meta.dirname, '../..')

function run(environment: NodeJS.ProcessEnv): Promise<number> {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const words = [vitest, 'run', '--project', 'parts', 'tests/signage-player']
  const child = spawn(process.execPath, words, { cwd: root, stdio: 'inherit', env: environment })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

export const playerSoak: Soak = {
  name: 'player',
  title: '播放器在真浏览器里的全部测试，长的那一种：断电五十次、画面停住、直播中断和恢复',
  options: {},
  async run() {
    const code = await run({ ...process.env, SOAK: '1' })
    return { passed: code === 0, line: code === 0 ? '全部通过' : '有没通过的，见上' }
  },
}
