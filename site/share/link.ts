/** @file The addresses that are handed on, and whether a stranger's phone can open them. Pure. */

/** The short address of a code, as signs and posters have it. */
export const shortAddress = (origin: string, code: string): string => `${origin}/s/${code}`

/** Slashes stay: a link in a message should be read easily. */
export const largeTextPath = (path: string): string =>
  `/large-text?on=1&back=${encodeURIComponent(path).replaceAll('%2F', '/')}`

/** Opens a page in large text. @param path of the site */
export const largeTextAddress = (origin: string, path: string): string => `${origin}${largeTextPath(path)}`

const localHosts =
  /^(?:localhost|.+\.local(?:host)?|127\..+|10\..+|192\.168\..+|172\.(?:1[6-9]|2\d|3[01])\..+|\[.*\])$/

/** False for an address that only this machine or this office can open. */
export function isPublic(origin: string): boolean {
  const url = URL.parse(origin)
  return url !== null && url.hostname.includes('.') && !localHosts.test(url.hostname)
}
