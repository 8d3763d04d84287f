/**
 * @file What the offline worker may touch, and what of a page must be kept with it. Pure.
 *
 * Paths are taken from the worker's scope on, without a slash in front: the same rules serve the site at
 * the root of a host and a copy of it below a folder. What is not clearly a page of the site, one of its
 * files or a public picture is left to the network, as if there were no worker.
 */

/** First parts of paths that are not pages for readers, or are nobody's to keep. */
const others =
  /^(?:studio|static|login|logout|accounts?|player|preview|screens|api|s|report|large-text|socket|healthz|readyz|metrics|v1|vX|v\d{4}-\d{2}-\d{2})(?:[/.]|$)/
/** Data are kept for a pinned page that works with them, and for no other. */
const data = /^data\/[\w-]+\.json$/
const files = /^(?:_astro|icons|ornament)\/|^[\w-]+\.(?:svg|css)$/
const pictures = /^(?:images|pictures)\//
/** Search results hold the reader's own words; the list of what is kept is not kept itself. */
const passing = /^(?:search|offline)(?:\/|$)/

export type Handling = 'page' | 'file' | 'picture' | 'data' | 'leave'

/** @param path from the scope on, without query; empty for the home page */
export function handlingOf(path: string, asksForPage: boolean): Handling {
  if (data.test(path)) return asksForPage ? 'leave' : 'data'
  if (others.test(path) || /\.(?:xml|txt|json|csv)$/.test(path)) return 'leave'
  if (path === 'offline-worker.js') return 'leave'
  if (files.test(path)) return 'file'
  if (pictures.test(path)) return 'picture'
  return asksForPage ? 'page' : 'leave'
}

/** Whether a visit alone keeps the page. */
export const isKeptByVisit = (path: string): boolean => !passing.test(path)

/** The path of an address below the scope; null where it lies elsewhere. */
export function pathInScope(scope: string, address: string): string | null {
  const bare = address.split(/[?#]/)[0] ?? ''
  return bare.startsWith(scope) ? bare.slice(scope.length) : null
}

const quoted = /\s(?:href|src)="([^"]+)"/
const decoded = (text: string) => text.replace(/&amp;/g, '&')

/**
 * What a browser needs to show a page: style sheets, scripts, icons, and each picture in one size.
 * @param html as our own templates write it: double quotes, one tag per element
 */
export function filesOfPage(html: string): string[] {
  const found: string[] = []
  for (const [tag] of html.matchAll(/<(?:link|script|img|source)\b[^>]*>/g)) {
    const isLink = tag.startsWith('<link')
    if (isLink && !/\srel="(?:stylesheet|icon|modulepreload)"/.test(tag)) continue
    const address = quoted.exec(tag)?.[1]
    if (address !== undefined) found.push(decoded(address))
  }
  return [...new Set(found)]
}

/** Data that the page's scripts work with, named in `data-…` attributes. */
export const dataOfPage = (html: string): string[] => [
  ...new Set(
    [...html.matchAll(/\sdata-[\w-]+="([^"\s]*\/data\/[\w-]+\.json)"/g)].map(([, address = '']) => address),
  ),
]

/** Pictures that a style sheet paints with. */
export const filesOfStyles = (css: string): string[] => [
  ...new Set([...css.matchAll(/url\(["']?([^"')]+)["']?\)/g)].map(([, address = '']) => address)),
]

/** Script files that a script file loads. */
export const filesOfScript = (script: string): string[] => [
  ...new Set([...script.matchAll(/["'`](\.\/[\w.-]+\.js)["'`]/g)].map(([, address = '']) => address)),
]

export type TextSize = 'normal' | 'large' | 'largest'
export const textSizes: readonly TextSize[] = ['normal', 'large', 'largest']

/** A reader's page in large text is another page under the same address. */
export function textSizeOf(html: string): TextSize {
  const names = (/<html[^>]*\sclass="([^"]*)"/.exec(html)?.[1] ?? '').split(/\s+/)
  if (names.includes('largest')) return 'largest'
  return names.includes('large') ? 'large' : 'normal'
}

/** The title, for the list of what is kept. */
export function titleOf(html: string): string {
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? ''
  const plain = title
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
  return decoded(plain).replace(/ - [^-]*$/, '')
}

/** @returns the names to let go, the oldest first, until what stays fits */
export function lettingGo(
  kept: readonly { name: string; bytes: number }[],
  limits: { countMax: number; bytesMax: number },
): string[] {
  let count = kept.length
  let bytes = kept.reduce((sum, entry) => sum + entry.bytes, 0)
  const gone: string[] = []
  for (const entry of kept) {
    if (count <= limits.countMax && bytes <= limits.bytesMax) break
    gone.push(entry.name)
    count -= 1
    bytes -= entry.bytes
  }
  return gone
}
