/** @file The tour: what it says to whom, where its card stands, and when it comes up by itself. */
import { expect, test } from 'vitest'
import { placeCard, type Box } from '../../studio/comfort/tour/place.ts'
import { done, leftOnce, readTourSeen, wantsTour } from '../../studio/comfort/tour/seen.ts'
import { stepsFor, tourRole } from '../../studio/comfort/tour/steps.ts'

const tools = ['structure', 'contents', 'review', 'calendar', 'console', 'tables']
const view = { width: 1440, height: 900 }
const card = { width: 340, height: 200 }

test.each(['administrator', 'operator', 'editor', 'reviewer', 'viewer'])(
  '%s is led through five to seven short cards, and ends at the help that shows them again',
  (role) => {
    const steps = stepsFor(role, tools)
    expect(steps.length).toBeGreaterThanOrEqual(5)
    expect(steps.length).toBeLessThanOrEqual(7)
    expect(steps.at(-1)?.title).toContain('帮助')
    for (const { title, words } of steps) {
      expect([...words].length, title).toBeLessThanOrEqual(60)
      expect(`${title}${words}`).not.toMatch(/[A-Za-z]/u)
    }
  },
)

test('an account of a role that nobody thought of is led as one who only looks', () => {
  expect(tourRole('adviser')).toBe('viewer')
})

test('where a tool is missing, as 审核 is without review, no card points at it', () => {
  const titles = stepsFor('reviewer', ['structure', 'contents']).map(({ title }) => title)
  expect(titles).not.toContain('等您审的在这里')
  expect(titles).toContain('这里是全部的内容')
})

const isApart = (one: Box, other: Box) =>
  one.left + one.width <= other.left ||
  other.left + other.width <= one.left ||
  one.top + one.height <= other.top ||
  other.top + other.height <= one.top

test.each([
  ['a tool of the navbar', { left: 700, top: 10, width: 80, height: 34 }],
  ['the column at the left', { left: 0, top: 56, width: 350, height: 844 }],
  ['a button in the lower right corner', { left: 1330, top: 860, width: 60, height: 26 }],
  ['a button in the upper right corner', { left: 1400, top: 10, width: 36, height: 34 }],
])('the card stands beside %s, within the window, and never over what it points at', (_, target) => {
  const place = placeCard(target, card, view)
  expect(place.kind).toBe('beside')
  if (place.kind !== 'beside') return
  const box = { left: place.left, top: place.top, ...card }
  expect(isApart(box, target)).toBe(true)
  expect(box.left >= 0 && box.top >= 0).toBe(true)
  expect(box.left + box.width <= view.width && box.top + box.height <= view.height).toBe(true)
})

test('on a phone it is a sheet at the edge that what it points at is not at', () => {
  const phone = { width: 390, height: 844 }
  expect(placeCard({ left: 8, top: 10, width: 40, height: 40 }, card, phone)).toEqual({
    kind: 'sheet',
    edge: 'bottom',
  })
  expect(placeCard({ left: 8, top: 780, width: 40, height: 40 }, card, phone)).toEqual({
    kind: 'sheet',
    edge: 'top',
  })
})

test('what fills the window leaves no room beside it, and what is not on the screen none at all', () => {
  expect(placeCard({ left: 0, top: 0, width: 1440, height: 900 }, card, view).kind).toBe('sheet')
  expect(placeCard(null, card, view).kind).toBe('sheet')
})

test('it comes up until she has gone through it, wants none, or has left it three times', () => {
  const fresh = readTourSeen(null)
  expect(wantsTour(fresh)).toBe(true)
  expect(wantsTour(done(fresh))).toBe(false)
  expect(wantsTour(leftOnce(leftOnce(fresh)))).toBe(true)
  expect(wantsTour(leftOnce(leftOnce(leftOnce(fresh))))).toBe(false)
  expect(readTourSeen({ isDone: 'yes', left: '3' })).toEqual(fresh)
})
