/** @file The preview page by itself, told what to show as the Studio tells it. */
import type { ScreenProfile } from '../../../contracts/manifest.ts'
import type { DrawnMessage, FailedMessage, ShowMessage } from '../../../contracts/preview.ts'
import { previewPath } from '../../../contracts/preview.ts'
import type { Item } from '../../../contracts/schedule/index.ts'
import type { BrowserContext, Page } from './browser.ts'
import type { Asset } from './programme.ts'

export interface PreviewRig {
  page: Page
  /** PNG of the picture in the sign's own pixels, and what the page told of it. */
  shoot(
    item: Item,
    at: { seconds: number; from: number; elapsedMs: number },
  ): Promise<{ png: Buffer; drawn: DrawnMessage }>
  close(): Promise<void>
}

/** Opened by itself the page is its own parent, so that it hears what it tells itself. */
export async function openPreview(
  context: BrowserContext,
  origin: string,
  screen: ScreenProfile,
  assets: readonly Asset[] = [],
): Promise<PreviewRig> {
  const page = await context.newPage()
  await page.goto(origin + previewPath)
  const files = assets.map(({ sha256, url }) => ({ asset: sha256, url }))
  let request = 0
  return {
    page,
    async shoot(item, { seconds, from, elapsedMs }) {
      const message: ShowMessage = {
        ...{ type: 'pufa-preview-show', request: ++request, screen, zone: 'Asia/Shanghai', item, seconds },
        ...{ assets: files, elapsedMs, from, playing: false },
      }
      const drawn = await page.evaluate(
        (show) =>
          new Promise<DrawnMessage | FailedMessage>((resolve) => {
            addEventListener('message', function hear({ data }: MessageEvent<DrawnMessage | FailedMessage>) {
              if (!['pufa-preview-drawn', 'pufa-preview-failed'].includes(data.type)) return
              removeEventListener('message', hear)
              resolve(data)
            })
            postMessage(show, location.origin)
          }),
        message,
      )
      if (drawn.type === 'pufa-preview-failed') throw new Error(`${item.id} could not be drawn`)
      const url = await page.evaluate(() =>
        (document.getElementById('preview') as HTMLCanvasElement).toDataURL('image/png'),
      )
      return { png: Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'), drawn }
    },
    close: () => page.close(),
  }
}
