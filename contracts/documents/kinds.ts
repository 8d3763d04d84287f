/**
 * @file What rules of access need to know of each document type, in one table.
 *
 * Whose work it is decides who writes it; `county` says that it carries one (tested against the Studio's
 * schema); `open` says that readers of the site see it, and so may callers who are not signed in (tested
 * against what the site queries); `review` says whose changes others must have approved before they are public.
 */
import type { DocumentType } from './index.ts'

/**
 * `content`: what editors write · `schedule`: what plays when, the work of operators, published by an
 * administrator · `registry`: what operators keep and publish themselves · `whole`: what holds for the whole
 * prefecture and is an administrator's · `record`: what the Studio notes of its own work, for whoever may
 * write content or the registry.
 */
export type Work = 'content' | 'schedule' | 'registry' | 'whole' | 'record'

export interface TypeRule {
  work: Work
  /** `always` belongs to a county; `maybe`: to one, or to the prefecture as a whole. */
  county: 'always' | 'maybe' | 'never'
  open: boolean
  /**
   * `always` · `persons`: what a program brings, such as the text of a law from its official source, needs
   * none · `never`: settings and registers, whose changes are their keepers' own, and answers to readers,
   * which have days and not weeks.
   */
  review: 'always' | 'persons' | 'never'
}

const rule = (work: Work, county: TypeRule['county'], open: boolean): TypeRule => ({
  ...{ work, county, open },
  review: work === 'content' || work === 'schedule' ? 'always' : 'never',
})

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
  law: { ...rule('content', 'never', true), review: 'persons' },
  lawEdition: { ...rule('content', 'never', true), review: 'persons' },
  article: { ...rule('content', 'never', true), review: 'persons' },
  newsItem: rule('content', 'maybe', true),
  typicalCase: rule('content', 'maybe', true),
  activity: rule('content', 'always', true),
  muralCampaign: rule('content', 'maybe', true),
  mural: rule('content', 'always', true),
  video: rule('content', 'maybe', false),
  lawyerTalk: rule('content', 'maybe', true),
  quizQuestion: rule('content', 'never', true),
  checkupItem: rule('content', 'never', true),
  errorReport: { ...rule('content', 'never', false), review: 'never' },
  tableImport: rule('record', 'maybe', false),
  deskNote: rule('record', 'maybe', false),
  slogan: rule('content', 'maybe', true),
  notice: rule('content', 'maybe', false),
  // An operator puts it on screens at once, so its words are approved beforehand.
  noticeTemplate: { ...rule('registry', 'maybe', false), review: 'always' },
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
  review: rule('whole', 'maybe', false),
  reviewPolicy: rule('whole', 'never', false),
  wordList: rule('whole', 'never', false),
}

const typesWhere = (holds: (rule: TypeRule) => boolean) =>
  (Object.keys(typeRules) as DocumentType[]).filter((type) => holds(typeRules[type]))

/** Types whose documents carry `county`. */
export const countyOwnedTypes = typesWhere(({ county }) => county !== 'never')

/** Types that whoever is not signed in may read once they are published. */
export const openTypes = typesWhere(({ open }) => open)

/** With content, and with the registry, come the records of that work. */
export function typesOfWork(...works: readonly Work[]): DocumentType[] {
  const leaveRecords = works.includes('content') || works.includes('registry')
  return typesWhere(({ work }) => works.includes(work) || (work === 'record' && leaveRecords))
}

/** Types that nobody makes public without the approval of others. */
export const reviewedTypes = typesWhere(({ review }) => review !== 'never')

/** Whether a change of this type by such a caller wants approval. */
export function wantsReview(type: string, byPerson: boolean): boolean {
  const found = (typeRules as Readonly<Record<string, TypeRule | undefined>>)[type]
  return found?.review === 'always' || (found?.review === 'persons' && byPerson)
}
