/** @file What gathers at the editors' desk: readers' reports of errors (找错), records of tables brought in. */
import type { CountyOwned, Document, Keyed, LocalDate, Timestamp } from './base.ts'

/** `received`: nobody has looked yet · `corrected`: the page was wrong and is mended · `answered`: it was not. */
export type ReportState = 'received' | 'corrected' | 'answered'

/**
 * A reader's word that something on a page is wrong. `_id` is `report.<receipt>`: the dot keeps it from
 * the public; who holds the receipt reads the state and the answer, never anybody's text.
 */
export interface ErrorReport extends Document<'errorReport'> {
  /** Eight characters that the reader was given. */
  receipt: string
  /** Path of the page. */
  path: string
  /** At most 200 characters; holds no telephone or ID number. */
  text: string
  receivedAt: Timestamp
  state: ReportState
  /** What the desk tells the reader. */
  answer?: string
  answeredOn?: LocalDate
}

export const reportTextMax = 200

/** One document that an import of a table wrote. */
export interface ImportedDocument {
  _type: 'importedDocument'
  /** As it stands in the lake: in the drafts, or without a folder where its type is kept published. */
  id: string
  title: string
  /** `nothing`: it was made · `published`: a draft of what is published was begun · `itself`: it was changed. */
  was: 'nothing' | 'published' | 'itself'
  /** With `published`: the revision of what is published. */
  base?: string
  /** With `itself`: JSON of the fields as they were; null where there was none. */
  before?: string
}

/**
 * One transaction of an import of a table (表格导入), written within that transaction, so that what stands
 * in it was done and what was done stands in one. `_id` is `drafts.tableImport.<run>.<part>`: never public,
 * and where editors and operators alike may write.
 */
export interface TableImport extends Document<'tableImport'>, Partial<CountyOwned> {
  /** The same for all parts of one import. */
  run: string
  part: string
  /** Name of the list, as the Studio's tool has it. */
  list: string
  /** Name of the file. */
  file: string
  startedAt: Timestamp
  /** Name of who did it. */
  author: string
  /** How many documents the whole import was to write. */
  documents: number
  /** The revision that the documents got. */
  transaction: string
  entries: readonly Keyed<ImportedDocument>[]
  undoneAt?: Timestamp
  /** What the undoing left as it is, and why. */
  left?: readonly string[]
}

/**
 * What the desk keeps for itself (编务): a search that is dealt with, wording for answers, a note to a plan, a
 * citation that was held against the law in force. `_id` is `drafts.deskNote.<random>`: never public, and
 * where editors and operators alike may write. One that carries a county is that bureau's own.
 */
export interface DeskNote extends Document<'deskNote'>, Partial<CountyOwned> {
  kind: 'search' | 'answer' | 'plan' | 'citation'
  /** What it is about: the searched words · name of the wording · `<legal day>:<year>` · `<content>:<citation>:<end>`. */
  subject: string
  /** With `search`: what became of it. */
  outcome?: 'ignored' | 'written' | 'joined'
  /** With `search`: title of the question · with `answer` and `plan`: the words. */
  text?: string
  /** Documents that it speaks of, by published id: the question, or what was adopted into a plan. */
  about?: readonly string[]
  author: string
  writtenAt: Timestamp
}
