/** @file Places and people: the document types of `contracts/documents/places.ts` as tables of kinds. */
import type { AnyDocument } from '../contracts/documents/index.ts'
import {
  amount,
  day,
  degrees,
  digits,
  flag,
  list,
  object,
  oneOf,
  optional,
  picture,
  reference,
  slug,
  text,
  whole,
  type FieldsOf,
} from './kinds.ts'

const county = reference('county')
const topics = list(reference('topic'))
const lunarDigit = whole(0, 9)
const year = whole(1949, 2100)
const optionalText = optional(text)
const position = object('geopoint', { lat: degrees, lng: degrees })

type PlaceType =
  | 'county'
  | 'township'
  | 'village'
  | 'lawOffice'
  | 'lawyer'
  | 'aidStation'
  | 'cultureSite'
  | 'siteSettings'
type Of<Type> = FieldsOf<Extract<AnyDocument, { _type: Type }>>

export const placeShapes: { readonly [Type in PlaceType]: Of<Type> } = {
  county: {
    title: text,
    code: digits(6),
    slug,
    order: whole(1, 99),
    tile: object(null, { column: whole(0, 20), row: whole(0, 20) }),
    bureauName: optionalText,
    phone: optionalText,
  },
  township: { title: text, code: digits(9), county },
  village: {
    title: text,
    code: digits(12),
    county,
    township: optional(reference('township')),
    adviser: optional(reference('lawyer')),
    marketDays: optional(list(lunarDigit)),
    introduction: optionalText,
  },
  lawOffice: {
    title: text,
    slug,
    county,
    kind: oneOf('lawFirm', 'legalServiceOffice', 'legalAidCentre'),
    licenceNumber: optionalText,
    address: text,
    phone: text,
    hours: optionalText,
    position: optional(position),
    checkedOn: day,
  },
  lawyer: {
    name: text,
    slug,
    county,
    category: oneOf('lawyer', 'legalServiceWorker', 'legalAidWorker'),
    licenceNumber: text,
    office: reference('lawOffice'),
    officePhone: text,
    expertise: topics,
    portrait: optional(picture),
    introduction: optionalText,
    practisingSince: optional(year),
    yearlyAssessment: optional(object(null, { year, result: text })),
    checkedOn: day,
  },
  aidStation: {
    title: text,
    county,
    kind: oneOf('centre', 'workstation', 'contactPoint'),
    township: optional(reference('township')),
    village: optional(reference('village')),
    address: text,
    phone: text,
    hours: text,
    serves: optional(list(text)),
    position: optional(position),
    checkedOn: day,
  },
  cultureSite: {
    title: text,
    slug,
    county,
    kind: oneOf('park', 'square', 'street', 'bookHouse', 'exhibition', 'base', 'murals'),
    address: text,
    village: optional(reference('village')),
    introduction: text,
    hours: optionalText,
    phone: optionalText,
    keeper: optionalText,
    openedOn: optional(day),
    picture: optional(picture),
    position: optional(position),
    checkedOn: day,
  },
  siteSettings: {
    title: text,
    bureauName: text,
    prefectureName: text,
    prefectureCode: text,
    description: text,
    hotline: text,
    hotlineHours: text,
    contactPhone: text,
    contactAddress: text,
    siteIdCode: optionalText,
    icpRecord: optionalText,
    publicSecurityRecord: optionalText,
    officeMark: optional(object(null, { picture, href: text })),
    hotlineDuty: optional(list(text)),
    aidIncome: optional(object(null, { yuanPerMonth: amount, basis: text, checkedOn: day })),
    loanPrimeRate: optional(object(null, { percent: amount, publishedOn: day })),
    accent: optionalText,
    emblem: optional(picture),
    hero: optional(picture),
    sample: optional(flag),
    fallback: reference('playlist'),
  },
}
