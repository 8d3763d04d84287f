/** @file The feed of everything: news, cases, activities, questions. */
import type { APIRoute } from 'astro'
import { rss } from '../words/feed.ts'

export const GET: APIRoute = async ({ locals }) => {
  const { content, origin, zone } = locals
  const [settings, entries] = await Promise.all([content.settings.current(), content.feeds.latest(null)])
  const { title, description } = settings
  const text = rss({ title, description, path: '/', feedPath: '/feed.xml', origin, zone }, entries)
  return new Response(text, { headers: { 'content-type': 'application/rss+xml; charset=utf-8' } })
}
