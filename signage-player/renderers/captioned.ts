/**
 * @file Where a picture and its words stand on a sign of any shape.
 *
 * A picture of nearly the sign's shape fills it, and the words lie over its foot; any other is shown whole,
 * and the words stand beside or below it where that leaves room. On a sign too low for both they take turns.
 */
import { leastOf } from '../text/fitting.ts'
import type { Frame, Picture } from './drawing.ts'
import type { Place } from './lines.ts'

interface Manner {
  /** Up to this share may be cut off at the edges to fill the screen. */
  cutMax: number
  /** Whether what fills the screen is made smaller, so that the words need not cover it. */
  yields: boolean
  /** Lines that may cover its foot on a low sign. */
  linesOver: number
}

/** Words may stand at the edges of a picture, and nobody waits for its foot to come again. */
const still: Manner = { cutMax: 0.04, yields: true, linesOver: 1 }
/** A film keeps its edges free for just that. */
export const filmManner: Manner = { cutMax: 0.12, yields: false, linesOver: 2.4 }
/** Words beside a picture need lines of so many characters, below it so many lines. */
const columnCharactersMin = 6
const linesMin = 2.4
/** A picture may be made smaller by this, so that the words need not cover it. */
const smallerMost = 0.72
/** Size of the words, in parts of the sign's shorter side. */
const comfortable = 0.055
/** Below this height words over a picture would leave nothing of it. */
const heightForBoth = 96
/** Below this one, two lines of them would cover half of it. */
const heightForLines = 160

export interface Arrangement {
  /** Where the whole picture is drawn; it may reach over the edges. */
  picture: Place
  /** Where the words stand; `null`: alone, after the picture. */
  words: Place | null
  /** Whether they cover the foot of the picture. */
  over: boolean
}

/** @returns where the whole picture is drawn, in screen pixels; it may reach over the edges */
export function placePicture(
  picture: { width: number; height: number },
  frame: { width: number; height: number },
  cut = still.cutMax,
): Place {
  const scaleX = frame.width / picture.width
  const scaleY = frame.height / picture.height
  const inside = Math.min(scaleX, scaleY)
  const covering = Math.max(scaleX, scaleY)
  const scale = 1 - inside / covering <= cut ? covering : inside
  const width = Math.round(picture.width * scale)
  const height = Math.round(picture.height * scale)
  return {
    x: Math.round((frame.width - width) / 2),
    y: Math.round((frame.height - height) / 2),
    width,
    height,
  }
}

/** @param worded whether there are words at all */
export function arrange(picture: Picture, frame: Frame, worded: boolean, manner = still): Arrangement {
  const placed = placePicture(picture, frame, manner.cutMax)
  if (!worded) return { picture: placed, words: null, over: false }
  const { width, height } = frame
  const least = leastOf(frame)
  const short = Math.min(width, height)
  const size = Math.max(least, Math.round(short * comfortable))
  const margin = Math.max(2, Math.round(size / 4), Math.round(short * 0.03))
  const within = (most: { width: number; height: number }): Place => {
    const scale = Math.min(most.width / picture.width, most.height / picture.height)
    const size = { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) }
    return { x: 0, y: 0, ...size }
  }
  const side = within({ width: width - columnCharactersMin * size - 2 * margin, height })
  const top = within({ width, height: height - Math.round(linesMin * size) - 2 * margin })
  const isWhole = placed.width <= width && placed.height <= height
  const fills = placed.width >= width && placed.height >= height
  if (isWhole && (manner.yields || !fills) && Math.max(side.width, top.width) >= smallerMost * placed.width)
    return side.width >= top.width
      ? {
          picture: { ...side, y: Math.round((height - side.height) / 2) },
          words: {
            x: side.width + margin,
            y: margin,
            width: width - side.width - 2 * margin,
            height: height - 2 * margin,
          },
          over: false,
        }
      : {
          picture: { ...top, x: Math.round((width - top.width) / 2) },
          words: {
            x: margin,
            y: top.height + margin,
            width: width - 2 * margin,
            height: height - top.height - 2 * margin,
          },
          over: false,
        }
  if (height < heightForBoth) return { picture: placed, words: null, over: false }
  const row = Math.max(least, Math.round(height * 0.1))
  const tall = Math.round(
    Math.min(height * 0.45, row * (height < heightForLines ? manner.linesOver : linesMin)),
  )
  return {
    picture: placed,
    words: { x: margin, y: height - tall - margin, width: width - 2 * margin, height: tall },
    over: true,
  }
}
