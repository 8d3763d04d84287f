/**
 * Three kinds of tests, one after the other: those of the parts; readers in a browser, two at a time; screens
 * and Studio in a browser, one at a time, since what plays is held against the clock.
 */
import { defineConfig } from 'vitest/config'

const readers = ['resident', 'adviser', 'firm', 'bureau', 'pages'].map((who) => `tests/e2e/${who}-*.test.ts`)
const inBrowser = {
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
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
    maxWorkers: 2,
    reporters: ['default'],
  },
})
