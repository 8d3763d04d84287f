/** @file The imports of the past, put together from the records of their parts. Pure. */
import type { TableImport } from '../../../../contracts/documents/index.ts'

/** A record without its entries. */
export type PartSummary = Pick<
  TableImport,
  '_id' | 'run' | 'part' | 'list' | 'file' | 'startedAt' | 'author' | 'documents'
> & { made: number; changed: number; undoneAt?: string | null; left?: readonly string[] | null }

export interface PastImport {
  run: string
  list: string
  file: string
  startedAt: string
  author: string
  /** How many were to be written, and how many were made and changed. */
  documents: number
  made: number
  changed: number
  state: 'done' | 'unfinished' | 'undone' | 'half-undone'
  left: readonly string[]
  /** Ids of the records, the last part first: what came last goes first. */
  records: readonly string[]
}

function stateOf(parts: readonly PartSummary[], written: number, documents: number): PastImport['state'] {
  const undone = parts.filter(({ undoneAt }) => Boolean(undoneAt)).length
  if (undone === parts.length) return 'undone'
  if (undone > 0) return 'half-undone'
  return written < documents ? 'unfinished' : 'done'
}

const sum = (parts: readonly PartSummary[], of: 'made' | 'changed') =>
  parts.reduce((total, part) => total + part[of], 0)

/** Newest first. */
export function pastImports(summaries: readonly PartSummary[]): PastImport[] {
  const runs = new Map<string, PartSummary[]>()
  for (const part of summaries) runs.set(part.run, [...(runs.get(part.run) ?? []), part])
  return [...runs.values()]
    .flatMap((parts): PastImport[] => {
      const [first] = parts
      if (!first) return []
      const { run, list, file, startedAt, author, documents } = first
      const made = sum(parts, 'made')
      const changed = sum(parts, 'changed')
      const inOrder = [...parts].sort(
        (a, b) => parseInt(b.part) - parseInt(a.part) || b.part.localeCompare(a.part),
      )
      return [
        {
          run,
          list,
          file,
          startedAt,
          author,
          documents,
          made,
          changed,
          state: stateOf(parts, made + changed, documents),
          left: parts.flatMap(({ left }) => left ?? []),
          records: inOrder.filter(({ undoneAt }) => !undoneAt).map(({ _id }) => _id),
        },
      ]
    })
    .sort((a, b) => b.startedAt.localeCompare(a.startedAt))
}
