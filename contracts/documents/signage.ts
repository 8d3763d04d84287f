/** @file What screens show and when: slogans, notices, playlists, schedule events, screens. */
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
import type { VideoGenre } from './knowledge.ts'

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

/** Types that a playlist item may point at. */
export const playableTypes = [
  'slogan',
  'notice',
  'signagePicture',
  'video',
  'lawyerTalk',
  'legalQuestion',
  'mural',
  'indicatorBoard',
  'liveStream',
] as const
export type PlayableType = (typeof playableTypes)[number]

/** What every line of a playlist may say. */
interface PlaylistLine {
  /** 1–60: at most so often an hour, never sooner than 60/N minutes after the last time. */
  maxPlaysPerHour?: number
}

/** Shows a document. */
export interface ContentItem extends PlaylistLine {
  _type: 'contentItem'
  content: Reference
  /** Left out: computed from the length of the text, or the film's own length. */
  seconds?: number
}

/** The hotline in large figures with a code to scan. */
export interface HotlineItem extends PlaylistLine {
  _type: 'hotlineItem'
  text?: string
  seconds?: number
}

export interface ClockItem extends PlaylistLine {
  _type: 'clockItem'
  seconds?: number
}

/** The murals of one village, of one round of painting, or both, in the order of the street. */
export interface GalleryItem extends PlaylistLine {
  _type: 'galleryItem'
  village?: Reference
  campaign?: Reference
  /** 2–12. */
  count: number
  change: 'fade' | 'wipe'
  /** Of each picture. */
  secondsEach?: number
}

/** Counts the days to a legal day, or to a day that is named. */
export interface CountdownItem extends PlaylistLine {
  _type: 'countdownItem'
  legalDay?: Reference
  /** With `title`, in place of a legal day. */
  day?: LocalDate
  title?: string
  note?: string
  /** How long before the day it begins; left out: 30. */
  daysBefore?: number
  seconds?: number
}

/** For whoever sets up the sign: pixels, colours, the screen's own name. */
export interface TestPatternItem extends PlaylistLine {
  _type: 'testPatternItem'
  seconds?: number
}

/** Types of which the newest can be asked for. */
export const latestTypes = ['slogan', 'legalQuestion', 'notice', 'typicalCase', 'mural', 'video'] as const

/**
 * The newest published documents of one type: a new slogan is on the screen by itself. Notices: those that
 * run; murals: those of the newest campaign first. The whole order is stated in the scheduler's `latest.ts`.
 */
export interface LatestItem extends PlaylistLine {
  _type: 'latestItem'
  contentType: (typeof latestTypes)[number]
  /** Left out: of all topics. */
  topic?: Reference
  /** `own`: the screen's county's and the whole prefecture's; left out: everybody's. */
  county?: 'any' | 'own'
  /** Murals only. `own`: of the village in which the screen stands; left out: of any. */
  village?: 'any' | 'own'
  /** Films only. Left out: of every kind. */
  genre?: VideoGenre
  /** 1–20. */
  count: number
  /** Of each of them. */
  seconds?: number
}

export interface PlaylistDocument extends Document<'playlist'>, Partial<CountyOwned> {
  title: string
  items: readonly Keyed<
    ContentItem | LatestItem | HotlineItem | ClockItem | GalleryItem | CountdownItem | TestPatternItem
  >[]
}

/** Fields are ANDed; a selector without fields means every screen. */
export interface ScreenSelector {
  _type: 'screenSelector'
  screen?: Reference
  group?: Reference
  county?: Reference
  township?: Reference
  village?: Reference
  audience?: Reference
}

/** `days`: ISO weekdays, 1 = Monday … 7 = Sunday. `end` earlier than or equal to `start`: ends next day. */
export interface DaypartField {
  _type: 'daypart'
  days: readonly number[]
  start: string
  end: string
}

