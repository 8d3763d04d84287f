/** @file `npm run check`: types of all TypeScript and Astro files. */
import { runTool } from './tool.ts'

try {
  await runTool('astro', ['sync'])
  await runTool('tsc', ['-p', '.', '--noEmit'], { shown: true, packageName: 'typescript' })
  await runTool('astro', ['check', '--minimumSeverity', 'error'], { shown: true })
} catch {
  process.exitCode = 1
}
