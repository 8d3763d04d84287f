/**
 * @file What must be done to a film before a screen can show it. Pure.
 *
 * No more pixels than the screen has, at most 30 frames a second, a bit rate bounded by the pixels, and
 * sound only where the screen lets it be heard: cheap boxes decode that, and cheap networks carry it.
 */
import type { FilmFacts } from './film-facts.ts'
import type { Refusal } from './refusals.ts'

export interface FilmWish {
  width: number
  height: number
  /** The screen's volume is above 0. */
  sound: boolean
  /** ffmpeg is at hand. */
  converter: boolean
}

export interface Encoding {
  /** `copy`: the pictures stay as they are, and only what stands around them changes. */
  pictures: 'copy' | 'encode'
  width: number
  height: number
  /** Left out: as it comes. */
  framesPerSecond?: number
  bitsPerSecond: number
  sound: boolean
}

export type Plan =
  { as: 'it-is' } | { as: 'encoding'; encoding: Encoding } | { as: 'refused'; refusal: Refusal }

export const sourceBytesMax = 2 * 1024 ** 3
export const renditionBytesMax = 200 * 1024 * 1024
export const minutesMax = 60
const pixelsMax = 7_680 * 4_320
/** What every screen's browser decodes, where nothing can be made smaller. */
const decodablePixelsMax = 1_920 * 1_088
const framesMax = 30
/** A measured rate is seldom round. */
const framesSlack = 0.5
const bitsPerPixel = 0.12
const bitsMin = 200_000
const bitsMax = 6_000_000
/** So much above its bound a film still goes as it is: making it anew costs quality. */
const bitsSlack = 1.5
const audioBits = 128_000

export const megabytes = (bytes: number): string => `${(bytes / 1024 ** 2).toFixed(1)} MB`

const even = (value: number): number => Math.max(2, Math.floor(value / 2) * 2)

/** The film's size on a screen: never larger than either, in even numbers, as 4:2:0 needs. */
export function sizeOn(
  film: { width: number; height: number },
  screen: { width: number; height: number },
): { width: number; height: number } {
  const scale = Math.min(1, screen.width / film.width, screen.height / film.height)
  return { width: even(film.width * scale + 0.01), height: even(film.height * scale + 0.01) }
}

export function bitRate(width: number, height: number, framesPerSecond: number): number {
  return Math.round(Math.min(bitsMax, Math.max(bitsMin, width * height * framesPerSecond * bitsPerPixel)))
}

const refused = (refusal: Refusal): Plan => ({ as: 'refused', refusal })

/** What no screen can be given, however it is made. */
function never({ codec, width, height, seconds, bytes }: FilmFacts): Refusal | null {
  if (bytes > sourceBytesMax)
    return { code: 'too-many-bytes', found: megabytes(bytes), limit: megabytes(sourceBytesMax) }
  if (codec === null || width === 0 || height === 0) return { code: 'no-picture' }
  if (width * height > pixelsMax)
    return { code: 'too-many-pixels', found: `${width}×${height}`, limit: '7680×4320' }
  if (!(seconds > 0)) return { code: 'damaged', found: '没有时长' }
  if (seconds > minutesMax * 60)
    return {
      code: 'too-many-minutes',
      found: `${Math.ceil(seconds / 60)} 分钟`,
      limit: `${minutesMax} 分钟`,
    }
  return null
}

function withoutConverter(facts: FilmFacts): Plan {
  const { codec, decodable, width, height, turned, bytes } = facts
  const found = `${codec ?? '未知编码'}，${width}×${height}`
  if (!decodable || turned || width * height > decodablePixelsMax)
    return refused({ code: 'no-converter', found })
  return bytes > renditionBytesMax
    ? refused({ code: 'too-many-bytes', found: megabytes(bytes), limit: megabytes(renditionBytesMax) })
    : { as: 'it-is' }
}

export function planFilm(facts: FilmFacts, wish: FilmWish): Plan {
  const refusal = never(facts)
  if (refusal) return refused(refusal)
  if (!wish.converter) return withoutConverter(facts)
  const size = sizeOn(facts, wish)
  const shown = facts.framesPerSecond ?? framesMax
  const tooMany = shown > framesMax + framesSlack
  const framesPerSecond = tooMany ? shown / Math.ceil(shown / (framesMax + framesSlack)) : shown
  const bitsPerSecond = bitRate(size.width, size.height, Math.min(framesMax, framesPerSecond))
  const sound = facts.sound && wish.sound
  const bits = (facts.bytes * 8) / facts.seconds - (facts.sound ? audioBits : 0)
  const picturesFit =
    facts.decodable &&
    !facts.turned &&
    !tooMany &&
    size.width === facts.width &&
    size.height === facts.height &&
    bits <= bitsPerSecond * bitsSlack
  if (picturesFit && facts.fast && sound === facts.sound) return { as: 'it-is' }
  return {
    as: 'encoding',
    encoding: {
      pictures: picturesFit ? 'copy' : 'encode',
      ...size,
      ...(tooMany ? { framesPerSecond: Math.round(framesPerSecond * 1_000) / 1_000 } : {}),
      bitsPerSecond,
      sound,
    },
  }
}
