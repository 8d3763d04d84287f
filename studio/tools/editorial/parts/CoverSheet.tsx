/** @file A table of coverage on paper. */
import { sheetOf, type CoverTable } from '../model/coverage.ts'
import { PrintPage } from './PrintPage.tsx'

interface CoverSheetProps {
  title: string
  note: string
  table: CoverTable
  onLeave: () => void
}

export function CoverSheet({ title, note, table, onLeave }: CoverSheetProps) {
  const [head = [], ...rows] = sheetOf(table)
  return (
    <PrintPage landscape note={note} onLeave={onLeave} title={title}>
      <table className="pufa-print-table tight">
        <thead>
          <tr>
            {head.map((words, at) => (
              <th className={at > 0 ? 'number' : ''} key={at}>
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([topic = '', ...cells]) => (
            <tr key={topic}>
              <th>{topic}</th>
              {cells.map((words, at) => (
                <td className="number" key={at}>
                  {words}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </PrintPage>
  )
}
