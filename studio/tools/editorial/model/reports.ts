/**
 * @file 找错 as an inbox: each report with its clock, what is first due first.
 *
 * Pure. The clock runs until the answer is published: a draft of one is read by nobody. Five working days
 * are counted by the bureau's own table of swapped days.
 */
import type { ReportState } from '../../../../contracts/documents/index.ts'
import { replyClock, type ReplyClock } from '../../../../contracts/editorial/working-days.ts'
import { pageAddress, type PageAddress } from '../../../../contracts/editorial/page-addresses.ts'
import type { Calendar } from '../../../../contracts/schedule/shape.ts'
import { dayText, wallClock, type DayNumber } from '../../../../contracts/schedule/zone.ts'
import { ownPath, replyWorkingDays } from '../../../schema/rules/report.ts'
import { bureauZone } from '../../../schema/standing.ts'
import { paired, type ReportAnswer } from './answer.ts'

export interface ReportRow {
  /** Published id. */
  id: string
  receipt: string
  text: string
  /** Null for what could lead off the site. */
  path: string | null
  /** As it came in, for reading. */
  rawPath: string
  receivedOn: string
  state: ReportState
  answer: string
  answeredOn: string | null
  /** An answer is written and not sent. */
  begun: { state: ReportState; answer: string; answeredOn: string | null } | null
  /** Null once it is answered. */
  clock: ReplyClock | null
  /** Revision of what is published, against another's answer in the meantime. */
  revision: string | null
}

export const reportStateWords: Readonly<Record<ReportState, string>> = {
  received: '● 新到',
  corrected: '✓ 已改正',
  answered: '✓ 已答复',
}

function rowOf(
  id: string,
  shown: ReportAnswer,
  draft: ReportAnswer | null,
  revision: string | null,
  calendar: Calendar,
  today: DayNumber,
): ReportRow {
  const received = Date.parse(shown.receivedAt)
  const day = Number.isNaN(received) ? today : wallClock(bureauZone, received).day
  const { receipt, text, path, state } = shown
  return {
    ...{ id, receipt, text, path: ownPath(path), rawPath: path, receivedOn: dayText(day), state, revision },
    answer: shown.answer ?? '',
    answeredOn: shown.answeredOn,
    begun: draft && {
      state: draft.state,
      answer: draft.answer ?? '',
      answeredOn: draft.answeredOn,
    },
    clock: state === 'received' ? replyClock(calendar, day, replyWorkingDays, today) : null,
  }
}

/** What waits first, by its last day; then what is answered, the latest first. */
export function reportRows(
  reports: readonly ReportAnswer[],
  calendar: Calendar,
  today: DayNumber,
): ReportRow[] {
  const rows = paired(reports).flatMap(({ id, published, draft }) => {
    const shown = published ?? draft
    return shown ? [rowOf(id, shown, draft, published?._rev ?? null, calendar, today)] : []
  })
  const waiting = rows
    .filter(({ clock }) => clock !== null)
    .sort((a, b) => order(a.clock?.dueOn, b.clock?.dueOn) || order(a.receivedOn, b.receivedOn))
  const done = rows
    .filter(({ clock }) => clock === null)
    .sort((a, b) => order(b.answeredOn ?? b.receivedOn, a.answeredOn ?? a.receivedOn))
  return [...waiting, ...done]
}

const order = (a = '', b = ''): number => (a < b ? -1 : a > b ? 1 : 0)

/** The pages' documents by type and key, in one query; parameter `keys`: slugs, codes and ids. */
export const pagesQuery = `*[_type in $types && !(_id in path("drafts.**")) && !(_id in path("versions.**"))
  && (slug.current in $keys || code in $keys || _id in $keys)]{
  _id, _type, "slug": slug.current, "code": code, "title": coalesce(title, name, text)}`

export interface PageDocument {
  _id: string
  _type: string
  slug: string | null
  code: string | null
  title: string | null
}

export const addressesOf = (rows: readonly ReportRow[]): PageAddress[] =>
  rows.flatMap(({ path }) => (path === null ? [] : (pageAddress(path) ?? [])))

/** @returns the document that the page shows; null for a list, or where it is gone */
export function documentAt(path: string | null, documents: readonly PageDocument[]): PageDocument | null {
  const address = path === null ? null : pageAddress(path)
  if (!address) return null
  const { type, field, key } = address
  return documents.find((each) => each._type === type && each[field] === key) ?? null
}
