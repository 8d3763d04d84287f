/**
 * @file Takes an import back: what it made goes, what it changed gets its former values. Whatever somebody
 * has edited or published since stays, and is told. Pure but for the lake that is handed in.
 */
import type { ImportedDocument, TableImport } from '../../../../contracts/documents/index.ts'
import { draftIdOf, publishedIdOf } from '../check/facts.ts'
import type { Draft } from '../lists/shape.ts'
import type { Mutation, Transaction } from './plan.ts'
import { troubleOf } from './trouble.ts'

type Stored = Draft & { _id: string; _rev: string }

/** What stands under an id at the moment. */
export type Now = ReadonlyMap<string, Stored>

export interface Undoing {
  /** By entry, so that one that the lake refuses can be left out. */
  steps: readonly { key: string; title: string; mutations: readonly Mutation[] }[]
  /** Titles, each with the reason why it stays. */
  left: readonly string[]
}

const edited = '后来有人改过，没有动'
const publishedSince = '后来已经发布，没有动'

export const undoTransactionOf = (transaction: string) => `${transaction}-undo`

function restored(before: string | undefined): { set: Draft; unset: string[] } {
  const fields = Object.entries(JSON.parse(before ?? '{}') as Draft)
  return {
    set: Object.fromEntries(fields.filter(([, value]) => value !== null)),
    unset: fields.filter(([, value]) => value === null).map(([name]) => name),
  }
}

/** The revision is asked for by a patch: a deletion by itself asks for none. */
const removal = (id: string, rev: string): Mutation[] => [
  { patch: { id, ifRevisionID: rev, set: {} } },
  { delete: { id } },
]

/** A draft that is gone has been published or thrown away; what is published tells which. */
function gone({ id, base }: ImportedDocument, now: Now): string | null {
  const published = now.get(publishedIdOf(id))
  return published && published._rev !== base ? publishedSince : null
}

function stepOf(entry: ImportedDocument, transaction: string, now: Now): Mutation[] | string | null {
  const standing = now.get(entry.id)
  if (!standing) return gone(entry, now)
  if (standing._rev.startsWith(undoTransactionOf(transaction))) return null
  if (standing._rev !== transaction) return edited
  if (entry.was !== 'itself')
    return !entry.id.startsWith('drafts.') && now.has(draftIdOf(entry.id))
      ? '有人正在修改，没有动'
      : removal(entry.id, transaction)
  const { set, unset } = restored(entry.before)
  return [{ patch: { id: entry.id, ifRevisionID: transaction, set, ...(unset.length > 0 ? { unset } : {}) } }]
}

export function planUndo(
  { entries, transaction }: Pick<TableImport, 'entries' | 'transaction'>,
  now: Now,
): Undoing {
  const steps: { key: string; title: string; mutations: Mutation[] }[] = []
  const left: string[] = []
  for (const entry of entries) {
    const step = stepOf(entry, transaction, now)
    if (typeof step === 'string') left.push(`${entry.title}：${step}`)
    else if (step) steps.push({ key: entry._key, title: entry.title, mutations: step })
  }
  return { steps, left }
}

/** Every id that the plan must know of. */
export const idsOfInterest = ({ entries }: Pick<TableImport, 'entries'>): string[] => [
  ...new Set(entries.flatMap(({ id }) => [id, publishedIdOf(id), draftIdOf(publishedIdOf(id))])),
]

export interface UndoLake {
  read(ids: readonly string[]): Promise<Now>
  /** @throws the client's error */
  commit(transaction: Transaction): Promise<void>
}

const marked = (part: TableImport, left: readonly string[], at: string): Mutation => ({
  patch: { id: part._id, set: { undoneAt: at, left } },
})

/** One by one, after the lake refused them together: a screen that a schedule names cannot go. */
async function oneByOne(
  part: TableImport,
  { steps, left }: Undoing,
  lake: UndoLake,
  at: string,
): Promise<string[]> {
  const all = [...left]
  for (const { key, title, mutations } of steps) {
    try {
      await lake.commit({ id: `${undoTransactionOf(part.transaction)}-${key}`, mutations })
    } catch (error) {
      const { kind, sentence } = troubleOf(error)
      if (kind !== 'document') throw error
      all.push(`${title}：还有别的内容用着它，或刚刚有人改过，没有动（${sentence}）`)
    }
  }
  await lake.commit({
    id: `${undoTransactionOf(part.transaction)}-end`,
    mutations: [marked(part, all, at)],
  })
  return all
}

/**
 * @param at ISO instant, for the record
 * @returns what was left as it is, with the reason
 * @throws the client's error when the lake cannot be asked; what is done by then stays done
 */
export async function undoPart(part: TableImport, lake: UndoLake, at: string): Promise<string[]> {
  const undoing = planUndo(part, await lake.read(idsOfInterest(part)))
  try {
    await lake.commit({
      id: undoTransactionOf(part.transaction),
      mutations: [...undoing.steps.flatMap(({ mutations }) => mutations), marked(part, undoing.left, at)],
    })
    return [...undoing.left]
  } catch (error) {
    if (troubleOf(error).kind !== 'document') throw error
    return oneByOne(part, undoing, lake, at)
  }
}
