/**
 * @file Pictures and film frames, composed on the screen's own pixels.
 *
 * A picture of nearly the screen's shape fills it; any other is shown whole on black. Captions are drawn
 * by us, so a screenshot has them too.
 */
import type { ImageItem, VideoItem } from '../../contracts/schedule/items.ts'
import { fitOnePage, flow, sizeMin } from '../text/fitting.ts'
import type { Drawing, FilmPicture, Frame, Pen, Picture, RendererTools } from './drawing.ts'
import { linesHeight, setLines } from './lines.ts'
import { black, warmWhite, yellow } from './palette.ts'
import { fill } from './pen.ts'

/** Up to this share may be cut off at the edges to fill the screen. */
const cutMax = 0.12
/** How long each part of a picture's caption stays. */
const turnMs = 4_000

/** @returns where the whole picture is drawn, in screen pixels; it may reach over the edges */
export function placePicture(
  picture: { width: number; height: number },
  frame: { width: number; height: number },
) {
  const scaleX = frame.width / picture.width
  const scaleY = frame.height / picture.height
  const inside = Math.min(scaleX, scaleY)
  const covering = Math.max(scaleX, scaleY)
  const scale = 1 - inside / covering <= cutMax ? covering : inside
  const width = Math.round(picture.width * scale)
  const height = Math.round(picture.height * scale)
  return {
    x: Math.round((frame.width - width) / 2),
    y: Math.round((frame.height - height) / 2),
    width,
    height,
  }
}

function drawPicture(pen: Pen, picture: Picture, frame: Frame): void {
  fill(pen, black, 0, 0, frame.width, frame.height)
  const { x, y, width, height } = placePicture(picture, frame)
  pen.drawImage(picture.source, x, y, width, height)
}

/** @param turn which page of several, where the caption is too long for one */
function drawCaption(
  pen: Pen,
  text: string,
  frame: Frame,
  tools: RendererTools,
  turn: (pages: number) => number,
): void {
  const size = Math.max(sizeMin, Math.round(frame.height * 0.1))
  const margin = Math.max(1, Math.round(size * 0.2))
  const box = { width: frame.width - 2 * margin, height: Math.min(frame.height * 0.45, size * 2.4) }
  const fitted =
    fitOnePage([text], box, tools, sizeMin, size) ?? flow([text], box, tools, sizeMin, sizeMin, 1)
  const lines = fitted.pages[turn(fitted.pages.length)] ?? []
  const height = linesHeight(fitted, lines.length) + 2 * margin
  fill(pen, black, 0, frame.height - height, frame.width, height)
  const place = {
    x: margin,
    y: frame.height - height + margin,
    width: box.width,
    height: height - 2 * margin,
  }
  const style = { words: warmWhite, numbers: yellow, align: 'center', vertical: 'middle' } as const
  setLines(pen, lines, fitted, place, style, tools.measure)
}

export function drawImageItem(
  item: ImageItem,
  picture: Picture,
  frame: Frame,
  tools: RendererTools,
): Drawing {
  return {
    draw(pen, { elapsedMs }) {
      drawPicture(pen, picture, frame)
      const turn = (pages: number) => Math.floor(elapsedMs / turnMs) % pages
      if (item.caption && frame.height >= 96) drawCaption(pen, item.caption, frame, tools, turn)
    },
    changesIn: ({ elapsedMs }) => (item.caption ? turnMs - (elapsedMs % turnMs) : Infinity),
  }
}

export function drawVideoItem(
  item: VideoItem,
  film: FilmPicture,
  frame: Frame,
  tools: RendererTools,
): Drawing {
  return {
    draw(pen) {
      drawPicture(pen, film, frame)
      const time = film.time()
      const caption = item.captions.find(({ from, to }) => from <= time && time < to)
      if (!caption) return
      const share = (time - caption.from) / (caption.to - caption.from)
      drawCaption(pen, caption.text, frame, tools, (pages) => Math.floor(share * pages))
    },
    changesIn: () => 0,
  }
}
