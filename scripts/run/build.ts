/**
 * @file Builds what is missing or older than its sources: Studio, site, player.
 *
 * Each build keeps the hash of its inputs beside it; an unchanged part is not built again.
 */
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildPlayer } from '../../signage-player/build.ts'
import { buildStudio } from '../../studio/build.ts'
import { runTool } from './tool.ts'

const root = join(import.meta.dirname, '../..')
const dist = join(root, 'dist')

interface Build {
  name: string
  title: string
  inputs: readonly string[]
  run(): Promise<unknown>
}

const builds: readonly Build[] = [
  {
    name: 'player',
    title: '播放器',
    inputs: ['signage-player/**/*', 'contracts/**/*', 'vite.player.config.ts'],
    run: () => buildPlayer(join(dist, 'player')),
  },
  {
    name: 'site',
    title: '公众网站',
    inputs: ['site/**/*', 'contracts/**/*', 'astro.config.mjs'],
    run: () => runTool('astro', ['build', '--silent']),
  },
  {
    name: 'studio',
    title: '编辑台',
    inputs: ['studio/**/*', 'contracts/**/*', 'sanity.config.ts', 'sanity.cli.ts'],
    run: () => buildStudio(join(dist, 'studio')),
  },
]

function hashOf(inputs: readonly string[]): string {
  const hash = createHash('sha256')
  const files = globSync(['package-lock.json', ...inputs], { cwd: root }).sort()
  for (const file of files) {
    if (!statSync(join(root, file)).isFile()) continue
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
  }
  return hash.digest('hex')
}

/** @throws when a build fails; what was built before stays */
export async function buildMissing(say: (line: string) => void): Promise<void> {
  mkdirSync(dist, { recursive: true })
  for (const { name, title, inputs, run } of builds) {
    const stamp = join(dist, `${name}.inputs`)
    const hash = hashOf(inputs)
    if (existsSync(stamp) && existsSync(join(dist, name)) && readFileSync(stamp, 'utf8') === hash) continue
    say(`正在生成${title}……`)
    rmSync(stamp, { force: true })
    await run()
    writeFileSync(stamp, hash)
  }
}
