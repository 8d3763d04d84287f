/** @file When a screen needs somebody: each rule at both of its edges, opened once, closed by itself. */
import { describe, expect, test } from 'vitest'
import type { Health } from '../../contracts/messages.ts'
import { litSince } from '../../scheduler/alerts/hours.ts'
import { alertKinds, calm, rules, step, type Observed, type Verdict } from '../../scheduler/alerts/rules.ts'
import type { ScreenStatus, Vitals } from '../../scheduler/fleet/status.ts'
import { monday } from './clock.ts'

const minute = 60_000

const health: Health = {
  luminance: 90,
  asleep: false,
  cacheBytes: 1,
  cacheBytesMax: 100,
  clockTrusted: true,
  heapMb: 30,
  upSeconds: 100,
  problems: [],
}

const vitals = (more: Partial<Vitals> = {}): Vitals => ({
  at: monday,
  health,
  darkBeats: 0,
  noticed: [],
  ...more,
})

const status = (more: Partial<ScreenStatus> = {}): ScreenStatus => ({
  screen: 'screen-1',
  online: true,
  lastSeenAt: monday,
  nowPlaying: null,
  appliedRevision: 5,
  offsetMs: 0,
  assetsMissing: 0,
  version: '1',
  vitals: vitals(),
  ...more,
})

const observed = (more: Partial<Observed> = {}): Observed => ({
  now: monday,
  litSince: 0,
  heardAt: monday,
  silentMinutes: 10,
  revision: 5,
  status: status(),
  proofBrokenAt: null,
  gap: null,
  ...more,
})

const told = (more: Partial<ScreenStatus>): Partial<Observed> => ({ status: status(more) })
const vital = (more: Partial<Vitals>): Partial<Observed> => told({ vitals: vitals(more) })
const box = (temperatureC: number | null, diskFreeBytes = 9e9, at = monday): Partial<Observed> =>
  told({ box: { at, temperatureC, diskFreeBytes, uptimeSeconds: 1 } })
const noticed = (kind: Vitals['noticed'][number]['kind'], count: number, ago = 0): Partial<Observed> =>
  vital({ noticed: [{ kind, count, until: monday - ago, note: '' }] })
const silentFor = (ms: number, more: Partial<Observed> = {}): Partial<Observed> => ({
  ...told({ online: false }),
  heardAt: monday - ms,
  ...more,
})

const cases: Record<(typeof alertKinds)[number], [string, Partial<Observed>, 'bad' | 'well' | 'unknown'][]> =
  {
    silent: [
      ['online', {}, 'well'],
      ['away for its minutes', silentFor(10 * minute), 'unknown'],
      ['away for longer', silentFor(10 * minute + 1), 'bad'],
      ['away for longer than a bound of its own', silentFor(3 * minute + 1, { silentMinutes: 3 }), 'bad'],
      ['asleep by its hours', silentFor(60 * minute, { litSince: null }), 'unknown'],
      ['lit only since a moment', silentFor(600 * minute, { litSince: monday - minute }), 'unknown'],
      ['lit since long and still away', silentFor(600 * minute, { litSince: monday - 11 * minute }), 'bad'],
      ['never seen', { status: null, heardAt: monday - 11 * minute }, 'bad'],
    ],
    black: [
      ['with a bright picture', {}, 'well'],
      ['twice black', vital({ darkBeats: 2 }), 'unknown'],
      ['three times black', vital({ darkBeats: 3 }), 'bad'],
      ['black when it left', told({ online: false, vitals: vitals({ darkBeats: 9 }) }), 'unknown'],
    ],
    clock: [
      ['right', {}, 'well'],
      ['2 s behind', told({ offsetMs: -2_000 }), 'unknown'],
      ['more than 2 s behind', told({ offsetMs: -2_001 }), 'bad'],
      ['more than 2 s before', told({ offsetMs: 2_001 }), 'bad'],
      ['a little off', told({ offsetMs: 999 }), 'well'],
      ['not trusted', vital({ health: { ...health, clockTrusted: false } }), 'bad'],
    ],
    cache: [
      ['complete', {}, 'well'],
      ['lacking one', told({ assetsMissing: 1 }), 'bad'],
      ['lacking when it left', told({ online: false, assetsMissing: 1 }), 'unknown'],
    ],
    storage: [
      ['with room', box(null), 'well'],
      ['told by the player', noticed('storage-full', 1), 'bad'],
      ['told by the player long ago', noticed('storage-full', 1, 16 * minute), 'well'],
      ['on the box', box(null, 299e6), 'bad'],
      ['scarce on the box', box(null, 400e6), 'unknown'],
      ['on the box, told long ago', box(null, 1e6, monday - 31 * minute), 'well'],
    ],
    behind: [
      ['on the newest', {}, 'well'],
      ['on an older one', told({ appliedRevision: 4 }), 'bad'],
      ['on a newer one, as after a restored backup', told({ appliedRevision: 6 }), 'well'],
      ['on an older one when it left', told({ online: false, appliedRevision: 4 }), 'unknown'],
    ],
    problems: [
      ['none', {}, 'well'],
      ['two recoveries', noticed('film-stuck', 2), 'well'],
      ['four recoveries', noticed('frozen', 4), 'unknown'],
      ['five recoveries', noticed('memory', 5), 'bad'],
      ['of a kind that no watchdog mends', noticed('asset-missing', 50), 'well'],
    ],
    proof: [
      ['whole', {}, 'well'],
      ['broken', { proofBrokenAt: monday }, 'bad'],
      ['broken a day ago', { proofBrokenAt: monday - 24 * 60 * minute }, 'well'],
    ],
    gap: [
      ['without a gap', {}, 'well'],
      ['with one', { gap: { foundAt: monday, missing: 3, before: 9 } }, 'bad'],
      ['of one record', { gap: { foundAt: monday, missing: 1, before: 2 } }, 'bad'],
      [
        'that nobody filled in a week',
        { gap: { foundAt: monday - 7 * 24 * 60 * minute, missing: 3, before: 9 } },
        'well',
      ],
    ],
    temperature: [
      ['not told', {}, 'unknown'],
      ['of a box without a sensor', box(null), 'unknown'],
      ['cool', box(69), 'well'],
      ['warm', box(75), 'unknown'],
      ['hot', box(75.1), 'bad'],
      ['hot long ago', box(90, 9e9, monday - 31 * minute), 'unknown'],
    ],
  }

