/**
 * @file What a resident has chosen, as it stands behind the `#` of an address. Pure.
 *
 * Browsers do not send that part of an address, so a choice of lawyers, and what it is about, stay on the
 * phone and in the links that the resident hands on. Reading never fails: what it cannot read it leaves out.
 */
import type { LocalDate } from '../../contracts/documents/index.ts'

/** Two or more, as the practice of 点援 asks; more than five help nobody to decide. */
export const preferencesMin = 2
export const preferencesMax = 5

export const steps = [1, 2, 3, 4, 5] as const
/** 1 what about, 2 where, 3 who, 4 in which order, 5 the sheet. */
export type Step = (typeof steps)[number]

export interface Preferences {
  step: Step
  /** Slug of a topic; `any` for another matter, null while nothing is chosen. */
  topic: string | null
  /** Code of a county, `any`, or null while nothing is chosen. */
  county: string | null
  /** Slugs of people, the most wanted first; no slug twice. */
  people: readonly string[]
  /** Day on which the sheet was made. */
  madeOn: LocalDate | null
}

export const anything = 'any'
const fragmentLengthMax = 1_000

/** @param fragment with or without its `#` */
export function readPreferences(fragment: string): Preferences {
  const given = new URLSearchParams(fragment.replace(/^#/, '').slice(0, fragmentLengthMax))
  const people = [...new Set((given.get('p') ?? '').split(',').filter((slug) => slug !== ''))]
  const topic = given.get('t') || null
  const made = given.get('d') ?? ''
  const named = steps.find((step) => String(step) === given.get('s'))
  return {
    step: named ?? (people.length > 0 ? 4 : topic === null ? 1 : 2),
    topic,
    county: given.get('c') || null,
    people: people.slice(0, preferencesMax),
    madeOn: /^\d{4}-\d{2}-\d{2}$/.test(made) ? made : null,
  }
}

/** @returns what stands behind the `#`; a person's comma stays legible for the length of the QR code */
export function writePreferences(state: Partial<Preferences>): string {
  const { step, topic, county, people = [], madeOn } = state
  const parts = [
    ['s', step === undefined ? null : String(step)],
    ['t', topic],
    ['c', county],
    ['p', people.length === 0 ? null : people.map(encodeURIComponent).join(',')],
    ['d', madeOn],
  ] as const
  return parts
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}=${name === 'p' ? value : encodeURIComponent(value ?? '')}`)
    .join('&')
}

/** The same list with one more at its end; unchanged when it is full or has this person already. */
export function withPerson(people: readonly string[], slug: string): readonly string[] {
  return people.includes(slug) || people.length >= preferencesMax ? people : [...people, slug]
}

export function withoutPerson(people: readonly string[], slug: string): readonly string[] {
  return people.filter((each) => each !== slug)
}

/** The same list with one person a place further up (-1) or down (1). */
export function movedBy(people: readonly string[], slug: string, places: -1 | 1): readonly string[] {
  const from = people.indexOf(slug)
  const to = from + places
  const other = people[to]
  if (from === -1 || other === undefined) return people
  return people.map((each, at) => (at === from ? other : at === to ? slug : each))
}

/** Splits the chosen slugs into people that the list knows, in their order, and the rest. */
export function settle<Person extends { slug: string }>(
  slugs: readonly string[],
  roster: readonly Person[],
): { known: readonly Person[]; unknown: readonly string[] } {
  const bySlug = new Map(roster.map((person) => [person.slug, person]))
  return {
    known: slugs.flatMap((slug) => bySlug.get(slug) ?? []),
    unknown: slugs.filter((slug) => !bySlug.has(slug)),
  }
}
