/** @file Of what failed in the whole, only a few files of a browser are looked at twice, and all else has failed. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { worthSecondLook } from '../../scripts/run/second-look.ts'

const root = join(import.meta.dirname, '../..')
const reportOf = (...failed: readonly string[]) => ({
  testResults: [
    { name: '/x/tests/e2e/resident-reads.test.ts', status: 'passed' },
    ...failed.map((name) => ({ name, status: 'failed' })),
  ],
})

test('a few files of a browser are looked at again', () => {
  const files = ['/x/tests/e2e/clerk-publishes.test.ts', '/x/tests/signage-player/font.browser.test.ts']
  expect(worthSecondLook(reportOf(...files))).toEqual(files)
})

test.each([
  ['nothing failed in a test, so it was something else', reportOf()],
  ['a rule that needs no browser', reportOf('/x/tests/contract/caps.test.ts')],
  ['one of each', reportOf('/x/tests/e2e/a.test.ts', '/x/tests/contract/caps.test.ts')],
  ['too many for chance', reportOf(...['a', 'b', 'c', 'd'].map((name) => `/x/tests/e2e/${name}.test.ts`))],
])('%s: not', (_, report) => {
  expect(worthSecondLook(report)).toEqual([])
})

test('what vitest writes of a failed file is understood', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pufa-'))
  try {
    mkdirSync(join(folder, 'e2e'))
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    const file = (name: string, sum: number) =>
      writeFileSync(
        join(folder, `e2e/${name}.test.ts`),
        `import { expect, test } from 'vitest'\ntest('sum', () => expect(1 + 1).toBe(${sum}))\n`,
      )
    file('right', 2)
    file('wrong', 3)
    const vitest = join(root, 'node_modules/vitest/vitest.mjs')
    const args = [vitest, 'run', '--reporter=json', '--outputFile.json=report.json']
    const { VITEST: _, ...env } = process.env
    const { status } = spawnSync(process.execPath, args, { cwd: folder, env })
    expect(status).toBe(1)
    const report: unknown = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))
    const [found = '', ...others] = worthSecondLook(report)
    expect(found).toMatch(/e2e\/wrong\.test\.ts$/u)
    expect(others).toEqual([])
  } finally {
    rmSync(folder, { recursive: true })
  }
})
