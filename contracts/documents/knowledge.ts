/** @file What residents read: topics, questions, laws, news, cases, activities. */
import type {
  Block,
  Citation,
  CountyOwned,
  Document,
  FileField,
  Keyed,
  LocalDate,
  LocalDateTime,
  Picture,
  Reference,
  Slug,
} from './base.ts'

export interface Topic extends Document<'topic'> {
  title: string
  slug: Slug
  /** What people say for it: 讨薪, 要工钱. Editors own this list; search uses it. */
  synonyms: readonly string[]
  summary: string
  /** Shown on the home page in this order, from 1; left out: not on the home page. */
  homeOrder?: number
  /** The trouble in a resident's words, for the home page: 干活拿不到钱. */
  trouble?: string
}

export type PeriodUnit = 'day' | 'workingDay' | 'month' | 'year'

/** A time limit that can end a person's right. */
export interface Deadline {
  _type: 'deadline'
  title: string
  amount: number
  unit: PeriodUnit
  /** The event it runs from, in words. */
  runsFrom: string
  note?: string
}

export interface Step {
  _type: 'step'
  title: string
  text: string
}

export interface LegalQuestion extends Document<'legalQuestion'>, Partial<CountyOwned> {
  /** The question as a resident would ask it. */
  title: string
  slug: Slug
  topics: readonly Reference[]
  /** Other wordings of the same question. */
  wordings?: readonly string[]
  /** The answer in two or three plain sentences; it stands first on the page. */
  shortAnswer: string
  /** One sentence that fits an LED card, at most 40 characters. */
  ledAnswer: string
  steps: readonly Keyed<Step>[]
  /** All papers to bring, named once and together (一次性告知). */
  papers: readonly string[]
  deadlines?: readonly Keyed<Deadline>[]
  citations: readonly Keyed<Citation>[]
  /** Whom to call or where to go next, besides the hotline. */
  nextContact?: string
  related?: readonly Reference[]
  /** The page read aloud; left out: the reader's own browser speaks. */
  recording?: FileField
  /** What the loudspeaker says, about a minute; left out: made from the short answer. */
  spoken?: string
  writtenOn: LocalDate
  checkedOn: LocalDate
}

/** The work, of which an edition is the text in force for a time. `_id` is `law-<slug>`. */
export interface Law extends Document<'law'> {
  /** Full official title. */
  title: string
  /** Title as people cite it: 民法典. */
  shortTitle: string
  slug: Slug
  kind: 'constitution' | 'law' | 'regulation' | 'judicialInterpretation' | 'localRegulation' | 'rule'
  summary?: string
}

/** `_id` is `edition-<law slug>-<edition name>`. */
export interface LawEdition extends Document<'lawEdition'> {
  law: Reference
  /** 2019年修正版, or 现行文本 where nothing is known. */
  title: string
  /** The line on adoption and amendments, as printed. */
  adoption?: string
  promulgatedOn?: LocalDate
  /** First day in force; left out when it is not known from a reliable source (shown as 日期未知). */
  effectiveFrom?: LocalDate
  /** First day no longer in force (exclusive); left out while in force or unknown. */
  effectiveTo?: LocalDate
  articleCount: number
}

export interface ArticleItem {
  _type: 'articleItem'
  /** As printed: （一）. */
  label: string
  text: string
}

export interface ArticleParagraph {
  _type: 'articleParagraph'
  text: string
  items?: readonly Keyed<ArticleItem>[]
}

/** `_id` is `article-<law slug>-<edition name>-<number>`. */
export interface Article extends Document<'article'> {
  law: Reference
  edition: Reference
  /** Arabic: `1079`, or `120-1` for 第一百二十条之一. */
  number: string
  /** As printed: 第一千零七十九条. */
  label: string
  /** Place in the edition, from 1. */
  order: number
  /** Parts and chapters above it, outermost first. */
  headings: readonly string[]
  paragraphs: readonly Keyed<ArticleParagraph>[]
}

export interface NewsItem extends Document<'newsItem'>, Partial<CountyOwned> {
  title: string
  slug: Slug
  publishedOn: LocalDate
  summary: string
  body: readonly Block[]
  cover?: Picture
  recording?: FileField
  /** Who wrote or first published it. */
  source: string
}

/** 以案释法. Names in it are changed, and it says so. */
export interface TypicalCase extends Document<'typicalCase'>, Partial<CountyOwned> {
  title: string
  slug: Slug
  publishedOn: LocalDate
  topics: readonly Reference[]
  facts: string
  outcome: string
  lesson: string
  citations: readonly Keyed<Citation>[]
  recording?: FileField
  source: string
}

export type ActivityKind = 'market' | 'scenicSpot' | 'school' | 'lecture' | 'quiz' | 'consultation'

export interface Activity extends Document<'activity'>, CountyOwned {
  title: string
  slug: Slug
  kind: ActivityKind
  startsAt: LocalDateTime
  endsAt: LocalDateTime
  place: string
  village?: Reference
  summary: string
}

export interface MuralCampaign extends Document<'muralCampaign'>, Partial<CountyOwned> {
  title: string
  slug: Slug
  year: number
  /** 一期, 二期. */
  phase: string
  summary: string
  cover?: Picture
}

export interface Mural extends Document<'mural'>, CountyOwned {
  title: string
  slug: Slug
  campaign: Reference
  village: Reference
  /** The kind of dispute it is about. */
  topic: Reference
  /** Words painted on the wall. */
  banner: string
  picture: Picture
  /** The everyday trouble it shows and how it was settled. */
  story: string
  citations: readonly Keyed<Citation>[]
  /** Where it stands, in words, and its place along the street, from 1. */
  location: string
  streetOrder: number
  recording?: FileField
  paintedOn?: LocalDate
  /** Day on which somebody last held its words against the law in force. */
  checkedOn?: LocalDate
}

export type VideoGenre = 'drama' | 'animation' | 'microfilm' | 'promotion'

/** Times in seconds from the start of the film. */
export interface Caption {
  _type: 'caption'
  from: number
  to: number
  text: string
}

export interface Video extends Document<'video'>, Partial<CountyOwned> {
  title: string
  genre: VideoGenre
  /** H.264 in MP4, and VP9 in WebM where a machine has no H.264. */
  mp4: FileField
  webm?: FileField
  /** Left out: screens take a frame of the film. */
  poster?: Picture
  seconds: number
  width: number
  height: number
  captions?: readonly Keyed<Caption>[]
  /** WebVTT; its captions stand before those that were typed. */
  captionFile?: FileField
  /** Nobody speaks in it, so it needs no captions. */
  silent?: boolean
  topics?: readonly Reference[]
  story: string
  rightsNote: string
}

/** 律师说法: one lawyer explains one thing, in words or on film. */
export interface LawyerTalk extends Document<'lawyerTalk'>, Partial<CountyOwned> {
  title: string
  lawyer: Reference
  topics: readonly Reference[]
  /** The talk in short paragraphs; each is one page on a screen. */
  paragraphs: readonly string[]
  video?: Reference
}
