/**
 * @file Reads the transformation that an image's address asks for, within bounds, and works out its crop.
 *
 * Pure. Names and meanings as in Sanity's image API; names it does not know are passed over. Rule of fit:
 * clip and max stay inside the box (max never enlarges), min covers it without cutting, crop covers and cuts,
 * fill and fillmax pad, scale stretches.
 */
import { failLake } from '../../contracts/errors/lake.ts'

export const FITS = ['clip', 'max', 'min', 'crop', 'fill', 'fillmax', 'scale'] as const
export type Fit = (typeof FITS)[number]
export const FORMATS = ['jpg', 'png', 'webp', 'avif', 'gif'] as const
export type Format = (typeof FORMATS)[number]

export interface Rect {
  left: number
  top: number
  width: number
  height: number
}

export interface Transform {
  rect: Rect | null
  width: number | null
  height: number | null
  fit: Fit
  /** Share of width and height, 0 to 1: what a crop keeps in its middle. */
  focus: { x: number; y: number }
  /** Chosen by sharp instead of the focus. */
  strategy: 'entropy' | 'attention' | null
  format: Format
  isProgressive: boolean
  quality: number
  background: string | null
  blur: number
  sharpen: number
  rotate: 0 | 90 | 180 | 270
  flipsX: boolean
  flipsY: boolean
}

const SIDE_MAX = 8192
const NAMES = [
  'rect',
  'w',
  'h',
  'fit',
  'crop',
  'fp-x',
  'fp-y',
  'fm',
  'q',
  'auto',
  'bg',
  'blur',
  'sharp',
  'or',
  'flip',
  'dpr',
]

export const asksForTransform = (query: URLSearchParams) => NAMES.some((name) => query.has(name))

/** @param original the stored format; @param accept the request's `Accept`
 *  @throws PufaError `lake.image-failed` */
export function parseTransform(query: URLSearchParams, original: Format, accept: string): Transform {
  const number = (name: string, least: number, most: number) => {
    const text = query.get(name)
    if (text === null) return null
    const value = Number(text)
    if (text === '' || !Number.isFinite(value)) throw failLake('lake.image-failed', { reason: name })
    return Math.min(most, Math.max(least, value))
  }
  const dpr = number('dpr', 0.1, 5) ?? 1
  const side = (name: string) => {
    const value = number(name, 1, SIDE_MAX)
    return value === null ? null : Math.max(1, Math.min(SIDE_MAX, Math.round(value * dpr)))
  }
  const fit = FITS.find((name) => name === query.get('fit')) ?? 'clip'
  const asked = query.get('fm')
  const named = asked === 'pjpg' || asked === 'jpeg' ? 'jpg' : FORMATS.find((name) => name === asked)
  if (asked !== null && !named) throw failLake('lake.image-failed', { reason: 'fm' })
  const background = query.get('bg')
  if (background !== null && !/^([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(background))
    throw failLake('lake.image-failed', { reason: 'bg' })
  const rotate = number('or', 0, 270) ?? 0
  const strategy = query.get('crop')
  return {
    rect: parseRect(query.get('rect')),
    width: side('w'),
    height: side('h'),
    fit,
    focus: parseFocus(strategy, number('fp-x', 0, 1), number('fp-y', 0, 1)),
    strategy: strategy === 'entropy' || strategy === 'attention' ? strategy : null,
    format: named ?? (query.get('auto') === 'format' ? bestFormat(accept, original) : original),
    isProgressive: asked === 'pjpg',
    quality: Math.round(number('q', 1, 100) ?? 75),
    background: background === null ? null : `#${background}`,
    blur: number('blur', 0, 2000) ?? 0,
    sharpen: number('sharp', 0, 100) ?? 0,
    rotate: rotate === 90 || rotate === 180 || rotate === 270 ? rotate : 0,
    flipsX: query.get('flip')?.includes('h') ?? false,
    flipsY: query.get('flip')?.includes('v') ?? false,
  }
}

/** A GIF may move, so it is only made a WebP, which moves too. */
function bestFormat(accept: string, original: Format): Format {
  if (original !== 'gif' && accept.includes('image/avif')) return 'avif'
  return accept.includes('image/webp') ? 'webp' : original
}

function parseRect(text: string | null): Rect | null {
  if (text === null) return null
  const [left, top, width, height, ...rest] = text.split(',').map(Number)
  const sides = [left, top, width, height]
  if (rest.length > 0 || !sides.every((side) => side !== undefined && Number.isFinite(side) && side >= 0))
    throw failLake('lake.image-failed', { reason: 'rect' })
  const [l = 0, t = 0, w = 0, h = 0] = sides.map((side) => Math.round(side ?? 0))
  if (w < 1 || h < 1) throw failLake('lake.image-failed', { reason: 'rect' })
  return { left: l, top: t, width: w, height: h }
}

/** `crop=focalpoint` uses fp-x and fp-y; `crop=top,left` an edge or corner; else the middle. */
function parseFocus(crop: string | null, x: number | null, y: number | null): { x: number; y: number } {
  if (crop === 'focalpoint') return { x: x ?? 0.5, y: y ?? 0.5 }
  const edges = (crop ?? '').split(',')
  return {
    x: edges.includes('left') ? 0 : edges.includes('right') ? 1 : 0.5,
    y: edges.includes('top') ? 0 : edges.includes('bottom') ? 1 : 0.5,
  }
}

/** The part of a picture that stays when it is cut to the shape of the target, around the focus. */
export function cropWindow(
  source: { width: number; height: number },
  target: { width: number; height: number },
  focus: { x: number; y: number },
): Rect {
  const scale = Math.max(target.width / source.width, target.height / source.height)
  const width = Math.max(1, Math.min(source.width, Math.round(target.width / scale)))
  const height = Math.max(1, Math.min(source.height, Math.round(target.height / scale)))
  const place = (whole: number, part: number, at: number) =>
    Math.max(0, Math.min(whole - part, Math.round(whole * at - part / 2)))
  return {
    left: place(source.width, width, focus.x),
    top: place(source.height, height, focus.y),
    width,
    height,
  }
}
