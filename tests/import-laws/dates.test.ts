/** @file Which dates a text gives, and which it must not be believed to give. */
import { describe, expect, it } from 'vitest'
import { dateOfFileName, editionTitle, effectiveFrom, localDate } from '../../scripts/import-laws/dates.ts'

const adopted = '2015年12月27日第十二届会议通过'
const clause = '本法自2016年3月1日起施行。'

function facts(adoption: readonly string[], text: string, fileDate: string | null = null) {
  return { adoption, articles: [{ paragraphs: [{ text, items: [] }] }], fileDate }
}

describe('the first day in force', () => {
  it('is taken from the clause of a law that was never amended', () => {
    expect(effectiveFrom(facts([adopted], clause))).toBe('2016-03-01')
  })
  it.each([
    [
      'an amended law: its clause gives the day of the first edition',
      [adopted, '根据2020年1月1日《决定》第一次修正'],
      clause,
      null,
    ],
    ['a revised law', [adopted, '2020年1月1日第十三届会议修订'], clause, null],
    ['a text adopted twice without a word on amendment', [adopted, '2020年8月18日会议通过'], clause, null],
    ['a text whose only line is an amendment', ['根据2020年1月1日《决定》修正'], clause, null],
    ['a text without a line on adoption', [], clause, null],
    ['a text without a clause', [adopted], '本法所称家庭，是指住在一起的人。', null],
    ['a clause on another law', [adopted], '民法典自2016年3月1日起施行。', null],
    ['two clauses that disagree', [adopted], `${clause}本规定自2017年1月1日起施行。`, null],
    ['a clause before the adoption', [adopted], '本法自2010年1月1日起施行。', null],
    ['a date that does not exist', [adopted], '本法自2016年2月30日起施行。', null],
    ['a file dated after its entry into force, so a later text', [adopted], clause, '2020-12-29'],
    ['a file dated before its adoption', [adopted], clause, '2014-01-01'],
  ] as const)('is unknown for %s', (_name, adoption, text, fileDate) => {
    expect(effectiveFrom(facts(adoption, text, fileDate))).toBeNull()
  })
  it('is taken when the file is dated between adoption and entry into force, as a promulgation is', () => {
    const given = facts([adopted, '2016年3月1日 施行'], clause, '2016-01-10')
    expect(effectiveFrom(given)).toBe('2016-03-01')
  })
})

describe('the name of an edition', () => {
  it.each([
    [[adopted, '根据2019年4月23日《关于修改〈甲法〉的决定》第四次修正'], null, '2019年修正版'],
    [[adopted, '2026年6月26日会议修订'], null, '2026年修订版'],
    [['2020年10月17日会议第二次修订', '根据2012年10月26日《决定》修正'], null, '2020年修订版'],
    [[adopted], null, '2015年文本'],
    [[adopted, '2016年3月1日 施行'], null, '2015年文本'],
    [['2003年4月27日国务院公布'], '2010-12-20', '2010年文本'],
    [[], '2019-12-30', '2019年文本'],
    [[], null, '现行文本'],
  ])('of %j in a file dated %s is %s', (adoption, fileDate, title) => {
    expect(editionTitle({ adoption, fileDate })).toBe(title)
  })
})

describe('dates in words', () => {
  it.each([
    ['2016年3月1日', '2016-03-01'],
    ['自2020年12月31日起', '2020-12-31'],
    ['2019-12-30', '2019-12-30'],
    ['2019-02-30', null],
    ['二〇一九年', null],
  ])('%s is %s', (text, date) => expect(localDate(text)).toBe(date))

  it.each([
    ['条例(2010-12-20).md', '2010-12-20'],
    ['条例（2010-12-20）.md', '2010-12-20'],
    ['条例(2010-13-20).md', null],
    ['README.md', null],
  ])('the file %s is dated %s', (name, date) => expect(dateOfFileName(name)).toBe(date))
})
