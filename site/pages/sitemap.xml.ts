/**
 * @file The site map for search engines. Full addresses are required there, so it exists only once the
 * bureau has set the public address.
 */
import type { APIRoute } from 'astro'

const columns = [
  '/',
  '/questions',
  '/lawyers',
  '/counties',
  '/laws',
  '/murals',
  '/slogans',
  '/news',
  '/cases',
  '/activities',
  '/about',
]

export const GET: APIRoute = async ({ locals }) => {
  const origin = locals.origin ?? 'http://localhost'
  const entries = await locals.content.sitemap.entries()
  const urls = [
    ...columns.map((path) => `<url><loc>${origin}${path}</loc></url>`),
    ...entries.map(
      ({ path, updatedAt }) =>
        `<url><loc>${origin}${path}</loc><lastmod>${updatedAt.slice(0, 10)}</lastmod></url>`,
    ),
  ]
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('')}</urlset>\n`
  return new Response(xml, { headers: { 'content-type': 'application/xml; charset=utf-8' } })
}
