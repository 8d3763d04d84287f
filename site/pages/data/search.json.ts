/**
 * @file `GET /data/search.json`: what the search index is made of, so that a phone or an exported site
 * searches by itself, with the same index and no server.
 */
import type { APIRoute } from 'astro'

export const GET: APIRoute = async ({ locals }) => {
  const { content, today } = locals
  const [sources, topics, laws] = await Promise.all([
    content.openData.searchSources(),
    content.topics.all(),
    content.laws.list(today),
  ])
  const body = {
    sources,
    topics: topics.map(({ title, slug, synonyms }) => ({ title, slug, synonyms })),
    laws: laws.map(({ title, shortTitle, slug, edition }) => ({
      title,
      shortTitle,
      slug,
      articleCount: edition?.articleCount ?? 0,
    })),
  }
  return new Response(JSON.stringify(body), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  })
}
