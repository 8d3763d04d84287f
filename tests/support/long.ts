/** @file Whether there is time for the long form of a test: `npm run soak -- player`, `-- pages`, `-- outage` and `-- walks` say so. */
export const long = process.env['SOAK'] === '1'
