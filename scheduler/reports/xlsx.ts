/** @file Tables as a workbook. Texts are written as texts, so nothing in them computes. */
import writeXlsxFile, { type Sheet } from 'write-excel-file/node'
import type { Cell } from './table.ts'

export interface SheetTable {
  name: string
  rows: readonly (readonly Cell[])[]
}

/** Longer texts are refused by spreadsheet programs. */
const textMax = 32_000
/** XML 1.0 has no room for them, and one of them makes the workbook unreadable. */

const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu

const cellOf = (cell: Cell, header: boolean) =>
  typeof cell === 'number'
    ? { value: cell, type: Number }
    : {
        value: cell.replace(unwritable, '').slice(0, textMax),
        type: String,
        ...(header ? { fontWeight: 'bold' as const } : {}),
      }

export async function xlsxOf(tables: readonly SheetTable[]): Promise<Buffer> {
  const sheets: Sheet<never>[] = tables.map(({ name, rows }) => ({
    sheet: name,
    stickyRowsCount: 1,
    columns: (rows[0] ?? []).map((_, index) => ({ width: index === 1 ? 40 : 18 })),
    data: rows.map((row, index) => row.map((cell) => cellOf(cell, index === 0))),
  }))
  return writeXlsxFile(sheets).toBuffer()
}
