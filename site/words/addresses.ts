/** @file Addresses of pages and pictures. Pure. */
import type { PictureView } from '../content/views.ts'

/** The query of a list, without what is not chosen. */
export function withQuery(
  pathname: string,
  values: Readonly<Record<string, string | number | null>>,
): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(values))
    if (value !== null && value !== '') query.set(name, String(value))
  const text = query.toString()
  return text === '' ? pathname : `${pathname}?${text}`
}

export const tel = (phone: string): string => `tel:${phone.replaceAll(/[^\d+]/g, '')}`

/** Widths that pictures are made in: few, so that each is made once and kept. */
const widths = [160, 320, 640, 960, 1280, 1920]

export interface PictureSource {
  src: string
  srcset: string
  width: number
  height: number
}

const quality = 72

/** Sources of a picture at its own shape, cropped as its editor chose, never larger than it is. */
export function pictureSource(view: PictureView, assetBase: string, srcWidth = 640): PictureSource {
  const crop = view.crop ?? { left: 0, top: 0, right: 0, bottom: 0 }
  const left = Math.round(crop.left * view.width)
  const top = Math.round(crop.top * view.height)
  const width = Math.max(1, Math.round(view.width * (1 - crop.left - crop.right)))
  const height = Math.max(1, Math.round(view.height * (1 - crop.top - crop.bottom)))
  const cropped = width < view.width || height < view.height
  const rect = cropped ? `rect=${left},${top},${width},${height}&` : ''
  const isDrawing = view.path.endsWith('.svg')
  const at = (size: number) =>
    isDrawing
      ? `${assetBase}${view.path}`
      : `${assetBase}${view.path}?${rect}w=${size}&auto=format&fit=max&q=${quality}`
  const smaller = widths.filter((size) => size < width)
  const sizes = [...smaller, Math.min(width, widths.at(-1) ?? width)]
  return {
    src: at(sizes.find((size) => size >= srcWidth) ?? width),
    srcset: isDrawing ? '' : sizes.map((size) => `${at(size)} ${size}w`).join(', '),
    width,
    height,
  }
}
