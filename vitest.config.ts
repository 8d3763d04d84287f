/**
 * Three kinds of tests, one after the other: those of the parts; readers in a browser, and others who only
 * ask and wait; screens and Studio in a browser, two at a time with a program each (tests/support/lane.ts).
 */
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

// The program is started some sixty times, and half of each start is reading its modules.
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, 'dist/compile-cache')

const readers = ['resident', 'adviser', 'firm', 'bureau', 'pages', 'hostile', 'second'].map(
  (who) => `tests/e2e/${who}-*.test.ts`,
)
/** What is waited for comes when it comes: a busy machine is no fault. */
const patient = { poll: { timeout: 10_000 } }
const inBrowser = {
  expect: patient,
  globalSetup: ['tests/e2e/program.ts'],
  testTimeout: 120_000,
  hookTimeout: 120_000,
}

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'parts',
          sequence: { groupOrder: 0 },
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**'],
          expect: patient,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      { test: { ...inBrowser, name: 'readers', include: readers, sequence: { groupOrder: 1 } } },
      {
        test: {
          ...inBrowser,
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          exclude: readers,
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
    ],
    maxWorkers: 3,
    reporters: ['default'],
  },
})
