/** @file Tables to take away: a template of a list, and the rows that were faulty with what is wrong. */
import type { SheetData } from 'write-excel-file/browser'
import { cellText, type Cell } from './cell.ts'

/** A table of texts under one line of headers. */
export interface Table {
  sheet: string
  headers: readonly string[]
  rows: readonly (readonly string[])[]
  /** In characters, by column. */
  widths: readonly number[]
}

/** Every cell is text, so that Excel changes no code and no date. */
export function sheetDataOf({ headers, rows }: Table): SheetData {
  return [
    headers.map((value) => ({ value, fontWeight: 'bold' as const, type: String, format: '@' })),
    ...rows.map((row) => row.map((value) => ({ value, type: String, format: '@', wrap: true }))),
  ]
}

/** The file’s own columns, so that it can be mended and chosen again; behind them 问题 and the row it was. */
export function faultyTable(
  headers: readonly Cell[],
  faulty: readonly { row: number; cells: readonly Cell[]; sentences: readonly string[] }[],
): Table {
  const width = Math.max(headers.length, ...faulty.map(({ cells }) => cells.length))
  const across = (cells: readonly Cell[]) => Array.from({ length: width }, (_, at) => cellText(cells[at]))
  return {
    sheet: '有误的行',
    headers: [...across(headers), '问题', '原来的行号'],
    rows: faulty.map(({ row, cells, sentences }) => [...across(cells), sentences.join('；'), String(row)]),
    widths: [...across(headers).map(() => 18), 60, 12],
  }
}

/** Hands the person a file; the browser asks where to put it, or puts it among the downloads. */
export async function download(table: Table, fileName: string): Promise<void> {
  const { default: writeXlsxFile } = await import('write-excel-file/browser')
  const blob = await writeXlsxFile(sheetDataOf(table), {
    sheet: table.sheet,
    columns: table.widths.map((width) => ({ width })),
    stickyRowsCount: 1,
  }).toBlob()
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  URL.revokeObjectURL(address)
}
