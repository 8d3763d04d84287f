/** @file A document as the lake has it, for handing on: the fields of all kinds in one shape. */
import type {
  Deadline,
  DocumentType,
  LawyerCategory,
  LocalDate,
  LocalDateTime,
} from '../../contracts/documents/index.ts'

/** What a document's kind does not know is null. */
export interface ShareSource {
  type: DocumentType
  title: string
  topics: readonly string[]
  shortTitle: string | null
  tone: 'plain' | 'solemn' | null
  shortAnswer: string | null
  ledAnswer: string | null
  spoken: string | null
  steps: readonly { title: string; text: string }[]
  papers: readonly string[]
  deadlines: readonly Pick<Deadline, 'title' | 'amount' | 'unit' | 'runsFrom' | 'note'>[]
  nextContact: string | null
  banner: string | null
  story: string | null
  summary: string | null
  introduction: string | null
  facts: string | null
  outcome: string | null
  lesson: string | null
  kind: string | null
  startsAt: LocalDateTime | null
  endsAt: LocalDateTime | null
  place: string | null
  address: string | null
  hours: string | null
  phone: string | null
  officePhone: string | null
  category: LawyerCategory | null
  county: string | null
  village: string | null
  office: string | null
  expertise: readonly string[]
  adviser: { name: string; officePhone: string; office: string | null } | null
  checkedOn: LocalDate | null
  publishedOn: LocalDate | null
  paintedOn: LocalDate | null
}
