/**
 * @file The service worker: the player's shell and its assets, with the server or without it.
 *
 * The build names the shell's files and their version; a shell is taken whole or not at all, and takes
 * over only when a page asks for it, so that no page ever misses a part of its own. Assets come from the shared cache, cut to the bytes
 * that a film asks for. Everything else passes by untouched.
 */
import { slice } from './assets/range.ts'
import { assetCacheName, assetPrefix, shellCachePrefix } from './assets/paths.ts'

declare const self: ServiceWorkerGlobalScope
/** Put in by the build. */
declare const shell: { version: string; files: readonly string[] }

const cacheName = `${shellCachePrefix}${shell.version}`
const pages: Readonly<Record<string, string>> = {
  '/player/': '/player/',
  '/player/index.html': '/player/',
  '/player/square.html': '/player/square.html',
}

async function takeShell(): Promise<void> {
  const cache = await caches.open(cacheName)
  await cache.addAll(shell.files.map((path) => new Request(path, { cache: 'reload' })))
}

async function dropOtherShells(): Promise<void> {
  const names = await caches.keys()
  const old = names.filter((name) => name.startsWith(shellCachePrefix) && name !== cacheName)
  await Promise.all(old.map((name) => caches.delete(name)))
  await self.clients.claim()
}

async function fromShell(path: string, request: Request): Promise<Response> {
  const cache = await caches.open(cacheName)
  return (await cache.match(path)) ?? fetch(request)
}

async function fromAssets(request: Request): Promise<Response> {
  const cache = await caches.open(assetCacheName)
  const stored = await cache.match(new URL(request.url).pathname)
  return stored ? slice(stored, request.headers.get('range')) : new Response(null, { status: 404 })
}

self.addEventListener('install', (event) => event.waitUntil(takeShell()))
// Whatever a page says, it is that the next shell may take over.
self.addEventListener('message', (event) => event.waitUntil(self.skipWaiting()))
self.addEventListener('activate', (event) => event.waitUntil(dropOtherShells()))
self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (url.pathname.startsWith(assetPrefix)) return event.respondWith(fromAssets(request))
  const path = request.mode === 'navigate' ? pages[url.pathname] : url.pathname
  if (path && shell.files.includes(path)) event.respondWith(fromShell(path, request))
})
