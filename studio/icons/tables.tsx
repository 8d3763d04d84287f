/** @file Icon of the tool: a table, and an arrow into it. */
import { printIcon } from './print.tsx'

export const TablesIcon = printIcon(
  'tables',
  <>
    <path d="M3 4h18v16H3zM3 9h18M9 9v11" />
    <path d="M15 11.5v5M12.8 14.5l2.2 2.2 2.2-2.2" />
  </>,
)
