/** @file Soaks that are tests in their long form: the same files that `npm test` runs, with `SOAK=1` set. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Soak } from './soak.ts'

const root = join(import.meta.dirname, '../..')

function run(words: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const child = spawn(process.execPath, [vitest, 'run', ...words], {
    cwd: root,
    stdio: 'inherit',
    env: environment,
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

interface LongTests {
  name: string
  title: string
  /** Of `vitest.config.ts`. */
  project: 'parts' | 'readers' | 'e2e'
  /** Paths of test files, or how they begin. */
  files: readonly string[]
}

const soakOf = ({ name, title, project, files }: LongTests): Soak => ({
  name,
  title,
  options: {},
  async run(_options, say) {
    // Whoever starts the whole program needs all of it built; the builders are large, and asked for only then.
    if (project !== 'parts') await (await import('../run/build.ts')).buildMissing(say)
    const code = await run(['--project', project, ...files], { ...process.env, SOAK: '1' })
    return { passed: code === 0, line: code === 0 ? '全部通过' : '有没通过的，见上' }
  },
})

export const playerSoak = soakOf({
  name: 'player',
  title: '播放器在真浏览器里的全部测试，长的那一种：断电五十次、画面停住、直播中断和恢复',
  project: 'parts',
  files: ['tests/signage-player'],
})

export const pagesSoak = soakOf({
  name: 'pages',
  title: '网站每一种页面和工具，手机、大字版、电脑三种样子都做无障碍检查，每种宽度都重新打开',
  project: 'readers',
  files: ['tests/e2e/pages-are', 'tests/e2e/resident-', 'tests/e2e/adviser-', 'tests/e2e/firm-'],
})

export const walksSoak = soakOf({
  name: 'walks',
  title: '四份使用指南从头走到尾；标语、问答、通知、排期各由四个人走完一生',
  project: 'e2e',
  files: ['tests/e2e/guides-are-walked', 'tests/e2e/four-people'],
})

export const studioSoak = soakOf({
  name: 'studio',
  title: '编辑台每一个单子、每一张空表都打开看有没有英文；慢电脑上连按十次发布，一次不丢',
  project: 'e2e',
  files: ['tests/e2e/studio-speaks-chinese', 'tests/e2e/clerk-presses-at-once'],
})

export const rulesSoak = soakOf({
  name: 'rules',
  title: '排期规则故意改坏几十处，每一处都要有用例发现',
  project: 'parts',
  files: ['tests/contract/mutants'],
})

export const outageSoak = soakOf({
  name: 'outage',
  title: '断网一小时：屏按排期一条不差地播，恢复后每次播放只补报一次',
  project: 'e2e',
  files: ['tests/e2e/screen-plays-without-server'],
})
