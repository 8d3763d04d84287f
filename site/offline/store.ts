/**
 * @file The pages that a phone keeps: visited ones for a while, pinned ones until they are let go.
 *
 * The only writer of the caches. A kept page is stored with the files that it needs; a picture is kept in
 * one size and stands in for the others. Limits: 60 visited pages, 20 MB with their files, 20 MB pinned.
 * A page in large text is kept apart, under the same address with a mark; the one kept last answers.
 */
import { cacheNames, keptAtHeader, keptBytesHeader, keptOnHeader, sizeMark } from './messages.ts'
import {
  dataOfPage,
  filesOfPage,
  filesOfScript,
  filesOfStyles,
  isKeptByVisit,
  lettingGo,
  pathInScope,
  textSizeOf,
  textSizes,
  type TextSize,
} from './rules.ts'

const megabyte = 1024 * 1024
const visitedLimits = { countMax: 60, bytesMax: 4 * megabyte }
const fileLimits = { countMax: 2_000, bytesMax: 16 * megabyte }
const pinnedBytesMax = 20 * megabyte
const filesOfOneMax = 200
const filesDeepMax = 4

const isPicture = (address: string) => /\/(?:images|pictures)\//.test(address)
/** The same for every size of a picture: what stands before the query, or before the last `-` of a copy's name. */
const pictureOf = (address: string) => address.split('?')[0]?.replace(/(\/pictures\/.*)-[^-]*$/, '$1')
const needsOf = (html: string) => [...filesOfPage(html), ...dataOfPage(html)]

const nameOf = (address: string, size: TextSize) => {
  const bare = address.split('#')[0] ?? ''
  return size === 'normal' ? bare : `${bare}${bare.includes('?') ? '&' : '?'}${sizeMark}${size}`
}

/** Another answer with the same body: one that came by a redirect may not answer a navigation. */
function keepable(response: Response, body: ArrayBuffer, now: number): Response {
  const headers = new Headers()
  const type = response.headers.get('content-type')
  if (type !== null) headers.set('content-type', type)
  const policy = response.headers.get('content-security-policy')
  if (policy !== null) headers.set('content-security-policy', policy)
  headers.set(keptOnHeader, response.headers.get('date') ?? '')
  headers.set(keptAtHeader, String(now))
  headers.set(keptBytesHeader, String(body.byteLength))
  return new Response(body, { status: 200, headers })
}

/** Adds what a file asks for in its turn: a style sheet its pictures, a script its parts. */
async function inner(response: Response): Promise<string[]> {
  const type = response.headers.get('content-type') ?? ''
  if (type.includes('css')) return filesOfStyles(await response.clone().text())
  if (type.includes('javascript')) return filesOfScript(await response.clone().text())
  return []
}

async function weigh(cache: Cache): Promise<{ name: string; bytes: number }[]> {
  const entries: { name: string; bytes: number }[] = []
  for (const { url } of await cache.keys()) {
    const kept = await cache.match(url)
    entries.push({ name: url, bytes: Number(kept?.headers.get(keptBytesHeader) ?? 0) })
  }
  return entries
}

async function trim(name: string, limits: { countMax: number; bytesMax: number }): Promise<void> {
  const cache = await caches.open(name)
  for (const gone of lettingGo(await weigh(cache), limits)) await cache.delete(gone)
}

export interface OfflineStore {
  /** Keeps a page that the network has just given. Takes the answer over. */
  keepVisited(address: string, response: Response): Promise<void>
  keepFile(address: string, response: Response): Promise<void>
  /** @returns false where the phone has no room */
  pin(address: string, response: Response): Promise<boolean>
  unpin(address: string): Promise<void>
  /** Forgets the page in every form: it is gone from the site. */
  forget(address: string): Promise<void>
  page(address: string): Promise<Response | null>
  file(address: string): Promise<Response | null>
  clear(): Promise<void>
  keepFrame(address: string): Promise<void>
}

