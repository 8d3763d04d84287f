/** @file Names under which the fair's pages keep what they share on a phone. */

/** The open round, as `site/fair/round.ts` writes it. */
export const roundName = 'pufa-fair-round'
/** The stand's choice, as a fragment. */
export const choiceName = 'pufa-fair-choice'
