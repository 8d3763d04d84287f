/** @file What each paper warns of, and by which article; the dates and sums behind it. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isIdNumber } from '../../site/papers/checks/writing.ts'
import { ceilingOf } from '../../site/papers/checks/interest.ts'
import { severanceHalves } from '../../site/papers/checks/labour.ts'
import { addMonths, readDay, wholeMonths } from '../../site/papers/days.ts'
import { instalments } from '../../site/papers/instalments.ts'
import { papers } from '../../site/papers/kinds.ts'
import type { Facts, Paper, Values } from '../../site/papers/shape.ts'

const facts: Facts = { today: '2026-11-22', loanPrimeRate: { percent: 3.1, publishedOn: '2026-11-20' } }
const unknown: Facts = { ...facts, loanPrimeRate: null }

function paper(slug: string): Paper {
  const found = papers.find((each) => each.slug === slug)
  if (!found) throw new Error(slug)
  return found
}

/** `stop rate 第二十五条` for every warning. */
function found(slug: string, values: Values, given: Facts = facts): string[] {
  return paper(slug)
    .warnings(values, given)
    .map(({ level, about, basis }) => `${level} ${about} ${basis}`)
}

const lent = { amount: '10000', lentOn: '2026-11-21', dueOn: '2027-11-21', interest: 'rate' }

describe('interest of a loan', () => {
  test('four times 3.1 % is 12.4 % exactly: binary dust must not make a lawful rate unlawful', () => {
    expect(ceilingOf({ percent: 3.1, publishedOn: '2026-11-20' })).toBe(12.4)
    expect(ceilingOf({ percent: 3.45, publishedOn: '2026-11-20' })).toBe(13.8)
  })

  test.each([
    ['12.4', 'note'],
    ['12.41', 'stop'],
    ['36', 'stop'],
    ['6', 'note'],
  ])('%s percent a year is judged “%s” by article 25 against the rate handed in', (rate, level) => {
    expect(found('loan-note', { ...lent, rate })).toContain(`${level} rate 《民间借贷规定》第二十五条`)
  })

  test('without a known rate nothing is called lawful: the reader is told where to look', () => {
    const [first] = paper('loan-note').warnings({ ...lent, rate: '36' }, unknown)
    expect(first).toMatchObject({ level: 'care', about: 'rate', basis: '《民间借贷规定》第二十五条' })
    expect(first?.text).toMatch(/四倍.*贷款市场报价利率/)
  })

  test('a rate published long after the contract was made is shown with a doubt', () => {
    const texts = paper('loan-note')
      .warnings({ ...lent, lentOn: '2024-01-05', rate: '6' }, facts)
      .map(({ text }) => text)
    expect(texts.join()).toContain('合同成立时的那一期')
  })

  test('“月息1分” typed as 1 is asked about, because the blank wants a year', () => {
    expect(
      paper('loan-note')
        .warnings({ ...lent, rate: '1' }, facts)
        .map(({ text }) => text)
        .join(),
    ).toContain('12%')
  })

  test('no interest agreed is no interest (680), and a rate left out is as good as none', () => {
    const basis = '《民法典》第六百八十条、《民间借贷规定》第二十四条'
    expect(found('loan-note', { ...lent, interest: 'none' })).toContain(`note interest ${basis}`)
    expect(found('loan-note', { ...lent, rate: '' })).toContain(`care rate ${basis}`)
  })

  test('the overdue rate has the same ceiling (28)', () => {
    const values = { ...lent, rate: '6', overdue: 'rate', overdueRate: '24' }
    expect(found('loan-note', values)).toContain('stop overdueRate 《民间借贷规定》第二十八条')
  })

  test('interest taken off in advance: the sum really received is the principal (670)', () => {
    const values = { ...lent, rate: '6', received: 'less', receivedAmount: '9000' }
    const warning = paper('loan-note')
      .warnings(values, facts)
      .find(({ about }) => about === 'amount')
    expect(warning?.basis).toBe('《民法典》第六百七十条、《民间借贷规定》第二十六条')
    expect(warning?.text).toContain('9,000.00元')
  })
})

