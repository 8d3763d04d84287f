/**
 * @file One page of the site as a file of its own. Pure.
 *
 * Every address in it becomes the copy's; what only a program can do is taken out or left to a script; the
 * policy that the program sends as a header stands in the page, since plain files come without headers.
 */
import { exportForms } from './forms.ts'
import { hrefOf, ownAddress, placeOf, type Copy, type Place } from './places.ts'
import { attributeOf, escaped, visitTags, type Attribute, type Tag } from './tags.ts'
import { exportTools } from './tools.ts'
import { exportAddress, exportJson, exportValue, type Found } from './text.ts'

const addressNames = new Set(['href', 'src', 'action', 'formaction', 'poster', 'content', 'cite'])
const setNames = new Set(['srcset', 'imagesrcset'])

export interface PageSource {
  html: string
  place: Place
  /** The content security policy that came with it. */
  policy: string | null
}

export function exportPage({ html, place, policy }: PageSource, copy: Copy, found: Found): string {
  const changed = visitTags(exportForms(exportTools(html, copy), copy), {
    tag: (tag) => changeTag(tag, copy, found),
    raw(tag, text) {
      const isData = /^application\/(?:ld\+)?json$/.test(attributeOf(tag, 'type') ?? '')
      return isData ? exportJson(withoutSearchAction(text), copy, found) : text
    },
  })
  return withHead(withPrintedAddress(changed, place, copy), place, policy, copy)
}

function changeTag(tag: Tag, copy: Copy, found: Found): void {
  // Put back in by `withHead`, where the host is known.
  if (tag.name === 'link' && attributeOf(tag, 'rel') === 'canonical') {
    tag.attributes = [{ name: 'data-left-out', value: null }]
    return
  }
  tag.attributes = tag.attributes.flatMap((attribute) => changeAttribute(attribute, copy, found))
}

function changeAttribute({ name, value }: Attribute, copy: Copy, found: Found): Attribute[] {
  if (value === null) return [{ name, value }]
  if (addressNames.has(name)) {
    if (ownAddress(value, copy) === null) return [{ name, value }]
    // Forms have their addresses already.
    if (name === 'action' && value.startsWith(copy.base) && copy.base !== '/') return [{ name, value }]
    const href = exportAddress(value, copy, found)
    return href === null ? [] : [{ name, value: href }]
  }
  if (setNames.has(name)) {
    const entries = value.split(/,\s+/).map((entry) => {
      const [address = '', ...size] = entry.trim().split(/\s+/)
      return [exportAddress(address, copy, found) ?? address, ...size].join(' ')
    })
    return [{ name, value: entries.join(', ') }]
  }
  if (!name.startsWith('data-')) return [{ name, value }]
  if (!/^[[{]/.test(value)) return [{ name, value: String(exportValue(value, copy, found)) }]
  try {
    return [{ name, value: JSON.stringify(exportValue(JSON.parse(value), copy, found)) }]
  } catch (error) {
    if (error instanceof SyntaxError) return [{ name, value }]
    throw error
  }
}

/** Search engines ask a program; a copy has none. */
function withoutSearchAction(json: string): string {
  return JSON.stringify(JSON.parse(json), (name, value: unknown) =>
    name === 'potentialAction' ? undefined : value,
  )
}

/** The foot of a printed page names its address in words. */
function withPrintedAddress(html: string, place: Place, copy: Copy): string {
  const own = (copy.origin ?? '') + copy.base + place.path
  return html.replace(/(<p class="only-print">[^<]*?)(?:https?:\/|\/)[^<\s]*/, `$1${own}`)
}

function withHead(html: string, place: Place, policy: string | null, copy: Copy): string {
  const held = (policy ?? '')
    .split('; ')
    // A page cannot forbid by itself that it is framed.
    .filter((words) => words !== '' && !words.startsWith('frame-ancestors'))
    .join('; ')
  const head = [
    held === '' ? '' : `<meta http-equiv="content-security-policy" content="${escaped(held)}">`,
    copy.origin === null
      ? ''
      : `<link rel="canonical" href="${escaped(copy.origin + copy.base + place.path)}">`,
  ].join('')
  return html
    .replace(/<link data-left-out\s*\/?>/g, '')
    .replace(/(<meta charset="[^"]*"\s*\/?>)/, `$1${head}`)
}

/** Stands where an address leads on to another: a short code, an address that has moved. */
export function redirectPage(to: string, title: string, copy: Copy): string | null {
  const own = ownAddress(to, copy)
  const place = own === null ? null : placeOf(own)
  if (own === null || place === null) return null
  const href = escaped(hrefOf(place, own, copy))
  const name = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return (
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">' +
    '<meta name="viewport" content="width=device-width, initial-scale=1">' +
    `<title>${name}</title><meta name="robots" content="noindex">` +
    `<meta http-equiv="refresh" content="0; url=${href}"></head>` +
    `<body><p>正在打开：<a href="${href}">${name}</a></p></body></html>\n`
  )
}
