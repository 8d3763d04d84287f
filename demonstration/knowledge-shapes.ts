/** @file What residents read: the document types of `contracts/documents/knowledge.ts` as tables of kinds. */
import type { AnyDocument } from '../contracts/documents/index.ts'
import {
  amount,
  articleNumber,
  block,
  citation,
  day,
  film,
  flag,
  keyedList,
  list,
  minute,
  moment,
  object,
  oneOf,
  optional,
  picture,
  reference,
  slug,
  text,
  textUpTo,
  whole,
  type FieldsOf,
} from './kinds.ts'

/** Longest answer that fits an LED card, in characters. */
const ledAnswerCharactersMax = 40
const county = reference('county')
const topics = list(reference('topic'))
const citations = keyedList(citation)
const year = whole(1949, 2100)
const optionalText = optional(text)
const step = object('step', { title: text, text })
const deadline = object('deadline', {
  title: text,
  amount: whole(1, 1000),
  unit: oneOf('day', 'workingDay', 'month', 'year'),
  runsFrom: text,
  note: optionalText,
})
const caption = object('caption', { from: moment, to: amount, text })
const articleItem = object('articleItem', { label: text, text })
const owned = optional(county)

type KnowledgeType =
  | 'topic'
  | 'legalQuestion'
  | 'law'
  | 'lawEdition'
  | 'article'
  | 'newsItem'
  | 'typicalCase'
  | 'activity'
  | 'muralCampaign'
  | 'mural'
  | 'video'
  | 'lawyerTalk'
type Of<Type> = FieldsOf<Extract<AnyDocument, { _type: Type }>>

export const knowledgeShapes: { readonly [Type in KnowledgeType]: Of<Type> } = {
  topic: {
    title: text,
    slug,
    synonyms: list(text, 0),
    summary: text,
    homeOrder: optional(whole(1, 99)),
    trouble: optionalText,
  },
  legalQuestion: {
    title: text,
    slug,
    county: owned,
    topics,
    wordings: optional(list(text, 0)),
    shortAnswer: text,
    ledAnswer: textUpTo(ledAnswerCharactersMax),
    steps: keyedList(step),
    papers: list(text),
    deadlines: optional(keyedList(deadline, 0)),
    citations,
    nextContact: optionalText,
    related: optional(list(reference('legalQuestion'), 0)),
    recording: optional(film),
    spoken: optionalText,
    writtenOn: day,
    checkedOn: day,
  },
  law: {
    title: text,
    shortTitle: text,
    slug,
    kind: oneOf('constitution', 'law', 'regulation', 'judicialInterpretation', 'localRegulation', 'rule'),
    summary: optionalText,
  },
  lawEdition: {
    law: reference('law'),
    title: text,
    adoption: optionalText,
    promulgatedOn: optional(day),
    effectiveFrom: optional(day),
    effectiveTo: optional(day),
    articleCount: whole(1, 5000),
  },
  article: {
    law: reference('law'),
    edition: reference('lawEdition'),
    number: articleNumber,
    label: text,
    order: whole(1, 5000),
    headings: list(text, 0),
    paragraphs: keyedList(object('articleParagraph', { text, items: optional(keyedList(articleItem, 0)) })),
  },
  newsItem: {
    title: text,
    slug,
    county: owned,
    publishedOn: day,
    summary: text,
    body: keyedList(block),
    cover: optional(picture),
    recording: optional(film),
    source: text,
  },
  typicalCase: {
    title: text,
    slug,
    county: owned,
    publishedOn: day,
    topics,
    facts: text,
    outcome: text,
    lesson: text,
    citations,
    recording: optional(film),
    source: text,
  },
  activity: {
    title: text,
    slug,
    county,
    kind: oneOf('market', 'scenicSpot', 'school', 'lecture', 'quiz', 'consultation'),
    startsAt: minute,
    endsAt: minute,
    place: text,
    village: optional(reference('village')),
    summary: text,
  },
  muralCampaign: {
    title: text,
    slug,
    county: owned,
    year,
    phase: text,
    summary: text,
    cover: optional(picture),
  },
  mural: {
    title: text,
    slug,
    county,
    campaign: reference('muralCampaign'),
    village: reference('village'),
    topic: reference('topic'),
    banner: text,
    picture,
    story: text,
    citations,
    location: text,
    streetOrder: whole(1, 99),
    recording: optional(film),
    paintedOn: optional(day),
    checkedOn: optional(day),
  },
  video: {
    title: text,
    county: owned,
    genre: oneOf('drama', 'animation', 'microfilm', 'promotion'),
    mp4: film,
    webm: optional(film),
    poster: optional(picture),
    seconds: amount,
    width: whole(16, 8192),
    height: whole(16, 8192),
    captions: optional(keyedList(caption, 0)),
    captionFile: optional(film),
    silent: optional(flag),
    topics: optional(topics),
    story: text,
    rightsNote: text,
  },
  lawyerTalk: {
    title: text,
    county: owned,
    lawyer: reference('lawyer'),
    topics,
    paragraphs: list(text),
    video: optional(reference('video')),
  },
}
