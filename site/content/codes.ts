/** @file What stands behind a short code, and what became of it: one code, one matter (一码一事). */
import type { LocalDate } from '../../contracts/documents/index.ts'
import type { CodeBook } from '../share/code-book.ts'
import { readCode } from '../share/code.ts'
import type { PastAddresses } from '../store/past-addresses.ts'
import type { Tallies, TallyKind } from '../store/tallies.ts'
import type { AddressContent, AddressedDocument } from './addresses.ts'
import type { LakeReader } from './lake.ts'
import { traces } from './trace.ts'

/** The name under which pages that show counts depend on them. */
export const talliesType = '~tallies'

export interface CodePage {
  code: string
  /** Null when the document was withdrawn. */
  document: AddressedDocument | null
  /** What it was called, when it was withdrawn. */
  formerTitle: string | null
  writtenOn: LocalDate | null
  checkedOn: LocalDate | null
  scans: number
  lastScanOn: LocalDate | null
  /** Counts of fixed choices, by choice. */
  ratings: Readonly<Record<string, number>>
  wall: Readonly<Record<string, number>>
  reports: { handed: number; corrected: number; answered: number }
}

export interface CodeContent {
  /** @returns null when no document ever had this code */
  page(text: string): Promise<CodePage | null>
}

const datesQuery = `*[_id == $id][0]{writtenOn, checkedOn, publishedOn, paintedOn}`
const reportsQuery = `*[_type == "errorReport" && path == $path]{state}`

export function createCodes(
  lake: LakeReader,
  addresses: AddressContent,
  store: { codes: CodeBook; tallies: Tallies; past: PastAddresses },
): CodeContent {
  function choices(kind: TallyKind, code: string): Record<string, number> {
    const found = store.tallies.list(kind, `${code}:`)
    return Object.fromEntries(found.map(({ subject, count }) => [subject.slice(code.length + 1), count]))
  }

  async function dates(document: AddressedDocument) {
    const raw = await lake.read<Record<string, LocalDate | null> | null>([document.type], datesQuery, {
      id: document.id,
    })
    return {
      writtenOn: raw?.['writtenOn'] ?? raw?.['publishedOn'] ?? raw?.['paintedOn'] ?? null,
      checkedOn: raw?.['checkedOn'] ?? null,
    }
  }

  async function reportsOn(path: string): Promise<CodePage['reports']> {
    const found = await lake.read<{ state: string }[]>(['errorReport'], reportsQuery, { path })
    const counted = (state: string) => found.filter((report) => report.state === state).length
    return { handed: found.length, corrected: counted('corrected'), answered: counted('answered') }
  }

  return {
    async page(text) {
      const code = readCode(text)
      const id = code === null ? null : store.codes.documentOf(code)
      if (code === null || id === null) return null
      traces.getStore()?.types.add(talliesType)
      const document = await addresses.find(id)
      const scans = store.tallies.list('scan', code).find(({ subject }) => subject === code)
      const none = { handed: 0, corrected: 0, answered: 0 }
      return {
        code,
        document,
        formerTitle: document === null ? (store.past.titleOf(id) ?? null) : null,
        ...(document === null ? { writtenOn: null, checkedOn: null } : await dates(document)),
        scans: scans?.count ?? 0,
        lastScanOn: scans?.lastDay ?? null,
        ratings: choices('rating', code),
        wall: choices('wall', code),
        reports: document === null ? none : await reportsOn(document.path),
      }
    },
  }
}
