/** @file The bridge to the library that reads .xlsx; loaded when such a file is chosen. */
import readXlsxFile from 'read-excel-file/browser'
import type { Cell, NumberCell, Sheet } from './cell.ts'

/** @throws the library's errors for what is no .xlsx */
export async function readXlsx(bytes: ArrayBuffer): Promise<readonly Sheet[]> {
  const sheets = await readXlsxFile<NumberCell>(bytes, {
    trim: false,
    parseNumber: (number) => ({ number }),
  })
  return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data as unknown as Cell[][] }))
}
