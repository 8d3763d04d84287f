/** @file Addresses in style sheets, data, feeds and scripts, made those of the copy. Pure. */
import { hrefOf, ownAddress, placeOf, type Copy, type Place } from './places.ts'
import { escaped, unescaped } from './tags.ts'

/** Told of every place that the text leads to. */
export type Found = (place: Place) => void

/** @returns the address in the copy; null where it leads nowhere there, the address itself where elsewhere */
export function exportAddress(address: string, copy: Copy, found: Found): string | null {
  const own = ownAddress(address, copy)
  if (own === null) return address
  // Errors are told to a person where no program takes them.
  if (/^\/report(?:[?#]|$)/.test(own)) return exportAddress('/about#report', copy, found)
  const place = placeOf(own)
  if (place === null) return null
  found(place)
  return hrefOf(place, address, copy)
}

export function exportCss(css: string, copy: Copy, found: Found): string {
  return css.replace(/url\((["']?)(\/[^"')]+)\1\)/g, (whole: string, quote: string, address: string) => {
    const href = exportAddress(address, copy, found)
    return href === null ? whole : `url(${quote}${href}${quote})`
  })
}

/** An address and nothing else: words that merely begin with a stroke stay. */
const wholeAddress = /^(?:https?:\/\/[\w.:-]+)?\/[\w%.~/-]*(?:[?#][\w%.~/=&+,:;!*'()?#-]*)?$/

export function exportValue(value: unknown, copy: Copy, found: Found): unknown {
  if (typeof value === 'string') {
    return wholeAddress.test(value) ? (exportAddress(value, copy, found) ?? '') : value
  }
  if (Array.isArray(value)) return value.map((entry) => exportValue(entry, copy, found))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [name, exportValue(entry, copy, found)]),
  )
}

/** Search engines are told of the site's search by a template, whose braces are no part of an address. */
export const exportJson = (json: string, copy: Copy, found: Found): string =>
  JSON.stringify(exportValue(JSON.parse(json), copy, found))
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')

/** RSS and site maps: the addresses in `<loc>`, `<link>` and `href`. */
export function exportXml(xml: string, copy: Copy, found: Found): string {
  // Feed readers and search engines have no page that a path could be resolved against.
  const full = (address: string) => {
    const href = exportAddress(address, copy, found)
    if (href === null) return ''
    return href.startsWith('/') ? (copy.origin ?? '') + href : href
  }
  return xml
    .replace(/<(loc|link)>([^<]*)<\//g, (_whole, name: string, address: string) => {
      return `<${name}>${escaped(full(unescaped(address)))}</`
    })
    .replace(/\shref="([^"]*)"/g, (_whole, address: string) => ` href="${escaped(full(unescaped(address)))}"`)
}

/**
 * Strings in a script that begin with one of the site's own addresses.
 * @param firsts first parts of paths that exist in the copy
 */
export function exportScript(script: string, copy: Copy, firsts: ReadonlySet<string>): string {
  return script.replace(/(["'`])\/([\w-]+)(?=[/"'`.?#$])/g, (whole: string, quote: string, first: string) =>
    firsts.has(first) ? `${quote}${copy.base}${first}` : whole,
  )
}

/** Script files beside it that a script loads, from the root. */
export const scriptsOf = (script: string, address: string): string[] =>
  [...script.matchAll(/["'`](\.\/[\w.-]+\.js)["'`]/g)].map(
    ([, name = '']) => new URL(name, `http://site.invalid${address}`).pathname,
  )
