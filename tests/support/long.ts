/** @file Whether there is time for the long form of a test: `npm run soak -- player`, `pages`, `outage`, `walks`, `studio` and `rules` say so. */
export const long = process.env['SOAK'] === '1'
