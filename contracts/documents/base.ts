/**
 * @file What every document in the lake shares, and the small objects that many of them hold.
 *
 * Ids: plain words joined by `-`; a dot in an id means draft or version and keeps it from the public.
 * Dates: `LocalDate` is a wall-clock date of the bureau's zone, `LocalDateTime` a wall-clock minute or
 * second; neither carries an offset. `Timestamp` is an instant in UTC.
 */

/** `2026-12-04` */
export type LocalDate = string
/** `2026-12-04T08:00` or `2026-12-04T08:00:30` */
export type LocalDateTime = string
/** `2026-12-04T00:00:00Z` */
export type Timestamp = string

export interface Document<Type extends string> {
  _id: string
  _type: Type
  _rev: string
  _createdAt: Timestamp
  _updatedAt: Timestamp
}

export interface Reference {
  _type: 'reference'
  _ref: string
  _weak?: boolean
  /** Where the reference stands in an array. */
  _key?: string
}

export type Keyed<Shape> = Shape & { _key: string }

export interface Slug {
  _type: 'slug'
  current: string
}

export interface Picture {
  _type: 'image'
  asset: Reference
  /** What a person who cannot see it must know. Required by the Studio. */
  alt: string
  /** Somebody has looked for faces, plates and papers. Left out: nobody was asked, as of older pictures. */
  privacyChecked?: boolean
  /** Who made it, and by what right it is shown. For reviewers; readers do not see it. */
  rights?: string
  crop?: { top: number; bottom: number; left: number; right: number }
  hotspot?: { x: number; y: number; height: number; width: number }
  caption?: string
}

export interface FileField {
  _type: 'file'
  asset: Reference
}

export interface GeoPoint {
  _type: 'geopoint'
  lat: number
  lng: number
}

/** Portable Text, as the Studio's editor writes it. */
export interface Block {
  _type: 'block'
  _key: string
  style?: string
  listItem?: 'bullet' | 'number'
  level?: number
  markDefs?: readonly { _key: string; _type: string; href?: string }[]
  children: readonly { _key: string; _type: 'span'; text: string; marks?: readonly string[] }[]
}

/** A county-owned document says whose it is; left out where it belongs to the prefecture. */
export interface CountyOwned {
  county: Reference
}

/**
 * One article of one law, cited. Reads well whether or not the law's text has been imported:
 * `meaning` is a plain sentence of ours (shown as 大意), never the text of the law.
 */
export interface Citation {
  _type: 'citation'
  law: Reference
  /** Arabic article number, with a suffix for inserted articles: `1079`, `120-1` for 第一百二十条之一. */
  article: string
  /** One plain sentence. */
  meaning: string
}
