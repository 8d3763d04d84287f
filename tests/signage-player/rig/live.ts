/** @file The relay beside the player's files, and what a page with a broadcast shows, holds and loads. */
import type { BrowserContext, Page } from 'playwright'
import sharp from 'sharp'
import { PufaError } from '../../../contracts/errors/registry.ts'
import type { Part } from '../../../contracts/part.ts'
import { dayText, wallClock } from '../../../contracts/schedule/zone.ts'
import type { Relay } from '../../../scheduler/live/relay.ts'
import { picture } from './browser.ts'

export const livePath = '/api/signage/live/'
const zone = 'Asia/Shanghai'

/** The player's files, and the relay beside them. */
export function withRelay(player: Part, relay: () => Relay): Part {
  return {
    ...player,
    owns: (path) => (path.startsWith(livePath) ? 'public' : player.owns(path)),
    handle(request, response) {
      const [, id = '', name = ''] =
        /^\/api\/signage\/live\/([\w-]+)\/([\w.]+)$/u.exec(request.url ?? '') ?? []
      if (!id) return player.handle(request, response)
      relay()
        .get(id, name)
        .then(
          ({ body, type }) => response.writeHead(200, { 'content-type': type }).end(body),
          (error: unknown) => response.writeHead(error instanceof PufaError ? error.status : 500).end(),
        )
    },
  }
}

/** A wall-clock time of the screen. */
export const localText = (instant: number): string => {
  const { day, ms } = wallClock(zone, instant)
  return `${dayText(day)}T${new Date(ms).toISOString().slice(11, 19)}`
}

/** Share of the picture that is the broadcast's green. */
export async function green(page: Page): Promise<number> {
  const { data, info } = await sharp(await picture(page))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  let found = 0
  for (let at = 0; at < data.length; at += 3)
    if ((data[at] ?? 0) < 90 && (data[at + 1] ?? 0) > 110 && (data[at + 2] ?? 0) < 90) found++
  return found / (info.width * info.height)
}

/** Every video that a page makes from here on is remembered for `heldVideos`. */
export function rememberVideos(context: BrowserContext): Promise<unknown> {
  return context.addInitScript(() => {
    const videos: HTMLVideoElement[] = []
    const create = document.createElement.bind(document)
    Object.assign(window, { videos })
    document.createElement = ((name: string, options?: ElementCreationOptions) => {
      const element = create(name, options)
      if (element instanceof HTMLVideoElement) videos.push(element)
      return element
    }) as typeof document.createElement
  })
}

/** Videos that still hold anything. */
export const heldVideos = (page: Page) =>
  page.evaluate(() => {
    const { videos } = window as unknown as { videos: HTMLVideoElement[] }
    return videos.filter((video) => video.getAttribute('src') !== null || video.readyState > 0).length
  })

/** Scripts that this page has loaded and that are as large as what HLS needs. */
export const largeScripts = (page: Page) =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(
        (entry) =>
          entry.name.endsWith('.js') && (entry as PerformanceResourceTiming).decodedBodySize > 200_000,
      )
      .map(({ name }) => name),
  )
