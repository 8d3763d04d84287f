/**
 * @file From what a dry run would write to the transactions that write it. Pure.
 *
 * Each transaction carries its own record: what it wrote, and what stood there before. So nothing is done
 * that could not be undone, and a transaction that is sent again is answered and not done again.
 */
import type { ImportedDocument, Keyed, TableImport } from '../../../../contracts/documents/index.ts'
import { draftIdOf } from '../check/facts.ts'
import type { Write } from '../check/check.ts'
import { comesPublished, type Draft, type ListShape } from '../lists/shape.ts'

/** Of 100 documents that a transaction may hold, one is its record. */
export const documentsOfPart = 90

export interface ImportHead {
  run: string
  list: ListShape
  file: string
  startedAt: string
  author: string
  documents: number
}

export interface Part {
  /** `1`, `2`, …; halves of a part that was refused are `2a` and `2b`. */
  name: string
  writes: readonly Write[]
}

export type Mutation =
  | { create: Draft & { _id: string; _type: string } }
  | { patch: { id: string; ifRevisionID?: string; set?: Draft; unset?: string[] } }
  | { delete: { id: string } }

export interface Transaction {
  id: string
  mutations: readonly Mutation[]
}

export const recordIdOf = (run: string, part: string) => draftIdOf(`tableImport.${run}.${part}`)
export const transactionIdOf = (run: string, part: string) => `import-${run}-${part}`

export function partsOf(writes: readonly Write[]): Part[] {
  const parts: Part[] = []
  for (let at = 0; at < writes.length; at += documentsOfPart)
    parts.push({ name: String(parts.length + 1), writes: writes.slice(at, at + documentsOfPart) })
  return parts
}

/** @returns null for a part of one document */
export function halvesOf({ name, writes }: Part): [Part, Part] | null {
  if (writes.length < 2) return null
  const middle = Math.ceil(writes.length / 2)
  return [
    { name: `${name}a`, writes: writes.slice(0, middle) },
    { name: `${name}b`, writes: writes.slice(middle) },
  ]
}

const ownOfLake = new Set(['_id', '_rev', '_createdAt', '_updatedAt', '_system'])

const contentOf = (document: Draft): Draft =>
  Object.fromEntries(Object.entries(document).filter(([key]) => !ownOfLake.has(key)))

const revOf = (document: Draft): string => String(document['_rev'])

type Done = [Mutation, Omit<ImportedDocument, '_type'>]

function step({ type }: ListShape, { id, title, standing, fields }: Write): Done {
  const place = comesPublished(type) ? id : draftIdOf(id)
  const worked = standing && (comesPublished(type) ? standing.published : standing.draft)
  if (worked) {
    const before = Object.fromEntries(Object.keys(fields).map((name) => [name, worked[name] ?? null]))
    return [
      { patch: { id: place, ifRevisionID: revOf(worked), set: fields } },
      { id: place, title, was: 'itself', before: JSON.stringify(before) },
    ]
  }
  const published = standing?.published
  const document = { ...(published ? contentOf(published) : {}), ...fields, _id: place, _type: type }
  return published
    ? [{ create: document }, { id: place, title, was: 'published', base: revOf(published) }]
    : [{ create: document }, { id: place, title, was: 'nothing' }]
}

/** @returns the same for the same part, byte for byte: the lake knows by that what it has done already */
export function transactionOf(head: ImportHead, { name, writes }: Part): Transaction {
  const id = transactionIdOf(head.run, name)
  const done = writes.map((write) => step(head.list, write))
  const entries = done.map(([, entry], at): Keyed<ImportedDocument> => ({
    _key: `e${at}`,
    _type: 'importedDocument',
    ...entry,
  }))
  const record: Omit<TableImport, '_rev' | '_createdAt' | '_updatedAt'> = {
    _id: recordIdOf(head.run, name),
    _type: 'tableImport',
    run: head.run,
    part: name,
    list: head.list.name,
    file: head.file,
    startedAt: head.startedAt,
    author: head.author,
    documents: head.documents,
    transaction: id,
    entries,
  }
  return { id, mutations: [...done.map(([mutation]) => mutation), { create: { ...record } }] }
}
