/** @file The table of document types agrees with the Studio's schema and with what the site asks for. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { countyOwnedTypes, openTypes, typeRules } from '../../contracts/documents/kinds.ts'
import { schemaTypes } from '../../studio/schema/index.ts'

const documentTypes = schemaTypes({ now: () => 0 }).filter(({ type }) => type === 'document')

test('a type has a county here exactly when its form has one, or an editor could not be held to a county', () => {
  const inForms = documentTypes.filter(
    (type) => 'fields' in type && (type.fields ?? []).some(({ name }) => name === 'county'),
  )
  expect(inForms.map(({ name }) => name).sort()).toEqual([...countyOwnedTypes].sort())
  expect(documentTypes.map(({ name }) => name).sort()).toEqual(Object.keys(typeRules).sort())
})

test('open to all is what the site asks for, less what it shows in part only', () => {
  const folder = path.join(import.meta.dirname, '../../site/content')
  const words = readdirSync(folder).flatMap((file) =>
    [...readFileSync(path.join(folder, file), 'utf8').matchAll(/['"](\w+)['"]/g)].map(
      ([, word]) => word ?? '',
    ),
  )
  const asked = new Set(words.filter((word) => word in typeRules))
  for (const shownInPart of ['screen', 'errorReport']) expect(asked.delete(shownInPart)).toBe(true)
  expect([...asked].sort()).toEqual([...openTypes].sort())
})
