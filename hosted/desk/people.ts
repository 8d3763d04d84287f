/**
 * @file Who acts, and in whose place: identity as the service tells it, stages and county as the accepted rules
 * have them. Pure.
 */
import type { ReviewPerson } from '../../contracts/documents/review.ts'
import type { Instant } from '../../contracts/part.ts'
import { peopleOf, standsInFor, type PolicyRules } from '../../contracts/review/policy.ts'
import type { Absent, Actor } from '../../contracts/review/rule.ts'
import type { Identity } from '../service/identity.ts'

const countyOf = ({ county }: ReviewPerson): string | null => county?._ref ?? null

/** @param accepted the accepted rules as a document; null: none */
export function actorOf(identity: Identity, accepted: unknown): Actor {
  const { id, name, isPerson, isAdministrator } = identity
  const person = peopleOf(accepted).find((one) => one.id === id)
  if (!person) return { id, name, county: null, stages: [], isPerson, isAdministrator }
  const { name: known, stages } = person
  return { id, name: known, county: countyOf(person), stages, isPerson, isAdministrator }
}

/** Those whose places the actor may take at this instant. @param at Unix ms */
export function absentOf(actor: Actor, policy: PolicyRules, accepted: unknown, at: Instant): Absent[] {
  const people = peopleOf(accepted)
  return standsInFor(policy, actor.id, at).flatMap(({ from }) => {
    const person = people.find((one) => one.id === from)
    return person ? [{ ...person, county: countyOf(person) }] : []
  })
}

/** Whoever may write at the service, or is named by the rules, takes part in review. */
export function takesPart({ id, roles }: Identity, accepted: unknown): boolean {
  return roles.some((role) => role !== 'viewer') || peopleOf(accepted).some((person) => person.id === id)
}
