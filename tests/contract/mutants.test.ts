/** @file The rule table notices every rule that is broken on purpose, so no rule stands in it untested. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { parseCron, resolve } from '../../contracts/schedule/index.ts'
import { nextMatch } from '../../contracts/schedule/windows.ts'
import { long } from '../support/long.ts'
import { failingCases, type Rules } from '../support/schedules.ts'
import { mutants, type Mutant } from './mutants.ts'
import { table } from './table.ts'

const original = fileURLToPath(new URL('../../contracts/schedule/', import.meta.url))
const folder = mkdtempSync(path.join(tmpdir(), 'pufa-mutants-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function load(copy: string): Promise<Rules> {
  const importFrom = (file: string) =>
    import(/* @vite-ignore */ pathToFileURL(path.join(copy, file)).href) as Promise<Partial<Rules>>
  const [index, windows] = await Promise.all([importFrom('index.ts'), importFrom('windows.ts')])
  return { ...index, ...windows } as Rules
}

/** A copy of the rule with one text replaced. */
async function copyWith(
  { file, from, to }: Pick<Mutant, 'file' | 'from' | 'to'>,
  name: string,
): Promise<Rules> {
  const copy = path.join(folder, name, 'contracts', 'schedule')
  mkdirSync(copy, { recursive: true })
  cpSync(original, copy, { recursive: true })
  const source = readFileSync(path.join(copy, file), 'utf8')
  writeFileSync(
    path.join(copy, file),
    source.replace(from, () => to),
  )
  return load(copy)
}

/** All in the long form; else every third. */
const chosen = long ? mutants : mutants.filter((_mutant, at) => at % 3 === 0)

// A case that fails on the unbroken rule too proves nothing about a mutant.
const failingAnyway = new Set(failingCases({ resolve, parseCron, nextMatch }, table))

it('an unbroken copy answers as the original does, so a failing copy fails for its broken rule', async () => {
  const same = await copyWith({ file: 'why.ts', from: '', to: '' }, 'same')
  expect(failingCases(same, table)).toEqual([...failingAnyway])
})

describe('a rule that is broken on purpose fails the table', () => {
  for (const [index, mutant] of chosen.entries())
    it(`${mutant.breaks} (${mutant.file})`, async () => {
      const source = readFileSync(path.join(original, mutant.file), 'utf8')
      expect(source.split(mutant.from), `stands once in ${mutant.file}: ${mutant.from}`).toHaveLength(2)
      const failing = failingCases(await copyWith(mutant, String(index)), table)
      expect(failing.filter((name) => !failingAnyway.has(name))).not.toEqual([])
    })
})
