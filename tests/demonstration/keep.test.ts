/** @file Which demonstration documents stay when the demonstration is removed. */
import { expect, test } from 'vitest'
import type { DemoDocument } from '../../demonstration/content.ts'
import { documentsToKeep, type Findings } from '../../demonstration/keep.ts'
import { markersIn, parseMarker, withAssets } from '../../demonstration/references.ts'

const sha1 = 'a'.repeat(40)
const hashOf = () => sha1
const reference = (id: string) => ({ _type: 'reference', _ref: id })

const county: DemoDocument = { _id: 'county-1', _type: 'county', title: '甲县' }
const village: DemoDocument = {
  _id: 'village-1',
  _type: 'village',
  title: '甲村',
  county: reference('county-1'),
}
const mural: DemoDocument = {
  _id: 'mural-1',
  _type: 'mural',
  title: '墙画',
  village: reference('village-1'),
  picture: { _type: 'image', alt: '画', _sanityAsset: 'image@pictures/murals/a.webp' },
}
const content = [county, village, mural]
const system = { _rev: 'r', _createdAt: '2026-11-22T00:00:00Z', _updatedAt: '2026-11-22T00:00:00Z' }

const storedMural = (hash = sha1): DemoDocument => ({
  ...mural,
  ...system,
  picture: { _type: 'image', alt: '画', asset: reference(`image-${hash}-8x8-webp`) },
})

function kept(given: Partial<Findings>, ...changed: DemoDocument[]) {
  const stored = new Map(
    [{ ...county, ...system }, { ...village, ...system }, storedMural(), ...changed].map((d) => [d._id, d]),
  )
  const findings = { content, stored, copies: [], own: [], evenChanged: false, ...given }
  return documentsToKeep(findings, hashOf)
}

test('nothing stays when nobody has touched it, since a load leaves only system fields', () => {
  expect(kept({})).toEqual([])
})

test('a changed document stays with what it needs, since the work of an editor is not ours to delete', () => {
  const found = kept({}, { ...village, ...system, title: '乙村' })
  expect(found.map(({ id }) => id)).toEqual(['village-1', 'county-1'])
  expect(found[1]?.reason).toContain('乙村')
})

test('another picture is a change, since assets are compared by their bytes', () => {
  expect(kept({}, storedMural('b'.repeat(40))).map(({ id }) => id)).toContain('mural-1')
})

test('a changed document goes when the caller asks for it', () => {
  expect(kept({ evenChanged: true }, { ...village, ...system, title: '乙村' })).toEqual([])
})

test('a draft keeps its document and what the draft refers to', () => {
  const draft = { ...county, _id: 'drafts.county-1', main: reference('village-1') }
  expect(kept({ copies: [draft] }).map(({ id }) => id)).toEqual(['county-1', 'village-1'])
})

test("the bureau's own document keeps what it refers to strongly, whatever the caller asks", () => {
  const own = { _id: 'news-1', _type: 'newsItem', title: '本县新闻', county: reference('county-1') }
  const found = kept({ own: [own], evenChanged: true })
  expect(found).toEqual([{ id: 'county-1', title: '甲县', reason: expect.stringContaining('本县新闻') }])
})

test('a weak reference keeps nothing, since its target may go', () => {
  const weak = { ...reference('county-1'), _weak: true }
  expect(kept({ own: [{ _id: 'news-1', _type: 'newsItem', county: weak }] })).toEqual([])
})

test('a path becomes the asset the lake holds, and leaves no trace of the path', () => {
  const document = withAssets(mural, (marker) => reference(marker === markersIn(mural)[0] ? 'image-x' : ''))
  expect(document).toEqual({
    ...mural,
    picture: { _type: 'image', alt: '画', asset: reference('image-x') },
  })
})

test.each(['image@../secret.webp', 'image@pictures/../../a.webp', 'video@videos/a.mp4', 'pictures/a.webp'])(
  'the path %s is refused, since only the demonstration’s own folders are read',
  (marker) => {
    expect(parseMarker(marker)).toBeNull()
  },
)
