/** @file What may be public: by its seal, by what it refers to, and not by what was public once. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { Held } from '../../hosted/mirror/held.ts'
import { judge } from '../../hosted/mirror/judge.ts'
import { isPublished, namesOwnFile } from '../../hosted/mirror/kinds.ts'
import { publicOf, type Node } from '../../hosted/mirror/public.ts'
import { verdictOf } from '../../hosted/mirror/verdict.ts'
import { contentHash, makeSeal, validSeals } from '../../hosted/seal.ts'
import type { ServiceDocument } from '../../hosted/service/service.ts'
import { openDatabase } from '../../hosted/store/database.ts'
import { floorsIn } from '../../hosted/store/floors.ts'

const key = randomBytes(32)
const early = '2026-11-01T00:00:00.000Z'
const late = '2026-11-02T00:00:00.000Z'
const [one, two] = ['1'.repeat(64), '2'.repeat(64)]
const place = { projectId: 'p', dataset: 'd' }
const noFloors = { of: () => null }

const nodes = (told: Record<string, [boolean, ...string[]]>): Map<string, Node> =>
  new Map(Object.entries(told).map(([id, [mayStand, ...strong]]) => [id, { mayStand, strong }]))

test('what refers strongly to what is withheld or missing is withheld, through any number of steps', () => {
  const { shown, heldBy } = publicOf(
    nodes({ a: [true, 'b'], b: [true, 'c'], c: [false], d: [true, 'nowhere'], e: [true], f: [true, 'e'] }),
  )
  expect([...shown]).toEqual(['e', 'f'])
  expect(Object.fromEntries(heldBy)).toEqual({ a: 'b', b: 'c', d: 'nowhere' })
})

test('documents that refer to each other stand together, and fall together', () => {
  expect([...publicOf(nodes({ a: [true, 'b'], b: [true, 'a'], c: [true, 'c'] })).shown]).toEqual([
    'a',
    'b',
    'c',
  ])
  expect([...publicOf(nodes({ a: [true, 'b'], b: [true, 'a', 'c'], c: [false, 'a'] })).shown]).toEqual([])
})

test('a long chain of references is no deep recursion', () => {
  const chain = new Map<string, Node>()
  for (let n = 0; n < 50_000; n++) chain.set(`d${n}`, { mayStand: true, strong: [`d${n + 1}`] })
  expect(publicOf(chain).shown.size).toBe(0)
})

test('a seal counts until a newer content has been public, and not after it was taken down', () => {
  const seals = [makeSeal(key, 'a', { hash: one, at: early, isExtra: false })]
  const asked = { hash: one, seals, isKeyPeriod: false }
  expect(verdictOf({ ...asked, floor: null })).toBe(seals[0])
  expect(verdictOf({ ...asked, floor: { at: early, hash: one, isGone: false } })).toBe(seals[0])
  expect(verdictOf({ ...asked, floor: { at: late, hash: two, isGone: false } })).toBe('retired')
  expect(verdictOf({ ...asked, floor: { at: early, hash: one, isGone: true } })).toBe('retired')
  expect(verdictOf({ ...asked, hash: two, floor: null })).toBe('unapproved')
  expect(verdictOf({ ...asked, hash: null, floor: null })).toBe('unapproved')
})

test('in a key period only what was public, or had the extra stage, is shown', () => {
  const plain = makeSeal(key, 'a', { hash: one, at: early, isExtra: false })
  const extra = makeSeal(key, 'a', { hash: one, at: late, isExtra: true })
  const asked = { hash: one, seals: [plain], floor: null, isKeyPeriod: true }
  expect(verdictOf(asked)).toBe('key-period')
  expect(verdictOf({ ...asked, floor: { at: early, hash: one, isGone: false } })).toBe(plain)
  expect(verdictOf({ ...asked, seals: [plain, extra] })).toBe(extra)
})

const document = (id: string, type: string, more: object = {}): ServiceDocument => ({
  ...{ _id: id, _type: type, _rev: `rev-${id}`, _createdAt: early, _updatedAt: early },
  ...more,
})
const sealing = (subject: ServiceDocument, at = early) =>
  document(`review.${subject._id}`, 'review', {
    seals: [
      makeSeal(key, subject._id, {
        ...{ hash: contentHash(subject._id, subject, () => undefined), at, isExtra: false },
      }),
    ],
  })

function heldOf(...documents: ServiceDocument[]): Held {
  const held = new Held((subject, seals) => validSeals(key, subject, seals))
  held.replace(documents)
  return held
}
const shownIn = (held: Held) => [...judge({ held, floors: noFloors, place, isKeyPeriod: false }).shown]

test('content needs a seal of the very words, settings and registers need none', () => {
  const slogan = document('slogan-a', 'slogan', { text: '审过的字' })
  const screen = document('screen-a', 'screen', { title: '屏' })
  const held = heldOf(slogan, sealing(slogan), screen, document('slogan-b', 'slogan', { text: '没有审' }))
  expect(shownIn(held)).toEqual(['slogan-a', 'screen-a'])
  held.put({ ...slogan, _rev: 'another', text: '改过的字' })
  expect(shownIn(held)).toEqual(['screen-a'])
  held.put({ ...slogan, _rev: 'third' })
  expect(shownIn(held), 'the approved words again').toContain('slogan-a')
  held.remove('review.slogan-a')
  expect(shownIn(held), 'without its trail').not.toContain('slogan-a')
})

test('what a program brought wants a seal too, since a hosted project does not tell who wrote it', () => {
  expect(shownIn(heldOf(document('law-a', 'law', { title: '法' })))).toEqual([])
})

test('what review keeps, drafts and notes of the Studio are never mirrored', () => {
  const held = heldOf(
    document('reviewPolicy', 'reviewPolicy'),
    document('tableImport.a', 'tableImport'),
    document('unknown-a', 'somethingElse'),
  )
  held.put(document('drafts.screen-a', 'screen'))
  expect(held.size).toBe(0)
  for (const id of ['drafts.a', 'versions.r.a', '_.releases.r']) expect(isPublished(id), id).toBe(false)
  expect(isPublished('report.ABCD')).toBe(true)
})

test('a picture’s document that names another file withholds what shows it', () => {
  const id = `image-${'d'.repeat(40)}-8x8-png`
  const asset = (path: string) => document(id, 'sanity.imageAsset', { path })
  const right = `images/p/d/${'d'.repeat(40)}-8x8.png`
  expect(namesOwnFile(asset(right), place)).toBe(true)
  for (const path of [right.replace('dddd', 'eeee'), `images/other/d/x.png`, '../x.png', ''])
    expect(namesOwnFile(asset(path), place), path).toBe(false)
  const screen = document('screen-a', 'screen', { picture: { asset: { _type: 'reference', _ref: id } } })
  expect(shownIn(heldOf(screen, asset(right)))).toEqual(['screen-a', id])
  expect(shownIn(heldOf(screen, asset('images/p/d/another.png')))).toEqual([])
})

test('why something is withheld is told with its title', () => {
  const slogan = document('slogan-b', 'slogan', { text: '没有审' })
  const playlist = document('playlist-a', 'screenGroup', {
    title: '一组',
    first: { _type: 'reference', _ref: 'slogan-b' },
  })
  const { withheld } = judge({ held: heldOf(slogan, playlist), floors: noFloors, place, isKeyPeriod: false })
  expect(withheld).toEqual([
    { id: 'slogan-b', type: 'slogan', title: '没有审', why: 'unapproved' },
    { id: 'playlist-a', type: 'screenGroup', title: '一组', why: 'reference', because: 'slogan-b' },
  ])
})

test('floors are remembered across a restart, and those taken down are not standing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pufa-floors-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const first = openDatabase(folder)
  const floors = floorsIn(first)
  floors.note(
    new Map([
      ['a', { at: early, hash: one }],
      ['b', { at: late, hash: two }],
    ]),
    [],
  )
  floors.note(new Map(), ['a', 'never-public'])
  first.close()
  const second = openDatabase(folder)
  onTestFinished(() => second.close())
  const again = floorsIn(second)
  expect(again.of('a')).toEqual({ at: early, hash: one, isGone: true })
  expect(again.of('b')).toEqual({ at: late, hash: two, isGone: false })
  expect(again.standing()).toEqual(['b'])
})
