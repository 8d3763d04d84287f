/** @file What search engines may read: everything but searches, switches, codes and the editors' desk. */
import type { APIRoute } from 'astro'

const closed = [
  '/search',
  '/api/',
  '/large-text',
  '/studio/',
  '/login',
  '/account',
  '/player/',
  '/s/',
  '/codes/',
  '/share/',
  '/posters/',
  '/report/',
  '/thanks',
  '/offline',
]

export const GET: APIRoute = ({ locals }) => {
  const lines = [
    'User-agent: *',
    ...closed.map((path) => `Disallow: ${path}`),
    ...(locals.origin === null ? [] : [`Sitemap: ${locals.origin}/sitemap.xml`]),
  ]
  return new Response(`${lines.join('\n')}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
