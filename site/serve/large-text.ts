/**
 * @file The large-text switch: sets or removes one cookie and leads back to the page the reader was on.
 *
 * Works without script, by form (POST) or by link (GET). Nothing else is stored and nothing is logged.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { hasLargeText, largeTextCookie } from './page-key.ts'

const bodyBytesMax = 2048
const oneYearSeconds = 365 * 24 * 60 * 60

export async function switchLargeText(
  request: IncomingMessage,
  response: ServerResponse,
  options: { secure: boolean },
): Promise<void> {
  const query = (request.url ?? '').split('?')[1] ?? ''
  const fields = new URLSearchParams(request.method === 'POST' ? await readBody(request) : query)
  const wanted = fields.get('on')
  const on = wanted === null ? !hasLargeText(request.headers.cookie) : wanted === '1'
  const parts = [
    `${largeTextCookie}=${on ? 'on' : ''}`,
    'Path=/',
    `Max-Age=${on ? oneYearSeconds : 0}`,
    'SameSite=Lax',
    'HttpOnly',
    ...(options.secure ? ['Secure'] : []),
  ]
  response.writeHead(303, {
    location: safeReturn(fields.get('back')),
    'set-cookie': parts.join('; '),
    'cache-control': 'no-store',
  })
  response.end()
}

/** Only a path of this site; anything that a browser could read as another host leads home. */
export function safeReturn(back: string | null): string {
  if (back === null || !back.startsWith('/') || /^\/[/\\]/.test(back)) return '/'
  const url = URL.parse(back, 'http://site.invalid')
  if (url === null || url.host !== 'site.invalid' || url.pathname === '/large-text') return '/'
  const target = url.pathname + url.search
  return target.startsWith('//') ? '/' : target
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.byteLength
    if (bytes > bodyBytesMax) return ''
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
