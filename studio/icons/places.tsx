/** @file Icons of places, people and the bureau. */
import { printIcon } from './print.tsx'

export const CountyIcon = printIcon(
  'county',
  <>
    <rect height="7" width="7" x="3.5" y="3.5" />
    <rect height="7" width="7" x="13.5" y="3.5" />
    <rect height="7" width="7" x="3.5" y="13.5" />
    <rect fill="currentColor" height="7" width="7" x="13.5" y="13.5" />
  </>,
)

export const TownshipIcon = printIcon(
  'township',
  <path d="M3 20V11l5-4 5 4v9M13 20v-6l4-3 4 3v6M2 20h20M7 20v-5h2v5" />,
)

/** A house with a turned-up roof. */
export const VillageIcon = printIcon(
  'village',
  <>
    <path d="M2.5 11c4-.5 7-3 9.5-6.5C14.5 8 17.5 10.5 21.5 11" />
    <path d="M5 11v9h14v-9M10 20v-5h4v5" />
  </>,
)

export const LawyerIcon = printIcon(
  'lawyer',
  <>
    <circle cx="12" cy="7.5" r="3.7" />
    <path d="M4.5 21c.5-5 3-7.5 7.5-7.5s7 2.5 7.5 7.5M10 13.8l2 3 2-3" />
  </>,
)

export const OfficeIcon = printIcon(
  'office',
  <>
    <path d="M5 21V4h10v17M15 9h4v12M3 21h18" />
    <path d="M8 8h1M11 8h1M8 12h1M11 12h1M8 16h1M11 16h1" />
  </>,
)

/** Two hands that hold a heart: aid. */
export const AidIcon = printIcon(
  'aid-station',
  <>
    <path d="M12 12c-3-2.2-4.5-3.8-4.5-5.6C7.5 4.8 8.6 4 9.8 4c1 0 1.8.6 2.2 1.5.4-.9 1.2-1.5 2.2-1.5 1.2 0 2.3.8 2.3 2.4 0 1.8-1.5 3.4-4.5 5.6z" />
    <path d="M3 14l4 0 3 2h4M3 20h11l7-5c-1-1.3-2.4-1.3-3.5-.5L14 17" />
  </>,
)

/** A seal. */
export const SettingsIcon = printIcon(
  'site-settings',
  <>
    <rect height="16" rx="1.5" width="16" x="4" y="4" />
    <path d="M8 8h8M8 12h8M12 8v8M8 16h8" />
  </>,
)

export const BasicsIcon = printIcon(
  'basics',
  <>
    <path d="M3 7h7l2 2h9v11H3z" />
    <path d="M3 7V5h6l1 2" />
  </>,
)
