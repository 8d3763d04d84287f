/**
 * @file What a paper made on the phone is: blanks to fill, a document composed from them, and warnings.
 *
 * Pure shapes. A paper is data and pure functions, so that the same code draws the printed blank form on
 * the server and the finished document on the reader's phone. Nothing here knows of a page or a store.
 */
import type { LocalDate } from '../../contracts/documents/base.ts'

/** What was typed, by the name of its blank. A blank that was not filled is absent or empty. */
export type Values = Readonly<Record<string, string>>

interface AnyBlank {
  name: string
  label: string
  /** What to write and why it matters. */
  help: string
  required?: boolean
  example?: string
  /** Characters of underline in the printed form. */
  wide?: number
  /** The blank matters only after one of these choices; the printed form always shows it. */
  when?: { name: string; is: readonly string[] }
}

export interface TypedBlank extends AnyBlank {
  kind: 'text' | 'long' | 'date' | 'money' | 'percent' | 'count'
  /** `id`: the number of a resident's identity card, whose check digit is verified. */
  format?: 'id'
}

export interface Option {
  value: string
  label: string
  /** The words of the document; a template that may name further blanks. */
  text: string
}

export interface ChoiceBlank extends AnyBlank {
  kind: 'choice'
  options: readonly Option[]
}

export type Blank = TypedBlank | ChoiceBlank

export interface Group {
  title: string
  /** What the whole group is about, where the title does not say it. */
  note?: string
  blanks: readonly Blank[]
}

/** Words of the document; those that come from a blank carry its name. */
export interface Piece {
  text: string
  blank?: string
  /** True while the blank is not filled: `text` is then an underline or boxes. */
  empty?: boolean
}

export type Block =
  | { kind: 'title' | 'heading'; text: string }
  | { kind: 'line'; pieces: readonly Piece[]; indent: boolean }
  /** Empty ruled lines to write on by hand. */
  | { kind: 'ruled'; rows: number; blank: string }
  | { kind: 'table'; head: readonly string[]; rows: readonly (readonly string[])[] }
  | { kind: 'signs'; lines: readonly (readonly Piece[])[] }

export type WarningLevel = 'stop' | 'care' | 'note'

export interface Warning {
  level: WarningLevel
  text: string
  /** The article that says so; null for what common sense says. */
  basis: string | null
  /** Name of the blank to look at again. */
  about: string | null
}

/** One-year loan prime rate, as the bureau has entered it. */
export interface LoanPrimeRate {
  percent: number
  publishedOn: LocalDate
}

/** What a rule needs to know beside the blanks. */
export interface Facts {
  today: LocalDate
  /** Null until the bureau has entered it. */
  loanPrimeRate: LoanPrimeRate | null
}

export interface Paper {
  slug: string
  title: string
  /** The situation in a resident's words, as the index lists it. */
  situation: string
  /** What the paper is for and what it is not. */
  summary: string
  groups: readonly Group[]
  compose(values: Values): readonly Block[]
  /** The gravest first. */
  warnings(values: Values, facts: Facts): readonly Warning[]
  /** What to do once it is written. */
  after: readonly string[]
}

/** Every blank of a paper, in the order of the form. */
export function blanksOf({ groups }: Pick<Paper, 'groups'>): readonly Blank[] {
  return groups.reduce<Blank[]>((all, { blanks }) => all.concat(blanks), [])
}
