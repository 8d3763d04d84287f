/**
 * @file Where installed packages make the browser work for nothing, which a clerk feels.
 *
 * A test finds an entry that no longer occurs, so that an update of Sanity is noticed.
 */
import type { Replacements } from './replace.ts'

export const needlessWork: Replacements = {
  // Every tooltip of the page asked for a width each time it was drawn, only to see whether an effect is still
  // the same one; the effect itself goes by the element. Each question makes the browser lay the page out
  // anew in the middle of drawing: a letter came late.
  '@sanity/ui/dist': {
    '$[65] !== portalElement?.offsetWidth': '$[65] !== portalElement',
    '$[65] = portalElement?.offsetWidth': '$[65] = portalElement',
  },
  // The whole Studio hangs from an offer to buy comments, which came once the lake had said that there are
  // none: all that was drawn was thrown away and made anew, and with it what somebody had chosen meanwhile.
  'sanity/lib': {
    't1 = !enabled && !isLoading ? /* @__PURE__ */ jsx(CommentsUpsellProvider, { children }) : children':
      't1 = children',
  },
}
