/** @file Pages as a reader gets them: the addresses that no sitemap lists, where links lead, what a visit weighs. */
import type { Browser } from 'playwright'
import { everyPath } from './site-map.ts'

export interface Link {
  path: string
  /** Name of the place on the page, where the link leads to one. */
  place: string | null
}

/** Links that stay on the site, resolved against the page that has them; the Studio is not for readers. */
export function linksOf(html: string, address: string): Link[] {
  const base = new URL(address)
  return [...html.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)]
    .map(([, href = '']) => new URL(href.replaceAll('&amp;', '&'), base))
    .filter((url) => url.origin === base.origin && !url.pathname.startsWith('/studio'))
    .map((url) => ({ path: url.pathname + url.search, place: url.hash === '' ? null : url.hash.slice(1) }))
}

/** Kinds of page that are reached by a link, a form or a mistake only. */
export async function unlistedPages(origin: string): Promise<string[]> {
  const law = (await everyPath(origin)).find((path) => /^\/laws\/[^/]+$/.test(path)) ?? ''
  const html = await (await fetch(origin + law)).text()
  const article = linksOf(html, origin).find(({ path }) => path.startsWith(`${law}/`))
  if (!article) throw new Error(`${law} leads to no article`)
  return [
    article.path,
    '/search',
    '/questions?topic=wages',
    '/lawyers?page=2',
    '/lawyers?county=taocheng&topic=wages&category=lawyer',
    '/lawyers?county=nowhere',
    '/slogans?page=2',
    `${law}?article=几`,
    '/questions/no-such-question',
  ]
}

export interface Weight {
  path: string
  /** Bytes with their headers, compressed as they came. */
  html: number
  css: number
  script: number
  pictures: number
}

const parts: Readonly<Record<string, Exclude<keyof Weight, 'path'>>> = {
  Document: 'html',
  Stylesheet: 'css',
  Script: 'script',
  Image: 'pictures',
}

export interface Scales {
  /** Opens the page as on a first visit: nothing is taken from a cache, and nothing comes but for the page. */
  weigh(path: string): Promise<Weight>
  close(): Promise<void>
}

export async function openScales(browser: Browser, origin: string): Promise<Scales> {
  const viewport = { width: 390, height: 844 }
  const context = await browser.newContext({ viewport, locale: 'zh-CN', serviceWorkers: 'block' })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  let weight: Weight
  const partOf = new Map<string, (typeof parts)[string]>()
  session.on('Network.responseReceived', ({ requestId, type }) => {
    const part = parts[type]
    if (part) partOf.set(requestId, part)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const part = partOf.get(requestId)
    if (part) weight[part] += encodedDataLength
  })
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  return {
    async weigh(path) {
      // Whatever the page before still loads is none of this one's.
      await page.goto('about:blank')
      partOf.clear()
      weight = { path, html: 0, css: 0, script: 0, pictures: 0 }
      await page.goto(origin + path, { waitUntil: 'load' })
      return weight
    },
    close: () => context.close(),
  }
}

/** One page alone. */
export async function weigh(browser: Browser, origin: string, path: string): Promise<Weight> {
  const scales = await openScales(browser, origin)
  const weight = await scales.weigh(path)
  await scales.close()
  return weight
}

export function weightTable(weights: readonly Weight[]): string {
  const kilobytes = (bytes: number) => (bytes / 1024).toFixed(1).padStart(7)
  const lines = weights.map(({ path, html, css, script, pictures }) =>
    [
      ...[html, css, script, html + css + script, pictures].map(kilobytes),
      ` ${decodeURIComponent(path)}`,
    ].join(' '),
  )
  return ['   html     css  script   total  pictures   (kB on the wire)', ...lines, ''].join('\n')
}
