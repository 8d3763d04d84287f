/** @file Rows as an aligned table on a terminal, where a Chinese character is two columns wide. Pure. */
import type { Row } from './bench.ts'

const columns: readonly [keyof Row, string][] = [
  ['what', '测什么'],
  ['measured', '本系统'],
  ['reference', '参照物'],
  ['ratio', '比值'],
  ['goal', '目标'],
]

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g

const widthOf = (text: string) => text.length + (text.match(wide)?.length ?? 0)

export function table(rows: readonly Row[]): string[] {
  const cells = [
    columns.map(([, title]) => title),
    ...rows.map((row) => columns.map(([field]) => row[field] ?? '—')),
  ]
  const widths = columns.map((_, column) => Math.max(...cells.map((line) => widthOf(line[column] ?? ''))))
  const line = (texts: readonly string[]) =>
    texts
      .map((text, column) => text + ' '.repeat((widths[column] ?? 0) - widthOf(text)))
      .join('  ')
      .trimEnd()
  const [head = [], ...body] = cells
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...body.map(line)]
}
