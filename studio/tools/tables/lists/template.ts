/** @file The empty table of a list, for people to fill in. Pure. */
import type { Table } from '../file/write.ts'
import type { ListShape } from './shape.ts'

/** Required columns say so; `match.ts` reads over what stands in brackets. */
export function templateOf({ title, columns }: ListShape): Table {
  return {
    sheet: title.replace(/[（(].*$/u, ''),
    headers: columns.map((column) => (column.required ? `${column.title}（必填）` : column.title)),
    rows: [columns.map(({ example }) => example)],
    widths: columns.map((column) => Math.max(14, column.title.length * 2 + 8, column.example.length + 4)),
  }
}
