/** @file The rule of the timetable, sentence by sentence, as a table of cases (`rules.json`). */
import { describe, expect, it } from 'vitest'
import { yearsWithoutTable } from '../../contracts/schedule/calendar.ts'
import { parseCron, resolve } from '../../contracts/schedule/index.ts'
import { nextMatch } from '../../contracts/schedule/windows.ts'
import { parseLocal } from '../../contracts/schedule/zone.ts'
import {
  acceptedCronDiffers,
  nextMatchDiffers,
  playDiffers,
  refusedCronDiffers,
  type Rules,
} from '../support/schedules.ts'
import { table } from './table.ts'

const rules: Rules = { resolve, parseCron, nextMatch }

// A loop and not `it.each`, which shortens the names that it takes from data.
for (const { rule, cases } of table.plays)
  describe(rule, () => {
    for (const given of cases)
      it(given.name, () => expect(playDiffers(rules, given, table.calendar)).toEqual([]))
  })

describe('cron grammar: accepted', () => {
  for (const given of table.cronAccepted)
    it(given.name, () => expect(acceptedCronDiffers(rules, given)).toEqual([]))
})

describe('cron grammar: refused with the reason', () => {
  for (const given of table.cronRefused)
    it(given.name, () => expect(refusedCronDiffers(rules, given)).toEqual([]))
})

describe('next match of a cron rule', () => {
  for (const given of table.nextMatch)
    it(given.name, () => expect(nextMatchDiffers(rules, given)).toEqual([]))
})

describe('years without a table of exchanged days', () => {
  const dayOf = (text: string) => parseLocal(text)?.day ?? NaN
  it('are named, so that editors are warned before Monday to Friday is assumed', () => {
    expect(yearsWithoutTable(table.calendar, dayOf('2025-12-31'), dayOf('2027-01-01'))).toEqual([2025, 2027])
  })
  it('are none inside a year that has its table', () => {
    expect(yearsWithoutTable(table.calendar, dayOf('2026-01-01'), dayOf('2026-12-31'))).toEqual([])
  })
})

describe('the table itself', () => {
  const names = [
    ...table.plays.flatMap(({ cases }) => cases.map(({ name }) => name)),
    ...table.cronAccepted.map(({ name }) => name),
    ...table.cronRefused.map(({ name }) => name),
    ...table.nextMatch.map(({ name }) => name),
  ]
  it('names every case once, so that a failure points at one rule', () => {
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })
  it('asks at least one question in every case, so that no case passes empty', () => {
    expect(table.plays.flatMap(({ cases }) => cases.filter(({ asks }) => asks.length === 0))).toEqual([])
  })
})
