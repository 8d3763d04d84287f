/**
 * @file The manner of all our icons: one firm contour, round joints, few strokes, as a wood block prints.
 *
 * Drawn on a 24-cell grid in the current colour, so that Sanity tints and sizes them like its own.
 */
import type { ReactNode } from 'react'

export function printIcon(name: string, drawing: ReactNode) {
  function Icon() {
    return (
      <svg
        aria-hidden="true"
        data-sanity-icon={name}
        fill="none"
        height="1em"
        stroke="currentColor"
        strokeLinecap="round"
        strokeLinejoin="round"
        strokeWidth="1.7"
        viewBox="0 0 24 24"
        width="1em"
        xmlns="http://www.w3.org/2000/svg"
      >
        {drawing}
      </svg>
    )
  }
  Icon.displayName = name
  return Icon
}
