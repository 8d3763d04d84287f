/** @file Ids and keys for what is made in the calendar. */

/** Unlike randomUUID it is there on a page that came over plain HTTP. */
export function randomText(bytes = 8): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
}
