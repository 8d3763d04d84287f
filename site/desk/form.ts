/** @file Reads a posted form of a few hundred bytes, from our own pages only. */
import type { IncomingMessage } from 'node:http'
import { failSite } from '../../contracts/errors/site.ts'

const bodyBytesMax = 4096

/** @throws PufaError `site.form-too-large`, `site.foreign-form` */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  // Nothing here acts in anybody's name, but another site has no business filling the desk.
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw failSite('site.foreign-form')
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.byteLength
    if (bytes > bodyBytesMax) throw failSite('site.form-too-large')
    chunks.push(chunk)
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
}

/** Only a path of this site; anything that a browser could read as another host leads home. */
export function safeReturn(back: string | null): string {
  if (back === null || !back.startsWith('/') || /^\/[/\\]/.test(back)) return '/'
  const url = URL.parse(back, 'http://site.invalid')
  if (url === null || url.host !== 'site.invalid' || url.pathname === '/large-text') return '/'
  const target = url.pathname + url.search
  return target.startsWith('//') ? '/' : target
}
