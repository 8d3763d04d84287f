/** @file The rule of the timetable, sentence by sentence, as a table of cases (`rules.json`). */
import { describe, expect, it } from 'vitest'
import { parseCron, resolve } from '../../contracts/schedule/index.ts'
import { nextMatch } from '../../contracts/schedule/windows.ts'
import {
  acceptedCronDiffers,
  nextMatchDiffers,
  playDiffers,
  refusedCronDiffers,
  type Rules,
  type RuleTable,
} from '../support/schedules.ts'
import json from './rules.json' with { type: 'json' }

const table = json as unknown as RuleTable
const rules: Rules = { resolve, parseCron, nextMatch }

describe.each(table.plays)('$rule', ({ cases }) => {
  it.each(cases)('$name', (given) => {
    expect(playDiffers(rules, given, table.calendar)).toEqual([])
  })
})

describe('cron grammar', () => {
  it.each(table.cronAccepted)('$name', (given) => {
    expect(acceptedCronDiffers(rules, given)).toEqual([])
  })
  it.each(table.cronRefused)('$name', (given) => {
    expect(refusedCronDiffers(rules, given)).toEqual([])
  })
})

describe('next match of a cron rule', () => {
  it.each(table.nextMatch)('$name', (given) => {
    expect(nextMatchDiffers(rules, given)).toEqual([])
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
    const empty = table.plays.flatMap(({ cases }) => cases.filter(({ asks }) => asks.length === 0))
    expect(empty).toEqual([])
  })
})
