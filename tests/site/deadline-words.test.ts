/** @file What is said about a last day: the reasons with their articles, and nobody is told to give up. */
import { describe, expect, test } from 'vitest'
import { countPeriod, type Period } from '../../site/deadlines/count.ts'
import { endsARight, kindOf } from '../../site/deadlines/kind.ts'
import { adviceText, daysLeftText, reasons } from '../../site/deadlines/words.ts'

const swapped = { '2026': { workingDays: [], restDays: [] } }
const counted = (period: Period) => {
  const found = countPeriod(period, swapped)
  if (!found) throw new Error('no day')
  return found
}
const told = (period: Period) => reasons(period, counted(period)).join('\n')

test.each([
  [12, '还有12天'],
  [1, '还有1天'],
  [0, '今天是最后一天'],
  [-3, '已经过了3天'],
])('%d days left is said as %s', (days, text) => {
  expect(daysLeftText(days)).toBe(text)
})

describe('the reasons', () => {
  test('each step of a moved last day names its article', () => {
    const text = told({ start: '2026-03-04', amount: 10, unit: 'day' })
    expect(text).toContain('2026年3月4日当天不算，从第二天2026年3月5日算起（民法典第201条）')
    expect(text).toContain('第10天是2026年3月14日（星期六）')
    expect(text).toContain('顺延到休息过后的第一天，2026年3月16日（星期一）（民法典第203条）')
    expect(text).not.toContain('还没有录入')
  })

  test('a short month is explained, since the reader looks for the 31st', () => {
    expect(told({ start: '2026-03-31', amount: 1, unit: 'month' })).toContain(
      '那个月没有31日，以月末为最后一天，就是2026年4月30日（星期四）',
    )
  })

  test('a last day that is a working day says that it does not move', () => {
    expect(told({ start: '2026-03-02', amount: 1, unit: 'day' })).toContain('不用顺延')
  })

  test('a year whose table is missing is named, with what holds instead', () => {
    expect(told({ start: '2026-03-10', amount: 1, unit: 'year' })).toMatch(
      /2027年的放假调休安排还没有录入.+以当年放假安排为准/,
    )
  })
})

describe('the kind of a limit, from what editors write', () => {
  test.each([
    ['申请劳动仲裁', 1, 'year', 'arbitration'],
    ['对裁决不服去法院起诉', 15, 'day', 'fixed'],
    ['到法院要钱', 3, 'year', 'limitation'],
    ['自己申请工伤认定', 1, 'year', 'fixed'],
    ['最长的保护期', 20, 'year', 'fixed'],
    ['没约定时的保证期间', 6, 'month', 'fixed'],
  ] as const)('%s is %s', (title, amount, unit, kind) => {
    expect(kindOf({ title, amount, unit })).toBe(kind)
  })

  test('a term of validity is not counted, since no weekend lengthens a protection order', () => {
    expect(endsARight({ title: '保护令的最长有效期', amount: 6, unit: 'month' })).toBe(false)
    expect(endsARight({ title: '保护令被驳回后申请复议', amount: 5, unit: 'day' })).toBe(true)
  })
})

describe('the advice', () => {
  const plain = counted({ start: '2026-03-02', amount: 1, unit: 'day' })
  const moved = counted({ start: '2026-03-04', amount: 10, unit: 'day' })
  const unknown = counted({ start: '2026-03-10', amount: 1, unit: 'year' })

  test('once passed, what begins again is told only of limits that do begin again', () => {
    expect(adviceText('arbitration', -1, plain)).toContain('劳动争议调解仲裁法第27条')
    expect(adviceText('limitation', -1, plain)).toContain('民法典第195条')
    // 民法典 art. 692: the term of a guarantee is neither interrupted nor suspended.
    expect(adviceText('fixed', -1, plain)).not.toMatch(/重新算|第195条/)
  })

  test.each(['arbitration', 'limitation', 'fixed'] as const)('%s: nobody is told to give up', (kind) => {
    expect(adviceText(kind, -1, plain)).toMatch(/^先别自己放弃/)
    expect(adviceText(kind, -1, plain)).toContain('热线')
  })

  test.each([
    [6, true],
    [0, true],
    [7, false],
  ])('%d days left: aid before papers, from under seven days (法律援助法 44): %s', (days, isUrgent) => {
    expect((adviceText('limitation', days, plain) ?? '').includes('法律援助法第44条')).toBe(isUrgent)
  })

  test('a moved day names the safe one, and an unknown year names none, for it may be a holiday', () => {
    expect(adviceText('fixed', 90, moved)).toContain('2026年3月13日（星期五）')
    expect(adviceText('fixed', 90, unknown)).toBe('别卡着最后一天，提前几天去办。')
    expect(adviceText('fixed', 90, plain)).toBeNull()
  })
})
