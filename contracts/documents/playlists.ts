/** @file Playlists: lines that show a document, the newest of a kind, or what needs no document. */
import type { CountyOwned, Document, Keyed, LocalDate, Reference } from './base.ts'
import type { VideoGenre } from './knowledge.ts'

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
