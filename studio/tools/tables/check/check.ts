/**
 * @file The dry run: what an import would do, row by row, without doing anything.
 *
 * A row is read by its columns' readers and then held, as a whole document, against the Studio's own
 * schema, so that no rule is written twice. Faults name the row as Excel does.
 */
import { right, type Read } from '../cells/reading.ts'
import { cellText, isBlank, type Cell, type Sheet } from '../file/cell.ts'
import { comesPublished, type Column, type Draft, type ListShape } from '../lists/shape.ts'
import type { Matching } from '../match.ts'
import { present, type Facts, type Standing } from './facts.ts'
import { changedFields, fieldsOf } from './fields.ts'
import { checkGathered } from './gathered.ts'

/** What validation says of a document. `path`: parts joined by dots. */
export interface Problem {
  level: string
  path: string
  message: string
}

export type Validate = (document: Draft) => Promise<readonly Problem[]>

export interface Fault {
  /** As Excel numbers it. */
  row: number
  /** Title of the column; empty where it is about the row as a whole. */
  column: string
  /** What stands in the cell. */
  value: string
  /** What is wrong, and how to mend it. */
  sentence: string
}

export interface CheckedRow {
  row: number
  state: 'made' | 'changed' | 'same' | 'wrong'
  title: string
  faults: readonly Fault[]
  /** What the schema only warns of. */
  advice: readonly Fault[]
}

/** One document that would be written. */
export interface Write {
  /** Published id. */
  id: string
  title: string
  rows: readonly number[]
  /** Null: it would be made. */
  standing: Standing | null
  /** Everything of a fresh document; of a standing one the fields that would change. */
  fields: Draft
}

export interface Checked {
  rows: readonly CheckedRow[]
  writes: readonly Write[]
}

export interface Checking {
  list: ListShape
  sheet: Sheet
  matching: Matching
  facts: Facts
  validate: Validate
  /** Called between batches; may wait, so that the page stays alive. */
  onProgress?: (done: number, all: number) => void | Promise<void>
  signal?: AbortSignal
}

/** A row as its readers found it. */
export interface ReadRow {
  row: number
  values: ReadonlyMap<string, unknown>
  /** What the person sees in the cells, by the paths of their columns. */
  texts: ReadonlyMap<string, string>
  faults: readonly Fault[]
}

/** Validation waits for idle moments in rounds; more at once wait no longer than one. */
const batch = 200

export const faultAt = (row: number, column: string, value: string, sentence: string): Fault => ({
  row,
  column,
  value,
  sentence,
})

function readRow({ list, matching, facts }: Checking, cells: readonly Cell[], row: number): ReadRow {
  const values = new Map<string, unknown>()
  const texts = new Map<string, string>()
  const faults: Fault[] = []
  // Counties come first: a name that several places bear is looked for in the row's own county.
  const ordered = [...list.columns].sort((a, b) => Number(b.path === 'county') - Number(a.path === 'county'))
  for (const column of ordered) {
    const at = matching.from[column.path]
    const cell = at === undefined ? (matching.fills[column.path] ?? null) : (cells[at] ?? null)
    if (isBlank(cell)) continue
    texts.set(column.path, cellText(cell).trim())
    const read = column.read(cell, { facts, values })
    if (read.ok) values.set(column.path, read.value)
    else faults.push(faultAt(row, column.title, cellText(cell), read.sentence))
  }
  return { row, values, texts, faults }
}

/** Rows below the headers that hold anything. */
export function filledRows({ sheet, matching }: Pick<Checking, 'sheet' | 'matching'>) {
  return sheet.rows.flatMap((cells, at) =>
    at > matching.headerAt && cells.some((cell) => !isBlank(cell)) ? [{ row: at + 1, cells }] : [],
  )
}

const columnAt = (list: ListShape, path: string): Column | undefined =>
  list.columns.find((column) => column.path === path) ??
  list.columns.find((column) => path.startsWith(`${column.path}.`) || path.startsWith(`${column.path}[`)) ??
  list.columns.find((column) => column.path.startsWith(`${path}.`))

/** The county of a person, where the row names none. */
const ownCountyOf = ({ ownCounty }: Facts): Draft =>
  ownCounty === null ? {} : { county: { _type: 'reference', _ref: ownCounty } }

interface Candidate {
  read: ReadRow
  document: Draft
  write: Write | null
  faults: Fault[]
}

/** Why a document that stands may not be changed by this person now, or `true`. */
function mayChange({ list, facts }: Checking, standing: Standing): Read<true> {
  const county = (present(standing)?.['county'] as { _ref?: string } | undefined)?._ref ?? null
  if (facts.ownCounty !== null && county !== null && county !== facts.ownCounty)
    return {
      ok: false,
      sentence: `这个${list.identityTitle}已经登记在${facts.target(county)?.title ?? '别的县区'}，您改不了。请与市里联系`,
    }
  if (comesPublished(list.type) && standing.draft !== null)
    return { ok: false, sentence: '有人正在修改它，还没有发布。请先到“内容”里把它发布或丢弃草稿，再导入' }
  return right(true)
}

