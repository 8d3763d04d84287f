/**
 * @file Whose task a content in review is: the lists of the tool and their counts. Pure.
 *
 * Everything follows from the rule itself (`contracts/review/rule.ts`): a trail is somebody's task when his
 * approval would be taken now. The lake decides again when he presses.
 */
import type { ReviewStage } from '../../../contracts/documents/review.ts'
import type { PolicyRules } from '../../../contracts/review/policy.ts'
import {
  nextStage,
  takeStep,
  type Absent,
  type Actor,
  type ReviewRefusal,
  type Subject,
  type Trail,
  type Wish,
} from '../../../contracts/review/rule.ts'
import { refusalSentence } from '../../review/refusals.ts'
import type { Row } from './rows.ts'

export const lists = [
  { name: 'mine', title: '待我审', none: '没有等您审的内容。' },
  { name: 'returned', title: '退回给我的', none: '没有退回给您的内容。' },
  { name: 'sent', title: '我送审的', none: '您没有正在审核的内容。' },
  { name: 'ready', title: '待公开', none: '没有审完还没公开的内容。' },
  { name: 'owed', title: '补审', none: '没有要补审的急件。' },
  { name: 'all', title: '全部在审', none: '现在没有在审的内容。' },
  { name: 'drafts', title: '我的草稿', none: '没有还没送审的草稿。' },
] as const
export type ListName = (typeof lists)[number]['name']
export type TrailList = Exclude<ListName, 'drafts'>

/** Who looks, and by what rules. */
export interface Desk {
  actor: Actor
  /** Those whose places the actor takes at this instant. */
  absent: readonly Absent[]
  policy: PolicyRules
  /** Unix ms */
  at: number
}

const subjectOf = ({ subject, subjectType, title, county }: Row): Subject => ({
  id: subject,
  type: subjectType,
  title,
  county,
})

/** Which text was handed in, the lake compares; here every copy is taken to be the one. */
const sameText = 'as handed in'

const trailOf = (row: Row): Trail => ({
  subject: row.subject,
  subjectType: row.subjectType,
  title: row.title,
  ...(row.county === null ? {} : { county: { _type: 'reference', _ref: row.county } }),
  state: row.state,
  awaits: null,
  hash: sameText,
  authors: row.authors,
  approvedBy: row.approvedBy,
  since: row.since,
  publishes: row.publishes,
  owes: row.owes,
  steps: row.steps.map(({ kind, stage }, index) => ({
    ...{ _key: String(index), _type: 'reviewStep', kind, by: '', byName: '', at: row.since },
    ...(stage === null ? {} : { stage }),
  })),
})

/** The stage that this content waits for by the rules in force. */
export const awaitedStage = (row: Row, { policy, at }: Desk): ReviewStage | null =>
  nextStage(trailOf(row), policy, subjectOf(row), at)

/** Why this step would be refused to whoever looks; null: it would be taken. */
export function refusalOf(row: Row, kind: Wish['kind'], desk: Desk): ReviewRefusal | null {
  const copy = {
    ...{ id: row.copy ?? row.subject, rev: row.rev ?? '', hash: sameText },
    ...{ authors: row.authors, isUrgent: false },
  }
  const facts = { ...desk, subject: subjectOf(row), copy }
  const outcome = takeStep(trailOf(row), { kind, words: '·' }, facts, 'asked')
  return 'refusal' in outcome ? outcome.refusal : null
}

/** The same in a sentence. */
export const refusalWords = (refusal: ReviewRefusal): string => refusalSentence(refusal).title

/** As whom the next step would be taken: the name of somebody absent, or null for oneself. */
export function inPlaceOf(row: Row, desk: Desk): string | null {
  const outcome = takeStep(
    trailOf(row),
    { kind: 'approve' },
    {
      ...desk,
      subject: subjectOf(row),
      copy: { id: '', rev: '', hash: sameText, authors: [], isUrgent: false },
    },
    'asked',
  )
  return 'trail' in outcome ? (outcome.trail.steps.at(-1)?.onBehalfOfName ?? null) : null
}

const belongs: Readonly<Record<TrailList, (row: Row, desk: Desk) => boolean>> = {
  mine: (row, desk) => refusalOf(row, 'approve', desk) === null,
  returned: ({ state, authors }, { actor }) => state === 'rejected' && authors.includes(actor.id),
  sent: ({ state, authors }, { actor }) =>
    (state === 'open' || state === 'approved') && authors.includes(actor.id),
  ready: (row, desk) => row.state === 'approved' && awaitedStage(row, desk) === null,
  owed: ({ owes }) => owes,
  all: ({ state }) => state === 'open',
}

/** The rows of one list, longest waiting first as they came. */
export const rowsOf = (rows: readonly Row[], list: TrailList, desk: Desk): readonly Row[] =>
  rows.filter((row) => belongs[list](row, desk))

export type Counts = Readonly<Record<TrailList, number>>

export function countsOf(rows: readonly Row[], openCount: number, desk: Desk): Counts {
  const count = (list: TrailList) => rowsOf(rows, list, desk).length
  return {
    ...{ mine: count('mine'), returned: count('returned'), sent: count('sent') },
    ...{ ready: count('ready'), owed: count('owed'), all: openCount },
  }
}

export interface Narrowing {
  /** Document type; null: all. */
  type: string | null
  /** Id of a county; null: all. `''`: the prefecture as a whole. */
  county: string | null
}

export const narrowed = <Item extends { subjectType: string; county: string | null }>(
  rows: readonly Item[],
  { type, county }: Narrowing,
): readonly Item[] =>
  rows
    .filter(({ subjectType }) => type === null || subjectType === type)
    .filter((row) => county === null || (row.county ?? '') === county)

/** How many of each value there are, most first. */
export function tally(values: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)
}

/** The row to read after this one is dealt with: the next, else the one before; null: it was the last. */
export function after<Item extends { subject: string }>(rows: readonly Item[], subject: string): Item | null {
  const index = rows.findIndex((row) => row.subject === subject)
  return rows[index + 1] ?? rows[index - 1] ?? null
}

const minuteMs = 60_000

/** `已等 3 天`. @param at Unix ms */
export function waitingWords(since: string, at: number): string {
  const minutes = Math.max(0, Math.floor((at - Date.parse(since)) / minuteMs))
  if (minutes < 2) return '刚刚'
  if (minutes < 60) return `已等 ${minutes} 分钟`
  if (minutes < 48 * 60) return `已等 ${Math.floor(minutes / 60)} 小时`
  return `已等 ${Math.floor(minutes / 1440)} 天`
}
