/** @file A listener's filter: the plain form must judge every document as groq-js does. */
import { evaluateSync, parse } from 'groq-js'
import { describe, expect, test } from 'vitest'
import { compileFilter } from '../../content-lake/query/filter.ts'
import type { LakeDocument } from '../../content-lake/store/document.ts'

const stamp = { _rev: 'r', _createdAt: '2026-01-01T00:00:00Z', _updatedAt: '2026-01-01T00:00:00Z' }
const documents: LakeDocument[] = [
  { _id: 'a', _type: 'law', title: 'x', ...stamp },
  { _id: 'drafts.a', _type: 'law', title: 'y', ...stamp },
  { _id: 'versions.r.a', _type: 'law', ...stamp },
  { _id: 'b', _type: 'mural', n: 1, ...stamp },
  { _id: 'drafts.b.c', _type: 'law', ...stamp },
]
const params = { id: 'a', ids: ['a', 'drafts.a'], type: 'law', none: null }

describe('a filter agrees with groq-js', () => {
  test.each([
    '*',
    '*[_id == $id]',
    '*[_id == $id || _id == "drafts.a"]',
    '*[_id in $ids]',
    '*[_id in []]',
    '*[_type == $type && title == "x"]',
    '*[_type == $type][title == "y"] | order(title) {title}',
    '*[_type in ["law", "mural"]]{_id}',
    '*[sanity::versionOf($id)]',
    '*[sanity::versionOf("b.c")]',
    '*[!(_id in path("drafts.**"))]',
    '*[n == 1]',
    '*[missing == $none]',
    '*[_id == $id][0]',
    'count(*[_type == "mural"]) > 0',
  ])('%s', (query) => {
    const filter = compileFilter(query, params)
    for (const document of documents) {
      const value: unknown = evaluateSync(parse(query, { params }), { dataset: [document], params }).data
      expect(filter(document), document._id).toBe(Array.isArray(value) ? value.length > 0 : Boolean(value))
    }
    expect(filter(null)).toBe(false)
  })

  test('a filter that cannot be evaluated chooses nothing, and harms nobody', () => {
    expect(documents.some(compileFilter('*[geo::distance(1, 2)]', {}))).toBe(false)
  })
})
