/**
 * @file The large-text switch: sets or removes one cookie and leads back to the page the reader was on.
 *
 * Works without script, by form (POST) or by link (GET). Nothing else is stored and nothing is logged.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { hasLargeText, largeTextCookie } from '../serve/page-key.ts'
import { readForm, safeReturn } from './form.ts'

const oneYearSeconds = 365 * 24 * 60 * 60

export async function switchLargeText(
  request: IncomingMessage,
  response: ServerResponse,
  options: { secure: boolean },
): Promise<void> {
  const query = (request.url ?? '').split('?')[1] ?? ''
  const fields = request.method === 'POST' ? await readForm(request) : new URLSearchParams(query)
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
