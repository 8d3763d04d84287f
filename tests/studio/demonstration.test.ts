/** @file The demonstration content passes the Studio's own rules, or a clerk could not publish a change to it. */
import { expect, test } from 'vitest'
import { readContent } from '../../demonstration/content.ts'
import { withAssets } from '../../demonstration/references.ts'
import { problemsIn, type Draft } from './validating.ts'

const documents = readContent().flatMap((file) => file.documents)
const types = [...new Set(documents.map(({ _type }) => _type))]

test.each(types)('every %s of the demonstration can be published as it is', async (type) => {
  const problems: string[] = []
  for (const document of documents.filter(({ _type }) => _type === type)) {
    const loaded = withAssets(document, () => ({ _type: 'reference', _ref: 'image-x-8x8-webp' }))
    for (const { level, path, message } of await problemsIn(loaded as Draft))
      if (level === 'error') problems.push(`${document._id} ${path}: ${message}`)
  }
  expect(problems).toEqual([])
})
