/** @file The head of a day: date, lunar day, 班 or 休, legal days. */
import type { DayHead as Head } from '../model/heads.ts'

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

export function DayHead({ head, date, short }: { head: Head; date: Date; short: boolean }) {
  const words = short
    ? `${date.getUTCDate()}日`
    : `${weekdays[date.getUTCDay()]} ${date.getUTCMonth() + 1}月${date.getUTCDate()}日`
  return (
    <div className="pufa-head">
      <span>{words}</span>
      {head.swap && (
        <span
          className={`pufa-head-swap pufa-head-${head.swap}`}
          title={head.swap === '班' ? '调休上班' : '放假'}
        >
          {head.swap}
        </span>
      )}
      <span className="pufa-head-lunar">{head.lunar}</span>
      {head.legalDays.map((title) => (
        <div className="pufa-head-legal" key={title}>
          {title}
        </div>
      ))}
    </div>
  )
}
