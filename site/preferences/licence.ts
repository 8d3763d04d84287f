/**
 * @file Is this really a lawyer? Looks a name or a licence number up in the public list. Pure.
 *
 * Only whole names and whole numbers match: half a name that “is found” would vouch for a stranger.
 */
import type { RosterPerson } from './roster.ts'

export type LicenceFinding =
  /** Nothing was typed, or only a family name. */
  | { kind: 'tooShort' }
  /** More than one where people share a name. */
  | { kind: 'found'; by: 'name' | 'licence'; people: readonly RosterPerson[] }
  | { kind: 'missing' }

const typedLengthMax = 60
const numberLengthMin = 4
/** What is said after a name and is no part of it. */
const titles = /(?:大?律师|主任|老师|先生|女士|法律工作者|法律服务工作者)$/

/** Full-width becomes half-width, and blanks, dots and dashes of all kinds go; letters are made small. */
export function normalised(text: string): string {
  return text
    .slice(0, typedLengthMax)
    .normalize('NFKC')
    .replaceAll(/[\s\u200b\u00ad.·•・‧∙]/gu, '')
    .replaceAll(/[‐‑‒–—―−－ー_]/gu, '-')
    .toLowerCase()
}

/** A licence number without what people put before and between: 执业证号, 第…号, dashes. */
function numberOf(text: string): string {
  return normalised(text)
    .replace(/^(?:律师)?(?:执业证书?)?(?:编号|号码|号)?[:第]?/u, '')
    .replace(/号$/u, '')
    .replaceAll('-', '')
}

/** A name without a remark in brackets behind it. */
const bareName = (text: string) => normalised(text).replace(/\([^)]*\)$/u, '')

/** @param typed a full name or a licence number, as a person types it */
export function checkLicence(typed: string, people: readonly RosterPerson[]): LicenceFinding {
  const number = numberOf(typed)
  const name = bareName(typed)
  const person = name.replace(titles, '')
  if (person.length < 2 || (/^\d+$/.test(number) && number.length < numberLengthMin))
    return { kind: 'tooShort' }
  const byLicence = people.filter(({ licenceNumber }) => numberOf(licenceNumber) === number)
  if (byLicence.length > 0) return { kind: 'found', by: 'licence', people: byLicence }
  const byName = people.filter((each) => [name, person].includes(bareName(each.name)))
  return byName.length > 0 ? { kind: 'found', by: 'name', people: byName } : { kind: 'missing' }
}