describe('guarantors', () => {
  const values = { ...lent, rate: '6', guarantee: 'yes' }
  test('a kind that is not said is the general one (686), a period that is not said six months (692)', () => {
    expect(found('loan-note', values)).toEqual(
      expect.arrayContaining([
        'care guaranteeKind 《民法典》第六百八十六条',
        'care guaranteeUntil 《民法典》第六百九十二条',
      ]),
    )
    expect(
      paper('loan-note')
        .warnings(values, facts)
        .map(({ text }) => text)
        .join(),
    ).toContain('2028年5月21日')
  })
  test('a period that ends no later than the debt counts as none (692)', () => {
    const same = { ...values, guaranteeKind: 'joint', guaranteeUntil: '2027-11-21' }
    expect(found('loan-note', same)).toContain('stop guaranteeUntil 《民法典》第六百九十二条')
    const later = { ...same, guaranteeUntil: '2027-11-22' }
    expect(found('loan-note', later).join()).not.toContain('guaranteeUntil')
  })
})

describe('dates, sums and numbers', () => {
  test.each([
    [{ ...lent, dueOn: '2026-11-20' }, 'stop dueOn null'],
    [{ ...lent, lentOn: '2026-11-23' }, 'care lentOn null'],
    [{ ...lent, signedOn: '2026-11-23' }, 'care signedOn null'],
    [{ ...lent, amount: '0' }, 'stop amount null'],
    [{ ...lent, amount: '一万' }, 'stop amount null'],
    [{ ...lent, amount: '0.01' }, 'care amount null'],
    [{ ...lent, amount: '99999999999' }, 'care amount null'],
    [{ ...lent, dueOn: '2027-2-29' }, 'stop dueOn null'],
    [{ ...lent, borrowerId: '110101190001011' }, 'care borrowerId null'],
    [{ ...lent, borrower: '王示例', lender: '王示例' }, 'stop borrower null'],
  ])('%o is called “%s”', (values, line) => {
    expect(found('loan-note', values)).toContain(line)
  })

  test('what is in order is not complained of', () => {
    const values = { ...lent, rate: '6', signedOn: '2026-11-22' }
    expect(found('loan-note', values).filter((line) => !line.startsWith('note'))).toEqual([])
  })

  test('the check digit finds any one wrong digit of an identity number', () => {
    const invented = '131101190001010016'
    const sum = [...'7,9,10,5,8,4,2,1,6,3,7,9,10,5,8,4,2'.split(',')].reduce(
      (total, weight, index) => total + Number(weight) * Number(invented[index]),
      0,
    )
    const right = invented.slice(0, 17) + '10X98765432'[sum % 11]
    expect(isIdNumber(right)).toBe(true)
    expect(isIdNumber(right.toLowerCase())).toBe(true)
    for (let at = 0; at < 17; at += 1) {
      const other = (Number(right[at]) + 1) % 10
      expect(isIdNumber(right.slice(0, at) + other + right.slice(at + 1))).toBe(false)
    }
  })

  test('months are counted to the last day of a short month, and back', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2028-02-29', 12)).toBe('2029-02-28')
    expect(addMonths('2026-11-30', 2)).toBe('2027-01-30')
    expect(wholeMonths('2026-01-31', '2026-02-28')).toBe(1)
    expect(wholeMonths('2026-01-15', '2026-02-14')).toBe(0)
    expect(readDay('2026年3月4日')).toBe('2026-03-04')
    expect(readDay('2026-13-01')).toBeNull()
  })
})

describe('debt note', () => {
  const owed = { amount: '3000', signedOn: '2026-11-20', dueOn: '2027-01-01' }
  test('a loan belongs into a loan note', () => {
    expect(found('debt-note', { ...owed, cause: 'loan' })).toContain(
      'stop cause 《民间借贷规定》第二条、第十四条',
    )
  })
  test('the three years run from the due day (188); without one, the reader is told to write one', () => {
    const texts = (values: Values) =>
      paper('debt-note')
        .warnings(values, facts)
        .map(({ text }) => text)
        .join()
    expect(texts({ ...owed, cause: 'goods' })).toContain('2030年1月1日')
    expect(found('debt-note', { ...owed, dueOn: '' }).join()).toContain('care dueOn')
  })
})

