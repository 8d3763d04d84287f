/**
 * @file Draws one page: renders it, notes what it read, and gives it the headers that every page has.
 *
 * A page that fails is never half a page: it is drawn as trouble, or as one line of text where even that
 * fails.
 */
import { PufaError } from '../../contracts/errors/registry.ts'
import { failSite } from '../../contracts/errors/site.ts'
import type { Clock, Instant } from '../../contracts/part.ts'
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
  locals: Omit<App.Locals, 'today' | 'now' | 'instant' | 'zone' | 'largeText' | 'address'>
}

export interface Draw {
  /** @throws PufaError `site.content-unreachable`, `site.page-failed` */
  page(address: PageAddress): Promise<StoredPage>
  /** What a reader gets instead. Never rejects. */
  trouble(address: PageAddress, error: PufaError): Promise<StoredPage>
}

export const missingTarget = '/404'
const unreachableTarget = '/503'
const failureTarget = '/500'
/** The pages for trouble have no address of their own. */
export const hasNoAddress = (pathname: string) => pathname === unreachableTarget || pathname === failureTarget

/** Bounds the harm of a lost event. */
const holdMsMax = 10 * 60_000
const htmlType = 'text/html; charset=utf-8'
const keptHeaders = ['content-type', 'location', 'retry-after']

export function createDraw(
  settings: DrawSettings,
  parts: { render: Render; ledger: Ledger; clock: Clock },
): Draw {
  const { render, ledger, clock } = parts

  function localsAt(now: Instant, address: PageAddress): App.Locals {
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

  return {
    async page(address) {
      const now = clock.now()
      const trace = createTrace(Math.min(now + holdMsMax, nextMidnight(now, settings.zone)))
      const readAt = ledger.sequence()
      const locals = localsAt(now, address)
      const rendered = await traces.run(trace, async () => {
        const found = await render(address.pathname + address.search, locals)
        return found ?? (await render(missingTarget, locals))
      })
      if (trace.unreachable) throw failSite('site.content-unreachable')
      if (rendered === null || rendered.status >= 500) {
        throw failSite('site.page-failed', { path: address.pathname })
      }
      return toPage(rendered, trace, readAt)
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
