/**
 * @file What the tool asks the lake for all tabs in one query, and the shapes of its answer. Pure.
 *
 * Asked in the perspective `raw`: a draft stands under its own id, so that what is begun can be told from
 * what is out. The lake leaves out what the account may not see.
 */
import type { CalendarYear, DeskNote, ErrorReport, LocalDate } from '../../../../contracts/documents/index.ts'
import type { ReviewState } from '../../../../contracts/documents/review.ts'
import { columns, newestQuery } from '../../../../contracts/editorial/columns.ts'

/**
 * What says how the law stands today, and so has to follow it. A case is left out: it tells how a court
 * decided by the law of its day.
 */
export const followingTypes = ['legalQuestion', 'slogan', 'mural', 'quizQuestion', 'checkupItem'] as const
export type FollowingType = (typeof followingTypes)[number]

export interface KnownEdition {
  id: string
  law: string
  lawTitle: string | null
  title: string
  effectiveFrom: LocalDate | null
  /** Exclusive. */
  effectiveTo: LocalDate | null
}

export interface CitingDocument {
  _id: string
  _type: FollowingType
  _rev: string
  _updatedAt: string
  checkedOn: LocalDate | null
  title: string | null
  county: string | null
  citations: readonly { key: string; law: string; article: string | null; meaning: string | null }[]
}

export type ReportAnswer = Pick<
  ErrorReport,
  '_id' | '_rev' | 'receipt' | 'path' | 'text' | 'receivedAt' | 'state'
> & { answer: string | null; answeredOn: LocalDate | null }

export interface NoteAnswer extends Pick<DeskNote, '_id' | 'kind' | 'subject' | 'author' | 'writtenAt'> {
  outcome: DeskNote['outcome'] | null
  text: string | null
  about: readonly string[] | null
  county: string | null
}

export interface DeskAnswer {
  newest: readonly { type: string; newest: string | null }[]
  reports: readonly ReportAnswer[]
  notes: readonly NoteAnswer[]
  years: readonly CalendarYear[]
  counties: readonly { _id: string; title: string }[]
  editions: readonly KnownEdition[]
  citing: readonly CitingDocument[]
  reviews: readonly { subject: string; state: ReviewState }[]
}

/** The newest of them; older ones are answered and stand in the desk's list. */
const reportsMax = 500
const inPlace = '!(_id in path("drafts.**")) && !(_id in path("versions.**"))'
const ofDesk = '!(_id in path("versions.**"))'
const moved = `*[_type == "lawEdition" && ${inPlace} && (defined(effectiveTo) || effectiveFrom > $recent)].law._ref`

/** Parameters: `today` and `recent` (LocalDate; what came into force after that is news), `following`. */
export const deskQuery = `{
  "newest": ${newestQuery},
  "reports": *[_type == "errorReport" && ${ofDesk}] | order(receivedAt desc)[0...${reportsMax}]{
    _id, _rev, receipt, path, text, receivedAt, state, "answer": answer, "answeredOn": answeredOn},
  "notes": *[_type == "deskNote"] | order(writtenAt desc){
    _id, kind, subject, author, writtenAt, "outcome": outcome, "text": text, "about": about,
    "county": county._ref},
  "years": *[_type == "calendarYear" && ${inPlace}],
  "counties": *[_type == "county" && ${inPlace}] | order(order asc){_id, title},
  "editions": *[_type == "lawEdition" && ${inPlace} && law._ref in ${moved}]{
    "id": _id, "law": law._ref, "lawTitle": law->shortTitle, title,
    "effectiveFrom": effectiveFrom, "effectiveTo": effectiveTo},
  "citing": *[_type in $following && ${ofDesk} && count(citations[law._ref in ${moved}]) > 0]{
    _id, _type, _rev, _updatedAt, "checkedOn": checkedOn, "title": coalesce(title, text),
    "county": county._ref,
    "citations": citations[defined(law._ref)]{"key": _key, "law": law._ref, "article": article, "meaning": meaning}},
  "reviews": *[_type == "review" && state in ["open", "approved", "rejected"]]{subject, state}
}`

const heard = new Set<string>([
  ...columns.map(({ type }) => type),
  ...followingTypes,
  ...['errorReport', 'deskNote', 'calendarYear', 'county', 'lawEdition', 'law', 'review'],
])

/** Whatever changes the answer. */
export const deskListen = `*[_type in ${JSON.stringify([...heard])}]`

const draftPrefix = 'drafts.'
export const placeIdOf = (id: string): string =>
  id.startsWith(draftPrefix) ? id.slice(draftPrefix.length) : id
export const isDraftId = (id: string): boolean => id.startsWith(draftPrefix)

export interface Pair<Shape> {
  /** Published id. */
  id: string
  published: Shape | null
  draft: Shape | null
}

/** Each document with its draft beside it, in the order in which either came first. */
export function paired<Shape extends { _id: string }>(documents: readonly Shape[]): Pair<Shape>[] {
  const pairs = new Map<string, Pair<Shape>>()
  for (const document of documents) {
    const id = placeIdOf(document._id)
    const pair = pairs.get(id) ?? { id, published: null, draft: null }
    pairs.set(id, isDraftId(document._id) ? { ...pair, draft: document } : { ...pair, published: document })
  }
  return [...pairs.values()]
}
