/**
 * @file Which squares a covered stretch of a picture is made of. Pure.
 *
 * A square takes the mean of all that lay under it, and there are so few of them that neither a face nor a
 * number plate can be guessed from their colours: at most six along the shorter side, none under 12 pixels.
 */
export interface Rect {
  x: number
  y: number
  width: number
  height: number
}

const squaresMax = 6
const squareMin = 12

/** Within the picture, in whole pixels; `null` where too little is left to be meant. */
export function clipped(rect: Rect, picture: { width: number; height: number }): Rect | null {
  const left = Math.max(0, Math.round(Math.min(rect.x, rect.x + rect.width)))
  const top = Math.max(0, Math.round(Math.min(rect.y, rect.y + rect.height)))
  const right = Math.min(picture.width, Math.round(Math.max(rect.x, rect.x + rect.width)))
  const bottom = Math.min(picture.height, Math.round(Math.max(rect.y, rect.y + rect.height)))
  const [width, height] = [right - left, bottom - top]
  return width >= 4 && height >= 4 ? { x: left, y: top, width, height } : null
}

/** Pixels of a square's side. */
export const squareOf = ({ width, height }: Rect): number =>
  Math.max(squareMin, Math.ceil(Math.min(width, height) / squaresMax))

/** Covers a stretch in place. @param data RGBA of the whole picture, row by row */
export function cover(data: Uint8ClampedArray, pictureWidth: number, rect: Rect): void {
  const side = squareOf(rect)
  for (let top = rect.y; top < rect.y + rect.height; top += side)
    for (let left = rect.x; left < rect.x + rect.width; left += side)
      level(data, pictureWidth, {
        x: left,
        y: top,
        width: Math.min(side, rect.x + rect.width - left),
        height: Math.min(side, rect.y + rect.height - top),
      })
}

function level(data: Uint8ClampedArray, pictureWidth: number, { x, y, width, height }: Rect): void {
  const sums = [0, 0, 0, 0]
  const each = (visit: (at: number) => void) => {
    for (let row = y; row < y + height; row++)
      for (let column = x; column < x + width; column++) visit((row * pictureWidth + column) * 4)
  }
  each((at) => {
    for (let channel = 0; channel < 4; channel++)
      sums[channel] = (sums[channel] ?? 0) + (data[at + channel] ?? 0)
  })
  const mean = sums.map((sum) => sum / (width * height))
  each((at) => {
    for (let channel = 0; channel < 4; channel++) data[at + channel] = mean[channel] ?? 0
  })
}
