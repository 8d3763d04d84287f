/** @file `GET /data/codes.json`: the short codes on signs and where each leads, for a copy of the site. */
import type { APIRoute } from 'astro'

export const GET: APIRoute = async ({ locals }) => {
  const documents = await locals.content.addresses.all()
  const codes = documents.map(({ id, path, title }) => ({ code: locals.codes.of(id), path, title }))
  return new Response(JSON.stringify({ count: codes.length, codes }), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  })
}
