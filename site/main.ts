/**
 * @file Opens the public site: the built pages, the lake they read, and the cache in front of them.
 *
 * The site owns every path that no other part owns, so `main.ts` asks it last. Readers send nothing but
 * an address; what they hand in by a form is the desk's (`desk/`).
 */
import { randomBytes } from 'node:crypto'
import { access } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { failSite } from '../contracts/errors/site.ts'
import { failStart } from '../contracts/errors/start.ts'
import type { Clock, LakeAccess, Log, Part } from '../contracts/part.ts'
import { addressedTypes } from './content/addresses.ts'
import { talliesType } from './content/codes.ts'
import { createContent } from './content/index.ts'
import { traces } from './content/trace.ts'
import { createLakeClient, createLakeReader } from './content/lake.ts'
import { readerCountsPath } from '../contracts/reader-counts.ts'
import { createDesk } from './desk/desk.ts'
import { createReports } from './desk/reports.ts'
import { createLiveSearch, searchIndexType } from './search/live-search.ts'
import { type LakeEvents, listenToLake } from './serve/lake-events.ts'
import { createLedger } from './serve/ledger.ts'
import { createPageServer } from './serve/page-server.ts'
import { loadRenderer } from './serve/render.ts'
import { createPreview, isPreview } from './serve/preview.ts'
import { quietly } from './serve/quietly.ts'
import { securityHeaders } from './serve/security-headers.ts'
import { sendStored } from './serve/send.ts'
import { loadStaticFiles } from './serve/static-files.ts'
import { createCodeBook } from './store/codes.ts'
import { openStore } from './store/database.ts'
import { createPastAddresses } from './store/past-addresses.ts'
import { createTallies } from './store/tallies.ts'
import { localDate } from './time/local-time.ts'

export interface SiteSettings {
  /** The site's own folder inside `PUFA_DATA`. */
  folder: string
  /** Astro's built entry: `dist/site/server/entry.mjs`. */
  serverEntry: string
  /** The built style sheets and icons: `dist/site/client`. */
  clientFolder: string
  /** Reads what is published and hands in reports. */
  lake: LakeAccess
  /** True where the lake is another program's, if only on this machine. */
  hosted?: boolean
  /** Public address; null until the bureau has set one. */
  origin: string | null
  /** Where the program answers as long as there is no public address. */
  localAddress: string
  /** IANA name of the bureau's zone. */
  zone: string
  cacheBytesMax?: number
}

const cacheBytesDefault = 64 * 1024 * 1024
const firstEventMsMax = 10_000
/** After the last change, before the addresses are read again. */
const quietMs = 400

/** @throws PufaError `start.build-missing` when the pages have not been built */
export async function openSite(settings: SiteSettings, parts: { clock: Clock; log: Log }): Promise<Part> {
  const { clock, log } = parts
  await Promise.all([access(settings.serverEntry), access(settings.clientFolder)]).catch((error: unknown) => {
    throw failStart('start.build-missing', { path: settings.serverEntry }, error)
  })
  const assetHost = publicHost(settings.lake.assetHost, settings.hosted ?? false)
  const headers = securityHeaders(assetHost)
  const origin = settings.origin?.replace(/\/+$/, '') ?? null
  const client = createLakeClient(settings.lake)
  const ledger = createLedger()
  const lake = createLakeReader(client, ledger)
  const store = openStore(settings.folder)
  const [codes, past, tallies] = [createCodeBook(store), createPastAddresses(store), createTallies(store)]
  const content = createContent(lake, { codes, past, tallies })
  const search = createLiveSearch(lake, content, {
    today: () => localDate(clock.now(), settings.zone),
    onRebuilt: () => ledger.note(searchIndexType),
    onNothing: (words) => tallies.count('lost-search', words, localDate(clock.now(), settings.zone)),
    log,
  })
  const files = await loadStaticFiles(settings.clientFolder, headers)
  const host = origin === null ? 'localhost' : new URL(origin).host
  const draw = {
    zone: settings.zone,
    headers,
    past,
    locals: {
      content,
      codes,
      search,
      origin,
      here: origin ?? settings.localAddress,
      assetBase: assetHost === '' ? '/' : `${assetHost}/`,
    },
  }
  const render = await loadRenderer(settings.serverEntry, host)
  const pages = createPageServer(
    { ...draw, cacheBytesMax: settings.cacheBytesMax ?? cacheBytesDefault },
    { render, ledger, clock, log },
  )
  const preview = createPreview({
    ...{ settings: draw, render, lake: settings.lake, clock, log },
    contentOf: (reader) => createContent(reader, { codes, past, tallies }),
  })
  const desk = createDesk({
    addresses: content.addresses,
    codes,
    tallies,
    reports: createReports(client, { clock, random: (bytes) => randomBytes(bytes) }),
    clock,
    zone: settings.zone,
    lake: settings.lake,
    secure: origin?.startsWith('https:') ?? false,
    onCount: () => ledger.note(talliesType),
    draw: (request, response, report) => pages.answerOnce(request, response, '/report', { report }),
  })
  const learning = quietly(quietMs, () =>
    traces.exit(async () => {
      try {
        const standing = await content.addresses.all()
        past.learn(standing)
        for (const { id } of standing) codes.of(id)
      } catch (error) {
        log.warn({ error: String(error) }, '页面地址没有登记')
      }
    }),
  )
  let events: LakeEvents | null = null

  function answer(request: IncomingMessage, response: ServerResponse): Promise<void> | null {
    const url = request.url ?? '/'
    const atDesk = desk(request, response) ?? preview(request, response)
    if (atDesk !== null) return atDesk
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response)
    const queryAt = url.indexOf('?')
    const file = files.get(queryAt === -1 ? url : url.slice(0, queryAt))
    if (file) return sendStored(request, response, file, () => undefined)
    return pages.answer(request, response)
  }

  function refuse(response: ServerResponse): null {
    const error = failSite('site.method-not-allowed')
    response.writeHead(error.status, {
      allow: 'GET, HEAD',
      'content-type': 'application/json; charset=utf-8',
    })
    response.end(JSON.stringify(error))
    return null
  }

  return {
    name: 'site',
    owns: (pathname) => (pathname === readerCountsPath || isPreview(pathname) ? 'internal' : 'public'),
    handle(request, response) {
      const giveUp = (error: unknown) => {
        log.error({ error: String(error) }, '网站没有答复一个请求')
        if (response.headersSent) response.destroy()
        else response.writeHead(500).end()
      }
      try {
        answer(request, response)?.catch(giveUp)
      } catch (error) {
        giveUp(error)
      }
    },
    async start() {
      events = listenToLake(
        client,
        {
          onChange(type) {
            ledger.note(type)
            search.changed(type)
            if (addressedTypes.some((addressed) => addressed === type)) learning.ask()
          },
          onArriving() {
            ledger.trust(true)
            search.changed(null)
            learning.ask()
          },
          onLost: () => ledger.trust(false),
        },
        log,
      )
      const late = new Promise<'late'>((resolve) => setTimeout(resolve, firstEventMsMax, 'late').unref())
      if ((await Promise.race([events.arriving, late])) === 'late') {
        log.warn({ apiHost: settings.lake.apiHost }, '还没有收到内容库的事件，页面暂不缓存')
      }
    },
    async close() {
      events?.close()
      search.close()
      learning.close()
      store.close()
    },
  }
}

/** Pictures of the embedded lake come from the readers' own origin; a hosted project's from its host. */
function publicHost(assetHost: string, hosted: boolean): string {
  const url = new URL(assetHost)
  return !hosted && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname) ? '' : url.origin
}
