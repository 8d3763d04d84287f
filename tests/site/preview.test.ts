/** @file Previews of pages: the drafts that the caller may read, for nobody else and kept by nobody. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asPreview, noteOf, previewHeaders } from '../../site/serve/preview-page.ts'
import { securityHeaders } from '../../site/serve/security-headers.ts'
import { handlingOf } from '../../site/offline/rules.ts'
import { startSite, type SiteOnPort } from './site-on-port.ts'

const slug = (current: string) => ({ _type: 'slug', current })
const county = (id: string, title: string) => ({
  ...{ _id: id, _type: 'county', title, code: id.slice(-6), slug: slug(id), order: 1 },
  tile: { column: 1, row: 1 },
})
const news = (id: string, title: string, at: string, more: object = {}) => ({
  ...{ _id: id, _type: 'newsItem', title, slug: slug(at), publishedOn: '2026-11-01', summary: '摘要' },
  ...{ body: [], source: '示例' },
  ...more,
})
const of = (id: string) => ({ county: { _type: 'reference', _ref: id } })
let at: SiteOnPort
let editor: Record<string, string>
let elsewhere: Record<string, string>

beforeAll(async () => {
  at = await startSite([
    county('county-990101', '甲县'),
    county('county-990102', '乙县'),
    news('news-a', '已经发布的标题', 'a', of('county-990101')),
    news('drafts.news-a', '草稿里的标题', 'a', of('county-990101')),
    news('drafts.news-new', '还没有发布过的', 'new', of('county-990101')),
    {
      ...{ _id: 'drafts.news-bare', _type: 'newsItem', title: '还没有网址名' },
      ...of('county-990101'),
    },
  ])
  const bearer = (name: string, of: string | null) => ({
    authorization: `Bearer ${at.lake.lake.issueServiceToken(name, 'editor', of)}`,
  })
  editor = bearer('own', 'county-990101')
  elsewhere = bearer('elsewhere', 'county-990102')
})
afterAll(() => at.close())

describe('whoever is not signed in', () => {
  test.each(['/preview', '/preview/', '/preview/news/a', '/preview/documents/news-new', '/preview/nothing'])(
    'gets nothing from %s but the way to sign in',
    async (path) => {
      const answer = await at.get(path)
      const html = await answer.text()
      expect(answer.status).toBe(401)
      expect(html).toContain('登录')
      expect(html).not.toMatch(/草稿里的标题|还没有发布过的|已经发布的标题/u)
      expect(answer.headers.get('cache-control')).toBe('no-store')
    },
  )
})

describe('an editor', () => {
  const text = async (path: string, headers: Record<string, string>) => {
    const answer = await at.get(path, { headers })
    return { status: answer.status, html: await answer.text(), headers: answer.headers }
  }

  test('sees the draft in the place of what is published, which readers go on seeing', async () => {
    expect((await text('/preview/news/a', editor)).html).toContain('草稿里的标题')
    const read = await at.text('/news/a')
    expect([read.includes('已经发布的标题'), read.includes('草稿里的标题')]).toEqual([true, false])
  })

  test('finds a page by its document, wherever it will stand', async () => {
    expect((await text('/preview/documents/news-new', editor)).html).toContain('还没有发布过的')
  })

  test('is told what a document lacks that has no page yet', async () => {
    const { status, html } = await text('/preview/documents/news-bare', editor)
    expect(status).toBe(404)
    expect(html).toContain('网址名')
  })

  test('of another county sees what is published, and no draft', async () => {
    const { html } = await text('/preview/news/a', elsewhere)
    expect([html.includes('已经发布的标题'), html.includes('草稿里的标题')]).toEqual([true, false])
    expect((await text('/preview/documents/news-new', elsewhere)).status).toBe(404)
  })

  test('gets a page that nobody keeps, no search finds, no script moves, and only the Studio frames', async () => {
    const { headers, html } = await text('/preview/news/a', editor)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-robots-tag')).toContain('noindex')
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN')
    expect(headers.get('content-security-policy')).toMatch(/script-src 'none'.*frame-ancestors 'self'/u)
    expect(html).not.toContain('<script')
    expect(html).toContain('href="/preview/news"')
  })

  test('who changes the draft sees the change at once', async () => {
    await at.lake.client.patch('drafts.news-a').set({ title: '又改了一回' }).commit()
    expect((await text('/preview/news/a', editor)).html).toContain('又改了一回')
  })
})

test('readers may frame no page of the site, as before', async () => {
  expect((await at.get('/news/a')).headers.get('x-frame-options')).toBe('DENY')
})

test('a phone keeps no preview', () => {
  expect(handlingOf('preview/news/a', true)).toBe('leave')
})

test('links lead to previews; files, pictures and other hosts are left', () => {
  const html =
    '<a class="x" href="/news">a</a><a href="/_astro/a.css">b</a><a href="//other">c</a><img src="/images/a">'
  expect(asPreview(html)).toBe(
    '<a class="x" href="/preview/news">a</a><a href="/_astro/a.css">b</a><a href="//other">c</a><img src="/images/a">',
  )
  expect(asPreview('<script type="module" src="/a.js"></script>文')).toBe('文')
})

test('the headers of a preview are those of every page, but for what a frame needs', () => {
  const usual = securityHeaders('')
  const made = previewHeaders(usual)
  expect(made['x-content-type-options']).toBe(usual['x-content-type-options'])
  expect(made['content-security-policy']).toContain("style-src 'self'")
})

test('a note cannot be made to carry markup', () => {
  expect(noteOf('<b>', '&')).toContain('&lt;b&gt;')
})