const wordOf = (verdict: Verdict) => (verdict === null ? 'unknown' : verdict === 'well' ? 'well' : 'bad')
const ruleOf = (kind: string) => {
  const found = rules.find((rule) => rule.kind === kind)
  if (!found) throw new Error(`no rule for ${kind}`)
  return found
}

test('there is one rule for every kind of alert', () => {
  expect(rules.map(({ kind }) => kind)).toEqual(alertKinds)
})

describe.each(alertKinds)('%s', (kind) => {
  test.each(cases[kind])('%s', (_name, more, expected) => {
    const verdict = ruleOf(kind).judge(observed(more))
    expect(wordOf(verdict)).toBe(expected)
    if (typeof verdict === 'object' && verdict) expect(verdict.bad).toMatch(/\p{Script=Han}/u)
  })
})

/** Runs through verdicts, one a minute. @returns whether it is open after each */
function run(kind: string, verdicts: string): string {
  let memory = calm
  return [...verdicts]
    .map((letter, index) => {
      const verdict: Verdict = letter === 'b' ? { bad: '' } : letter === 'w' ? 'well' : null
      memory = step(ruleOf(kind), memory, verdict, monday + index * minute)
      return memory.open ? 'o' : '.'
    })
    .join('')
}

describe('an alert', () => {
  test.each([
    // One letter a minute: b bad, w well, - nothing known.
    { why: 'opens at once where the rule itself waits', kind: 'silent', says: 'bb', is: 'oo' },
    { why: 'closes after it was well for its time', kind: 'silent', says: 'bwww', is: 'oo..' },
    { why: 'that flaps stays open, and is told once', kind: 'silent', says: 'bwbwbwww', is: 'oooooo..' },
    {
      why: 'opens only after its time without a break',
      kind: 'behind',
      says: 'bbbbwbbbbbb',
      is: '..........o',
    },
    {
      why: 'begins to wait anew when nothing was known between',
      kind: 'cache',
      says: 'b'.repeat(15) + '-b',
      is: '.'.repeat(17),
    },
    {
      why: 'opens after 15 minutes of a failing cache',
      kind: 'cache',
      says: 'b'.repeat(16),
      is: '.'.repeat(15) + 'o',
    },
    { why: 'stays as it is while nothing is known', kind: 'temperature', says: 'b---', is: 'oooo' },
    { why: 'is not closed by a moment of well', kind: 'problems', says: 'bw-w-w', is: 'oooooo' },
  ])('$why', ({ kind, says, is }) => {
    expect(run(kind, says)).toBe(is)
  })
})

describe('the hours of a screen', () => {
  const at = (text: string) => Date.parse(`2026-03-02T${text}+08:00`)
  const zone = 'Asia/Shanghai'
  const day = { from: '06:30', until: '21:00' }
  const night = { from: '18:00', until: '02:00' }
  test.each([
    { name: 'none: always lit', hours: undefined, now: '03:00:00', since: 0 },
    { name: 'begun', hours: day, now: '06:30:00', since: at('06:30:00') },
    { name: 'not begun', hours: day, now: '06:29:59', since: null },
    { name: 'over', hours: day, now: '21:00:00', since: null },
    { name: 'over midnight, before it', hours: night, now: '23:00:00', since: at('18:00:00') },
    {
      name: 'over midnight, after it',
      hours: night,
      now: '01:59:59',
      since: at('18:00:00') - 24 * 60 * minute,
    },
    { name: 'over midnight, by day', hours: night, now: '02:00:00', since: null },
    {
      name: 'that cannot be read: always lit',
      hours: { from: 'dawn', until: '21:00' },
      now: '03:00:00',
      since: 0,
    },
  ])('$name', ({ hours, now, since }) => {
    expect(litSince(hours, zone, at(now))).toBe(since)
  })
})
