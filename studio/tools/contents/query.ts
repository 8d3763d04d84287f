/**
 * @file The query of the table: one page of rows and the count of all, a draft and what it will replace as one
 * row. Pure. Every question is asked by ids or types, which the lake has indexes for.
 */
import { typeRules } from '../../../contracts/documents/kinds.ts'
import { day as dayOf } from './days.ts'
import { entryFields, subjectOfRow, type Entry } from '../../comfort/state/entries.ts'
import { spans, type Filter, type StateName } from './filter.ts'

export interface ContentRow extends Entry {
  /** Last change, ISO 8601. */
  changedAt: string
  /** Ids of its topics; null: its type has none. */
  topics: readonly string[] | null
}

export interface ContentPage {
  rows: readonly ContentRow[]
  count: number
}

export const pageSize = 50

/** What the lake writes itself, and settings that have one place of their own. */
const elsewhere = new Set(['review', 'reviewPolicy', 'tableImport', 'deskNote', 'siteSettings'])
/** The text of the laws comes from its source by the thousand; it is listed when it is asked for by its kind. */
const onlyByKind = new Set(['article', 'lawEdition'])

export const listedTypes: readonly string[] = Object.keys(typeRules).filter((type) => !elsewhere.has(type))
const usualTypes = listedTypes.filter((type) => !onlyByKind.has(type))

const isDraft = '_id in path("drafts.**")'
const hasPublic = 'count(*[_id == string::split(^._id, "drafts.")[1]]) > 0'
const copies = (where: string) => `_id in *[_type == "review" && ${where}].copy`
const subjects = (where: string) => `${subjectOfRow} in *[_type == "review" && ${where}].subject`
const isUnderWay = copies('state in ["open", "approved", "rejected"]')

const conditions: Readonly<Record<StateName, string>> = {
  none: `${isDraft} && !(${hasPublic}) && !(${isUnderWay}) && !(${subjects('state == "unpublished"')})`,
  mine: '_id in $waiting',
  open: copies('state == "open"'),
  rejected: `${isDraft} && ${copies('state == "rejected"')}`,
  ready: `${isDraft} && ${copies('state == "approved"')}`,
  published: `!(${isDraft})`,
  changed: `${isDraft} && ${hasPublic} && !(${isUnderWay})`,
  down: `${isDraft} && !(${hasPublic}) && !(${isUnderWay}) && ${subjects('state == "unpublished"')}`,
  owed: subjects('owes == true'),
}

/** Each word has to be somewhere in what the content is called or says first. */
const patternsOf = (words: string): string[] =>
  words
    .split(/[\s*]+/u)
    .filter((word) => word !== '')
    .map((word) => `*${word}*`)

const named = '[title, name, question, text, label, shortTitle, address, string(year)]'

/** Who asks, and what only the Studio knows. */
export interface Asking {
  me: string
  /** Drafts that this person wrote. */
  own: readonly string[]
  /** Copies that wait for this person's approval. */
  waiting: readonly string[]
  /** Unix ms */
  at: number
}

export interface PageQuery {
  fetch: string
  params: Record<string, string | number | string[]>
}

export const listen = '*[_type in $types || _type == "review"]'

/** One row a content: a draft, or what is public and has none. */
const rowsOnly = `_type in $types && !(_id in path("versions.**"))
  && (${isDraft} || count(*[_id == "drafts." + ^._id]) == 0)`

export function pageQuery(filter: Filter, { me, own, waiting, at }: Asking, isReviewed: boolean): PageQuery {
  const { words, type, state, county, isMine, within, page } = filter
  const patterns = patternsOf(words)
  const since = spans.find(({ name }) => name === within)
  const noneOnly = `${isDraft} && !(${hasPublic})`
  const where = [
    rowsOnly,
    ...patterns.map((_, index) => `${named} match $word${index}`),
    ...(state === null ? [] : [isReviewed || state !== 'none' ? conditions[state] : noneOnly]),
    ...(county === null ? [] : [county === '' ? '!defined(county)' : 'county._ref == $county']),
    ...(isMine ? [`(_id in $own || ${subjects('$me in authors')})`] : []),
    ...(since ? ['_updatedAt >= $since'] : []),
  ].join(' && ')
  const from = (page - 1) * pageSize
  return {
    fetch: `{
      "rows": *[${where}] | order(_updatedAt desc) [${from}...${from + pageSize}] {${entryFields},
        "changedAt": _updatedAt, "topics": topics[]._ref },
      "count": count(*[${where}])
    }`,
    params: {
      types: type === null ? [...usualTypes] : [type],
      ...Object.fromEntries(patterns.map((pattern, index) => [`word${index}`, pattern])),
      ...(county ? { county } : {}),
      ...(state === 'mine' ? { waiting: [...waiting] } : {}),
      ...(isMine ? { me, own: [...own] } : {}),
      ...(since ? { since: dayOf(at, since.days) } : {}),
    },
  }
}