describe('repayment agreement', () => {
  test('a plan pays the debt to the fen, in so many payments, on days that go forward', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000_000 }),
        fc.integer({ min: 1, max: 2_000_000 }),
        (total, each) => {
          const yuan = (fen: number) => (fen / 100).toFixed(2)
          const plan = instalments({
            total: yuan(total),
            each: yuan(each),
            firstOn: '2026-12-31',
            every: 'month',
          })
          if (Math.ceil(total / each) > 120) {
            expect(plan).toBeNull()
            return
          }
          expect(plan?.reduce((sum, { fen }) => sum + fen, 0)).toBe(total)
          const days = (plan ?? []).map(({ on }) => on)
          expect([...days].sort()).toEqual(days)
          expect(new Set(days).size).toBe(days.length)
        },
      ),
    )
  })
  test('old interest made principal is bound by article 27, and instalments are counted from the last (189)', () => {
    const values = {
      origin: 'loan',
      originOn: '2025-01-01',
      total: '20000',
      interestIncluded: '3000',
      each: '1000',
      every: 'month',
      firstOn: '2026-12-20',
      interest: 'none',
    }
    const lines = found('repayment-agreement', values)
    expect(lines).toContain('care interestIncluded 《民间借贷规定》第二十七条')
    expect(lines).toContain('note each 《民法典》第一百八十八条、《民法典》第一百八十九条')
  })
})

describe('labour arbitration', () => {
  const worked = {
    company: '某示例公司',
    wages: '9000',
    wagesSpan: '三个月',
    hiredOn: '2024-01-01',
    monthly: '3000',
  }
  test.each([
    ['2025-11-21', 'stop'],
    ['2025-11-22', 'care'],
    ['2026-10-01', 'note'],
  ])('who left on %s is told “%s” about the year of article 27', (leftOn, level) => {
    expect(found('labour-arbitration', { ...worked, left: 'yes', leftOn })).toContain(
      `${level} leftOn 《劳动争议调解仲裁法》第二十七条`,
    )
  })
  test('who still works there is told that wages have no limit', () => {
    expect(found('labour-arbitration', { ...worked, left: 'no' })).toContain(
      'note left 《劳动争议调解仲裁法》第二十七条',
    )
  })
  test('severance is a month for a year, a whole month from six months on, half below (47)', () => {
    expect([1, 5, 6, 11, 12, 13, 18, 24].map(severanceHalves)).toEqual([1, 1, 2, 2, 2, 3, 4, 4])
  })
  test('claims beyond what the law gives are questioned: eleven months (82), two kinds at once (87)', () => {
    const values = { ...worked, contract: 'no', double: '33000.01', severance: '1', illegal: '1' }
    const lines = found('labour-arbitration', values)
    expect(lines).toContain('care double 《劳动合同法》第八十二条')
    expect(lines.join()).toContain('care illegal 《劳动合同法》第四十八条')
    expect(found('labour-arbitration', { ...values, double: '33000' }).join()).not.toContain('care double')
  })
})

describe('complaint about a loan', () => {
  const sued = {
    amount: '10000',
    claim: '10000',
    lentOn: '2022-01-01',
    dueOn: '2023-01-01',
    note: 'yes',
    interest: 'none',
  }
  test('three years after the due day have passed unless the debt was claimed since (188, 195)', () => {
    expect(found('loan-complaint', sued)[0]).toContain('stop dueOn 《民法典》第一百八十八条')
    expect(found('loan-complaint', { ...sued, demandedOn: '2025-06-01' }).join()).toContain('note demandedOn')
  })
  test('interest that was not agreed cannot be claimed (24), and a sum beyond the debt is stopped', () => {
    expect(found('loan-complaint', { ...sued, claimInterest: 'agreed' }).join()).toContain(
      'stop claimInterest',
    )
    expect(found('loan-complaint', { ...sued, repaid: '4000' })).toContain('stop claim null')
    expect(found('loan-complaint', { ...sued, repaid: '4000', claim: '6000' }).join()).not.toContain(
      ' claim ',
    )
  })
})

describe('support agreement', () => {
  test.each([
    ['女儿不再承担赡养义务', '第一千零六十七条'],
    ['大儿子放弃继承，因此不出钱', '第十九条'],
    ['老人不得再婚', '第二十一条'],
    ['老人的房子归大儿子', '第二十二条'],
  ])('“%s” is stopped by the law that forbids it', (more, article) => {
    const lines = found('support-agreement', { child1: '王示例', more })
    expect(lines.filter((line) => line.startsWith('stop more')).join()).toContain(article)
  })
  test.each(['土地由大儿子耕种，收益归老人', '房子漏雨由大儿子修', '过年一起吃饭'])(
    '“%s” is let be',
    (more) => {
      expect(found('support-agreement', { child1: '王示例', more }).join()).not.toContain('stop')
    },
  )
  test('without the consent of the old person there is no agreement (20)', () => {
    expect(found('support-agreement', { agreed: 'no' })).toContain('stop agreed 《老年人权益保障法》第二十条')
  })
})
