/** @file Icons of the boxes in which work arrives. */
import { printIcon } from './print.tsx'

/** A glass held over a line: somebody has found a mistake. */
export const ReportIcon = printIcon(
  'error-report',
  <>
    <path d="M4 4h11M4 8.5h5M4 13h4" />
    <circle cx="14" cy="13" r="4.5" />
    <path d="M17.3 16.3L21 20M14 11v2M14 15h.01" />
  </>,
)

/** A book whose page turns. */
export const LawChangeIcon = printIcon(
  'law-change',
  <>
    <path d="M4 4.5h9v16H4zM7 4.5v16" />
    <path d="M15.5 7c3 .3 5 2.2 5 5s-2 4.7-5 5M17.5 15l-2.2 2 2.2 2" />
  </>,
)
