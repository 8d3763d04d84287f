/**
 * Three kinds of tests: those of the parts, and those that drive the whole program in a browser. Of these,
 * the readers' run beside the others, since they share nothing with screens and the Studio.
 */
import { defineConfig } from 'vitest/config'

const readers = ['resident', 'adviser', 'firm', 'bureau', 'pages'].map((who) => `tests/e2e/${who}-*.test.ts`)
const inBrowser = {
  globalSetup: ['tests/e2e/program.ts'],
  fileParallelism: false,
  testTimeout: 120_000,
  hookTimeout: 120_000,
}

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'parts',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      { test: { ...inBrowser, name: 'readers', include: readers } },
      { test: { ...inBrowser, name: 'e2e', include: ['tests/e2e/**/*.test.ts'], exclude: readers } },
    ],
    maxWorkers: 2,
    reporters: ['default'],
  },
})
