/**
 * @file Pictures and film frames, composed on the screen's own pixels.
 *
 * Captions are drawn by us, so a screenshot has them too, and each is turned over by pages where it is too
 * long for its place.
 */
import type { ImageItem, VideoItem } from '../../contracts/schedule/items.ts'
import { fitOnePage, flow, leastOf } from '../text/fitting.ts'
import { arrange, filmManner, type Arrangement } from './captioned.ts'
import type { Drawing, FilmPicture, Frame, Pen, Picture, RendererTools } from './drawing.ts'
import { linesHeight, setLines } from './lines.ts'
import { black, warmWhite, yellow } from './palette.ts'
import { fill } from './pen.ts'

/** How long each part of a picture's caption stays. */
const turnMs = 4_000
/** Where picture and words take turns, the picture has this share of the time. */
const pictureShare = 0.6

export interface Words {
  pages: number
  draw(pen: Pen, page: number): void
}

/** Lays the words out once; they may be drawn many times. */
export function wordsOf(text: string, at: Arrangement, frame: Frame, tools: RendererTools): Words {
  const least = leastOf(frame)
  const { over } = at
  const place = at.words ?? { x: 0, y: 0, width: frame.width, height: frame.height }
  // A village and what its wall says are parted so.
  const parts = text.split(' · ')
  // Over a picture one line covers the least of it.
  const lines = over ? [parts.join('　')] : parts
  const most = over ? Math.max(least, Math.round(frame.height * 0.1)) : Math.max(least, frame.height * 0.16)
  const fitted = fitOnePage(lines, place, tools, least, most) ?? flow(lines, place, tools, least, least, 1)
  const style = { words: warmWhite, numbers: yellow, align: 'center', vertical: 'middle' } as const
  return {
    pages: fitted.pages.length,
    draw(pen, page) {
      const shown = fitted.pages[page] ?? []
      if (!over) {
        fill(pen, black, place.x, place.y, frame.width, frame.height)
        return setLines(pen, shown, fitted, place, style, tools.measure)
      }
      const margin = place.x
      const height = linesHeight(fitted, shown.length) + 2 * margin
      const top = frame.height - height
      fill(pen, black, 0, top, frame.width, height)
      const inside = { ...place, y: top + margin, height: height - 2 * margin }
      setLines(pen, shown, fitted, inside, style, tools.measure)
    },
  }
}

export function drawImageItem(
  item: ImageItem,
  picture: Picture,
  frame: Frame,
  tools: RendererTools,
): Drawing {
  const { caption = '' } = item
  const at = arrange(picture, frame, caption !== '')
  const words = caption === '' ? null : wordsOf(caption, at, frame, tools)
  const pages = words?.pages ?? 1
  const { x, y, width, height } = at.picture
  const wholeMs = frame.seconds * 1_000
  /** Where they take turns: when the words begin. */
  const wordsFrom = words && !at.words ? wholeMs * pictureShare : 0
  const eachMs = wordsFrom ? (wholeMs - wordsFrom) / pages : turnMs
  return {
    draw(pen, { elapsedMs }) {
      fill(pen, black, 0, 0, frame.width, frame.height)
      pen.drawImage(picture.source, x, y, width, height)
      if (elapsedMs >= wordsFrom) words?.draw(pen, Math.floor((elapsedMs - wordsFrom) / eachMs) % pages)
    },
    changesIn: ({ elapsedMs }) =>
      elapsedMs < wordsFrom
        ? wordsFrom - elapsedMs
        : pages > 1
          ? eachMs - ((elapsedMs - wordsFrom) % eachMs)
          : Infinity,
  }
}

/** The next captions of a film are laid out again and again while it runs. */
const laidOutMax = 8

export function drawVideoItem(
  item: VideoItem,
  film: FilmPicture,
  frame: Frame,
  tools: RendererTools,
): Drawing {
  const found = arrange(film, frame, item.captions.length > 0, filmManner)
  const { x, y, width, height } = found.picture
  // Words that have no place beside the film lie over it: it does not wait for them.
  const low = Math.max(leastOf(frame), Math.round(frame.height * 0.4))
  const at = found.words
    ? found
    : {
        ...found,
        words: { x: 1, y: frame.height - low - 1, width: frame.width - 2, height: low },
        over: true,
      }
  const laidOut = new Map<string, Words>()
  const words = (text: string): Words => {
    let known = laidOut.get(text)
    if (!known) {
      if (laidOut.size >= laidOutMax) laidOut.clear()
      laidOut.set(text, (known = wordsOf(text, at, frame, tools)))
    }
    return known
  }
  return {
    draw(pen) {
      fill(pen, black, 0, 0, frame.width, frame.height)
      pen.drawImage(film.source, x, y, width, height)
      const time = film.time()
      const caption = item.captions.find(({ from, to }) => from <= time && time < to)
      if (!caption) return
      const { pages, draw } = words(caption.text)
      draw(pen, Math.floor(((time - caption.from) / (caption.to - caption.from)) * pages))
    },
    changesIn: () => 0,
  }
}
