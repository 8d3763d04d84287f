/** @file A report as a table for people: Chinese headers, the total at the foot, then the faults. Pure. */
import type { FaultKind, Parting, Report } from '../../contracts/reports.ts'

export type Cell = string | number

const keyTitles: Readonly<Record<Parting, string>> = {
  item: '内容',
  screen: '屏幕',
  county: '县区',
  campaign: '活动',
  day: '日期',
  kind: '类型',
}
export const faultTitles: Readonly<Record<FaultKind, string>> = {
  gap: '编号中断',
  broken: '前后不符',
  conflict: '同号不同内容',
}

/** Rows of one width each; the first is the header. */
export function reportTable({ by, rows, total, rowsLeftOut }: Report): Cell[][] {
  const foot: Cell[] = ['', '合计', total.plays, total.seconds, total.educationHours]
  return [
    ['编号', keyTitles[by], '播放次数', '播放秒数', '普法小时数'],
    ...rows.map(({ key, title, plays, seconds, educationHours }) => [
      key,
      title,
      plays,
      seconds,
      educationHours,
    ]),
    foot,
    ...(rowsLeftOut > 0 ? [['', `另有 ${rowsLeftOut} 行没有列出，合计里已包括`, '', '', '']] : []),
  ]
}

export function faultTable({ faults, faultsLeftOut }: Report): Cell[][] {
  return [
    ['屏幕编号', '屏幕', '日期', '问题', '记录编号', '缺少的条数'],
    ...faults.map(({ screen, title, day, kind, sequence, missing }) => [
      screen,
      title,
      day,
      faultTitles[kind],
      sequence,
      missing,
    ]),
    ...(faultsLeftOut > 0 ? [['', `另有 ${faultsLeftOut} 处没有列出`, '', '', '', '']] : []),
  ]
}
