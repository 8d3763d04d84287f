/** @file What the papers write: the blank form, the filled document, and no word that was not typed. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { missing } from '../../site/papers/checks/writing.ts'
import { papers } from '../../site/papers/kinds.ts'
import { plainText } from '../../site/papers/plain-text.ts'
import { matters } from '../../site/papers/read.ts'
import { blanksOf, type Blank, type Paper, type Values } from '../../site/papers/shape.ts'

const facts = { today: '2026-11-22', loanPrimeRate: { percent: 3, publishedOn: '2026-11-20' } }

function sample(blank: Blank, option = 0): string {
  switch (blank.kind) {
    case 'choice':
      return blank.options[option % blank.options.length]?.value ?? ''
    case 'money':
      return '1234.5'
    case 'date':
      return '2026-10-15'
    case 'percent':
      return '6.5'
    case 'count':
      return '5'
    default:
      return `某${blank.name}`
  }
}

/** Every blank filled, each choice with its first or its last option. */
const full = (paper: Paper, option: number): Values =>
  Object.fromEntries(blanksOf(paper).map((blank) => [blank.name, sample(blank, option)]))

describe.each(papers.map((paper) => ({ slug: paper.slug, paper })))('$slug', ({ paper }) => {
  test('an empty form can be printed and filled by hand: lines for every required blank, a place to sign', () => {
    const text = plainText(paper.compose({}))
    expect(text.match(/＿{3,}/g)?.length).toBeGreaterThan(8)
    expect(text).toContain('签名、按指印')
    expect(text).not.toMatch(/undefined|null|NaN|[{}]/)
  })

  test.each([0, 1, 2, 3])(
    'filled (choice %i), it holds what was typed and no open line but the signatures',
    (option) => {
      const values = full(paper, option)
      const text = plainText(paper.compose(values))
      for (const blank of blanksOf(paper))
        if (blank.kind === 'text' && blank.required && matters(blank, values))
          expect(text).toContain(values[blank.name])
      expect(text).not.toMatch(/undefined|null|NaN|[{}□]/)
      const open = text.split('\n').filter((line) => line.includes('＿') && !/签名|盖章|副本/.test(line))
      expect(open).toEqual([])
      expect(missing(paper.groups, values)).toEqual([])
    },
  )

  test('figures and capitals stand for the same amount, because both come from one number', () => {
    const amount = blanksOf(paper).find(({ kind, required }) => kind === 'money' && required)
    const text = plainText(paper.compose(full(paper, 0)))
    expect(amount).toBeDefined()
    expect(text).toContain('1,234.50')
  })

  test('each blank has a name of its own, a help, and a condition that can come true', () => {
    const blanks = blanksOf(paper)
    expect(new Set(blanks.map(({ name }) => name)).size).toBe(blanks.length)
    for (const { name, help, when } of blanks) {
      expect(help.length, name).toBeGreaterThan(3)
      if (!when) continue
      const choice = blanks.find((blank) => blank.name === when.name)
      const values = choice?.kind === 'choice' ? choice.options.map(({ value }) => value) : []
      for (const value of when.is) expect(values, name).toContain(value)
    }
  })

  test('whatever is typed, composing and judging never fail, and judging points at blanks that exist', () => {
    const names = blanksOf(paper).map(({ name }) => name)
    const anyText = fc.oneof(
      fc.string(),
      fc.constantFrom('yes', 'no', 'rate', 'none', '2026-02-30', '9'.repeat(20), '0', '{lender}', '1万'),
    )
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), anyText), (values) => {
        expect(paper.compose(values).length).toBeGreaterThan(3)
        for (const { about, text } of paper.warnings(values, facts)) {
          expect(text).not.toMatch(/undefined|NaN/)
          if (about !== null) expect(names).toContain(about)
        }
      }),
      { numRuns: 200 },
    )
  })

  test('words in braces that a reader types are words, not blanks', () => {
    const [first] = blanksOf(paper).filter(({ kind, required }) => kind === 'text' && required)
    const text = plainText(paper.compose({ [first?.name ?? '']: '{signedOn}' }))
    expect(text).toContain('{signedOn}')
  })
})

test('no paper shows a mobile number or a statute by a number that no reader could look up', () => {
  for (const paper of papers) expect(JSON.stringify([paper.groups, paper.after])).not.toMatch(/1[3-9]\d{9}/)
})
