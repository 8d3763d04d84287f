/** @file Icons of what screens show and of the screens themselves. */
import { printIcon } from './print.tsx'

/** A hanging banner with two lines of words. */
export const SloganIcon = printIcon(
  'slogan',
  <>
    <path d="M4 5h16M6 5v12c0 1 1 2 2 2h8c1 0 2-1 2-2V5" />
    <path d="M9.5 9.5h5M9.5 13.5h5" />
  </>,
)

/** A sheet pinned at the top. */
export const NoticeIcon = printIcon(
  'notice',
  <>
    <path d="M6 6h12v14H6zM12 3v5" />
    <path d="M9 12h6M9 16h4" />
  </>,
)

export const PictureIcon = printIcon(
  'picture',
  <>
    <rect height="14" rx="1.5" width="18" x="3" y="5" />
    <circle cx="8.5" cy="10" r="1.7" />
    <path d="M4 18l5.5-5 3.5 3 3-2.5 4 3.5" />
  </>,
)

export const VideoIcon = printIcon(
  'video',
  <>
    <rect height="14" rx="2" width="18" x="3" y="5" />
    <path d="M10 9v6l5-3z" fill="currentColor" />
  </>,
)

/** A lens that sends. */
export const LiveIcon = printIcon(
  'live',
  <>
    <circle cx="12" cy="12" fill="currentColor" r="2.2" />
    <path d="M8 8a5.6 5.6 0 0 0 0 8M16 8a5.6 5.6 0 0 1 0 8M5 5a10 10 0 0 0 0 14M19 5a10 10 0 0 1 0 14" />
  </>,
)

/** A head and a speech mark. */
export const TalkIcon = printIcon(
  'lawyer-talk',
  <>
    <circle cx="8.5" cy="9" r="3.2" />
    <path d="M3 20c.4-3.6 2.4-5.4 5.5-5.4S13.6 16.4 14 20M14.5 5H21v6h-3l-2 2v-2h-1.5z" />
  </>,
)

/** A table of three rows. */
export const BoardIcon = printIcon(
  'board',
  <>
    <rect height="14" rx="1" width="16" x="4" y="5" />
    <path d="M4 9.7h16M4 14.3h16M14 5v14" />
  </>,
)

export const PlaylistIcon = printIcon(
  'playlist',
  <>
    <path d="M4 6h16M4 11h10M4 16h7" />
    <path d="M15.5 13.5v6l5-3z" fill="currentColor" />
  </>,
)

export const ScheduleIcon = printIcon(
  'schedule',
  <>
    <rect height="15" rx="1.5" width="17" x="3.5" y="5.5" />
    <path d="M3.5 10h17M8 3v4M16 3v4M12 12.5v3l2 1.5" />
  </>,
)

/** A flag planted for one purpose. */
export const CampaignIcon = printIcon(
  'campaign',
  <>
    <path d="M6 3v18" />
    <path d="M6 4.5h12l-2.5 4L18 12.5H6z" />
  </>,
)

/** An LED sign on its post. */
export const ScreenIcon = printIcon(
  'screen',
  <>
    <rect height="11" rx="1" width="18" x="3" y="3.5" />
    <path d="M12 14.5V21M8 21h8M7 8h.01M10.5 8h.01M14 8h.01M17 8h.01M7 11h.01M10.5 11h.01M14 11h.01" />
  </>,
)

export const ScreenGroupIcon = printIcon(
  'screen-group',
  <>
    <rect height="7" rx="1" width="8" x="2.5" y="4" />
    <rect height="7" rx="1" width="8" x="13.5" y="4" />
    <path d="M6.5 11v4h11v-4M12 15v5M9 20h6" />
  </>,
)

export const AudienceIcon = printIcon(
  'audience',
  <>
    <circle cx="8" cy="8" r="3" />
    <circle cx="16.5" cy="9" r="2.4" />
    <path d="M2.5 20c.4-4 2.3-6 5.5-6s5.1 2 5.5 6M14.5 14.5c3.6-.8 6.2 1 6.8 5" />
  </>,
)

/** A lantern: a day that is marked. */
export const LegalDayIcon = printIcon(
  'legal-day',
  <>
    <path d="M12 2v3M9 5h6M9 17h6M12 17v4" />
    <path d="M9 5c-5 2-5 10 0 12M15 5c5 2 5 10 0 12M12 5v12" />
  </>,
)

export const CalendarYearIcon = printIcon(
  'calendar-year',
  <>
    <rect height="15" rx="1.5" width="17" x="3.5" y="5.5" />
    <path d="M3.5 10h17M8 3v4M16 3v4M8 16h3l-1.3 1.5M16 14h-3l1.3-1.5" />
  </>,
)

export const HotlineIcon = printIcon(
  'hotline',
  <path d="M5 4h4l1.5 5L8 10.5c1 2.4 3 4.4 5.5 5.5l1.5-2.5 5 1.5v4c0 1-1 1.5-2 1.5C10.5 20 4 13.5 3.5 6c0-1 .5-2 1.5-2z" />,
)

export const ClockIcon = printIcon(
  'clock',
  <>
    <circle cx="12" cy="12" r="8.5" />
    <path d="M12 7v5l3.5 2" />
  </>,
)
