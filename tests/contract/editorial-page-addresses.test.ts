/** @file The desk finds the document of a reported page by the same addresses that the site gives. */
import { expect, test } from 'vitest'
import { addressTypes, pageAddress } from '../../contracts/editorial/page-addresses.ts'
import { addressedTypes, createAddresses } from '../../site/content/addresses.ts'
import type { LakeReader } from '../../site/content/lake.ts'

test('every page that the site gives a document leads back to that type and key', async () => {
  const rows = new Map<
    string,
    { id: string; key: string; title: string; updatedAt: string; recording: null }[]
  >()
  const lake = {
    readShared: ([type]: readonly string[]) => {
      const row = { id: `id-${type}`, key: `示例-${type}`, title: '示例', updatedAt: '', recording: null }
      rows.set(type ?? '', [row])
      return Promise.resolve(rows.get(type ?? ''))
    },
  } as unknown as LakeReader
  const documents = await createAddresses(lake).all()
  expect(documents.map(({ type }) => type).sort()).toEqual([...addressTypes].sort())
  expect([...addressedTypes].sort()).toEqual([...addressTypes].sort())
  for (const { path, type } of documents)
    expect(pageAddress(path)).toMatchObject({ type, key: `示例-${type}` })
})

test.each(['/questions', '/questions/', '/', '/search?q=x', '/papers/complaint', '/questions/%E0%A4%A'])(
  '%s is no page of a single document',
  (path) => expect(pageAddress(path)).toBeNull(),
)

test('what follows in an address does not hide the document', () => {
  expect(pageAddress('/laws/civil-code?from=wall#a-1079')).toEqual({
    type: 'law',
    field: 'slug',
    key: 'civil-code',
  })
})
