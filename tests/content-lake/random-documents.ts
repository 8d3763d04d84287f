/** @file Random documents: drafts, versions, references to what is there or not, missing and odd values. */
import type { LakeDocument } from '../../content-lake/store/document.ts'
import type { Chance } from './chance.ts'

export const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'sys.one', 'sys.two'] as const
export const TYPES = ['law', 'mural', 'person', 'sanity.imageAsset', 'system.release'] as const
export const TEXTS = [
  '工资',
  '老板拖欠工资',
  'Law and order',
  'law',
  'a.b',
  'e.g. this',
  '',
  '12348',
  'b',
] as const

const PLACES = ['', '', '', 'drafts.', 'drafts.', 'versions.r1.', 'versions.r2.'] as const

export const randomId = (chance: Chance) => chance.pick(PLACES) + chance.pick(IDS)

export function randomDocument(chance: Chance, _id: string, revision: number): LakeDocument {
  const value = () => randomValue(chance)
  const minute = String(chance.below(12)).padStart(2, '0')
  const document: LakeDocument = {
    _id,
    _type: chance.pick(TYPES),
    _rev: `r${revision}`,
    _createdAt: '2026-01-01T00:00:00Z',
    _updatedAt: `2026-01-01T00:${minute}:00Z`,
  }
  const maybe = (name: string, make: () => unknown) => {
    if (chance.often(75)) document[name] = chance.often(85) ? make() : value()
  }
  maybe('n', () => chance.below(4))
  maybe('s', () => chance.pick(TEXTS))
  maybe('o', () => ({ x: chance.below(3), y: { z: chance.pick(TEXTS) }, date: 'd', constructor: 1 }))
  maybe('to', () => reference(chance))
  maybe('tags', () => listOf(chance, value))
  maybe('list', () =>
    listOf(chance, () => ({
      _key: `k${chance.below(99)}`,
      k: chance.below(3),
      ...(chance.often(50) ? reference(chance) : { inner: reference(chance), many: listOf(chance, value) }),
    })),
  )
  maybe('county', () => ({ _type: 'reference', _ref: chance.pick(['d1', 'd2']) }))
  maybe('dt', () => `2026-02-0${1 + chance.below(3)}T00:00:00Z`)
  maybe('body', () =>
    listOf(chance, () => ({
      _type: chance.pick(['block', 'image', 'block']),
      children: [{ _type: chance.pick(['span', 'span', 'link']), text: chance.pick(TEXTS) }],
    })),
  )
  if (_id.startsWith('versions.') && chance.often(20)) document['_system'] = { delete: true }
  return document
}

const listOf = (chance: Chance, make: () => unknown) => Array.from({ length: chance.below(4) }, make)

function reference(chance: Chance): Record<string, unknown> {
  const made: Record<string, unknown> = { _type: 'reference', _ref: randomId(chance) }
  if (chance.often(10)) made['_weak'] = true
  if (chance.often(5)) made['_dataset'] = 'other'
  if (chance.often(4)) made['_ref'] = chance.pick<unknown>([5, null, ''])
  if (chance.often(5)) made['inner'] = { _ref: chance.pick(IDS) }
  return made
}

/** Anything that JSON holds. */
export function randomValue(chance: Chance): unknown {
  return chance.pick<() => unknown>([
    () => null,
    () => chance.often(50),
    () => chance.below(4),
    () => -1.5,
    () => chance.pick(TEXTS),
    () => chance.pick(IDS),
    () => ({ x: chance.below(3) }),
    () => [chance.below(3), chance.pick(TEXTS), null],
  ])()
}
