/** @file May I have legal aid: one rule of 法律援助法 a row. */
import { describe, expect, test } from 'vitest'
import { answersText, consistent, nextQuestion, parseAnswers, type Answers } from '../../site/aid/answers.ts'
import { assess, verdictTitles, type Verdict } from '../../site/aid/assess.ts'
import { grounds, groups, incomes, matters, type MatterId } from '../../site/aid/matters.ts'

const line = { yuanPerMonth: 1200, basis: '示例依据' }
const none = { ground: 'none', group: 'none' } as const

describe('the outcome', () => {
  test.each<[string, Answers, Verdict, string]>([
    [
      '32 (4): victims of violence, whatever the matter',
      { matter: 'other', ground: 'violence' },
      'likely',
      '第32条第4项',
    ],
    ['32 (2): who helped others', { matter: 'injury', ground: 'brave' }, 'likely', '第32条第2项'],
    [
      '32 (3): acquitted on retrial',
      { matter: 'stateCompensation', ground: 'acquittal' },
      'likely',
      '第32条第3项',
    ],
    ['32 (1): next of kin of heroes', { matter: 'other', ground: 'hero' }, 'likely', '第32条第1项'],
    [
      '42 (1): without income',
      { matter: 'support', ground: 'none', group: 'noIncome' },
      'likely',
      '第42条第1项',
    ],
    ['42 (2): on relief', { matter: 'pension', ground: 'none', group: 'relief' }, 'likely', '第42条第2项'],
    [
      '42 (3): wages of a migrant',
      { matter: 'wages', ground: 'none', group: 'migrant' },
      'likely',
      '第42条第3项',
    ],
    [
      '42 (3): injury of a migrant',
      { matter: 'workInjury', ground: 'none', group: 'migrant' },
      'likely',
      '第42条第3项',
    ],
    ['34: within the line', { matter: 'wages', ...none, income: 'within' }, 'likely', '1200元'],
    ['34: above the line is no flat no', { matter: 'wages', ...none, income: 'above' }, 'ask', '第41条'],
    ['41: who cannot tell may promise', { matter: 'injury', ...none, income: 'unsure' }, 'ask', '诚信承诺'],
    ['24, 25: defence', { matter: 'defence' }, 'ask', '第25条'],
    ['31: not listed', { matter: 'other', ground: 'none' }, 'outside', '第31条第9项'],
  ])('%s', (_rule, answers, verdict, words) => {
    const found = assess(answers, line)
    expect(found?.verdict).toBe(verdict)
    expect(found?.reasons.join()).toContain(words)
  })

  test.each<[MatterId, string]>([
    ['stateCompensation', '第31条第1项'],
    ['insurance', '第31条第2项'],
    ['pension', '第31条第3项'],
    ['support', '第31条第4项'],
    ['wages', '第31条第5项'],
    ['capacity', '第31条第6项'],
    ['workInjury', '第31条第7项'],
    ['injury', '第31条第7项'],
    ['environment', '第31条第8项'],
    ['retrial', '第33条'],
    ['crimeVictim', '第29条'],
  ])('%s rests on %s', (matter, article) => {
    expect(assess({ matter, ...none, income: 'within' }, line)?.reasons[0]).toContain(article)
  })

  test('without a line of the province nobody is asked about income, and a promise is enough to ask', () => {
    const answers: Answers = { matter: 'wages', ...none }
    expect(nextQuestion(answers, false)).toBeNull()
    const found = assess(answers, null)
    expect(found?.verdict).toBe('ask')
    expect(found?.reasons.join()).toMatch(/省里定.*第34条.*诚信承诺.*第41条/)
  })

  test('who need not show hardship is not told to bring proof of it', () => {
    const papers = (answers: Answers) => assess(answers, line)?.papers.join() ?? ''
    expect(papers({ matter: 'other', ground: 'violence' })).not.toContain('经济困难')
    expect(papers({ matter: 'wages', ground: 'none', group: 'migrant' })).not.toContain('经济困难')
    expect(papers({ matter: 'wages', ...none, income: 'within' })).toContain('经济困难')
  })
})

/** Every way through the questions, with and without a line. */
function everyOutcome(): { answers: Answers; hasLine: boolean }[] {
  const open: { answers: Answers; hasLine: boolean }[] = [true, false].map((hasLine) => ({
    answers: {},
    hasLine,
  }))
  const ended: typeof open = []
  const choices = { matter: matters, ground: grounds, group: groups, income: incomes }
  for (const { answers, hasLine } of open) {
    const next = nextQuestion(answers, hasLine)
    if (next === null) ended.push({ answers, hasLine })
    else for (const { id } of choices[next]) open.push({ answers: { ...answers, [next]: id }, hasLine })
  }
  return ended
}

test('every way ends with a reason, papers and a way on; none is a flat no', () => {
  const all = everyOutcome()
  expect(all.length).toBeGreaterThan(100)
  const seen = new Set<Verdict>()
  for (const { answers, hasLine } of all) {
    const found = assess(answers, hasLine ? line : null)
    expect(found, JSON.stringify(answers)).not.toBeNull()
    if (!found) continue
    seen.add(found.verdict)
    for (const list of [found.reasons, found.papers, found.ways]) {
      expect(list.length).toBeGreaterThan(0)
      for (const text of list) expect(text, JSON.stringify(answers)).not.toBe('')
    }
    expect([...found.reasons, ...found.ways].join()).not.toMatch(/不能申请|不符合条件|undefined/)
  }
  expect([...seen].sort()).toEqual(Object.keys(verdictTitles).sort())
})

describe('the questions', () => {
  test.each<[string, Answers, boolean, ReturnType<typeof nextQuestion>]>([
    ['the matter comes first', {}, true, 'matter'],
    ['no hardship comes before any income (32)', { matter: 'wages' }, true, 'ground'],
    ['no check comes before income (42)', { matter: 'wages', ground: 'none' }, true, 'group'],
    ['income comes last', { matter: 'wages', ...none }, true, 'income'],
    ['violence ends the questions', { matter: 'wages', ground: 'violence' }, true, null],
    ['an unlisted matter asks no income', { matter: 'other', ground: 'none' }, true, null],
    ['defence asks nothing more', { matter: 'defence' }, true, null],
  ])('%s', (_rule, answers, hasLine, next) => {
    expect(nextQuestion(answers, hasLine)).toBe(next)
  })

  test('a changed early answer leaves no late one behind', () => {
    const given: Answers = { matter: 'wages', ground: 'violence', group: 'migrant', income: 'above' }
    expect(consistent(given, true)).toEqual({ matter: 'wages', ground: 'violence' })
    expect(consistent({ ...given, matter: 'defence' }, true)).toEqual({ matter: 'defence' })
  })

  test('the migrant’s rule is about wages and work injuries alone (42 (3))', () => {
    const given: Answers = { matter: 'support', ground: 'none', group: 'migrant' }
    expect(consistent(given, true)).toEqual({ matter: 'support', ground: 'none' })
    expect(consistent({ ...given, matter: 'workInjury' }, true).group).toBe('migrant')
  })
})

describe('the fragment', () => {
  test('carries every way there and back, so that an adviser’s link shows the same result', () => {
    for (const { answers } of everyOutcome())
      expect(parseAnswers(`#${answersText(answers)}`)).toEqual(answers)
  })

  test('what it does not know is passed over', () => {
    expect(parseAnswers('#matter=<script>&ground=none&constructor=1')).toEqual({ ground: 'none' })
    expect(parseAnswers('#main')).toEqual({})
  })
})
