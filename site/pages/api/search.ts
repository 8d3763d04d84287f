/** @file `GET /api/search?q=` → `{results: [{type, title, url, topics, summary}]}`; topics are slugs. */
import type { APIRoute } from 'astro'

export const GET: APIRoute = async ({ locals, url }) => {
  const query = (url.searchParams.get('q') ?? '').trim()
  const results = query === '' ? [] : await locals.search.find(query)
  return new Response(JSON.stringify({ results }), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  })
}
