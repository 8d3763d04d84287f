/** @file `npm test`: the browser, ffmpeg, the builds, then every test. Arguments go to vitest. */
import { readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { ensureBrowser } from './browser.ts'
import { buildMissing } from './build.ts'
import { ensureFfmpeg } from './converter.ts'
import { worthSecondLook } from './second-look.ts'
import { runTool } from './tool.ts'

const root = join(import.meta.dirname, '../..')
const report = join(root, 'dist/tests.json')
const say = (line: string) => process.stdout.write(`${line}\n`)

async function runAll(): Promise<void> {
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  try {
    await runTool('vitest', ['run', ...reporters], { shown: true })
  } catch (error) {
    const again = worthSecondLook(JSON.parse(readFileSync(report, 'utf8')))
    if (again.length === 0) throw error
    const names = again.map((file) => relative(root, file)).join('、')
    say(`\n在浏览器里的 ${names} 没有通过，单独再跑一遍……`)
    await runTool('vitest', ['run', '--maxWorkers=1', ...again], { shown: true })
    say(`\n单独再跑都通过了。时过时不过也是毛病，请查一查：${names}`)
  }
}

try {
  await ensureBrowser(say)
  await ensureFfmpeg(say)
  await buildMissing(say)
  const chosen = process.argv.slice(2)
  await (chosen.length === 0 ? runAll() : runTool('vitest', ['run', ...chosen], { shown: true }))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
