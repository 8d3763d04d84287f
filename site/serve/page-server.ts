/**
 * @file Answers every request for a page: from the cache, else by one rendering shared by all who wait.
 *
 * A page is served from the cache only while the lake's events arrive and none of its document types has
 * changed since its first query. When the lake does not answer, the last page is served whatever its age,
 * else a drawn page that says so. Pages that readers can make up without end (search words, addresses
 * that do not exist) live in a small cache of their own and never push out the others.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { PufaError } from '../../contracts/errors/registry.ts'
import { failSite } from '../../contracts/errors/site.ts'
import type { Clock, Instant, Log } from '../../contracts/part.ts'
import { createTrace, traces } from '../content/trace.ts'
import { localDateTime, nextMidnight } from '../time/local-time.ts'
import type { Ledger } from './ledger.ts'
import { createPageCache, type PageCache, type StoredPage } from './page-cache.ts'
import { pageAddress, type PageAddress } from './page-key.ts'
import type { Render, Rendered } from './render.ts'
import { bodyHash, sendStored } from './send.ts'

export interface PageServerSettings {
  zone: string
  headers: Readonly<Record<string, string>>
  cacheBytesMax: number
  /** What pages get beside the address: `content`, `search`, `origin`, `assetBase`. */
  locals: Omit<App.Locals, 'today' | 'now' | 'instant' | 'zone' | 'largeText' | 'address'>
}

export interface PageServer {
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>
}

/** Bounds the harm of a lost event. */
const holdMsMax = 10 * 60_000
const renderingsMax = 200
const htmlType = 'text/html; charset=utf-8'
const missingTarget = '/404'
const troubleTarget = '/503'
const failureTarget = '/500'

/** Where targets lead that are no path at all. */
const nowhere: PageAddress = { pathname: missingTarget, search: '', largeText: false, key: `N${missingTarget}` }

interface Rendering {
  readAt: number
  page: Promise<StoredPage>
}

export function createPageServer(
  settings: PageServerSettings,
  parts: { render: Render; ledger: Ledger; clock: Clock; log: Log },
): PageServer {
  const { render, ledger, clock, log } = parts
  const pages = createPageCache(ledger, { bytesMax: Math.floor(settings.cacheBytesMax * 0.9) })
  const endless = createPageCache(ledger, { bytesMax: Math.floor(settings.cacheBytesMax * 0.1) })
  const renderings = new Map<string, Rendering>()

  const localsAt = (now: Instant, address: PageAddress): App.Locals => {
    const local = localDateTime(now, settings.zone)
    return {
      ...settings.locals,
      zone: settings.zone,
      instant: now,
      now: local,
      today: local.slice(0, 10),
      largeText: address.largeText,
      address: address.pathname + address.search,
    }
  }

  function toPage(rendered: Rendered, trace: ReturnType<typeof createTrace>, readAt: number): StoredPage {
    const kept = ['content-type', 'location', 'retry-after'].flatMap((name) => {
      const value = rendered.headers[name]
      return value === undefined ? [] : [[name, value === 'text/html' ? htmlType : value] as const]
    })
    return {
      status: rendered.status,
      headers: {
        ...settings.headers,
        ...Object.fromEntries(kept),
        'cache-control': 'no-cache',
        vary: 'accept-encoding, cookie',
      },
      hash: bodyHash(rendered.body),
      bodies: new Map([['identity', rendered.body]]),
      types: trace.types,
      readAt,
      holdsUntil: trace.holdsUntil,
    }
  }

  /** Renders one target with nothing to fall back on. */
  async function renderOnce(target: string, address: PageAddress): Promise<StoredPage> {
    const now = clock.now()
    const trace = createTrace(Math.min(now + holdMsMax, nextMidnight(now, settings.zone)))
    const readAt = ledger.sequence()
    const locals = localsAt(now, address)
    const rendered = await traces.run(trace, async () => {
      return (await render(target, locals)) ?? (await render(missingTarget, locals))
    })
    if (trace.unreachable) throw failSite('site.content-unreachable')
    if (rendered === null || rendered.status >= 500) throw failSite('site.page-failed', { path: address.pathname })
    return toPage(rendered, trace, readAt)
  }

  async function renderAndStore(address: PageAddress): Promise<StoredPage> {
    const page = await renderOnce(address.pathname + address.search, address)
    if (page.status === 200 || page.status === 404) cacheOf(address, page.status).store(address.key, page)
    return page
  }

  function cacheOf(address: PageAddress, status: number): PageCache {
    const isEndless = status === 404 || /^\/(?:api\/)?search$/.test(address.pathname)
    return isEndless ? endless : pages
  }

  /** A rendering that began before the latest change may not answer a reader who came after it. */
  function shared(address: PageAddress): Promise<StoredPage> {
    const running = renderings.get(address.key)
    if (running && running.readAt === ledger.sequence()) return running.page
    if (renderings.size >= renderingsMax) return Promise.reject(failSite('site.too-busy'))
    const rendering: Rendering = { readAt: ledger.sequence(), page: renderAndStore(address) }
    renderings.set(address.key, rendering)
    const done = () => {
      if (renderings.get(address.key) === rendering) renderings.delete(address.key)
    }
    rendering.page.then(done, done)
    return rendering.page
  }

  async function fallback(address: PageAddress, error: unknown): Promise<StoredPage> {
    const trouble = error as Partial<PufaError>
    log.error({ path: address.pathname, code: trouble.code, error: String(error) }, '页面没有生成')
    const stale = pages.stale(address.key) ?? endless.stale(address.key)
    if (stale) return stale
    const unreachable = trouble.status === 503
    const known = trouble.code ? (error as PufaError) : failSite('site.page-failed')
    const trace = createTrace(clock.now())
    if (address.pathname.startsWith('/api/')) return toPage(asJson(known), trace, 0)
    const target = unreachable ? troubleTarget : failureTarget
    const rendered = await render(target, localsAt(clock.now(), address)).catch(() => null)
    return toPage(rendered ?? asText(known), trace, 0)
  }

  return {
    async answer(request, response) {
      const address = pageAddress(request.url ?? '/', request.headers.cookie)
      // The pages for trouble have no address of their own.
      const isNowhere = address === null || [troubleTarget, failureTarget].includes(address.pathname)
      const page = isNowhere ? nowhere : address
      if (page.pathname.length > 1 && page.pathname.endsWith('/')) {
        const location = page.pathname.replace(/\/+$/, '').replace(/^\/*/, '/') + page.search
        response.writeHead(301, { ...settings.headers, location, 'content-length': 0 })
        response.end()
        return
      }
      const now = clock.now()
      const stored =
        pages.fresh(page.key, now) ??
        endless.fresh(page.key, now) ??
        (await shared(page).catch((error: unknown) => fallback(page, error)))
      return sendStored(request, response, stored, (sent) => {
        pages.resize(page.key, sent)
        endless.resize(page.key, sent)
      })
    },
  }
}

function asJson(error: PufaError): Rendered {
  return {
    status: error.status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'retry-after': '30' },
    body: Buffer.from(JSON.stringify(error)),
  }
}

function asText(error: PufaError): Rendered {
  return {
    status: error.status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '30' },
    body: Buffer.from(`${error.message}。${error.remedy}。\n`),
  }
}
