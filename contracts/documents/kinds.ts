/**
 * @file What rules of access need to know of each document type, in one table.
 *
 * Whose work it is decides who writes it; `county` says that it carries one (tested against the Studio's
 * schema); `open` says that readers of the site see it, and so may callers who are not signed in (tested
 * against what the site queries).
 */
import type { DocumentType } from './index.ts'

/**
 * `content`: what editors write · `schedule`: what plays when, the work of operators, published by an
 * administrator · `registry`: what operators keep and publish themselves · `whole`: what holds for the whole
 * prefecture and is an administrator's.
 */
export type Work = 'content' | 'schedule' | 'registry' | 'whole'

export interface TypeRule {
  work: Work
  /** `always` belongs to a county; `maybe`: to one, or to the prefecture as a whole. */
  county: 'always' | 'maybe' | 'never'
  open: boolean
}

const rule = (work: Work, county: TypeRule['county'], open: boolean): TypeRule => ({ work, county, open })

export const typeRules: Readonly<Record<DocumentType, TypeRule>> = {
  county: rule('whole', 'never', true),
  township: rule('content', 'always', true),
  village: rule('content', 'always', true),
  lawOffice: rule('content', 'always', true),
  lawyer: rule('content', 'always', true),
  aidStation: rule('content', 'always', true),
  cultureSite: rule('content', 'always', true),
  siteSettings: rule('whole', 'never', true),
  topic: rule('content', 'never', true),
  legalQuestion: rule('content', 'maybe', true),
  law: rule('content', 'never', true),
  lawEdition: rule('content', 'never', true),
  article: rule('content', 'never', true),
  newsItem: rule('content', 'maybe', true),
  typicalCase: rule('content', 'maybe', true),
  activity: rule('content', 'always', true),
  muralCampaign: rule('content', 'maybe', true),
  mural: rule('content', 'always', true),
  video: rule('content', 'maybe', false),
  lawyerTalk: rule('content', 'maybe', true),
  quizQuestion: rule('content', 'never', true),
  checkupItem: rule('content', 'never', true),
  errorReport: rule('content', 'never', false),
  slogan: rule('content', 'maybe', true),
  notice: rule('content', 'maybe', false),
  noticeTemplate: rule('registry', 'maybe', false),
  signagePicture: rule('content', 'maybe', false),
  indicatorBoard: rule('content', 'maybe', false),
  liveStream: rule('schedule', 'maybe', false),
  playlist: rule('schedule', 'maybe', false),
  scheduleEvent: rule('schedule', 'maybe', false),
  signageCampaign: rule('schedule', 'maybe', false),
  screen: rule('registry', 'always', false),
  screenGroup: rule('registry', 'maybe', false),
  audience: rule('whole', 'never', true),
  calendarYear: rule('whole', 'never', true),
  legalDay: rule('whole', 'never', true),
}

const typesWhere = (holds: (rule: TypeRule) => boolean) =>
  (Object.keys(typeRules) as DocumentType[]).filter((type) => holds(typeRules[type]))

/** Types whose documents carry `county`. */
export const countyOwnedTypes = typesWhere(({ county }) => county !== 'never')

/** Types that whoever is not signed in may read once they are published. */
export const openTypes = typesWhere(({ open }) => open)

export const typesOfWork = (...works: readonly Work[]) => typesWhere(({ work }) => works.includes(work))
