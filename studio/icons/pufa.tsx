/** @file The Studio's own mark: 普 reduced to a seal. */
import { printIcon } from './print.tsx'

export const PufaIcon = printIcon(
  'pufa',
  <>
    <rect fill="#B3261E" height="20" rx="3" stroke="none" width="20" x="2" y="2" />
    <g stroke="#FFFDF8" strokeWidth="1.5">
      <path d="M8.5 4.5l1.2 2M15.5 4.5l-1.2 2M5.5 7h13M5 11.2h14M10 7v4.2M14 7v4.2M6.7 8.5l.9 1.4M17.3 8.5l-.9 1.4" />
      <path d="M8 13.5h8v6H8zM8 16.5h8" />
    </g>
  </>,
)