export function openStore(scope: string, clock: { now(): number }): OfflineStore {
  async function put(cache: Cache, name: string, response: Response): Promise<void> {
    await cache.put(name, keepable(response, await response.arrayBuffer(), clock.now()))
  }

  async function putFiles(cache: Cache, wanted: readonly string[], base: string): Promise<void> {
    const seen = new Set<string>()
    let round = wanted.map((address) => new URL(address, base).href)
    for (let depth = 0; depth < filesDeepMax && round.length > 0; depth += 1) {
      const next: string[] = []
      for (const address of round) {
        if (seen.has(address) || seen.size >= filesOfOneMax || pathInScope(scope, address) === null) continue
        seen.add(address)
        const known = await cache.match(address)
        const response = known ?? (await fetch(address))
        if (!response.ok) continue
        next.push(...(await inner(response)).map((found) => new URL(found, address).href))
        if (!known) await put(cache, address, response)
      }
      round = next
    }
  }

  async function sweepPinned(): Promise<void> {
    const cache = await caches.open(cacheNames.pinned)
    const needed = new Set<string>()
    const files: string[] = []
    for (const { url } of await cache.keys()) {
      const kept = await cache.match(url)
      const type = kept?.headers.get('content-type') ?? ''
      if (!kept) continue
      if (!type.includes('html')) files.push(url)
      else for (const file of needsOf(await kept.text())) needed.add(new URL(file, url).href)
    }
    for (let depth = 0; depth < filesDeepMax; depth += 1) {
      for (const file of files.filter((each) => needed.has(each))) {
        const kept = await cache.match(file)
        if (kept) for (const found of await inner(kept)) needed.add(new URL(found, file).href)
      }
    }
    for (const file of files) if (!needed.has(file)) await cache.delete(file)
  }

  const pageCaches = [cacheNames.pinned, cacheNames.visited]

  return {
    async keepVisited(address, response) {
      const html = await response.text()
      const name = nameOf(address, textSizeOf(html))
      const again = () => new Response(html, { headers: response.headers })
      const pinned = await caches.open(cacheNames.pinned)
      // What is pinned stays as fresh as the last visit.
      if (await pinned.match(name)) {
        await put(pinned, name, again())
        await putFiles(pinned, needsOf(html), address)
      }
      if (!isKeptByVisit(pathInScope(scope, address) ?? '')) return
      await put(await caches.open(cacheNames.visited), name, again())
      // Pictures are kept as the browser asks for them, in the size that it chose.
      const files = filesOfPage(html).filter((file) => !isPicture(file))
      await putFiles(await caches.open(cacheNames.files), files, address)
      await trim(cacheNames.visited, visitedLimits)
    },
    async keepFile(address, response) {
      await put(await caches.open(cacheNames.files), address, response)
      await trim(cacheNames.files, fileLimits)
    },
    async pin(address, response) {
      const cache = await caches.open(cacheNames.pinned)
      const text = await response.text()
      const name = nameOf(address, textSizeOf(text))
      try {
        await put(cache, name, new Response(text, { headers: response.headers }))
        await putFiles(cache, needsOf(text), address)
        const bytes = (await weigh(cache)).reduce((sum, entry) => sum + entry.bytes, 0)
        if (bytes <= pinnedBytesMax) return true
      } catch (error) {
        if (!(error instanceof DOMException && error.name === 'QuotaExceededError')) throw error
      }
      await cache.delete(name)
      await sweepPinned()
      return false
    },
    async unpin(address) {
      const cache = await caches.open(cacheNames.pinned)
      for (const size of textSizes) await cache.delete(nameOf(address, size))
      await sweepPinned()
    },
    async forget(address) {
      for (const cacheName of pageCaches) {
        const cache = await caches.open(cacheName)
        for (const size of textSizes) await cache.delete(nameOf(address, size))
      }
      await sweepPinned()
    },
    async page(address) {
      const found: Response[] = []
      for (const cacheName of pageCaches) {
        const cache = await caches.open(cacheName)
        for (const size of textSizes) {
          const kept = await cache.match(nameOf(address, size))
          if (kept) found.push(kept)
        }
      }
      const keptAt = (kept: Response) => Number(kept.headers.get(keptAtHeader) ?? 0)
      return found.sort((a, b) => keptAt(b) - keptAt(a))[0] ?? null
    },
    async file(address) {
      for (const cacheName of Object.values(cacheNames)) {
        const cache = await caches.open(cacheName)
        const exact = await cache.match(address)
        if (exact) return exact
        if (!isPicture(address)) continue
        const similar = (await cache.keys()).find(({ url }) => pictureOf(url) === pictureOf(address))
        const other = similar && (await cache.match(similar))
        if (other) return other
      }
      return null
    },
    async clear() {
      for (const name of [cacheNames.visited, cacheNames.pinned, cacheNames.files]) await caches.delete(name)
    },
    async keepFrame(address) {
      const response = await fetch(address)
      if (!response.ok) throw new Error(`the offline page answered ${response.status}`)
      const cache = await caches.open(cacheNames.frame)
      const html = await response.text()
      await put(cache, address, new Response(html, { headers: response.headers }))
      await putFiles(cache, filesOfPage(html), address)
    },
  }
}
