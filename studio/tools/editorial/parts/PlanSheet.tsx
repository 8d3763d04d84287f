/** @file The year's plan on one page of paper, and how its days and programmes are put into words. */
import { planMarks, type PlanRow, type Programme } from '../model/plan.ts'
import { PrintPage } from './PrintPage.tsx'

/** `12月4日`, `5月1日至31日`, `12月28日至1月26日` */
export function daysWords({ first, last }: Pick<PlanRow, 'first' | 'last'>): string {
  const [, month, day] = first.split('-').map(Number)
  const [, lastMonth, lastDay] = last.split('-').map(Number)
  const begin = `${month}月${day}日`
  if (first === last) return begin
  return month === lastMonth ? `${begin}至${lastDay}日` : `${begin}至${lastMonth}月${lastDay}日`
}

/** What there is, and what is missing. */
export function programmeWords(programme: Programme | null): string {
  if (!programme) return '没有现成的节目；采用时放最新的标语、问答和热线'
  const { holds, lacks, playsYearly } = programme
  return [
    `现成的节目：${holds.join('、') || '空的'}`,
    lacks.length > 0 && `缺${lacks.join('、')}`,
    playsYearly && '每年到日子自动播',
  ]
    .filter(Boolean)
    .join('；')
}

interface PlanSheetProps {
  year: number
  rows: readonly PlanRow[]
  todayText: string
  onLeave: () => void
}

export function PlanSheet({ year, rows, todayText, onLeave }: PlanSheetProps) {
  return (
    <PrintPage
      landscape
      note={`${todayText} 打印，共 ${rows.length} 个普法日。`}
      onLeave={onLeave}
      title={`${year} 年普法计划`}
    >
      <table className="pufa-print-table tight">
        <thead>
          <tr>
            {['月', '日子', '名称', '节目', '进度', '备注'].map((head) => (
              <th key={head}>{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => {
            const { shape, word } = planMarks[row.state]
            return (
              <tr key={row.legal._id}>
                <td className="number">{rows[at - 1]?.month === row.month ? '' : `${row.month}月`}</td>
                <td className="number">{daysWords(row)}</td>
                <td>{row.legal.title}</td>
                <td>{programmeWords(row.programme)}</td>
                <td className="number">{`${shape} ${word}`}</td>
                <td>{row.note?.text ?? ''}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </PrintPage>
  )
}
