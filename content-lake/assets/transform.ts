/** @file Makes one transformed picture with sharp. Metadata such as EXIF places is left out of the result. */
import sharp, { type FitEnum, type Sharp } from 'sharp'
import { failLake } from '../../contracts/errors/lake.ts'
import { PIXELS_MAX } from './image-facts.ts'
import { cropWindow, type Fit, type Format, type Rect, type Transform } from './transform-params.ts'

const SECONDS_MAX = 20
const OUTPUT_PIXELS_MAX = 40_000_000

export const FORMAT_TYPES: Readonly<Record<Format, string>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
}

const SHARP_FITS: Readonly<Record<Fit, keyof FitEnum>> = {
  clip: 'inside',
  max: 'inside',
  min: 'outside',
  crop: 'cover',
  fill: 'contain',
  fillmax: 'contain',
  scale: 'fill',
}

/** @throws PufaError `lake.image-failed`, `lake.asset-missing` */
export async function transformImage(file: string, transform: Transform): Promise<Buffer> {
  const isMoving = file.endsWith('.gif') && (transform.format === 'gif' || transform.format === 'webp')
  const open = () => sharp(file, { animated: isMoving, limitInputPixels: PIXELS_MAX, failOn: 'error' })
  try {
    const { width, height, orientation = 1, pageHeight } = await open().metadata()
    const frameHeight = pageHeight ?? height
    const whole = orientation >= 5 ? { width: frameHeight, height: width } : { width, height: frameHeight }
    const image = open().autoOrient().timeout({ seconds: SECONDS_MAX })
    cutAndResize(image, whole, transform)
    if (transform.rotate !== 0) image.rotate(transform.rotate)
    if (transform.flipsX) image.flop()
    if (transform.flipsY) image.flip()
    if (transform.blur > 0) image.blur(Math.max(0.3, transform.blur / 10))
    if (transform.sharpen > 0) image.sharpen({ sigma: 0.5 + transform.sharpen / 25 })
    if (transform.background !== null) image.flatten({ background: transform.background })
    return await encode(image, transform).toBuffer()
  } catch (error) {
    // What the library says may name a folder of the server.
    const isGone = error instanceof Error && error.message.includes('file is missing')
    throw failLake(isGone ? 'lake.asset-missing' : 'lake.image-failed', {}, error)
  }
}

function cutAndResize(image: Sharp, whole: { width: number; height: number }, transform: Transform): void {
  const { fit, strategy } = transform
  const rect = transform.rect ? within(transform.rect, whole) : null
  const source = rect ?? whole
  let { width, height } = transform
  let cut = rect
  if (width !== null && height !== null && fit === 'crop' && strategy === null) {
    const window = cropWindow(source, { width, height }, transform.focus)
    cut = { ...window, left: window.left + (rect?.left ?? 0), top: window.top + (rect?.top ?? 0) }
  }
  if (cut) image.extract(cut)
  if (width === null && height === null) return
  if (fit === 'max' || fit === 'fillmax') {
    width = width === null ? null : Math.min(width, fit === 'max' ? source.width : width)
    height = height === null ? null : Math.min(height, fit === 'max' ? source.height : height)
  }
  if (pixelsOf(source, width, height, fit) > OUTPUT_PIXELS_MAX) throw new Error('too many pixels')
  const isBox = width !== null && height !== null
  image.resize({
    ...(width === null ? {} : { width }),
    ...(height === null ? {} : { height }),
    fit: isBox ? (fit === 'crop' && strategy === null ? 'fill' : SHARP_FITS[fit]) : 'inside',
    ...(strategy ? { position: sharp.strategy[strategy] } : {}),
    withoutEnlargement: fit === 'max' || fit === 'fillmax',
    background: transform.background ?? '#ffffff',
  })
}

/** How many pixels the result will have: a side that is not given follows from the other. */
function pixelsOf(
  source: { width: number; height: number },
  width: number | null,
  height: number | null,
  fit: Fit,
): number {
  const across = width === null ? null : width / source.width
  const down = height === null ? null : height / source.height
  if (across !== null && down !== null && fit !== 'min') return (width ?? 1) * (height ?? 1)
  const scale = Math.max(across ?? 0, down ?? 0)
  return source.width * scale * source.height * scale
}

/** The part of `rect` inside the picture. */
function within(rect: Rect, whole: { width: number; height: number }): Rect {
  const left = Math.min(rect.left, whole.width - 1)
  const top = Math.min(rect.top, whole.height - 1)
  return {
    left,
    top,
    width: Math.min(rect.width, whole.width - left),
    height: Math.min(rect.height, whole.height - top),
  }
}

function encode(image: Sharp, { format, quality, isProgressive }: Transform): Sharp {
  switch (format) {
    case 'jpg':
      return image.flatten({ background: '#ffffff' }).jpeg({ quality, progressive: isProgressive })
    case 'png':
      return image.png()
    case 'webp':
      return image.webp({ quality })
    case 'avif':
      return image.avif({ quality: Math.max(1, Math.round(quality * 0.75)), effort: 3 })
    case 'gif':
      return image.gif()
  }
}
