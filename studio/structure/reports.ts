/** @file The desk of who looks after the site: columns that grow stale, and what comes from readers: reports of errors (找错), and counts of what they searched, rated and scanned. */
import type { ListItemBuilder } from 'sanity/structure'
import { EndingIcon } from '../icons/knowledge.tsx'
import { ReportIcon } from '../icons/desk.tsx'
import { ColumnsPane } from './ColumnsPane.tsx'
import { ReadersPane } from './ReadersPane.tsx'
import { folder, found, isDraft, type Desk } from './lists.ts'

const ofReports = '_type == "errorReport"'
/** The reader sees an answer once it is published, so a draft of one still waits. */
const waiting = `(state == "received" || ${isDraft})`

/** Each line of the first list says by when it is due: five working days, Monday to Friday. */
export function reports(desk: Desk): ListItemBuilder {
  const row = { type: 'errorReport', icon: ReportIcon } as const
  return folder(desk, { id: 'reports', title: '网站值班', icon: ReportIcon }, [
    found(
      desk,
      {
        ...row,
        id: 'reports-waiting',
        title: '待答复',
        above: '待答复（五个工作日，按周一至周五算）',
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
      .id('columns')
      .title('栏目更新')
      .icon(EndingIcon)
      .child(desk.S.component(ColumnsPane).id('columns').title('栏目更新')),
    desk.S.listItem()
      .id('reader-counts')
      .title('搜索、评价与扫码')
      .icon(ReportIcon)
      .child(desk.S.component(ReadersPane).id('reader-counts').title('搜索、评价与扫码')),
  ])
}
