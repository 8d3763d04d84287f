/**
 * @file The site map for search engines.
 *
 * They require full addresses, so robots.txt names it only once the bureau has set the public address.
 * Until then it holds paths from the root of the site, for who checks links or copies the site: an
 * invented host would pass for a public one.
 */
import type { APIRoute } from 'astro'
import { dateOfTimestamp } from '../words/dates.ts'
import { xmlText } from '../words/xml.ts'

export const GET: APIRoute = async ({ locals }) => {
  const { content, origin, zone } = locals
  const urls = (await content.sitemap.entries()).map(({ path, updatedAt }) => {
    const changed = updatedAt === null ? '' : `<lastmod>${dateOfTimestamp(updatedAt, zone)}</lastmod>`
    return `<url><loc>${xmlText((origin ?? '') + path)}</loc>${changed}</url>`
  })
  const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9'
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="${namespace}">${urls.join('')}</urlset>\n`
  return new Response(xml, { headers: { 'content-type': 'application/xml; charset=utf-8' } })
}
