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
  { _id: 'c', _type: 'system.group', county: { _ref: 'x' }, ...stamp },
  { _id: 'd', _type: 'mural', county: { _ref: 'y' }, n: null, ...stamp },
  { _id: 'report.X', _type: 'mural', county: 'x', ...stamp },
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
    '*[_id in path("*")]',
    '*[_id in path("report.*") || _type in path("system.**")]',
    '*[county._ref == "x"]',
    '*[!(county._ref == "x")]',
    '*[!(county._ref == "x") && defined(county._ref)]',
    '*[!defined(county) || county._ref in ["y"]]',
    '*[!(_type in path("system.**")) && !(_type in ["law"] || _id in path("*"))]',
    '*[!(sanity::versionOf("b.c"))]',
    '*[title in path("x")]',
    '*[!(title in path("x"))]',
    '*[!(missing && true)]',
    '*[defined(constructor)]',
    '*[!defined(n)]',
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

  test('a dot in a path is a dot, or a published document could pass for a draft', () => {
    const named = (_id: string) => ({ _id, _type: 'law', ...stamp })
    for (const query of ['*[_id in path("drafts.**")]', '*[_id in path("drafts.**") && n != 2]']) {
      const filter = compileFilter(query, {})
      expect(
        ['drafts.a', 'drafts.a.b', 'drafts-a', 'draftsa', 'x.drafts.a'].map((id) => filter(named(id))),
      ).toEqual([true, true, false, false, false])
    }
  })

  test('a search chooses by the words of the document, so that a list of results is kept up', () => {
    const filter = compileFilter('*[_type == "law" && @ match text::query("x")]', {})
    expect(documents.filter(filter).map(({ _id }) => _id)).toEqual(['a'])
  })

  test('a filter that cannot be evaluated chooses nothing, and harms nobody', () => {
    expect(documents.some(compileFilter('*[geo::distance(1, 2)]', {}))).toBe(false)
  })
})
