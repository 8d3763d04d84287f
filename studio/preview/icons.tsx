/** @file Icons of the previews. */
import { printIcon } from '../icons/print.tsx'
import { ScreenIcon } from '../icons/screens.tsx'

export const PanelIcon = ScreenIcon

/** A page in a window. */
export const PageIcon = printIcon(
  'page',
  <>
    <rect height="16" rx="1.5" width="18" x="3" y="4" />
    <path d="M3 8.5h18M7 12.5h7M7 16h10" />
  </>,
)
