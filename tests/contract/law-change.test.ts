/** @file The rule that flags what rests on a law that changed. */
import { expect, test } from 'vitest'
import { lawChange } from '../../contracts/law-change.ts'

const ended = { law: 'law-a', effectiveTo: '2026-08-15' }
const inForce = { law: 'law-a' }

test.each([
  ['an edition ended after the check', [ended, inForce], ['law-a'], '2026-01-01', '2026-08-15'],
  ['it ended the day after the check', [ended], ['law-a'], '2026-08-14', '2026-08-15'],
  ['the check was made on the first day of the new text', [ended, inForce], ['law-a'], '2026-08-15', null],
  ['the check was made later', [ended], ['law-a'], '2026-09-01', null],
  ['nobody ever checked', [ended], ['law-a'], undefined, '2026-08-15'],
  ['the law is not cited', [ended], ['law-b'], '2026-01-01', null],
  ['nothing is cited', [ended], [], undefined, null],
  ['no edition has an end', [inForce, { law: 'law-a', effectiveTo: null }], ['law-a'], undefined, null],
  [
    'two ended, the first counts',
    [{ law: 'law-a', effectiveTo: '2027-01-01' }, ended],
    ['law-a'],
    '2026-01-01',
    '2026-08-15',
  ],
  [
    'one ended before the check and one ends after it',
    [{ law: 'law-a', effectiveTo: '2027-01-01' }, ended],
    ['law-a'],
    '2026-09-01',
    '2027-01-01',
  ],
] as const)('%s', (_name, editions, laws, checkedOn, endsOn) => {
  expect(lawChange(editions, laws, checkedOn)?.endsOn ?? null).toBe(endsOn)
})
