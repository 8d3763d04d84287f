/** @file The error tables of docs/errors.md are the registries, word for word. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { errorsPage, registries } from '../../scripts/docs/errors-page.ts'

const page = join(import.meta.dirname, '../../docs/errors.md')

test('docs/errors.md lists every error with its status, sentence and remedy, so that a clerk can look it up', () => {
  expect(readFileSync(page, 'utf8')).toBe(errorsPage())
})

test('a code is used once, so that it names one thing', () => {
  const codes = registries.flatMap(({ entries }) => Object.keys(entries))
  expect(new Set(codes).size).toBe(codes.length)
})

test('every error says in Chinese what happened and what to do', () => {
  for (const { entries } of registries)
    for (const [code, { message, remedy, status }] of Object.entries(entries)) {
      expect(message, code).toMatch(/[\u4e00-\u9fff]/)
      expect(remedy, code).toMatch(/[\u4e00-\u9fff]/)
      expect(status, code).toBeGreaterThanOrEqual(400)
    }
})
