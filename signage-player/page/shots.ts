/** @file What can be seen of the picture from outside: its brightness, its letters, and small copies of it. */
import { fontOf } from '../renderers/pen.ts'

/** Mean brightness of the picture, 0–255, from a copy of 8×8 points. */
export function luminanceOf(picture: HTMLCanvasElement, probe: HTMLCanvasElement): number {
  Object.assign(probe, { width: 8, height: 8 })
  const pen = probe.getContext('2d', { willReadFrequently: true })
  if (!pen || picture.width === 0) return 0
  pen.drawImage(picture, 0, 0, 8, 8)
  const { data } = pen.getImageData(0, 0, 8, 8)
  let sum = 0
  for (let at = 0; at < data.length; at += 4)
    sum += 0.2126 * (data[at] ?? 0) + 0.7152 * (data[at + 1] ?? 0) + 0.0722 * (data[at + 2] ?? 0)
  return Math.round(sum / (data.length / 4))
}

/** Whether letters look different from one that no font has: else all of them are empty boxes. */
export function hasChinese(): boolean {
  const side = 32
  const canvas = Object.assign(document.createElement('canvas'), { width: side, height: side })
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (!pen) return true
  const looks = (letter: string): string => {
    pen.clearRect(0, 0, side, side)
    pen.font = fontOf(24)
    pen.textBaseline = 'top'
    pen.fillText(letter, 0, 0)
    return pen.getImageData(0, 0, side, side).data.join()
  }
  const none = looks('\u{10fffd}')
  return looks('法') !== none && looks('法') !== looks('律')
}

const mime = 'image/jpeg'
const qualities = [0.9, 0.75, 0.6]
const longestSide = 960
/** Each time smaller by a quarter: from 960 to about 50 points. */
const attemptsMax = 10

/** @returns the picture as base64 of a JPEG, as large as fits into so many characters */
export function shoot(picture: HTMLCanvasElement, charactersMax: number): { mime: string; data: string } {
  const copy = document.createElement('canvas')
  const { width, height } = picture
  let scale = Math.min(1, longestSide / Math.max(width, height))
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    copy.width = Math.max(1, Math.round(width * scale))
    copy.height = Math.max(1, Math.round(height * scale))
    copy.getContext('2d')?.drawImage(picture, 0, 0, copy.width, copy.height)
    for (const quality of qualities) {
      const url = copy.toDataURL(mime, quality)
      const data = url.slice(url.indexOf(',') + 1)
      if (data.length <= charactersMax) return { mime, data }
    }
    scale *= 0.75
  }
  throw new Error('the picture does not fit into a frame')
}
