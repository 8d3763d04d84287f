/** @file What stands in one cell of a table, whichever program wrote the file. Pure. */

/** A number as the file writes it: a long code has digits that a JavaScript number would lose. */
export interface NumberCell {
  number: string
}

/** A date is that of its UTC parts; `null` is an empty cell. */
export type Cell = string | boolean | Date | NumberCell | null

export interface Sheet {
  name: string
  /** From the first row of the sheet on, so that row `n` of Excel is `rows[n - 1]`. */
  rows: readonly (readonly Cell[])[]
}

export const isNumberCell = (cell: Cell): cell is NumberCell =>
  typeof cell === 'object' && cell !== null && 'number' in cell

const two = (value: number) => String(value).padStart(2, '0')

/** `2026-03-08` */
export function dayOfDate(date: Date): string {
  return `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`
}

/** Plain decimal digits of a number that the file may write as `1.31E+16`; what cannot be told stays. */
export function plainNumber(text: string): string {
  const parts = /^(-?)(\d+)(?:\.(\d+))?[eE]\+?(\d{1,3})$/u.exec(text.trim())
  if (!parts) return text.trim()
  const [, sign = '', whole = '', fraction = '', power = '0'] = parts
  const digits = (whole + fraction).padEnd(whole.length + Number(power), '0')
  const point = whole.length + Number(power)
  const rest = digits.slice(point)
  return `${sign}${digits.slice(0, point).replace(/^0+(?=\d)/u, '')}${rest ? `.${rest}` : ''}`
}

/** What the person sees in the cell, near enough. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') return cell
  if (typeof cell === 'boolean') return cell ? '是' : '否'
  if (cell instanceof Date) return dayOfDate(cell)
  return plainNumber(cell.number)
}

/** Blanks of every kind count as nothing. */
export const isBlank = (cell: Cell | undefined): boolean =>
  cellText(cell).replace(/[\s\u00a0\u3000\u200b\ufeff]/gu, '') === ''
