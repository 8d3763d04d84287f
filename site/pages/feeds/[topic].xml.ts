/** @file The feed of one topic: its questions and cases. */
import type { APIRoute } from 'astro'
import { rss } from '../../words/feed.ts'

export const GET: APIRoute = async ({ locals, params, rewrite }) => {
  const { content, origin, zone } = locals
  const topic = (await content.topics.all()).find(({ slug }) => slug === params['topic'])
  if (!topic) return rewrite('/404')
  const [settings, entries] = await Promise.all([
    content.settings.current(),
    content.feeds.latest(topic.slug),
  ])
  const channel = {
    title: `${topic.title} - ${settings.title}`,
    description: topic.summary,
    path: `/questions?topic=${encodeURIComponent(topic.slug)}`,
    feedPath: `/feeds/${encodeURIComponent(topic.slug)}.xml`,
    origin,
    zone,
  }
  const type = 'application/rss+xml; charset=utf-8'
  return new Response(rss(channel, entries), { headers: { 'content-type': type } })
}
