/** @file Seals and marks: what the server made it knows again, and nothing else passes for it. */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openReviewKey } from '../../hosted/key.ts'
import { contentHash, makeSeal, markedTrail, ownTrail, validSeals } from '../../hosted/seal.ts'
import type { Trail } from '../../contracts/review/rule.ts'

const key = randomBytes(32)
const hash = 'a'.repeat(64)
const approved = { hash, at: '2026-11-22T08:00:00.000Z', isExtra: false }
const seal = makeSeal(key, 'slogan-a', approved)

const trail: Trail = {
  ...{ subject: 'slogan-a', subjectType: 'slogan', title: '字', state: 'open', awaits: 'first' },
  ...{ authors: ['p-a'], approvedBy: [], since: approved.at, publishes: true, owes: false, steps: [] },
}

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'pufa-key-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

test('a seal holds for its content, its words, its instant and its key alone', () => {
  expect(validSeals(key, 'slogan-a', [seal])).toEqual([seal])
  expect(validSeals(key, 'slogan-b', [seal]), 'another content').toEqual([])
  expect(validSeals(randomBytes(32), 'slogan-a', [seal]), 'another key').toEqual([])
  for (const change of [
    { hash: 'b'.repeat(64) },
    { at: '2026-11-23T08:00:00.000Z' },
    { isExtra: true },
    { seal: seal.seal.replace(/^./, (first) => (first === '0' ? '1' : '0')) },
    { seal: seal.seal.slice(1) },
    { seal: '' },
    { hash: `${hash}\n${approved.at}` },
    { at: `${approved.at}\nextra` },
  ])
    expect(validSeals(key, 'slogan-a', [{ ...seal, ...change }]), JSON.stringify(change)).toEqual([])
})

test('whatever else an editor writes in the place of seals is passed over', () => {
  for (const told of [null, undefined, 'x', {}, [null], ['x'], [[]], [{}], { 0: seal, length: 1 }])
    expect(validSeals(key, 'slogan-a', told), JSON.stringify(told)).toEqual([])
  const many = [...Array.from({ length: 50 }, () => ({ ...seal, seal: 'x' })), seal]
  expect(validSeals(key, 'slogan-a', many), 'only the first three are looked at').toEqual([])
})

test('a trail that anybody touched is not the server’s, one that a service handed back is', () => {
  const marked = markedTrail(key, trail, 4)
  const stored = { ...marked, _id: 'review.slogan-a', _type: 'review', _rev: 'r', _updatedAt: 'u' }
  expect(ownTrail(key, 'slogan-a', stored)).toEqual(marked)
  const { awaits: _, ...withoutNull } = { ...markedTrail(key, { ...trail, awaits: null }, 4) }
  expect(ownTrail(key, 'slogan-a', withoutNull), 'a null left out').not.toBeNull()
  for (const change of [
    { awaits: 'final' },
    { authors: [] },
    { approvedBy: ['p-b'] },
    { serial: 5 },
    { state: 'approved' },
    { extra: 1 },
    { mark: undefined },
  ])
    expect(ownTrail(key, 'slogan-a', { ...stored, ...change }), JSON.stringify(change)).toBeNull()
  expect(ownTrail(key, 'slogan-b', stored), 'moved to another content').toBeNull()
  expect(ownTrail(randomBytes(32), 'slogan-a', stored)).toBeNull()
})

test('a hash follows the words and the bytes of pictures, not the place or the revision', () => {
  const picture = { _type: 'image', asset: { _ref: `image-${'c'.repeat(40)}-8x8-png` } }
  const draft = { _id: 'drafts.slogan-a', _type: 'slogan', _rev: '1', text: '字', picture }
  const of = (document: object, sha1hash = 'x') =>
    contentHash('slogan-a', document as never, () => ({ sha1hash }))
  expect(of({ ...draft, _id: 'slogan-a', _rev: '2' })).toBe(of(draft))
  expect(of({ ...draft, text: '字。' })).not.toBe(of(draft))
  expect(of(draft, 'y')).not.toBe(of(draft))
})

test('the key is made once, of 32 bytes, for its owner’s eyes; a broken one stops the start', () => {
  const data = folder()
  const first = openReviewKey(data)
  expect(first.isNew).toBe(true)
  expect(statSync(join(data, 'review.key')).mode & 0o777).toBe(0o600)
  expect(existsSync(join(data, 'review.key.part'))).toBe(false)
  const again = openReviewKey(data)
  expect(again.isNew).toBe(false)
  expect(again.key.equals(first.key)).toBe(true)
  writeFileSync(join(data, 'review.key'), 'short')
  expect(() => openReviewKey(data)).toThrow(expect.objectContaining({ code: 'hosted.key-damaged' }))
})
