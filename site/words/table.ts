/**
 * @file Rows as comma-separated values that Excel opens as they are meant. Pure.
 *
 * The byte order mark makes Excel read UTF-8. A cell that a spreadsheet would take for a formula gets an
 * apostrophe in front, so that opening the file can run nothing (CWE-1236). RFC 4180 otherwise.
 */

const byteOrderMark = '\uFEFF'
/** Full-width signs too: some spreadsheets read them as the narrow ones. */
const formula = /^[\s\u0000]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/

export function csv(rows: readonly (readonly string[])[]): string {
  return byteOrderMark + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

function cell(text: string): string {
  const safe = formula.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A value of an open data list as one cell: lists are joined, a place is its title. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(cellText).join('；')
  if (typeof value === 'object') return 'title' in value ? cellText(value.title) : ''
  return String(value)
}
