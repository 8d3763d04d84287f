/** @file The rule that flags what rests on a law that changed: which end counts, past or to come. */
import { expect, test } from 'vitest'
import { lawChange } from '../../contracts/law-change.ts'

const ended = { law: 'law-a', effectiveTo: '2026-08-15' }
const inForce = { law: 'law-a' }
const coming = { law: 'law-a', effectiveTo: '2027-01-01' }
const _updatedAt = '2026-06-30T16:30:00Z'

test.each([
  ['an edition ended after the check', [ended, inForce], ['law-a'], '2026-01-01', '2026-08-15'],
  ['it ended the day after the check', [ended], ['law-a'], '2026-08-14', '2026-08-15'],
  ['the check was made on the first day of the new text', [ended, inForce], ['law-a'], '2026-08-15', null],
  ['the check was made after it', [ended], ['law-a'], '2026-09-01', null],
  [
    'no check is written down, and the last change was before the end',
    [ended],
    ['law-a'],
    undefined,
    '2026-08-15',
  ],
  [
    'no check is written down, and the last change was after the end',
    [{ ...ended, effectiveTo: '2026-07-01' }],
    ['law-a'],
    undefined,
    null,
  ],
  ['the law is not cited', [ended], ['law-b'], '2026-01-01', null],
  ['nothing is cited', [ended], [], '2026-01-01', null],
  ['no edition has an end', [inForce, { law: 'law-a', effectiveTo: null }], ['law-a'], '2026-01-01', null],
  ['two end, the first counts', [coming, ended], ['law-a'], '2026-01-01', '2026-08-15'],
  ['one ended before the check and one is to end', [coming, ended], ['law-a'], '2026-09-01', '2027-01-01'],
  [
    'the first end is of another cited law',
    [coming, { ...ended, law: 'law-b' }],
    ['law-a', 'law-b'],
    '2026-01-01',
    '2026-08-15',
  ],
] as const)('%s', (_name, editions, laws, checkedOn, endsOn) => {
  expect(lawChange(editions, { laws, _updatedAt, ...(checkedOn ? { checkedOn } : {}) })?.endsOn ?? null).toBe(
    endsOn,
  )
})
