/** @file The built pages of the share kit: what a code leads to, what is gone, what a poster file holds. */
import jsQR from 'jsqr'
import path from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import type { AddressedDocument } from '../../site/content/addresses.ts'
import { loadRenderer, type Render } from '../../site/serve/render.ts'
import type { ShareSource } from '../../site/share/source.ts'
import { emptySource } from '../support/share-sources.ts'

const entry = path.join(import.meta.dirname, '../../dist/site/server/entry.mjs')
const origin = 'https://pufa.example.gov.cn'

const documents: Record<string, Pick<AddressedDocument, 'type' | 'title' | 'path'>> = {
  KNQ2M4X: { type: 'legalQuestion', title: '借钱不还怎么办？', path: '/questions/debt' },
  CNTY234: { type: 'county', title: '某县', path: '/counties/mou' },
}
const goneCode = 'GNE2345'
const source: ShareSource = {
  ...emptySource,
  title: '借钱不还怎么办？',
  topics: ['借钱还钱'],
  shortAnswer: '可以催，也可以起诉。',
  ledAnswer: '借钱不还，先催后诉。',
  steps: [{ title: '先催', text: '留下凭据。' }],
  papers: ['借条'],
  deadlines: [{ title: '起诉', amount: 3, unit: 'year', runsFrom: '该还钱那天' }],
  checkedOn: '2026-03-05',
}
const settings = {
  title: '示例普法',
  bureauName: '示例市司法局',
  prefectureName: '示例市',
  description: '示例',
  hotline: '12348',
  hotlineHours: '全天',
  contactPhone: '',
  contactAddress: '',
  siteIdCode: null,
  icpRecord: null,
  publicSecurityRecord: null,
  emblem: null,
  hero: null,
  sample: false,
}

/** What pages get, with a code book and a content of two documents. */
const locals = (given: { here?: string; source?: ShareSource } = {}) => ({
  origin,
  here: given.here ?? origin,
  assetBase: '/',
  address: '/share',
  largeText: false,
  zone: 'Asia/Shanghai',
  today: '2026-11-22',
  now: '2026-11-22T08:00',
  instant: 0,
  codes: {
    of: (id: string) => id,
    documentOf: (code: string) => (code in documents || code === goneCode ? code : null),
  },
  content: {
    settings: { current: () => Promise.resolve(settings), lastKnown: () => settings },
    addresses: {
      at: () => Promise.resolve(null),
      find: (id: string) => Promise.resolve(documents[id] ? { id, updatedAt: '', ...documents[id] } : null),
    },
    share: { source: () => Promise.resolve(given.source ?? source) },
  },
})

let render: Render
beforeAll(async () => {
  render = await loadRenderer(entry, 'pufa.example.gov.cn')
})

async function page(to: string, given = locals()): Promise<{ status: number; html: string }> {
  const rendered = await render(to, given)
  return { status: rendered?.status ?? 404, html: rendered?.body.toString('utf8') ?? '' }
}

describe('the kit', () => {
  test('gives posters in three sizes, words to copy, a script, a sheet and the code', async () => {
    const { status, html } = await page('/share/KNQ2M4X')
    expect(status).toBe(200)
    const wanted = [
      ...['tall', 'square', 'a4'].map((size) => `src="/posters/KNQ2M4X/${size}.png"`),
      `${origin}/s/KNQ2M4X`,
      `${origin}/large-text?on=1&amp;back=/questions/debt`,
      '幺二三四八',
      'href="/share/KNQ2M4X/print"',
      'href="/codes/KNQ2M4X"',
      '借钱不还，先催后诉',
      '文字可复制给审核人',
    ]
    expect(wanted.filter((words) => !html.includes(words))).toEqual([])
    expect(html, 'the policy refuses inline style and script').not.toMatch(
      /<style|\sstyle=|<script(?![^>]*\ssrc=)/,
    )
    expect(html, 'a tool for advisers is no search result').toContain('content="noindex"')
  })

  test('says that pictures are samples only while there is no public address', async () => {
    expect((await page('/share/KNQ2M4X')).html).not.toContain('样张')
    expect((await page('/share/KNQ2M4X', locals({ here: 'http://localhost:4321' }))).html).toContain(
      '请勿张贴',
    )
  })

  test('markup in an editor’s words stays words', async () => {
    const sly = { ...source, ledAnswer: '</textarea><script>x</script>' }
    const { html } = await page('/share/KNQ2M4X', locals({ source: sly }))
    expect(html).not.toContain('<script>x')
  })

  test('a place has its code and link alone: there is nothing to put on a poster', async () => {
    const { status, html } = await page('/share/CNTY234')
    expect(status).toBe(200)
    expect(html).toContain(`${origin}/s/CNTY234`)
    expect(html).not.toContain('/posters/')
    expect((await page('/posters/CNTY234/tall.png')).status).toBe(404)
    expect((await page('/share/CNTY234/print')).status).toBe(404)
  })
})

test.each([
  '/share/2222222',
  '/share/2222222/print',
  '/posters/2222222/tall.png',
  '/posters/KNQ2M4X/huge.png',
])('%s was never given out, and is not found', async (to) => {
  expect((await page(to)).status).toBe(404)
})

test.each(['/share/GNE2345', '/share/GNE2345/print'])(
  '%s leads to what was withdrawn, and says to take old posters down',
  async (to) => {
    const { status, html } = await page(to)
    expect(status).toBe(410)
    expect(html).toContain('已经撤下')
    expect(html).not.toContain('/posters/')
  },
)

test('a withdrawn document has no poster any more', async () => {
  expect((await page('/posters/GNE2345/tall.png')).status).toBe(404)
})

test('the poster that the site serves is a picture whose code leads to the short address', async () => {
  const rendered = await render('/posters/KNQ2M4X/tall.png', locals())
  expect(rendered?.headers['content-type']).toBe('image/png')
  const { data, info } = await sharp(rendered?.body).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  expect(jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data).toBe(`${origin}/s/KNQ2M4X`)
})

test('the sheet has the answer, the steps, the papers, the number, the code and the day it was checked', async () => {
  const { html } = await page('/share/KNQ2M4X/print')
  const wanted = [
    '可以催，也可以起诉。',
    '先催',
    '借条',
    '起诉：3年，从该还钱那天起算。',
    '12348',
    '<svg class="qr"',
    '2026年3月5日',
    '示例市司法局',
  ]
  expect(wanted.filter((words) => !html.includes(words))).toEqual([])
})
