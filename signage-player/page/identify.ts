/**
 * @file Shows a screen's own name over its picture, for the person who stands before it.
 *
 * Every word of it is in the signed manifest. It lies over the shade, so a dark screen can be found too.
 */
import { identifySeconds } from '../../contracts/commands.ts'
import type { ScreenProfile } from '../../contracts/manifest.ts'
import type { Instant } from '../../contracts/part.ts'
import type { Drawing, Frame } from '../renderers/drawing.ts'
import type { PlainItem } from '../renderers/plain-items.ts'
import type { Wait } from '../time/wait.ts'

export interface IdentifyWorld {
  picture: HTMLCanvasElement
  drawText(item: PlainItem, frame: Frame): Drawing
  wait: Wait
  now(): Instant
}

const redrawEveryMs = 500

/** @returns what takes it away early */
export function identify(screen: ScreenProfile, revision: number, world: IdentifyWorld): () => void {
  const { picture } = world
  const { width, height, id, title } = screen
  const over = Object.assign(document.createElement('canvas'), { width, height, id: 'identity' })
  over.className = picture.className
  over.style.cssText = picture.style.cssText
  const frame: Frame = { width, height, seconds: identifySeconds, zone: 'UTC' }
  const drawing = world.drawText(
    {
      kind: 'slogan',
      id: 'identity',
      title,
      lines: [title, id, `${width}×${height} 点`, `节目单 ${revision}`],
      layout: 'pages',
      tone: 'plain',
      signature: '',
    },
    frame,
  )
  const pen = over.getContext('2d')
  let cancel: () => void = () => undefined
  const draw = (elapsedMs: number): void => {
    if (elapsedMs >= identifySeconds * 1_000) return over.remove()
    if (pen) drawing.draw(pen, { elapsedMs, instant: world.now() })
    cancel = world.wait(redrawEveryMs, () => draw(elapsedMs + redrawEveryMs))
  }
  draw(0)
  picture.parentElement?.append(over)
  return () => {
    cancel()
    over.remove()
  }
}
