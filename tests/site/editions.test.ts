/** @file Which edition of a law a reader is shown, and how sure its dates are. */
import { expect, test } from 'vitest'
import { currentEdition, editionState, type EditionView } from '../../site/content/editions.ts'
import { editionDates } from '../../site/words/labels.ts'

const edition = (id: string, from: string | null, to: string | null = null): EditionView => ({
  id,
  title: id,
  adoption: null,
  promulgatedOn: null,
  effectiveFrom: from,
  effectiveTo: to,
  articleCount: 10,
})

test.each([
  ['2026-08-14', 'inForce'],
  ['2026-08-15', 'ended'],
])('on %s an edition that ends on 2026-08-15 is %s, since the end is exclusive', (today, state) => {
  expect(editionState(edition('a', '1990-01-01', '2026-08-15'), today)).toBe(state)
})

test('an edition begins on its first day, not after it', () => {
  expect(editionState(edition('a', '2026-08-15'), '2026-08-15')).toBe('inForce')
  expect(editionState(edition('a', '2026-08-15'), '2026-08-14')).toBe('notYet')
})

test('the one in force is shown before those of unknown date, coming ones and ended ones', () => {
  const list = [
    edition('ended', '2000-01-01', '2020-01-01'),
    edition('coming', '2030-01-01'),
    edition('unknown', null),
    edition('now', '2020-01-01'),
  ]
  expect(currentEdition(list, '2026-11-22')?.id).toBe('now')
  expect(currentEdition(list.slice(0, 3), '2026-11-22')?.id).toBe('unknown')
  expect(currentEdition(list.slice(0, 2), '2026-11-22')?.id).toBe('coming')
  expect(currentEdition([], '2026-11-22')).toBeNull()
})

test('an unknown date is said to be unknown, never guessed', () => {
  expect(editionDates(edition('a', null), '2026-11-22')).toEqual({ state: 'unknown', text: '施行日期未知' })
})
