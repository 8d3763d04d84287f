/** @file What the bureau's rules ask of one content at one instant. Pure. */
import { reviewStages, type ReviewPerson, type ReviewPolicy, type ReviewStage } from '../documents/review.ts'

export type PolicyRules = Pick<ReviewPolicy, 'delegations' | 'exceptions' | 'keyPeriod' | 'levels'>

/** Without a policy. */
export const strictPolicy: PolicyRules = { levels: 3 }

const isLevels = (value: unknown): value is 1 | 2 | 3 => value === 1 || value === 2 || value === 3

/** A policy as it stands in the lake; what cannot be read asks for more, never for less. */
export function policyOf(document: unknown): PolicyRules {
  if (typeof document !== 'object' || document === null) return strictPolicy
  const { levels, exceptions, keyPeriod, delegations } = document as Partial<ReviewPolicy>
  return {
    levels: isLevels(levels) ? levels : 3,
    ...(Array.isArray(exceptions) ? { exceptions: exceptions.filter((one) => isLevels(one?.levels)) } : {}),
    ...(typeof keyPeriod === 'object' ? { keyPeriod } : {}),
    ...(Array.isArray(delegations) ? { delegations } : {}),
  }
}

export interface OfContent {
  type: string
  county: string | null
}

const stagesOf: Readonly<Record<1 | 2 | 3, readonly ReviewStage[]>> = {
  1: ['final'],
  2: ['first', 'final'],
  3: ['first', 'second', 'final'],
}

/** Whether a key period is in force. @param at Unix ms */
export function inKeyPeriod({ keyPeriod }: PolicyRules, at: number): boolean {
  if (!keyPeriod?.isOn) return false
  return keyPeriod.until === undefined || at < Date.parse(keyPeriod.until)
}

/** Whether this account may edit and publish in a key period. */
export const mayWorkInKeyPeriod = ({ keyPeriod }: PolicyRules, account: string): boolean =>
  keyPeriod?.mayWork?.includes(account) ?? false

/** The narrowest exception counts: by type and county, then by county, then by type. */
function levelsFor({ levels, exceptions = [] }: PolicyRules, { type, county }: OfContent): 1 | 2 | 3 {
  const width = (one: (typeof exceptions)[number]): number =>
    (one.county ? 2 : 0) + (one.types?.length ? 1 : 0)
  const fitting = exceptions
    .filter((one) => !one.types?.length || one.types.includes(type))
    .filter((one) => !one.county || one.county._ref === county)
    .sort((a, b) => width(b) - width(a))
  return fitting[0]?.levels ?? levels
}

/** The stages that a content goes through, in order. @param at Unix ms: a key period adds 加审 before 终审 */
export function stagesFor(policy: PolicyRules, content: OfContent, at: number): readonly ReviewStage[] {
  const stages = stagesOf[levelsFor(policy, content)]
  return inKeyPeriod(policy, at) ? [...stages.slice(0, -1), 'extra', ...stages.slice(-1)] : stages
}

/** Whose places this account takes at this instant: ids of the absent. @param at Unix ms */
export function standsInFor({ delegations = [] }: PolicyRules, account: string, at: number) {
  return delegations.filter(
    ({ to, since, until }) => to === account && Date.parse(since) <= at && at < Date.parse(until),
  )
}

/** The people that a policy names for a hosted project; whoever is not written down whole is passed over. */
export function peopleOf(document: unknown): ReviewPerson[] {
  const people = (document as Partial<ReviewPolicy> | null | undefined)?.people
  if (!Array.isArray(people)) return []
  return people.flatMap((one: Partial<ReviewPerson> | null): ReviewPerson[] => {
    if (typeof one?.id !== 'string' || typeof one.name !== 'string' || one.id === '') return []
    const told: readonly unknown[] = Array.isArray(one.stages) ? one.stages : []
    const stages = reviewStages.filter((stage) => told.includes(stage))
    return [{ id: one.id, name: one.name, stages, ...(one.county ? { county: one.county } : {}) }]
  })
}
