/** @file The desk of who looks after the site: reports of errors (找错), and the way to the tool 编务, where the rest is. */
import type { ListItemBuilder } from 'sanity/structure'
import { EndingIcon } from '../icons/knowledge.tsx'
import { ReportIcon } from '../icons/desk.tsx'
import { folder, found, isDraft, type Desk } from './lists.ts'
import { ToEditorial } from './ToEditorial.tsx'

const ofReports = '_type == "errorReport"'
/** The reader sees an answer once it is published, so a draft of one still waits. */
const waiting = `(state == "received" || ${isDraft})`

/** By when each is due stands in its form and in the tool. */
export function reports(desk: Desk): ListItemBuilder {
  const row = { type: 'errorReport', icon: ReportIcon } as const
  return folder(desk, { id: 'reports', title: '网站值班', icon: ReportIcon }, [
    found(
      desk,
      {
        ...row,
        id: 'reports-waiting',
        title: '待答复',
        above: '待答复（五个工作日内，期限见“编务 → 找错”）',
        icon: EndingIcon,
      },
      `${ofReports} && ${waiting}`,
      {},
      { field: 'receivedAt', direction: 'asc' },
    ),
    found(
      desk,
      { ...row, id: 'reports-answered', title: '已答复' },
      `${ofReports} && !${waiting}`,
      {},
      { field: 'receivedAt', direction: 'desc' },
    ),
    desk.S.divider(),
    desk.S.listItem()
      .id('editorial')
      .title('编务：栏目、搜不到、全年计划')
      .icon(EndingIcon)
      .child(desk.S.component(ToEditorial).id('editorial').title('编务')),
  ])
}
