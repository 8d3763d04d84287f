/** @file The licence check: what counts as the same name or number, and what never does. */
import { describe, expect, test } from 'vitest'
import { checkLicence, normalised } from '../../site/preferences/licence.ts'
import type { RosterPerson } from '../../site/preferences/roster.ts'

const person = (name: string, licenceNumber: string): RosterPerson => ({
  name,
  slug: licenceNumber,
  category: 'lawyer',
  categoryName: '律师',
  licenceNumber,
  office: { title: '明理所', slug: 'mingli' },
  officePhone: '0318-0000201',
  county: null,
  expertise: [],
  practisingSince: null,
  yearlyAssessment: null,
  checkedOn: '2026-11-05',
})
const people = [
  person('李守正（示例）', '示例-0001'),
  person('王明理', '11311202610000002'),
  person('王明理', '11311202610000003'),
  person('买买提·吐尔逊', '11311202610000004'),
]
const namesOf = (typed: string) => {
  const finding = checkLicence(typed, people)
  return finding.kind === 'found' ? finding.people.map(({ licenceNumber }) => licenceNumber) : finding.kind
}

describe('found', () => {
  test.each([
    ['a name as it stands in the list', '李守正（示例）', ['示例-0001']],
    ['a name without the remark behind it', '李守正', ['示例-0001']],
    ['a name with blanks, as it is often printed', ' 李　守 正 ', ['示例-0001']],
    ['a name with the title that people say', '李守正律师', ['示例-0001']],
    ['two people of one name, both shown', '王明理', ['11311202610000002', '11311202610000003']],
    ['a number', '11311202610000002', ['11311202610000002']],
    ['a number in full-width digits', '１１３１１２０２６１００００００３', ['11311202610000003']],
    ['a number with blanks between', '11311 2026 1000 0002', ['11311202610000002']],
    ['a number with the words before it', '执业证号：11311202610000002', ['11311202610000002']],
    ['a number with another dash', '示例—０００１', ['示例-0001']],
    ['a name with another dot', '买买提•吐尔逊', ['11311202610000004']],
    ['a name without its dot', '买买提吐尔逊', ['11311202610000004']],
  ])('%s', (_reason, typed, numbers) => {
    expect(namesOf(typed)).toEqual(numbers)
  })
  test('a number tells the one person apart whom a name does not', () => {
    expect(checkLicence('11311202610000003', people)).toMatchObject({ by: 'licence' })
    expect(checkLicence('王明理', people)).toMatchObject({ by: 'name' })
  })
})

describe('not found', () => {
  test.each([
    ['half a number, which a swindler may have copied', '1131120261000000'],
    ['part of a name', '守正'],
    ['a name with one more character', '李守正义'],
    ['another character of the same sound', '李守政'],
    ['a stranger', '贾大状'],
  ])('%s vouches for nobody', (_reason, typed) => {
    expect(namesOf(typed)).toBe('missing')
  })
  test.each(['', '   ', '李', '李律师', '12', '（示例）'])('“%s” is too little to look for', (typed) => {
    expect(namesOf(typed)).toBe('tooShort')
  })
  test('an endless paste is cut, not searched', () => {
    expect(normalised('李'.repeat(100_000)).length).toBe(60)
  })
})
