/**
 * @file Answers every request for a page: from the cache, else by one drawing shared by all who wait.
 *
 * A page is served from the cache only while the lake's events arrive and none of its document types has
 * changed since its first query. When the lake does not answer, the last page is served whatever its age,
 * else a drawn page that says so. Pages that readers can make up without end (search words, addresses
 * that do not exist) live in a small cache of their own and never push out the others.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { failSite } from '../../contracts/errors/site.ts'
import type { Clock, Log } from '../../contracts/part.ts'
import { asSiteError, createDraw, type DrawSettings, hasNoAddress, missingTarget } from './draw.ts'
import type { Ledger } from './ledger.ts'
import { createPageCache, type StoredPage } from './page-cache.ts'
import { pageAddress, type PageAddress } from './page-key.ts'
import type { Render } from './render.ts'
import { sendNow, sendStored } from './send.ts'

export interface PageServerSettings extends DrawSettings {
  cacheBytesMax: number
}

export interface PageServer {
  /** @returns null when it was answered at once, as every stored page is */
  answer(request: IncomingMessage, response: ServerResponse): Promise<void> | null
  /** Answers a form with its page drawn for this one reader. */
  answerOnce(
    request: IncomingMessage,
    response: ServerResponse,
    pathname: string,
    more: Pick<App.Locals, 'report'>,
  ): Promise<void>
}

/** Paths that readers can make up without end. */
const madeUp = /^\/(?:(?:api\/)?search|codes\/.*|report(?:\/.*)?|thanks)$/
const keptStatuses: ReadonlySet<number> = new Set([200, 301, 404, 410])
const drawingsMax = 200
/** How long a reader waits for the latest page where an older one is kept. */
const patienceMs = 2_000
/** Where targets lead that are no path at all. */
const nowhere: PageAddress = {
  pathname: missingTarget,
  search: '',
  largeText: false,
  largest: false,
  key: `N${missingTarget}`,
}

interface Drawing {
  readAt: number
  page: Promise<StoredPage>
}

export function createPageServer(
  settings: PageServerSettings,
  parts: { render: Render; ledger: Ledger; clock: Clock; log: Log },
): PageServer {
  const { ledger, clock, log } = parts
  const draw = createDraw(settings, parts)
  const pages = createPageCache(ledger, { bytesMax: Math.floor(settings.cacheBytesMax * 0.9) })
  const endless = createPageCache(ledger, { bytesMax: Math.floor(settings.cacheBytesMax * 0.1) })
  const drawings = new Map<string, Drawing>()

  async function drawAndStore(address: PageAddress): Promise<StoredPage> {
    const page = await draw.page(address)
    const isEndless = page.status >= 300 || madeUp.test(address.pathname)
    const [own, other] = isEndless ? [endless, pages] : [pages, endless]
    // What has gone must not come back from the other cache while the lake does not answer.
    other.remove(address.key)
    if (keptStatuses.has(page.status)) own.store(address.key, page)
    else own.remove(address.key)
    return page
  }

  /** A drawing that began before the latest change may not answer a reader who came after it. */
  function shared(address: PageAddress): Promise<StoredPage> {
    const running = drawings.get(address.key)
    if (running && running.readAt === ledger.sequence()) return running.page
    if (drawings.size >= drawingsMax) return Promise.reject(failSite('site.too-busy'))
    const drawing: Drawing = { readAt: ledger.sequence(), page: drawAndStore(address) }
    drawings.set(address.key, drawing)
    const done = () => {
      if (drawings.get(address.key) === drawing) drawings.delete(address.key)
    }
    drawing.page.then(done, done)
    return drawing.page
  }

  const staleOf = (address: PageAddress) => pages.stale(address.key) ?? endless.stale(address.key)

  async function latest(address: PageAddress): Promise<StoredPage> {
    try {
      return await shared(address)
    } catch (thrown) {
      const error = asSiteError(thrown)
      log.error({ path: address.pathname, code: error.code, error: String(thrown) }, '页面没有生成')
      return staleOf(address) ?? (await draw.trouble(address, error))
    }
  }

  /** The page as the lake has it; where that takes long and an older page is kept, the older page. */
  async function soon(address: PageAddress): Promise<StoredPage> {
    const stale = staleOf(address)
    if (!stale) return latest(address)
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<StoredPage>((resolve) => {
      timer = setTimeout(resolve, patienceMs, stale)
    })
    return Promise.race([latest(address), late]).finally(() => clearTimeout(timer))
  }

  async function answerLater(address: PageAddress, request: IncomingMessage, response: ServerResponse) {
    const page = freshOf(address) ?? (await soon(address))
    await sendStored(request, response, page, (sent) => {
      pages.resize(address.key, sent)
      endless.resize(address.key, sent)
    })
  }

  function freshOf({ key }: PageAddress): StoredPage | null {
    const now = clock.now()
    return pages.fresh(key, now) ?? endless.fresh(key, now)
  }

  return {
    answer(request, response) {
      const given = pageAddress(request.url ?? '/', request.headers.cookie)
      const address = given === null || hasNoAddress(given.pathname) ? nowhere : given
      if (address.pathname.length > 1 && address.pathname.endsWith('/')) {
        const location = address.pathname.replace(/\/+$/, '').replace(/^\/*/, '/') + address.search
        response.writeHead(301, { ...settings.headers, location, 'content-length': 0 })
        response.end()
        return null
      }
      const fresh = freshOf(address)
      if (fresh !== null && sendNow(request, response, fresh)) return null
      return answerLater(address, request, response)
    },
    async answerOnce(request, response, pathname, more) {
      const address = pageAddress(pathname, request.headers.cookie) ?? nowhere
      await sendStored(request, response, await draw.once(address, more), () => undefined)
    },
  }
}
