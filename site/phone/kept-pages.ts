/** @file What the phone keeps, as a page sees it: reads the caches, and asks the worker for every change. */
import {
  cacheNames,
  keptOnHeader,
  sizeMark,
  type OfflineAnswer,
  type OfflineRequest,
} from '../offline/messages.ts'
import { titleOf } from '../offline/rules.ts'

export interface KeptPage {
  address: string
  title: string
  keptOn: string
  pinned: boolean
}

const answerMsMax = 60_000

/** @returns the worker's answer; `unreachable` where no worker answers */
export async function tellWorker(request: OfflineRequest): Promise<OfflineAnswer> {
  const { active } = await navigator.serviceWorker.ready
  return new Promise((resolve) => {
    const channel = new MessageChannel()
    const timer = setTimeout(() => resolve({ done: false, why: 'unreachable' }), answerMsMax)
    channel.port1.onmessage = ({ data }: MessageEvent<OfflineAnswer>) => {
      clearTimeout(timer)
      resolve(data)
    }
    active?.postMessage(request, [channel.port2])
  })
}

const bareAddress = (name: string) => name.replace(new RegExp(`[?&]${sizeMark}\\w+$`), '')

export async function isPinned(address: string): Promise<boolean> {
  const bare = address.split('#')[0] ?? ''
  const keys = await (await caches.open(cacheNames.pinned)).keys()
  return keys.some(({ url }) => bareAddress(url) === bare)
}

/** Pinned pages first, each group the latest first; a page in both forms stands once. */
export async function keptPages(): Promise<KeptPage[]> {
  const found = new Map<string, KeptPage>()
  for (const name of [cacheNames.pinned, cacheNames.visited]) {
    const cache = await caches.open(name)
    for (const { url } of [...(await cache.keys())].reverse()) {
      const kept = await cache.match(url)
      if (!kept || !(kept.headers.get('content-type') ?? '').includes('html')) continue
      const address = bareAddress(url)
      if (found.has(address)) continue
      found.set(address, {
        address,
        title: titleOf(await kept.text()) || address,
        keptOn: kept.headers.get(keptOnHeader) ?? '',
        pinned: name === cacheNames.pinned,
      })
    }
  }
  return [...found.values()]
}
