/** @file Icons of what residents read, and of the work boxes. */
import { printIcon } from './print.tsx'

export const QuestionIcon = printIcon(
  'question',
  <>
    <path d="M4 4h16v12h-8l-4 4v-4H4z" />
    <path d="M9.8 8.5c.2-1.3 1-2 2.3-2s2.3.8 2.3 2c0 1.7-2.3 1.6-2.3 3.3M12.1 13.8h.01" />
  </>,
)

export const TopicIcon = printIcon(
  'topic',
  <>
    <path d="M4 4h8l8 8-8 8-8-8z" />
    <circle cx="8.2" cy="8.2" r="1.2" />
  </>,
)

/** A bound book with a seam at its left, as thread-bound books have. */
export const LawIcon = printIcon(
  'law',
  <>
    <path d="M5 3.5h14v17H5zM8.5 3.5v17" />
    <path d="M11.5 8h4.5M11.5 12h4.5M5 7h3.5M5 12h3.5M5 17h3.5" />
  </>,
)

export const EditionIcon = printIcon(
  'law-edition',
  <>
    <path d="M7 3.5h13v14H7z" />
    <path d="M4 7v14h13M10.5 8h6M10.5 12h6" />
  </>,
)

export const ArticleIcon = printIcon('article', <path d="M5 5h14M5 9.5h14M8 14h11M8 18.5h7M5 14v4.5" />)

export const NewsIcon = printIcon(
  'news',
  <>
    <path d="M3.5 5h14v14h-12c-1.1 0-2-.9-2-2z" />
    <path d="M17.5 9h3v8c0 1.1-.9 2-2 2M7 9h7M7 12.5h7M7 16h4" />
  </>,
)

/** A balance: a case that was decided. */
export const CaseIcon = printIcon(
  'typical-case',
  <path d="M12 3v18M8 21h8M4.5 7h15M4.5 7L2 13c1.5 1.8 3.8 1.8 5 0zM19.5 7L17 13c1.2 1.8 3.5 1.8 5 0z" />,
)

export const ActivityIcon = printIcon(
  'activity',
  <>
    <path d="M3 10l9-6 9 6M5 10v10M19 10v10M3 20h18" />
    <path d="M5 10c1 2 3 2 3.5 0 .5 2 3 2 3.5 0 .5 2 3 2 3.5 0 .5 2 2.5 2 3.5 0" />
  </>,
)

/** A wall of bricks with a picture on it. */
export const MuralIcon = printIcon(
  'mural',
  <>
    <path d="M2.5 5h19v14h-19zM2.5 9.5h4M2.5 14.5h4M17.5 9.5h4M17.5 14.5h4" />
    <rect height="9" width="11" x="6.5" y="7.5" />
    <path d="M7 15l3-3 2.5 2 2-1.5 2.5 2.5" />
  </>,
)

export const MuralCampaignIcon = printIcon(
  'mural-campaign',
  <>
    <path d="M14 3l7 7-9 9-7-7z" />
    <path d="M5 12l-2 9 9-2M3 21l4-4" />
  </>,
)

export const DraftIcon = printIcon(
  'draft',
  <>
    <path d="M5 3.5h9l5 5v12H5zM14 3.5v5h5" />
    <path d="M9 17l.5-2.5 4.5-4.5 2 2-4.5 4.5z" />
  </>,
)

export const EndingIcon = printIcon(
  'ending',
  <path d="M6 3h12M6 21h12M7 3c0 5 4 6 5 9 1-3 5-4 5-9M7 21c0-5 4-6 5-9 1 3 5 4 5 9M9.5 19h5" />,
)

/** Stairs: one step after another. */
export const StepIcon = printIcon('step', <path d="M3 20h5v-5h5v-5h5V5h3M15 3l6 2-2 5" />)
