/**
 * @file What must not be left in a finished copy: addresses outside its base, and this machine's own. Pure.
 *
 * Looked for in the finished files and not where they are made, so that what the making forgot is found.
 */
import type { Copy } from './places.ts'
import { unescaped } from './tags.ts'

const machine = /\b(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?\b/

/** @param file path below the copy's folder @param firsts first parts of paths that exist in the copy */
export function leftovers(file: string, text: string, copy: Copy, firsts: ReadonlySet<string>): string[] {
  const found: string[] = []
  const strays = (address: string) =>
    address.startsWith('/') && !address.startsWith('//') && !address.startsWith(copy.base)
  const note = (address: string) => {
    if (strays(address)) found.push(`${file}: ${address}`)
  }
  if (file.endsWith('.html')) {
    for (const [, , value = ''] of text.matchAll(
      /\s(href|src|action|formaction|poster|data-[\w-]+)="([^"]*)"/g,
    ))
      if (!/\s/.test(value)) note(unescaped(value))
    for (const [, value = ''] of text.matchAll(/\s(?:imagesrcset|srcset)="([^"]*)"/g))
      for (const entry of value.split(/,\s+/)) note(unescaped(entry.trim()))
    for (const [, value = ''] of text.matchAll(/url=([^"]*)"/g)) note(unescaped(value))
  }
  if (file.endsWith('.css')) for (const [, value = ''] of text.matchAll(/url\(["']?([^"')]+)/g)) note(value)
  if (file.endsWith('.xml'))
    for (const [, value = ''] of text.matchAll(/<(?:loc|link)>([^<]*)</g)) note(unescaped(value))
  if (file.endsWith('.json') || file.endsWith('.html'))
    for (const [, value = ''] of text.matchAll(/"(\/[\w%.~-]+\/[^"\s\\<>]*)"/g))
      if (firsts.has(value.split('/')[1] ?? '')) note(value)
  // The worker takes every address from its own place.
  if (file.endsWith('.js') && file !== 'offline-worker.js')
    for (const [, value = ''] of text.matchAll(/["'`](\/[\w-]+)(?=[/"'`.?#$])/g))
      if (firsts.has(value.slice(1))) note(value)
  const own = machine.exec(text)?.[0]
  if (own !== undefined && copy.origin?.includes(own) !== true) found.push(`${file}: ${own}`)
  return [...new Set(found)]
}
