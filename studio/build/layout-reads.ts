/**
 * @file Where Sanity measures the page while it draws, and need not.
 *
 * Every tooltip of the page asked for a width each time it was drawn, only to see whether an effect is still
 * the same one; the effect itself goes by the element. Each question makes the browser lay the page out
 * anew in the middle of drawing, which a clerk feels as a letter that comes late.
 *
 * A test finds an entry that no longer occurs, so that an update of Sanity is noticed.
 */
import type { Replacements } from './replace.ts'

export const layoutReads: Replacements = {
  '@sanity/ui/dist': {
    '$[65] !== portalElement?.offsetWidth': '$[65] !== portalElement',
    '$[65] = portalElement?.offsetWidth': '$[65] = portalElement',
  },
}
