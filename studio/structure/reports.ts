/** @file 找错: what readers reported, what waits and what is answered. */
import type { ListItemBuilder } from 'sanity/structure'
import { DraftIcon } from '../icons/knowledge.tsx'
import { ReportIcon } from '../icons/desk.tsx'
import { folder, found, type Desk } from './lists.ts'

const ofReports = '_type == "errorReport"'

/** Each line of the first list says by when it is due: five working days, Monday to Friday. */
export function reports(desk: Desk): ListItemBuilder {
  const row = { type: 'errorReport', icon: ReportIcon } as const
  return folder(desk, { id: 'reports', title: '读者找错', icon: ReportIcon }, [
    found(
      desk,
      { ...row, id: 'reports-waiting', title: '待答复（五个工作日，按周一至周五算）', icon: DraftIcon },
      `${ofReports} && state == "received"`,
      {},
      { field: 'receivedAt', direction: 'asc' },
    ),
    found(
      desk,
      { ...row, id: 'reports-answered', title: '已答复' },
      `${ofReports} && state != "received"`,
      {},
      { field: 'receivedAt', direction: 'desc' },
    ),
  ])
}
