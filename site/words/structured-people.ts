/**
 * @file A person and an office in schema.org's words. Pure.
 *
 * Only what the page itself shows; no ratings, no awards, no price. An office is a `LegalService`; a
 * person is a `Person` who works for it.
 */
import type { LocalDate } from '../../contracts/documents/index.ts'
import type { Named } from '../preferences/roster.ts'

interface KnownPerson {
  name: string
  licenceNumber: string
  officePhone: string
  office: Named | null
  county: { title: string } | null
  expertise: readonly Named[]
}

interface KnownOffice {
  title: string
  address: string
  phone: string
  licenceNumber: string | null
  county: { title: string } | null
  checkedOn: LocalDate
}

type SchemaRecord = Readonly<Record<string, unknown>>

const context = 'https://schema.org'
const licence = (value: string) => ({ '@type': 'PropertyValue', name: '执业证号', value })
const area = (county: { title: string } | null) =>
  county ? { areaServed: { '@type': 'AdministrativeArea', name: county.title } } : {}

export function personRecord(person: KnownPerson, jobTitle: string): SchemaRecord {
  const { name, licenceNumber, officePhone, office, county, expertise } = person
  return {
    '@context': context,
    '@type': 'Person',
    name,
    jobTitle,
    identifier: licence(licenceNumber),
    knowsAbout: expertise.map(({ title }) => title),
    ...(office && {
      worksFor: { '@type': 'LegalService', name: office.title, telephone: officePhone, ...area(county) },
    }),
  }
}

export function officeRecord(office: KnownOffice): SchemaRecord {
  const { title, address, phone, licenceNumber, county } = office
  return {
    '@context': context,
    '@type': 'LegalService',
    name: title,
    telephone: phone,
    address,
    ...area(county),
    ...(licenceNumber !== null && { identifier: { ...licence(licenceNumber), name: '执业许可证号' } }),
  }
}
