/**
 * @file What a list is to the import: its columns, and how a row becomes a document. Declared, not
 * programmed: one file a list. Rules on values are the Studio's schema's; here it is only said how a cell
 * is read.
 */
import type { CurrentUser } from 'sanity'
import type { DocumentType } from '../../../../contracts/documents/index.ts'
import { typeRules, type Work } from '../../../../contracts/documents/kinds.ts'
import type { Read } from '../cells/reading.ts'
import type { Facts } from '../check/facts.ts'
import type { Cell } from '../file/cell.ts'

export type Draft = Readonly<Record<string, unknown>>

/** What a reader may lean on. */
export interface Reading {
  facts: Facts
  /** What the row's earlier columns came to, by their paths. */
  values: ReadonlyMap<string, unknown>
}

export interface Column {
  /** Where the value stands in the document; parts of objects are parted by a dot. */
  path: string
  title: string
  /** Other headers under which lists have it. */
  aliases: readonly string[]
  /** The form will not be published without it, or the row cannot be told from others. */
  required: boolean
  /** Stands in the template's one row. */
  example: string
  /** Never asked about an empty cell. */
  read(cell: Cell, reading: Reading): Read<unknown>
}

/** A row that goes into a document with others: a day of a year, a word of a list. */
export interface Gathered {
  /** Published id of the document, or why there is none. */
  target(values: ReadonlyMap<string, unknown>): Read<string>
  /** A fresh document, where there is none yet. */
  fresh(id: string): Draft
  /** The document with the row in it; the same object where the row was in it before. */
  add(document: Draft, values: ReadonlyMap<string, unknown>): Read<Draft>
  /** What must be there before a row can be put anywhere, each with its sentence. */
  needs: readonly string[]
}

export interface ListShape {
  /** Name in addresses and records. */
  name: string
  type: DocumentType
  title: string
  /** One row of it, in words: 名律师, 个村. */
  unit: string
  /** A sentence for the choice of lists. */
  about: string
  columns: readonly Column[]
  /** Lists of the lake that the readers look things up in. */
  lookups: readonly DocumentType[]
  /**
   * By what a document is known to be the same as a row; null where the row does not say. `document` may
   * stand in the lake or come from a row.
   */
  identity(document: Draft): string | null
  /** What the identity is called in a sentence: 执业证号. */
  identityTitle: string
  /** Published id of a fresh document. */
  idFor(identity: string): string
  /** What a fresh document holds that no column gives: its slug, numbers with a usual value. */
  fresh(id: string, document: Draft): Draft
  titleOf(document: Draft): string
  gathered?: Gathered
}

/** Undefined for a type that this lake does not know. */
const workOf = (type: DocumentType): Work | undefined => (typeRules as Partial<typeof typeRules>)[type]?.work

/** Types that are kept as they are published; others come in as drafts, for they are reviewed before. */
export const comesPublished = (type: DocumentType): boolean => workOf(type) === 'registry'

type Person = Pick<CurrentUser, 'roles'>

/** Whether an account may write such documents, as the lake will decide. */
export function mayImport(person: Person, type: DocumentType): boolean {
  const roles = person.roles.map(({ name }) => name)
  const work = workOf(type)
  if (work === undefined) return false
  if (roles.includes('administrator')) return true
  return (
    (work === 'content' && roles.includes('editor')) || (work === 'registry' && roles.includes('operator'))
  )
}
