/**
 * @file The public list of people who give legal service, as `/data/lawyers.json` holds it. Pure.
 *
 * Only what the publicity rules allow: no mobile number, no ID, no ranking. The list stands in the
 * neutral order of one day. What is read from the network is checked here: a list that is not of this
 * shape counts as not read, and is never half shown.
 */
import type { LawyerCategory, LocalDate } from '../../contracts/documents/index.ts'
import { parseLocal } from '../../contracts/schedule/zone.ts'

export interface Named {
  title: string
  slug: string
}

export interface RosterPerson {
  name: string
  slug: string
  category: LawyerCategory
  categoryName: string
  licenceNumber: string
  office: Named | null
  officePhone: string
  county: (Named & { code: string }) | null
  expertise: readonly Named[]
  practisingSince: number | null
  yearlyAssessment: { year: number; result: string } | null
  /** Day on which a clerk last compared the record with the register. */
  checkedOn: LocalDate
}

export interface Roster {
  title: string
  publisher: string
  /** Day whose neutral order the list stands in. */
  orderOf: LocalDate
  people: readonly RosterPerson[]
}

/** More than any prefecture has; bounds what an odd answer can make the phone do. */
const peopleMax = 20_000

/** @returns null when the value is no such list */
export function readRoster(value: unknown): Roster | null {
  if (!isRecord(value) || !Array.isArray(value['people']) || value['people'].length > peopleMax) return null
  const { title, publisher, orderOf, people } = value
  if (typeof title !== 'string' || typeof publisher !== 'string' || typeof orderOf !== 'string') return null
  return people.every(isPerson) ? { title, publisher, orderOf, people } : null
}

/**
 * The people in the order of `today`. A copy of the list that was kept since an earlier day (offline, or
 * on a server without program) is turned by one place a day, so that nobody stands first for ever.
 */
export function inOrderOf(roster: Roster, today: LocalDate): readonly RosterPerson[] {
  const { people, orderOf } = roster
  const from = parseLocal(orderOf)
  const to = parseLocal(today)
  if (!from || !to || people.length === 0) return people
  const shift = (((to.day - from.day) % people.length) + people.length) % people.length
  return [...people.slice(shift), ...people.slice(0, shift)]
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isNamed = (value: unknown): value is Named =>
  isRecord(value) && typeof value['title'] === 'string' && typeof value['slug'] === 'string'

const texts = ['name', 'slug', 'category', 'categoryName', 'licenceNumber', 'officePhone', 'checkedOn']

function isPerson(value: unknown): value is RosterPerson {
  if (!isRecord(value) || texts.some((name) => typeof value[name] !== 'string')) return false
  const { office, county, expertise } = value
  return (
    (office === null || isNamed(office)) &&
    (county === null || (isNamed(county) && typeof (county as { code?: unknown }).code === 'string')) &&
    Array.isArray(expertise) &&
    expertise.every(isNamed)
  )
}
