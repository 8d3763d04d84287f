/** @file The inbox on paper, by its last days. */
import { clockWords } from '../../../../contracts/editorial/working-days.ts'
import { reportStateWords, type ReportRow } from '../model/reports.ts'
import { PrintPage } from './PrintPage.tsx'

interface ReportsSheetProps {
  rows: readonly ReportRow[]
  todayText: string
  onLeave: () => void
}

export function ReportsSheet({ rows, todayText, onLeave }: ReportsSheetProps) {
  return (
    <PrintPage
      landscape
      note={`${todayText} 打印，共 ${rows.length} 条，快到期的在前。收到以后五个工作日内答复，算上调休。`}
      onLeave={onLeave}
      title="找错清单"
    >
      <table className="pufa-print-table">
        <thead>
          <tr>
            {['到期', '还有', '读者的话', '哪一页', '收到', '回执编号', '答复'].map((head) => (
              <th key={head}>{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, clock, state, text, rawPath, receivedOn, receipt, answer }) => (
            <tr key={id}>
              <td className="number">{clock?.dueOn ?? ''}</td>
              <td className="number">{clock ? clockWords(clock) : reportStateWords[state]}</td>
              <td>{text}</td>
              <td>{rawPath}</td>
              <td className="number">{receivedOn}</td>
              <td className="number">{receipt}</td>
              <td>{answer}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </PrintPage>
  )
}
