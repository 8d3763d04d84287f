/** @file The rule of review: whatever people try, in whatever order, nothing passes that three have not approved. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reviewStages, type ReviewStage } from '../../contracts/documents/review.ts'
import { reviewedText } from '../../contracts/review/content.ts'
import { inKeyPeriod, policyOf, stagesFor, type PolicyRules } from '../../contracts/review/policy.ts'
import {
  close,
  isApproved,
  takeStep,
  type Actor,
  type Facts,
  type Trail,
  type Wish,
} from '../../contracts/review/rule.ts'

const at = Date.parse('2026-11-22T08:00:00Z')
const subject = { id: 's', type: 'slogan', title: '标语', county: 'county-a' }
const stageSets: readonly (readonly ReviewStage[])[] = [
  [],
  ['first'],
  ['second'],
  ['final'],
  ['extra', 'final'],
  reviewStages,
]
const person = (id: string, stages: readonly ReviewStage[], county: string | null = null): Actor => ({
  ...{ id, name: id, county, stages, isPerson: true, isAdministrator: false },
})

const people = fc.array(
  fc.record({
    stages: fc.constantFrom(...stageSets),
    county: fc.constantFrom(null, 'county-a', 'county-b'),
  }),
  { minLength: 2, maxLength: 6 },
)
const deeds = fc.array(
  fc.record({
    who: fc.nat(5),
    kind: fc.constantFrom<Wish['kind'] | 'edit' | 'publish'>(
      ...([
        'submit',
        'recall',
        'approve',
        'approve',
        'approve',
        'approve',
        'reject',
        'comment',
        'edit',
        'publish',
      ] as const),
    ),
    text: fc.nat(2),
  }),
  { minLength: 5, maxLength: 40 },
)
const policies = fc.constantFrom<PolicyRules>(
  { levels: 3 },
  { levels: 1 },
  { levels: 2, keyPeriod: { isOn: true } },
  { levels: 3, keyPeriod: { isOn: true } },
)

test('what is approved was approved at every stage by as many people, none of whom wrote it', () => {
  let passed = 0
  fc.assert(
    fc.property(people, deeds, policies, (cast, acts, policy) => {
      const actors = cast.map(({ stages, county }, index) => person(`p${index}`, stages, county))
      let trail: Trail | null = null
      let [hash, authors] = ['h0', new Set<string>()]
      /** Key of a step → who had written when it was taken; words that stay the same stay approved. */
      const wrote = new Map<string, ReadonlySet<string>>()
      for (const [index, { who, kind, text }] of acts.entries()) {
        const actor = actors[who % actors.length] ?? person('nobody', [])
        if (kind === 'edit') {
          hash = `h${text}`
          authors.add(actor.id)
          continue
        }
        if (kind === 'publish') {
          if (!isApproved(trail, hash, { policy, at, content: subject })) continue
          passed++
          const round = trail?.steps.slice(trail.steps.findLastIndex((step) => step.kind === 'submit')) ?? []
          const approvals = round.filter((step) => step.kind === 'approve')
          const stages = stagesFor(policy, subject, at)
          expect(approvals.map(({ stage }) => stage)).toEqual(stages)
          expect(new Set(approvals.map(({ by }) => by)).size).toBe(stages.length)
          for (const { _key, by, hash: seen, stage } of approvals) {
            expect(seen).toBe(hash)
            expect(wrote.get(_key)?.has(by)).toBe(false)
            const approver = actors.find(({ id }) => id === by)
            expect(approver?.stages).toContain(stage)
            expect(approver?.county).not.toBe('county-b')
          }
          trail = close(trail, 'publish', { actor, subject, at }, { key: `k${index}`, hash })
          authors = new Set()
          continue
        }
        const copy = { id: 'drafts.s', rev: hash, hash, authors: [...authors], isUrgent: false }
        const facts: Facts = { actor, absent: [], subject, copy, policy, at }
        const outcome = takeStep(trail, { kind, words: '意见' }, facts, `k${index}`)
        if (!('trail' in outcome)) continue
        trail = outcome.trail
        wrote.set(`k${index}`, new Set(authors))
      }
    }),
    { numRuns: 4_000 },
  )
  // Otherwise nothing of this was put to the test.
  expect(passed).toBeGreaterThan(20)
})

