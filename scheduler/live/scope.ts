/**
 * @file Which addresses a stream's relay may ask for: those of its source's own host, in the source's own
 * folder or below. Pure.
 */

export interface Scope {
  origin: string
  /** Path of the folder, with a slash at its end. */
  folder: string
}

/** A server might read these as slashes and leave the folder. */
const hiddenSlash = /%2f|%5c|\\/iu

function parsed(text: string, base?: string): URL | null {
  const url = URL.parse(text, base)
  return url && !url.username && !url.password && !hiddenSlash.test(url.pathname) ? url : null
}

/** @returns `null` for an address that is no playlist over TLS; `insecure` lets plain HTTP through as well */
export function scopeOf(source: string, insecure: boolean): Scope | null {
  const url = parsed(source)
  if (!url || !(url.protocol === 'https:' || (insecure && url.protocol === 'http:'))) return null
  if (!url.pathname.endsWith('.m3u8')) return null
  return { origin: url.origin, folder: url.pathname.slice(0, url.pathname.lastIndexOf('/') + 1) }
}

/** @returns the whole address that a playlist means, or `null` where it leads out of the scope */
export function within(scope: Scope, address: string, base: string): string | null {
  const url = parsed(address, base)
  if (!url || url.origin !== scope.origin || !url.pathname.startsWith(scope.folder)) return null
  url.hash = ''
  return url.href
}
