/**
 * @file Gives the `url` of assets the origin that the reader came by.
 *
 * Pure. A bureau's address changes, and programs of our own come by a port of their own; so documents are
 * stored with a neutral origin, and every text that leaves has the reader's in its place.
 */
export const NEUTRAL_ORIGIN = 'http://lake.invalid'

const NEUTRAL_START = `"${NEUTRAL_ORIGIN}/`

/** @param json text of JSON; @param origin such as `https://pufa.example.gov.cn` */
export const withAssetAddresses = (json: string, origin: string) =>
  json.includes(NEUTRAL_START) ? json.replaceAll(NEUTRAL_START, `"${origin}/`) : json

/** An export's addresses carry a key (assets/export-keys.ts), which has no place in a document. */
const KEYED = new RegExp(`(${NEUTRAL_START}(?:images|files)/[^"?]*)\\?export-key=[^"]*"`, 'g')

/** The other way: a document that comes back as it was read is stored as it was. */
export const withNeutralAddresses = (json: string, origin: string) =>
  json
    .replaceAll(`"${origin}/images/`, `${NEUTRAL_START}images/`)
    .replaceAll(`"${origin}/files/`, `${NEUTRAL_START}files/`)
    .replace(KEYED, '$1"')