/** Rows into documents, one by one; rows that mean the same are told. */
function candidates(checking: Checking, reads: readonly ReadRow[]): Candidate[] {
  const { list, facts } = checking
  const byIdentity = new Map<string, Standing>()
  for (const standing of facts.standing.values()) {
    const identity = list.identity(present(standing) ?? {})
    if (identity !== null && !byIdentity.has(identity)) byIdentity.set(identity, standing)
  }
  const seen = new Map<string, number>()
  return reads.map((read): Candidate => {
    const faults = [...read.faults]
    const fields = fieldsOf(read.values, {})
    const identity = list.identity({ ...ownCountyOf(facts), ...fields })
    const id = identity === null ? `row-${read.row}` : list.idFor(identity)
    const standing =
      (identity === null ? undefined : byIdentity.get(identity)) ?? facts.standing.get(id) ?? null
    const earlier = identity === null ? undefined : seen.get(identity)
    if (earlier !== undefined)
      faults.push(
        faultAt(
          read.row,
          list.identityTitle,
          list.titleOf(fields),
          `和第 ${earlier} 行重复：${list.identityTitle}相同。请核对，把多的一行删去`,
        ),
      )
    else if (identity !== null) seen.set(identity, read.row)
    const base = standing && present(standing)
    if (standing) {
      const may = mayChange(checking, standing)
      if (!may.ok) faults.push(faultAt(read.row, list.identityTitle, list.titleOf(fields), may.sentence))
    }
    const start = base ?? { _type: list.type, ...ownCountyOf(facts) }
    const filled = { ...start, ...fieldsOf(read.values, start) }
    const document = base ? filled : { ...list.fresh(id, filled), ...filled }
    const changed = base ? changedFields(base, document) : document
    const write =
      Object.keys(changed).length === 0
        ? null
        : {
            id: standing?.id ?? id,
            title: list.titleOf(document),
            rows: [read.row],
            standing,
            fields: changed,
          }
    return { read, document, write, faults }
  })
}

/** A rule that breaks down speaks English; the row cannot be vouched for. */
const sentenceOf = (message: string): string =>
  /\p{Script=Han}/u.test(message) ? message : '这一行没能查完。请再检查一遍；还不行就请管理员看一看'

/** Problems of the schema as faults of the row; of what stood before, only what the row touches counts. */
function heed(list: ListShape, { read, write, faults }: Candidate, problems: readonly Problem[]): Fault[] {
  const advice: Fault[] = []
  const told = new Set(faults.map(({ column }) => column))
  for (const { level, path, message } of problems) {
    const column = columnAt(list, path)
    const title = column?.title ?? ''
    if (column && told.has(title)) continue
    const touched = write?.standing === null || (column !== undefined && read.values.has(column.path))
    const shown = (column && read.texts.get(column.path)) ?? ''
    const fault = faultAt(read.row, title, shown, sentenceOf(message))
    if (level === 'error' && touched) faults.push(fault)
    else advice.push(fault)
  }
  return advice
}

function rowOf(list: ListShape, { read, document, write, faults }: Candidate, advice: Fault[]): CheckedRow {
  const state =
    faults.length > 0 ? 'wrong' : write === null ? 'same' : write.standing === null ? 'made' : 'changed'
  return { row: read.row, state, title: list.titleOf(document), faults, advice }
}

/** @throws the signal's reason when it is aborted, and what `validate` throws */
export async function checkTable(checking: Checking): Promise<Checked> {
  const { list, validate, onProgress, signal } = checking
  const reads = filledRows(checking).map(({ row, cells }) => readRow(checking, cells, row))
  if (list.gathered) return checkGathered(checking, list.gathered, reads)
  const rows: CheckedRow[] = []
  const writes: Write[] = []
  const all = candidates(checking, reads)
  for (let at = 0; at < all.length; at += batch) {
    signal?.throwIfAborted()
    const some = all.slice(at, at + batch)
    const found = await Promise.all(
      some.map(({ document, write }) =>
        write ? validate({ ...document, _id: `drafts.${write.id}` }) : Promise.resolve([]),
      ),
    )
    for (const [index, candidate] of some.entries()) {
      const row = rowOf(list, candidate, heed(list, candidate, found[index] ?? []))
      rows.push(row)
      if (candidate.write && row.state !== 'wrong') writes.push(candidate.write)
    }
    await onProgress?.(Math.min(at + batch, all.length), all.length)
  }
  return { rows, writes }
}

export function countsOf({ rows }: Pick<Checked, 'rows'>): Record<CheckedRow['state'], number> {
  const counts = { made: 0, changed: 0, same: 0, wrong: 0 }
  for (const { state } of rows) counts[state] += 1
  return counts
}
