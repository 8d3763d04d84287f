/** @file 词表: the bureau's own lists of words that must not be published, or had better be put otherwise. */
import type { Document, Keyed } from './base.ts'

/** One wording, and what to do about it. */
export interface WordEntry {
  _type: 'wordEntry'
  words: string
  /** What may stand in its place, the best first. */
  instead?: readonly string[]
  /** One sentence for whoever wrote it. */
  why?: string
  /** Longer wordings in which it is right: 第一条 for 第一. */
  except?: readonly string[]
  /** Document types in which it counts; left out: all. */
  types?: readonly string[]
}

/** Bureau-wide, an administrator's; no reader sees it. */
export interface WordList extends Document<'wordList'> {
  title: string
  /** `block`: not published while it stands there · `suggest`: the writer is told and decides. */
  kind: 'block' | 'suggest'
  entries: readonly Keyed<WordEntry>[]
}

/** Entries of all lists together; what comes after these is not looked for. */
export const wordEntriesMax = 20_000

/** Characters of one wording. */
export const wordingCharactersMax = 60
