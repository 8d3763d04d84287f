/** @file What screens show: slogans, notices, pictures, figures, broadcasts. Playlists, events and screens beside it. */
import type {
  Citation,
  CountyOwned,
  Document,
  Keyed,
  LocalDate,
  LocalDateTime,
  Picture,
  Reference,
} from './base.ts'

export * from './playlists.ts'
export type * from './screens.ts'
export type * from './timetable.ts'

export type SloganLayout = 'auto' | 'pages' | 'marquee'
export type SloganTone = 'plain' | 'solemn'

export interface Slogan extends Document<'slogan'>, Partial<CountyOwned> {
  /** A line break parts it by meaning; each line stays whole where it fits. */
  text: string
  topics: readonly Reference[]
  layout: SloganLayout
  /** `solemn` is drawn on deep red, `plain` on black. */
  tone: SloganTone
  citations?: readonly Keyed<Citation>[]
  /** True: it leaves the screens by itself when an edition that it rests on ends. */
  endsWithLaw?: boolean
  /** Day on which somebody last held its words against the law in force. */
  checkedOn?: LocalDate
  validFrom?: LocalDateTime
  validUntil?: LocalDateTime
}

/** A notice always ends by itself. */
export interface Notice extends Document<'notice'>, Partial<CountyOwned> {
  title: string
  text: string
  issuer: string
  validFrom?: LocalDateTime
  /** Exclusive. */
  validUntil: LocalDateTime
}

/** A blank of a notice template. */
export interface NoticeField {
  _type: 'noticeField'
  /** As it stands in the text between braces. */
  name: string
  /** What whoever fills it reads. */
  label: string
  /** `time`: `08:30` or a local date-time. A `number` may be long enough for a telephone number. */
  kind: 'text' | 'number' | 'time' | 'choice'
  /** Characters of a text or number; left out: 20. */
  maxLength?: number
  choices?: readonly string[]
}

/** Words that were approved beforehand, for notices that must go out at once: an operator fills its blanks. */
export interface NoticeTemplate extends Document<'noticeTemplate'>, Partial<CountyOwned> {
  /** Stands above the text on the screen. */
  title: string
  /** With blanks: `{地点}` */
  text: string
  fields?: readonly Keyed<NoticeField>[]
  /** `solemn` is drawn large on deep red, `plain` as a sheet on black. */
  tone: SloganTone
}

/** A picture made for screens. */
export interface SignagePicture extends Document<'signagePicture'>, Partial<CountyOwned> {
  title: string
  picture: Picture
  topics?: readonly Reference[]
}

export interface Indicator {
  _type: 'indicator'
  label: string
  /** As it is written: 1,284 or 98.6. */
  value: string
  unit?: string
}

/** A small table of figures, with their day and where they come from. */
export interface IndicatorBoard extends Document<'indicatorBoard'>, Partial<CountyOwned> {
  title: string
  rows: readonly Keyed<Indicator>[]
  asOf: LocalDate
  source: string
}

/**
 * A hearing or another broadcast, shown on screens while it lasts. Its times are the bureau's wall clock;
 * a named officer is on duty and may stop it.
 */
export interface LiveStream extends Document<'liveStream'>, Partial<CountyOwned> {
  title: string
  /** HLS playlist of the source. Players never see it: the scheduler relays what lies beside and below it. */
  source: string
  begins: LocalDateTime
  /** Exclusive. */
  ends: LocalDateTime
  officerName: string
  officerPhone: string
  /** Sign-in name of the officer's account, which may then stop the broadcast whatever its role. */
  officerAccount?: string
  /** How long before it begins screens announce it; left out: an hour. */
  announceMinutes?: number
  /** Where given, a card says it for some minutes after the end. */
  closing?: string
  /** Left out: muted. */
  sound?: boolean
  captionsNote?: string
}
