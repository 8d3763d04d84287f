/** @file `npm test`: the browser, ffmpeg, the builds, then every test. Arguments go to vitest. */
import { ensureBrowser } from './browser.ts'
import { buildMissing } from './build.ts'
import { ensureFfmpeg } from './converter.ts'
import { runTool } from './tool.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

try {
  await ensureBrowser(say)
  await ensureFfmpeg(say)
  await buildMissing(say)
  await runTool('vitest', ['run', ...process.argv.slice(2)], { shown: true })
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
