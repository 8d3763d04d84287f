/** @file The order of lawyers: nobody chooses it and nobody keeps it. */
import { expect, test } from 'vitest'
import { inDailyOrder } from '../../site/content/daily-order.ts'

const people = Array.from({ length: 20 }, (_, number) => ({ id: `lawyer-${number}` }))
const day = (number: number) => new Date(Date.UTC(2026, 0, 1 + number)).toISOString().slice(0, 10)

test('two readers of one day see one order, whatever order the lake gave', () => {
  expect(inDailyOrder(people.toReversed(), '2026-11-22')).toEqual(inDailyOrder(people, '2026-11-22'))
})

test('the next day has another order', () => {
  expect(inDailyOrder(people, '2026-11-23')).not.toEqual(inDailyOrder(people, '2026-11-22'))
})

test('a person keeps the place among others when somebody leaves, so that filters show one order', () => {
  const some = people.filter((_, number) => number % 2 === 0)
  const ids = new Set(some.map(({ id }) => id))
  expect(inDailyOrder(some, '2026-11-22')).toEqual(
    inDailyOrder(people, '2026-11-22').filter(({ id }) => ids.has(id)),
  )
})

test('over two years everybody stands first about as often, and in the middle on average', () => {
  const days = 730
  const first = new Map(people.map(({ id }) => [id, 0]))
  const sum = new Map(people.map(({ id }) => [id, 0]))
  for (let number = 0; number < days; number += 1) {
    inDailyOrder(people, day(number)).forEach(({ id }, place) => {
      if (place === 0) first.set(id, (first.get(id) ?? 0) + 1)
      sum.set(id, (sum.get(id) ?? 0) + place)
    })
  }
  const fair = days / people.length
  for (const count of first.values()) expect(Math.abs(count - fair)).toBeLessThan(fair * 0.6)
  for (const places of sum.values()) expect(Math.abs(places / days - 9.5)).toBeLessThan(1)
})
