/** @file 表格导入: lists come in as Excel or CSV, are checked row by row, and can be taken back as a whole. */
import type { Tool } from 'sanity'
import { TablesIcon } from '../../icons/tables.tsx'
import { whenOpened } from '../opened.tsx'

export const tablesTool: Tool = {
  name: 'tables',
  title: '表格导入',
  icon: TablesIcon,
  component: whenOpened('表格导入', () => import('./Main.tsx')),
}
