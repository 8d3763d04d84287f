/** @file Transactions of the demonstration's loader. */
import { expect, test } from 'vitest'
import { readContent, type DemoDocument } from '../../demonstration/content.ts'
import { transactions } from '../../demonstration/order.ts'
import { strongReferencesIn } from '../../demonstration/references.ts'

const document = (id: string, ...targets: string[]): DemoDocument => ({
  _id: id,
  _type: 'topic',
  related: targets.map((target) => ({ _type: 'reference', _ref: target })),
})

const ids = (batches: readonly (readonly DemoDocument[])[]) =>
  batches.map((batch) => batch.map(({ _id }) => _id))

test('a document comes after those it refers to, since the lake refuses an open reference', () => {
  const batches = transactions([document('c', 'b'), document('b', 'a'), document('a')], 1)
  expect(ids(batches)).toEqual([['a'], ['b'], ['c']])
})

test('a ring shares one transaction, even one that is longer than the limit', () => {
  const batches = transactions([document('a', 'b'), document('b', 'c'), document('c', 'a')], 2)
  expect(batches.map((batch) => batch.length)).toEqual([3])
})

test('a ring and a document beside it are parted at the limit', () => {
  const batches = transactions([document('a', 'b'), document('b', 'a'), document('c')], 2)
  expect(ids(batches)).toEqual([['b', 'a'], ['c']].map((batch) => expect.arrayContaining(batch)))
})

test('a weak reference asks for no order, since it may stay open', () => {
  const weak = { ...document('a'), other: { _type: 'reference', _ref: 'b', _weak: true } }
  expect(ids(transactions([weak, document('b', 'a')], 1))).toEqual([['a'], ['b']])
})

test('the whole content splits into transactions of a hundred without an open reference', () => {
  const documents = readContent().flatMap((file) => file.documents)
  const known = new Set(documents.map(({ _id }) => _id))
  const committed = new Set<string>()
  const batches = transactions(documents, 100)
  for (const batch of batches) {
    for (const { _id } of batch) committed.add(_id)
    const open = batch
      .flatMap((entry) => [...strongReferencesIn(entry)])
      .filter((id) => known.has(id) && !committed.has(id))
    expect(open).toEqual([])
    expect(batch.length).toBeLessThanOrEqual(100)
  }
  expect(committed).toEqual(known)
})