export interface ScheduleEventDocument extends Document<'scheduleEvent'>, Partial<CountyOwned> {
  title: string
  /** It then plays only on the campaign's days and screens. */
  campaign?: Reference
  playlist: Reference
  /** Left out, or empty: the campaign's; where neither names any, it plays on no screen. */
  targets?: readonly Keyed<ScreenSelector>[]
  timing: 'always' | 'dayparts' | 'cron'
  dayparts?: readonly Keyed<DaypartField>[]
  cron?: string
  durationMinutes?: number
  /** First and last day on which it may play, both inclusive. */
  firstDay?: LocalDate
  lastDay?: LocalDate
  dayFilter: 'any' | 'workingDay' | 'restDay' | 'legalDay' | 'marketDay'
  /** With `legalDay`: only these; left out: any legal day. */
  legalDays?: readonly Reference[]
  /** With `marketDay`: last digits of the lunar days. */
  marketDays?: readonly number[]
  priority: number
  mode: 'normal' | 'share' | 'takeover'
  /** With `share`: seconds an hour, 1–3,600. */
  shareSecondsPerHour?: number
  level: 'screen' | 'county' | 'prefecture'
  mandatory: boolean
}

/** One purpose, dates and targets; its events name it and never play outside of either. */
export interface SignageCampaign extends Document<'signageCampaign'>, Partial<CountyOwned> {
  title: string
  purpose: string
  /** Where its events play that name no screens; no event of it plays elsewhere. Left out: each says itself. */
  targets?: readonly Keyed<ScreenSelector>[]
  firstDay: LocalDate
  lastDay: LocalDate
}

export interface ScreenDocument extends Document<'screen'>, CountyOwned {
  title: string
  address: string
  township?: Reference
  village?: Reference
  groups?: readonly Reference[]
  audiences?: readonly Reference[]
  /** Size of the picture in LED pixels. */
  width: number
  height: number
  /** Left upper corner of the part of the window that the LED processor takes. */
  regionX: number
  regionY: number
  /** Distance of two LEDs. */
  pitchMm?: number
  viewingDistanceM?: number
  zone?: string
  /** How one item gives way to the next; left out: at once on low signs, fading on others. */
  transition?: 'cut' | 'fade' | 'wipe'
  /** 0 = muted. */
  volumePercent: number
  fallback?: Reference
  /** 1–90, default 45: how long a screen out of contact follows its last timetable. */
  leaseDays?: number
  /** Text that moves along the foot of the picture. */
  ticker?: ScreenTicker
  /** The hotline as a quiet mark in the upper right corner. */
  corner?: boolean
  /** Hours in which the screen is lit; left out: always. */
  lit?: HoursField
  /** Hours in which nothing is heard, whatever the volume. */
  quiet?: HoursField
  /** 1–100, default 100. */
  brightnessPercent?: number
  night?: HoursField & { brightnessPercent: number }
  /** What pictures and films may take on the box's disk; default 2. */
  cacheGigabytes?: number
  /** Not heard of for so long while it should be lit, it is reported; default 10. */
  silentMinutes?: number
}

/** Wall-clock hours of the screen, half-open; `until` at or before `from` ends on the next day. */
export interface HoursField {
  from: string
  until: string
}

/** Own lines come first, then the words of the playlist's slogans, notices and answers. */
export interface ScreenTicker {
  on: boolean
  lines?: readonly string[]
  playlist?: Reference
  /** In LED pixels; left out: by the size of the picture. */
  height?: number
}

export interface ScreenGroup extends Document<'screenGroup'>, Partial<CountyOwned> {
  title: string
  purpose?: string
}

/** For whom a place's screen speaks: 农民工, 老年人, 未成年人 … */
export interface Audience extends Document<'audience'> {
  title: string
  description?: string
}

/** The editors' table of swapped working days (调休) of one year; `_id` is `calendarYear-<year>`. */
export interface CalendarYear extends Document<'calendarYear'> {
  year: number
  /** Weekend days on which people work. */
  workingDays: readonly LocalDate[]
  /** Weekdays on which people rest. */
  restDays: readonly LocalDate[]
}

/** A day of the legal-education year, as a rule and not as dates. */
export interface LegalDayDocument extends Document<'legalDay'> {
  title: string
  /** fixed: month and day · nthWeekday: the nth such weekday of the month · lunar: lunar month and day. */
  rule: 'fixed' | 'nthWeekday' | 'lunar'
  month: number
  day?: number
  nth?: number
  /** ISO weekday, 1–7. */
  weekday?: number
  /** How many days it lasts, from 1. */
  lengthDays: number
  /** Whether statute names it, or custom only. */
  basis: 'statutory' | 'customary'
  citation?: string
}
