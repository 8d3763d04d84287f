/** @file 表格导入: lists come in as Excel or CSV, are checked row by row, and can be taken back as a whole. */
import type { Tool } from 'sanity'
import { TablesIcon } from '../../icons/tables.tsx'
import { TablesTool } from './TablesTool.tsx'

export const tablesTool: Tool = {
  name: 'tables',
  title: '表格导入',
  icon: TablesIcon,
  component: TablesTool,
}
