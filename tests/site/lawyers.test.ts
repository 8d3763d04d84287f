/** @file The public list: what it holds, who fits a filter, and what is said to search engines. */
import { describe, expect, test } from 'vitest'
import type { LakeReader } from '../../site/content/lake.ts'
import { createLawyers } from '../../site/content/lawyers.ts'
import { anyone, fits, loosened, readFilter, writeFilter } from '../../site/preferences/matching.ts'
import { inOrderOf, readRoster, type Roster, type RosterPerson } from '../../site/preferences/roster.ts'
import { jsonForScript } from '../../site/words/structured.ts'
import { officeRecord, personRecord } from '../../site/words/structured-people.ts'

const person = (name: string, change: Partial<RosterPerson> = {}): RosterPerson => ({
  name,
  slug: `slug-${name}`,
  category: 'lawyer',
  categoryName: '律师',
  licenceNumber: '11311202610000001',
  office: { title: '明理所', slug: 'mingli' },
  officePhone: '0318-0000201',
  county: { title: '桃城区', slug: 'taocheng', code: '131102' },
  expertise: [{ title: '拖欠工资', slug: 'wages' }],
  practisingSince: 2012,
  yearlyAssessment: { year: 2025, result: '称职' },
  checkedOn: '2026-11-05',
  ...change,
})

describe('filter', () => {
  const people = [
    person('甲'),
    person('乙', { county: { title: '景县', slug: 'jingxian', code: '131127' } }),
    person('丙', {
      category: 'legalAidWorker',
      office: null,
      expertise: [{ title: '离婚', slug: 'divorce' }],
    }),
  ]
  const names = (filter: typeof anyone) => people.filter((each) => fits(each, filter)).map(({ name }) => name)

  test('every condition counts, and none at all lets everybody through', () => {
    expect(names(anyone)).toEqual(['甲', '乙', '丙'])
    expect(names({ ...anyone, county: 'taocheng' })).toEqual(['甲', '丙'])
    expect(names({ ...anyone, county: 'taocheng', topic: 'wages' })).toEqual(['甲'])
    expect(names({ ...anyone, office: 'mingli', county: 'jingxian' })).toEqual(['乙'])
    expect(names({ ...anyone, category: 'legalAidWorker' })).toEqual(['丙'])
  })
  test('where nobody fits, only conditions whose loosening helps are named, with the number found', () => {
    const filter = { ...anyone, county: 'jingxian', topic: 'divorce' }
    expect(names(filter)).toEqual([])
    expect(loosened(people, filter).map(({ without, count }) => [without, count])).toEqual([
      ['county', 1],
      ['topic', 1],
    ])
    expect(loosened(people, { ...filter, office: 'nowhere' })).toEqual([])
  })
  test('an address is read as it was written, behind ? and behind #', () => {
    const filter = { ...anyone, county: 'taocheng', topic: 'wages' }
    expect(readFilter(`?${writeFilter(filter)}`)).toEqual(filter)
    expect(readFilter(`#${writeFilter(filter)}`)).toEqual(filter)
    expect(readFilter('?county=&utm=1')).toEqual(anyone)
    expect(writeFilter(anyone)).toBe('')
  })
})

describe('the list as the phone gets it', () => {
  const roster: Roster = {
    title: '名录',
    publisher: '示例市司法局',
    orderOf: '2026-11-22',
    people: [person('甲'), person('乙'), person('丙')],
  }
  test('a list that came whole is taken', () => {
    expect(readRoster(JSON.parse(JSON.stringify(roster)))).toEqual(roster)
  })
  test.each([
    ['an error page', null],
    ['a list of another kind', { people: [] }],
    ['a person without an office phone', { ...roster, people: [{ ...person('甲'), officePhone: null }] }],
    ['a person whose expertise is a word', { ...roster, people: [{ ...person('甲'), expertise: '离婚' }] }],
    [
      'a county without its code',
      { ...roster, people: [{ ...person('甲'), county: { title: '', slug: '' } }] },
    ],
  ])('%s counts as not read, and is never half shown', (_name, value) => {
    expect(readRoster(value)).toBeNull()
  })
  test('on its own day the order is the one that the server drew', () => {
    expect(inOrderOf(roster, '2026-11-22')).toEqual(roster.people)
  })
  test('a kept list turns by one place a day, so that nobody stands first for ever', () => {
    const first = (day: string) => inOrderOf(roster, day)[0]?.name
    expect(['2026-11-23', '2026-11-24', '2026-11-25'].map(first)).toEqual(['乙', '丙', '甲'])
    expect(first('2026-11-21')).toBe('丙')
    expect(new Set(inOrderOf(roster, '2027-03-01'))).toEqual(new Set(roster.people))
    expect(inOrderOf({ ...roster, people: [] }, '2026-11-23')).toEqual([])
  })
})

describe('what the lake holds', () => {
  const { categoryName: _name, ...record } = person('甲')
  const answers: LakeReader = {
    read: () => Promise.reject(new Error('asked for one page')),
    readShared: (_types, query) =>
      Promise.resolve(
        (query.includes('lawOffice"') && query.includes('legalAidCentre')
          ? [{ title: '援助中心' }]
          : query.includes('aidStation')
            ? [{ title: '工作站' }]
            : [
                { id: 'lawyer-1', ...record, expertise: [null, ...record.expertise] },
                { id: 'lawyer-2', ...record, expertise: null },
              ]) as never,
      ),
  }
  test('what is published of a person has no id and no reference to what is not published', async () => {
    const records = await createLawyers(answers).records('2026-11-22')
    expect(records.map((each) => Object.keys(each).sort())).toEqual([
      Object.keys(record).sort(),
      Object.keys(record).sort(),
    ])
    expect(records.flatMap(({ expertise }) => expertise)).toEqual(record.expertise)
  })
  test('an aid centre stands before a workstation, since it decides', async () => {
    expect((await createLawyers(answers).aidPlaces()).map(({ title }) => title)).toEqual([
      '援助中心',
      '工作站',
    ])
  })
})

describe('for search engines', () => {
  test('a person works for a legal service; nothing is rated, and no word of a rank is added', () => {
    const record = personRecord(person('甲'), '律师')
    expect(record).toMatchObject({
      '@type': 'Person',
      name: '甲',
      worksFor: { '@type': 'LegalService', name: '明理所', telephone: '0318-0000201' },
      identifier: { value: '11311202610000001' },
    })
    expect(JSON.stringify(record)).not.toMatch(/rating|review|award|price/i)
    expect(personRecord(person('甲', { office: null }), '律师')).not.toHaveProperty('worksFor')
  })
  test('an office says its address; a licence that is not known is not named', () => {
    const office = {
      title: '明理所',
      address: '示例路1号',
      phone: '0318-0000201',
      licenceNumber: null,
      county: { title: '桃城区' },
      checkedOn: '2026-11-05',
    }
    expect(officeRecord(office)).toMatchObject({ '@type': 'LegalService', areaServed: { name: '桃城区' } })
    expect(officeRecord(office)).not.toHaveProperty('identifier')
  })
  test('no name can end the script element that it stands in', () => {
    const text = jsonForScript({ name: '</script><script>alert(1)</script>' })
    expect(text).not.toContain('<')
    expect(JSON.parse(text)).toEqual({ name: '</script><script>alert(1)</script>' })
  })
})
