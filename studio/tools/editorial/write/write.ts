/**
 * @file Writes what the tool changes: drafts and notes of the desk in one transaction, all or none.
 *
 * What is published is never touched here but by an answer to a reader (answer.ts). Everything written can be
 * taken back as long as nobody has changed it since: calendar/change/write.ts does that.
 */
import type { SanityClient } from '@sanity/client'
import type { DeskNote } from '../../../../contracts/documents/index.ts'
import { RefusedError, type Done } from '../../calendar/change/write.ts'
import { randomText } from '../../calendar/change/fresh.ts'

export interface Stored {
  _id: string
  _type: string
  _rev: string
  _createdAt?: string
  _updatedAt?: string
  [field: string]: unknown
}

export type Fields = Readonly<Record<string, unknown>>

/** A fresh draft, or fields of one that stands. */
export type Step =
  | { kind: 'make'; id: string; type: string; fields: Fields }
  | { kind: 'change'; id: string; fieldsOf: (document: Stored) => Fields }
  | { kind: 'note'; note: NewNote }

export type NewNote = Pick<DeskNote, 'kind' | 'subject'> &
  Partial<Pick<DeskNote, 'outcome' | 'text' | 'about'>>

/** Who writes, and when. */
export interface Hand {
  author: string
  at: string
}

const draftIdOf = (id: string): string => `drafts.${id}`

export const freshId = (prefix: string): string => `${prefix}-${randomText()}`

function bare({ _rev, _createdAt, _updatedAt, ...rest }: Stored): Fields {
  return rest
}

interface Prepared {
  draftId: string
  before: Stored | null
  put: (transaction: ReturnType<SanityClient['transaction']>) => void
}

function prepared(step: Step, stored: ReadonlyMap<string, Stored>, { author, at }: Hand): Prepared {
  if (step.kind === 'note') {
    const draftId = draftIdOf(`deskNote.${randomText()}`)
    const note = { ...step.note, _id: draftId, _type: 'deskNote', author, writtenAt: at }
    return { draftId, before: null, put: (transaction) => void transaction.create(note) }
  }
  const draftId = draftIdOf(step.id)
  if (step.kind === 'make') {
    const document = { ...step.fields, _id: draftId, _type: step.type }
    return { draftId, before: null, put: (transaction) => void transaction.create(document) }
  }
  const before = stored.get(draftId) ?? null
  const shown = before ?? stored.get(step.id)
  if (!shown) throw new RefusedError('这份内容刚刚被删掉了，请看一看最新的清单')
  const fields = step.fieldsOf(shown)
  const whole = { ...bare(shown), ...fields, _id: draftId, _type: shown._type }
  return {
    draftId,
    before,
    put: (transaction) =>
      void (before
        ? transaction.patch(draftId, (patch) => patch.ifRevisionId(before._rev).set({ ...fields }))
        : transaction.create(whole)),
  }
}

/**
 * @throws RefusedError when what is to be changed is gone; whatever the lake refuses
 * @returns what takeBack needs
 */
export async function writeTogether(client: SanityClient, steps: readonly Step[], hand: Hand): Promise<Done> {
  const ids = steps.flatMap((step) => (step.kind === 'change' ? [step.id, draftIdOf(step.id)] : []))
  const found =
    ids.length === 0
      ? []
      : await client.fetch<Stored[]>('*[_id in $ids]', { ids }, { perspective: 'raw', tag: 'editorial' })
  const stored = new Map(found.map((each) => [each._id, each]))
  const transaction = client.transaction()
  const all = steps.map((step) => prepared(step, stored, hand))
  for (const { put } of all) put(transaction)
  const made = await transaction.commit<Stored>({ returnDocuments: true, tag: 'editorial' })
  const revisions = new Map(made.map(({ _id, _rev }) => [_id, _rev]))
  return all.map(({ draftId, before }) => ({
    draftId,
    before,
    revision: revisions.get(draftId) ?? '',
  }))
}

/** What the desk took back: its notes go, whatever else was written stays. */
export async function removeNotes(client: SanityClient, ids: readonly string[]): Promise<Done> {
  const transaction = client.transaction()
  for (const id of ids) transaction.delete(id)
  await transaction.commit({ tag: 'editorial' })
  return []
}
