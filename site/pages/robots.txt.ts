/** @file What search engines may read: everything but searches and switches. */
import type { APIRoute } from 'astro'

export const GET: APIRoute = ({ locals }) => {
  const lines = [
    'User-agent: *',
    'Disallow: /search',
    'Disallow: /api/',
    'Disallow: /large-text',
    'Disallow: /studio/',
    ...(locals.origin === null ? [] : [`Sitemap: ${locals.origin}/sitemap.xml`]),
  ]
  return new Response(`${lines.join('\n')}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
