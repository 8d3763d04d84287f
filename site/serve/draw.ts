/**
 * @file Draws one page: renders it, notes what it read, and gives it the headers that every page has.
 *
 * A page that fails is never half a page: it is drawn as trouble, or as one line of text where even that
 * fails.
 */
import { PufaError } from '../../contracts/errors/registry.ts'
import { failSite } from '../../contracts/errors/site.ts'
import type { Clock, Instant } from '../../contracts/part.ts'
import type { PastAddresses } from '../store/past-addresses.ts'
import { createTrace, type Trace, traces } from '../content/trace.ts'
import { localDateTime, nextMidnight } from '../time/local-time.ts'
import type { Ledger } from './ledger.ts'
import type { StoredPage } from './page-cache.ts'
import type { PageAddress } from './page-key.ts'
import type { Render, Rendered } from './render.ts'
import { bodyHash } from './send.ts'

export interface DrawSettings {
  zone: string
  headers: Readonly<Record<string, string>>
  /** What pages get beside the address: `content`, `search`, `origin`, `assetBase`. */
  locals: Omit<
    App.Locals,
    'today' | 'now' | 'instant' | 'zone' | 'largeText' | 'largest' | 'address' | 'report'
  >
  /** Addresses that pages have had. */
  past: PastAddresses
}

export interface Draw {
  /** @throws PufaError `site.content-unreachable`, `site.page-failed` */
  page(address: PageAddress): Promise<StoredPage>
  /** A page that depends on more than its address, for one reader; nobody may keep it. */
  once(address: PageAddress, more: Pick<App.Locals, 'report'>): Promise<StoredPage>
  /** What a reader gets instead. Never rejects. */
  trouble(address: PageAddress, error: PufaError): Promise<StoredPage>
}

export const missingTarget = '/404'
const removedTarget = '/410'
const unreachableTarget = '/503'
const failureTarget = '/500'
/** The pages for trouble have no address of their own. */
export const hasNoAddress = (pathname: string) =>
  [unreachableTarget, failureTarget, removedTarget].includes(pathname)

/** Bounds the harm of a lost event. */
const holdMsMax = 10 * 60_000
const htmlType = 'text/html; charset=utf-8'
const keptHeaders = ['content-type', 'location', 'retry-after']

export function createDraw(
  settings: DrawSettings,
  parts: { render: Render; ledger: Ledger; clock: Clock },
): Draw {
  const { render, ledger, clock } = parts

  function localsAt(now: Instant, address: PageAddress, report: App.Locals['report'] = null): App.Locals {
    const local = localDateTime(now, settings.zone)
    return {
      ...settings.locals,
      zone: settings.zone,
      instant: now,
      now: local,
      today: local.slice(0, 10),
      largeText: address.largeText,
      largest: address.largest,
      address: address.pathname + address.search,
      report,
    }
  }

  function toPage(rendered: Rendered, trace: Trace, readAt: number): StoredPage {
    const kept = keptHeaders.flatMap((name) => {
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

  /** An address that once was: leads to where its page went, or says that it was withdrawn. */
  async function instead(address: PageAddress, locals: App.Locals): Promise<Rendered | null> {
    const past = settings.past.find(address.pathname)
    if (past === null) return null
    const found = await settings.locals.content.addresses.find(past.id)
    if (found === null) return render(removedTarget, locals)
    if (found.path === address.pathname) return null
    return { status: 301, headers: { location: found.path }, body: Buffer.alloc(0) }
  }

  async function drawn(address: PageAddress, locals: App.Locals): Promise<Rendered | null> {
    const found = await render(address.pathname + address.search, locals)
    if (found !== null && found.status !== 404) return found
    return (await instead(address, locals)) ?? found ?? (await render(missingTarget, locals))
  }

  return {
    async page(address) {
      const now = clock.now()
      const trace = createTrace(Math.min(now + holdMsMax, nextMidnight(now, settings.zone)))
      const readAt = ledger.sequence()
      const locals = localsAt(now, address)
      const rendered = await traces.run(trace, () => drawn(address, locals))
      if (trace.unreachable) throw failSite('site.content-unreachable')
      if (rendered === null || rendered.status >= 500) {
        throw failSite('site.page-failed', { path: address.pathname })
      }
      return toPage(rendered, trace, readAt)
    },
    async once(address, more) {
      const now = clock.now()
      const rendered = await render(address.pathname, localsAt(now, address, more.report))
      if (rendered === null) throw failSite('site.page-failed', { path: address.pathname })
      const page = toPage(rendered, createTrace(now), 0)
      return { ...page, headers: { ...page.headers, 'cache-control': 'no-store' } }
    },
    async trouble(address, error) {
      const now = clock.now()
      const isEndpoint = address.pathname.startsWith('/api/')
      const target = error.status === 503 ? unreachableTarget : failureTarget
      // An error page that cannot be drawn either gives way to plain text; the first error is the one to log.
      const drawn = isEndpoint ? null : await render(target, localsAt(now, address)).catch(() => null)
      return toPage(drawn ?? asText(error, isEndpoint), createTrace(now), 0)
    },
  }
}

/** Whatever a page threw, as an error with a code. */
export function asSiteError(error: unknown): PufaError {
  return error instanceof PufaError ? error : failSite('site.page-failed', {}, error)
}

function asText(error: PufaError, isEndpoint: boolean): Rendered {
  const type = isEndpoint ? 'application/json' : 'text/plain'
  const text = isEndpoint ? JSON.stringify(error) : `${error.message}。${error.remedy}。\n`
  return {
    status: error.status,
    headers: { 'content-type': `${type}; charset=utf-8`, 'retry-after': '30' },
    body: Buffer.from(text),
  }
}
