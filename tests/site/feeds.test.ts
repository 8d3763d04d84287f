/** @file Feeds: the same entries give the same bytes, dates are true, nothing in a title can break the XML. */
import { describe, expect, test } from 'vitest'
import type { FeedEntry } from '../../site/content/feeds.ts'
import { feedDate, rss, type FeedChannel } from '../../site/words/feed.ts'

const zone = 'Asia/Shanghai'
const channel: FeedChannel = {
  title: '示例普法',
  description: '说明',
  path: '/',
  feedPath: '/feed.xml',
  origin: 'https://pufa.example',
  zone,
}
const entry: FeedEntry = {
  id: 'news-1',
  kind: 'newsItem',
  title: '赶集 & <讲法>',
  path: '/news/market',
  summary: '摘要',
  published: '2026-11-18',
}

describe('dates', () => {
  test.each([
    ['2026-11-18', 'Wed, 18 Nov 2026 00:00:00 +0800'],
    ['2026-01-01', 'Thu, 01 Jan 2026 00:00:00 +0800'],
    ['2026-11-18T02:30:05Z', 'Wed, 18 Nov 2026 02:30:05 +0000'],
  ])('%s is written as %s, so that readers west of the bureau see the right day', (published, wanted) => {
    expect(feedDate(published, zone)).toBe(wanted)
    expect(new Date(wanted).getTime()).toBe(
      Date.parse(published.length === 10 ? `${published}T00:00:00+08:00` : published),
    )
  })
  test('what is no date is left out instead of being made up', () => {
    expect(feedDate('去年', zone)).toBeNull()
    expect(rss(channel, [{ ...entry, published: '去年' }])).not.toContain('<pubDate>')
  })
})

describe('the feed', () => {
  test('is the same at any time: its own date is that of the latest entry', () => {
    const text = rss(channel, [entry, { ...entry, id: 'news-0', published: '2026-11-01' }])
    expect(text).toContain('<lastBuildDate>Wed, 18 Nov 2026 00:00:00 +0800</lastBuildDate>')
    expect(text.match(/<lastBuildDate>/g)).toHaveLength(1)
  })
  test('keeps an entry’s identity when title and address change, so that nothing is shown as unread again', () => {
    const guid = /<guid isPermaLink="false">news-1<\/guid>/
    expect(rss(channel, [entry])).toMatch(guid)
    expect(rss({ ...channel, origin: null }, [{ ...entry, title: '改了', path: '/news/moved' }])).toMatch(
      guid,
    )
  })
  test('gives full addresses when the public address is set, and paths rather than an invented host when not', () => {
    expect(rss(channel, [entry])).toContain('<link>https://pufa.example/news/market</link>')
    const without = rss({ ...channel, origin: null }, [entry])
    expect(without).toContain('<link>/news/market</link>')
    expect(without).not.toMatch(/localhost|127\.0\.0\.1/)
  })
  test('survives titles with marks of XML and characters that XML forbids', () => {
    const text = rss(channel, [{ ...entry, summary: '甲\u0000乙\u000b]]>"' }])
    expect(text).toContain('<title>赶集 &amp; &lt;讲法&gt;</title>')
    expect(text).toContain('<description>甲乙]]&gt;&quot;</description>')
  })
  test('of an empty site is still a feed', () => {
    const text = rss(channel, [])
    expect(text).toContain('</channel></rss>')
    expect(text).not.toContain('<lastBuildDate>')
  })
})
