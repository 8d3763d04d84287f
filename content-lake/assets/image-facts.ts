/**
 * @file Measures an uploaded picture: size, opacity, a tiny preview, its palette.
 *
 * EXIF is read for the orientation only; places and cameras are never written into a document.
 */
import { readFile } from 'node:fs/promises'
import sharp, { type Sharp } from 'sharp'
import { failLake } from '../../contracts/errors/lake.ts'
import type { ImageFacts } from './asset-document.ts'
import { tooLarge } from './incoming.ts'
import { paletteOf } from './palette.ts'
import type { FileKind } from './sniff.ts'
import { svgFault, svgSize } from './svg.ts'

export const PIXELS_MAX = 100_000_000
const SVG_BYTES_MAX = 2 * 1024 * 1024
const SECONDS_MAX = 20

/** @throws PufaError `lake.asset-refused`, `lake.asset-too-large` */
export async function measureImage(file: string, kind: FileKind, bytes: number): Promise<ImageFacts> {
  if (kind.extension === 'svg') return measureSvg(file, bytes)
  const open = () =>
    sharp(file, { limitInputPixels: PIXELS_MAX, failOn: 'error' }).timeout({ seconds: SECONDS_MAX })
  try {
    const { width, height, orientation = 1, hasAlpha, pageHeight, pages = 1 } = await open().metadata()
    const frameHeight = pageHeight ?? height
    // Moving pictures are made to measure with all their frames in memory.
    const frames = kind.extension === 'gif' || kind.extension === 'webp' ? pages : 1
    if (width * frameHeight * frames > PIXELS_MAX) throw tooManyPixels()
    const isTurned = orientation >= 5
    const small = open().autoOrient().flatten({ background: '#fff' })
    const [lqip, pixels, opaque] = await Promise.all([
      small.clone().resize(20).jpeg({ quality: 60 }).toBuffer(),
      small.clone().resize(48, 48, { fit: 'fill' }).toColourspace('srgb').removeAlpha().raw().toBuffer(),
      hasAlpha ? isFullyOpaque(open()) : true,
    ])
    return {
      width: isTurned ? frameHeight : width,
      height: isTurned ? width : frameHeight,
      hasAlpha,
      isOpaque: opaque,
      lqip: `data:image/jpeg;base64,${lqip.toString('base64')}`,
      palette: paletteOf(pixels),
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw error
    const isHuge = error instanceof Error && /pixel limit/.test(error.message)
    throw isHuge ? tooManyPixels(error) : failLake('lake.asset-refused', { reason: '图片已损坏' }, error)
  }
}

const tooManyPixels = (cause?: unknown) =>
  failLake(
    'lake.asset-too-large',
    { reason: `图片（动图按所有帧合计）上限 ${PIXELS_MAX / 100_000_000} 亿像素`, pixelsMax: PIXELS_MAX },
    cause,
  )

async function isFullyOpaque(image: Sharp): Promise<boolean> {
  const alpha = await image.resize(256, 256, { fit: 'inside' }).extractChannel('alpha').raw().toBuffer()
  return alpha.every((value) => value === 255)
}

async function measureSvg(file: string, bytes: number): Promise<ImageFacts> {
  if (bytes > SVG_BYTES_MAX) throw tooLarge(SVG_BYTES_MAX)
  const text = (await readFile(file)).toString('utf8')
  const reason = svgFault(text)
  if (reason !== null) throw failLake('lake.asset-refused', { reason })
  const size = svgSize(text)
  if (!size) throw failLake('lake.asset-refused', { reason: 'SVG: width, height' })
  return { ...size, hasAlpha: true, isOpaque: false, lqip: null, palette: null }
}
