/** @file Places and people: counties, townships, villages, offices, lawyers, aid stations, the bureau itself. */
import type { CountyOwned, Document, GeoPoint, LocalDate, Picture, Reference, Slug } from './base.ts'

/** `_id` is `county-<code>`. */
export interface County extends Document<'county'> {
  title: string
  /** Six digits, GB/T 2260. */
  code: string
  slug: Slug
  /** Place in lists, from 1. */
  order: number
  /** Cell of the schematic county map, from 0; no geographic outline. */
  tile: { column: number; row: number }
  /** Name and telephone of the county's bureau of justice. */
  bureauName?: string
  phone?: string
}

/** `_id` is `township-<code>`. */
export interface Township extends Document<'township'>, CountyOwned {
  title: string
  /** Nine digits. */
  code: string
}

/** `_id` is `village-<code>`; the address is `/villages/<code>`. */
export interface Village extends Document<'village'>, CountyOwned {
  title: string
  /** Twelve digits; sample villages use codes that no register holds. */
  code: string
  township?: Reference
  /** The village's legal adviser (村居法律顾问). */
  adviser?: Reference
  /** Last digits of the lunar days on which the market is held: `[3, 8]` for 逢三逢八. */
  marketDays?: readonly number[]
  introduction?: string
}

export type OfficeKind = 'lawFirm' | 'legalServiceOffice' | 'legalAidCentre'

export interface LawOffice extends Document<'lawOffice'>, CountyOwned {
  title: string
  slug: Slug
  kind: OfficeKind
  licenceNumber?: string
  address: string
  phone: string
  hours?: string
  position?: GeoPoint
  /** Day on which a clerk last compared this record with the register. */
  checkedOn: LocalDate
}

export type LawyerCategory = 'lawyer' | 'legalServiceWorker' | 'legalAidWorker'

/** Never a mobile number, an ID number or a home address (rules of lawyers' publicity). */
export interface Lawyer extends Document<'lawyer'>, CountyOwned {
  name: string
  slug: Slug
  category: LawyerCategory
  licenceNumber: string
  office: Reference
  officePhone: string
  /** Topics in which this person takes cases. */
  expertise: readonly Reference[]
  portrait?: Picture
  introduction?: string
  /** First year of practice. */
  practisingSince?: number
  yearlyAssessment?: { year: number; result: string }
  checkedOn: LocalDate
}

export type AidStationKind = 'centre' | 'workstation' | 'contactPoint'

export interface AidStation extends Document<'aidStation'>, CountyOwned {
  title: string
  kind: AidStationKind
  township?: Reference
  village?: Reference
  address: string
  phone: string
  hours: string
  /** Groups this station serves first, in words. */
  serves?: readonly string[]
  position?: GeoPoint
  checkedOn: LocalDate
}

export type CultureSiteKind = 'park' | 'square' | 'street' | 'bookHouse' | 'exhibition' | 'base' | 'murals'

/**
 * One entry of the list of legal-culture places (法治文化场所名录) that 法治宣传教育法 art. 52 asks the
 * departments of justice to publish.
 */
export interface CultureSite extends Document<'cultureSite'>, CountyOwned {
  title: string
  slug: Slug
  kind: CultureSiteKind
  address: string
  village?: Reference
  introduction: string
  hours?: string
  phone?: string
  /** Who looks after it. */
  keeper?: string
  openedOn?: LocalDate
  picture?: Picture
  position?: GeoPoint
  checkedOn: LocalDate
}

/** The one document `_id` = `siteSettings`: everything that differs between two prefectures. */
export interface SiteSettings extends Document<'siteSettings'> {
  /** Name of the site in the header: `甲市普法`. */
  title: string
  bureauName: string
  prefectureName: string
  prefectureCode: string
  description: string
  hotline: string
  hotlineHours: string
  contactPhone: string
  contactAddress: string
  /** 网站标识码, ICP and public-security record numbers, shown in the footer. */
  siteIdCode?: string
  icpRecord?: string
  publicSecurityRecord?: string
  /** 党政机关 mark, as the registering office issues it, and the page that it leads to. */
  officeMark?: { picture: Picture; href: string }
  /** Duty hours of the hotline, one line each: who answers when. */
  hotlineDuty?: readonly string[]
  /** What the income check of legal aid goes by; the province sets it (法律援助法 art. 34). */
  aidIncome?: { yuanPerMonth: number; basis: string; checkedOn: LocalDate }
  /** One-year loan prime rate, in percent: four times it is the ceiling of private interest. */
  loanPrimeRate?: { percent: number; publishedOn: LocalDate }
  /** Colour of what matters, `#rrggbb`, at least 4.5 : 1 on paper; left out: cinnabar. */
  accent?: string
  emblem?: Picture
  hero?: Picture
  /** True while the content is the demonstration's: pages say so. */
  sample?: boolean
  /** Played where a screen has no fallback playlist of its own. */
  fallback: Reference
}
