/**
 * @file The large-text switch: sets or removes one cookie and leads back to the page the reader was on.
 *
 * Works without script, by form (POST) or by link (GET). Nothing else is stored and nothing is logged.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { cookieValues, largeTextCookie, textMode, type TextMode } from '../serve/page-key.ts'
import { readForm, safeReturn } from './form.ts'

/** What the buttons send. */
const modes: Readonly<Record<string, TextMode>> = { '0': 'normal', '1': 'large', '2': 'largest' }
const oneYearSeconds = 365 * 24 * 60 * 60

export async function switchLargeText(
  request: IncomingMessage,
  response: ServerResponse,
  options: { secure: boolean },
): Promise<void> {
  const query = (request.url ?? '').split('?')[1] ?? ''
  const fields = request.method === 'POST' ? await readForm(request) : new URLSearchParams(query)
  const wanted = fields.get('on')
  const present = textMode(request.headers.cookie)
  const mode = modes[wanted ?? ''] ?? (present === 'normal' ? 'large' : 'normal')
  const parts = [
    `${largeTextCookie}=${cookieValues[mode]}`,
    'Path=/',
    `Max-Age=${mode === 'normal' ? 0 : oneYearSeconds}`,
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