describe('the text that an approval is bound to', () => {
  const digest = (asset: string) => `sha of ${asset}`
  const slogan = { _id: 'drafts.s', _type: 'slogan', _rev: '1', _updatedAt: 'x', text: '标语' }

  test('is the same for draft, release and published, and another for one byte more', () => {
    const text = reviewedText('s', slogan, digest)
    expect(reviewedText('s', { ...slogan, _id: 's', _rev: '2', _createdAt: 'y', _system: {} }, digest)).toBe(
      text,
    )
    expect(reviewedText('s', { ...slogan, text: '标语 ' }, digest)).not.toBe(text)
    expect(reviewedText('t', slogan, digest)).not.toBe(text)
  })

  test('a reference that publishing makes strong is the same reference', () => {
    const topic = { _type: 'reference', _ref: 't' }
    const before = { ...slogan, topic: { ...topic, _weak: true, _strengthenOnPublish: { type: 'topic' } } }
    expect(reviewedText('s', before, digest)).toBe(reviewedText('s', { ...slogan, topic }, digest))
    expect(reviewedText('s', { ...slogan, topic: { ...topic, _weak: true } }, digest)).not.toBe(
      reviewedText('s', { ...slogan, topic }, digest),
    )
  })

  test('holds the bytes of pictures, not their names alone', () => {
    const asset = { _type: 'reference', _ref: `image-${'0'.repeat(40)}-1x1-png` }
    const picture = { ...slogan, picture: { _type: 'image', asset } }
    expect(reviewedText('s', picture, () => 'a')).not.toBe(reviewedText('s', picture, () => 'b'))
  })
})

describe('the bureau’s rules', () => {
  test.each([
    [{ levels: 3 }, ['first', 'second', 'final']],
    [{ levels: 2 }, ['first', 'final']],
    [{ levels: 1 }, ['final']],
    [{ levels: 3, keyPeriod: { isOn: true } }, ['first', 'second', 'extra', 'final']],
    [{ levels: 1, keyPeriod: { isOn: true } }, ['extra', 'final']],
    [{ levels: 3, exceptions: [{ _key: 'a', types: ['slogan'], levels: 1 }] }, ['final']],
    [{ levels: 3, exceptions: [{ _key: 'a', types: ['notice'], levels: 1 }] }, ['first', 'second', 'final']],
    [{ levels: 0 }, ['first', 'second', 'final']],
    [{ levels: 'none' }, ['first', 'second', 'final']],
    [null, ['first', 'second', 'final']],
    [{ levels: 1, exceptions: [{ _key: 'a', levels: -1 }] }, ['final']],
  ])('%j asks for %j', (document, stages) => {
    expect(stagesFor(policyOf(document), subject, at)).toEqual(stages)
  })

  test('the narrowest exception counts: type and county before county before type', () => {
    const county = { _type: 'reference' as const, _ref: 'county-a' }
    const broad = { _key: 't', _type: 'reviewException' as const, types: ['slogan'], levels: 2 as const }
    const own = { _key: 'c', _type: 'reviewException' as const, county, levels: 1 as const }
    const both = { ...broad, ...own, levels: 3 as const }
    expect(stagesFor({ levels: 3, exceptions: [broad, own] }, subject, at)).toEqual(['final'])
    expect(stagesFor({ levels: 1, exceptions: [broad, own, both] }, subject, at)).toHaveLength(3)
    expect(stagesFor({ levels: 3, exceptions: [own] }, { ...subject, county: null }, at)).toHaveLength(3)
  })

  test('a key period ends at its hour, by itself', () => {
    const rules: PolicyRules = { levels: 3, keyPeriod: { isOn: true, until: '2026-11-22T08:00:00Z' } }
    expect(inKeyPeriod(rules, at - 1)).toBe(true)
    expect(inKeyPeriod(rules, at)).toBe(false)
  })
})
