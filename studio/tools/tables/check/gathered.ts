/** @file The dry run of lists whose rows are gathered into a few documents: days of a year, words of a list. */
import type { Draft, Gathered } from '../lists/shape.ts'
import type { Checked, CheckedRow, Checking, Fault, ReadRow, Write } from './check.ts'
import { present, type Standing } from './facts.ts'
import { changedFields } from './fields.ts'

interface Growing {
  standing: Standing | null
  before: Draft
  document: Draft
  rows: number[]
}

type Put = { state: 'made' | 'same'; id: string } | { state: 'wrong'; faults: Fault[] }

const at = (row: number, column: string, sentence: string, value = ''): Fault => ({
  row,
  column,
  value,
  sentence,
})

function missing({ list }: Checking, gathered: Gathered, { row, values, faults }: ReadRow): Fault[] {
  const told = new Set(faults.map(({ column }) => column))
  return gathered.needs.flatMap((path) => {
    const title = list.columns.find((column) => column.path === path)?.title ?? ''
    return values.has(path) || told.has(title) ? [] : [at(row, title, `请填写${title}`)]
  })
}

function put(checking: Checking, gathered: Gathered, growing: Map<string, Growing>, read: ReadRow): Put {
  const faults = [...read.faults, ...missing(checking, gathered, read)]
  if (faults.length > 0) return { state: 'wrong', faults }
  const target = gathered.target(read.values)
  if (!target.ok) return { state: 'wrong', faults: [at(read.row, '', target.sentence)] }
  const id = target.value
  const standing = checking.facts.standing.get(id) ?? null
  const before = (standing && present(standing)) ?? { _type: checking.list.type, ...gathered.fresh(id) }
  const known = growing.get(id) ?? { standing, before, document: before, rows: [] }
  const added = gathered.add(known.document, read.values)
  if (!added.ok) return { state: 'wrong', faults: [at(read.row, '', added.sentence)] }
  if (added.value === known.document) return { state: 'same', id }
  growing.set(id, { ...known, document: added.value, rows: [...known.rows, read.row] })
  return { state: 'made', id }
}

/** Rows whose document would not pass as a whole are faulty together. */
async function faultyDocuments(
  checking: Checking,
  growing: Map<string, Growing>,
): Promise<Map<number, Fault[]>> {
  const faulty = new Map<number, Fault[]>()
  for (const [id, { document, rows }] of growing) {
    const problems = await checking.validate({ ...document, _id: `drafts.${id}` })
    const errors = problems.filter(({ level }) => level === 'error')
    if (errors.length === 0) continue
    for (const row of rows)
      faulty.set(
        row,
        errors.map(({ message }) => at(row, '', message)),
      )
  }
  return faulty
}

export async function checkGathered(
  checking: Checking,
  gathered: Gathered,
  reads: readonly ReadRow[],
): Promise<Checked> {
  const growing = new Map<string, Growing>()
  const put1 = reads.map((read) => ({ read, result: put(checking, gathered, growing, read) }))
  const faulty = await faultyDocuments(checking, growing)
  const rows = put1.map(({ read, result }): CheckedRow => {
    const faults = result.state === 'wrong' ? result.faults : (faulty.get(read.row) ?? [])
    const title = [...read.texts.values()].slice(0, 3).join(' ')
    const state = faults.length > 0 ? 'wrong' : result.state === 'same' ? 'same' : 'made'
    return { row: read.row, state, title, faults, advice: [] }
  })
  const writes = [...growing].flatMap(([id, { standing, before, document, rows: of }]): Write[] =>
    of.some((row) => faulty.has(row))
      ? []
      : [
          {
            id,
            title: checking.list.titleOf(document),
            rows: of,
            standing,
            fields: standing ? changedFields(before, document) : document,
          },
        ],
  )
  await checking.onProgress?.(reads.length, reads.length)
  return { rows, writes }
}
