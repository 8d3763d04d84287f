/** @file A table as a file for a spreadsheet. */
import { unparse } from 'papaparse'

/** Without it Excel takes Chinese for another encoding. */
const byteOrderMark = '\uFEFF'

export function downloadCsv(rows: readonly (readonly string[])[], fileName: string): void {
  const text = byteOrderMark + unparse(rows.map((row) => [...row]))
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  URL.revokeObjectURL(address)
}
