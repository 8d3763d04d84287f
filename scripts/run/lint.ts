/** @file `npm run lint`: style rules, the form of the files, and the direction of imports. */
import { runTool } from './tool.ts'

const steps = [
  () => runTool('eslint', ['.', '--max-warnings', '0'], { shown: true }),
  () =>
    runTool('depcruise', ['--config', 'dependency-rules.cjs', '--output-type', 'err', ...roots], {
      shown: true,
      packageName: 'dependency-cruiser',
    }),
  () => runTool('prettier', ['--check', '--log-level', 'warn', '.'], { shown: true }),
]
const roots = [
  'main.ts',
  'server',
  'contracts',
  'content-lake',
  'hosted',
  'studio',
  'site',
  'scheduler',
  'signage-player',
  'demonstration',
  'scripts',
  'tests',
]

for (const step of steps) {
  try {
    await step()
  } catch {
    process.exitCode = 1
  }
}
