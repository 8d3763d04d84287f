/** @file Icons of what people try for themselves, and of the places they go to. */
import { printIcon } from './print.tsx'

/** A wheel with a hand: the quiz of a fair. */
export const QuizIcon = printIcon(
  'quiz-question',
  <>
    <circle cx="12" cy="13.5" r="7.5" />
    <path d="M12 13.5V6M12 13.5l6.5 3.7M12 13.5l-6.5 3.7" />
    <path d="M10 2.5h4l-2 3.5z" fill="currentColor" />
  </>,
)

/** A sheet that is gone through, line by line. */
export const CheckupIcon = printIcon(
  'checkup-item',
  <>
    <path d="M5.5 4.5h13v16h-13zM9 2.8h6v3.4H9z" />
    <path d="M8.5 11l1.3 1.3 2.2-2.6M14 11h1.8M8.5 16l1.3 1.3 2.2-2.6M14 16h1.8" />
  </>,
)

/** A pavilion. */
export const CultureSiteIcon = printIcon(
  'culture-site',
  <>
    <path d="M12 2.5v2M3 11c4-.6 7-3 9-6.5 2 3.5 5 5.9 9 6.5z" />
    <path d="M6.5 11v8.5M17.5 11v8.5M10.5 11v8.5M13.5 11v8.5M4 19.5h16" />
  </>,
)
