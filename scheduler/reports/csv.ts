/**
 * @file A table as CSV that a spreadsheet program opens as it is meant. Pure.
 *
 * UTF-8 with a byte order mark, lines ended by CR LF (RFC 4180). A text that a spreadsheet would take for a
 * formula is given an apostrophe before it: titles come from editors and players, and must not compute.
 */
import type { Cell } from './table.ts'

const byteOrderMark = '\uFEFF'
/** Also the full-width forms, which some programs read as the plain ones. */
const formula = /^[\s]*[=+\-@＝＋－＠]|^[\t\r\n]/

function field(cell: Cell): string {
  if (typeof cell === 'number') return String(cell)
  const harmless = formula.test(cell) ? `'${cell}` : cell
  return /[",\r\n']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** @param tables one below the other, an empty line between */
export function csvOf(tables: readonly (readonly (readonly Cell[])[])[]): string {
  const lines = tables.map((rows) => rows.map((row) => `${row.map(field).join(',')}\r\n`).join(''))
  return byteOrderMark + lines.join('\r\n')
}
