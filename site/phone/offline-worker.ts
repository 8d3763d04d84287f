/**
 * @file The offline worker: the network first, and what the phone has kept when the network gives nothing.
 *
 * Bundled by Vite from typed source and served at `/offline-worker.js`, at the root since a worker reaches
 * no further than the folder it stands in. It answers only for readers' pages and their files; everything
 * else passes as if it were not there. A page that the site says is gone is let go here too.
 */
/// <reference lib="webworker" />
import {
  cacheNames,
  cachePrefix,
  keptOnHeader,
  type OfflineAnswer,
  type OfflineRequest,
} from '../offline/messages.ts'
import { handlingOf, pathInScope } from '../offline/rules.ts'
import { openStore } from '../offline/store.ts'

declare const self: ServiceWorkerGlobalScope

/** How long a reader waits for the network where the phone has kept the page. */
const patienceMs = 3_000
const { scope } = self.registration
const store = openStore(scope, { now: () => Date.now() })
const offlinePage = `${scope}offline`

self.addEventListener('install', (event) => {
  event.waitUntil(store.keepFrame(offlinePage).then(() => self.skipWaiting()))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(letGoOfEarlierForms().then(() => self.clients.claim()))
})

async function letGoOfEarlierForms(): Promise<void> {
  const known: readonly string[] = Object.values(cacheNames)
  for (const name of await caches.keys())
    if (name.startsWith(cachePrefix) && !known.includes(name)) await caches.delete(name)
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const path = pathInScope(scope, request.url)
  if (request.method !== 'GET' || path === null || request.headers.has('range')) return
  const handling = handlingOf(path, request.mode === 'navigate')
  if (handling === 'leave' || (handling !== 'page' && !asksForReaders(request))) return
  if (handling === 'page') event.respondWith(answerPage(event))
  else if (handling === 'data') event.respondWith(answerData(request))
  else event.respondWith(answerFile(event))
})

/** Pictures that the editors' desk or a screen asks for are theirs, whatever their address. */
function asksForReaders({ referrer }: Request): boolean {
  const path = pathInScope(scope, referrer)
  // A style sheet's own files name the style sheet as the one that asks.
  return path !== null && handlingOf(path, true) !== 'leave'
}

async function answerPage(event: FetchEvent): Promise<Response> {
  const { request } = event
  const kept = store.page(request.url)
  const fresh = fetch(request)
  event.waitUntil(fresh.then((response) => takeIn(request.url, response)).catch(() => undefined))
  const late = new Promise<null>((resolve) => setTimeout(resolve, patienceMs, null))
  // Nothing kept: however long the network takes, it is all there is.
  const found = await kept
  const answer = await (found ? Promise.race([fresh, late]) : fresh).catch(() => null)
  if (answer !== null && answer.status < 500) return answer
  if (found) return marked(found)
  if (answer !== null) return answer
  const frame = await (await caches.open(cacheNames.frame)).match(offlinePage)
  return frame ?? Response.error()
}

async function takeIn(address: string, response: Response): Promise<void> {
  if (response.status === 404 || response.status === 410) await store.forget(address)
  const isPage = response.status === 200 && (response.headers.get('content-type') ?? '').includes('text/html')
  if (isPage && !response.redirected) await store.keepVisited(address, response.clone())
}

/** The page says that it is a kept one, and of which day. */
async function marked(kept: Response): Promise<Response> {
  const html = await kept.text()
  const on = (kept.headers.get(keptOnHeader) ?? '').replace(/"/g, '')
  return new Response(html.replace('<html ', `<html data-kept-on="${on}" `), { headers: kept.headers })
}

async function answerData(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch (error) {
    const kept = await (await caches.open(cacheNames.pinned)).match(request.url)
    if (kept) return kept
    throw error
  }
}

async function answerFile(event: FetchEvent): Promise<Response> {
  const { request } = event
  const isHashed = /\/(?:_astro|images|pictures)\//.test(request.url)
  // A name that holds a hash never changes its content.
  const known = isHashed ? await exactly(request.url) : null
  if (known) return known
  try {
    const response = await fetch(request)
    const isPublic = !/private|no-store/.test(response.headers.get('cache-control') ?? '')
    if (response.status === 200 && response.type === 'basic' && isPublic)
      event.waitUntil(store.keepFile(request.url, response.clone()))
    return response
  } catch (error) {
    const kept = await store.file(request.url)
    if (kept) return kept
    throw error
  }
}

async function exactly(address: string): Promise<Response | null> {
  for (const name of Object.values(cacheNames)) {
    const kept = await (await caches.open(name)).match(address)
    if (kept) return kept
  }
  return null
}

self.addEventListener('message', (event) => {
  const request = event.data as OfflineRequest
  const port = event.ports[0]
  const say = (answer: OfflineAnswer) => port?.postMessage(answer)
  event.waitUntil(obey(request).then(say, () => say({ done: false, why: 'unreachable' })))
})

async function obey(request: OfflineRequest): Promise<OfflineAnswer> {
  if (request.do === 'clear') {
    await store.clear()
    return { done: true }
  }
  const path = pathInScope(scope, request.address)
  if (path === null || handlingOf(path, true) !== 'page') return { done: false, why: 'unreachable' }
  if (request.do === 'unpin') {
    await store.unpin(request.address)
    return { done: true }
  }
  const response = await fetch(request.address, { credentials: 'same-origin' })
  if (!response.ok) return { done: false, why: 'unreachable' }
  if (request.do === 'keep') {
    await store.keepVisited(request.address, response)
    for (const file of request.files) await keepLoaded(file)
  } else if (!(await store.pin(request.address, response))) return { done: false, why: 'full' }
  return { done: true }
}

/** A file that the page had loaded before the worker was there; the browser still has it at hand. */
async function keepLoaded(address: string): Promise<void> {
  const path = pathInScope(scope, address)
  if (path === null || !['file', 'picture'].includes(handlingOf(path, false))) return
  if (await exactly(address)) return
  const response = await fetch(address, { cache: 'force-cache' })
  const isPublic = !/private|no-store/.test(response.headers.get('cache-control') ?? '')
  if (response.status === 200 && isPublic) await store.keepFile(address, response)
}
