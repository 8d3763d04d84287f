/**
 * @file Reads an HLS playlist of a source. Pure.
 *
 * Only what a screen needs to play the picture is read: tags that name other addresses (advertisements,
 * subtitles, separate sound, parts of low latency) count as absent. An address out of the scope makes the
 * whole playlist unfit.
 */
import { failSignage } from '../../contracts/errors/signage.ts'
import { within, type Scope } from './scope.ts'

/** Bytes of a file, where the source keeps several segments in one. */
export interface ByteRange {
  offset: number
  length: number
}

export interface Piece {
  url: string
  range: ByteRange | null
}

export interface SegmentKey {
  url: string
  /** As the source writes it, `0x…`, or `null`. */
  iv: string | null
}

export interface Segment extends Piece {
  seconds: number
  discontinuity: boolean
  gap: boolean
  dateTime: string | null
  key: SegmentKey | null
  /** What a decoder needs first, for fragmented MP4. */
  map: Piece | null
}

export interface MediaPlaylist {
  type: 'media'
  targetSeconds: number
  sequence: number
  discontinuitySequence: number
  independent: boolean
  ended: boolean
  segments: readonly Segment[]
}

export interface MasterPlaylist {
  type: 'master'
  variants: readonly { url: string; attributes: string }[]
}

/** A source that keeps a whole day in its list has about as many. */
const segmentsMax = 20_000
const variantsMax = 20
const rangePattern = /^(\d{1,12})(?:@(\d{1,15}))?$/u
const variantAttributes = ['BANDWIDTH', 'AVERAGE-BANDWIDTH', 'CODECS', 'RESOLUTION', 'FRAME-RATE']

const unfit = (reason: string) => failSignage('signage.live-source', { reason })

function attributesOf(text: string): Map<string, string> {
  const found = text.matchAll(/([A-Z0-9-]+)=("[^"]*"|[^",]*)/gu)
  return new Map([...found].map(([, name = '', value = '']) => [name, value]))
}

const unquoted = (text: string | undefined): string => (text ?? '').replace(/^"|"$/gu, '')

function wholeNumber(text: string, max: number): number {
  const value = Number(text)
  if (!/^\d+$/u.test(text) || value > max) throw unfit('播放列表里的数字不对')
  return value
}

class Reader {
  readonly segments: Segment[] = []
  readonly variants: MasterPlaylist['variants'][number][] = []
  targetSeconds = 6
  sequence = 0
  discontinuitySequence = 0
  independent = false
  ended = false
  readonly #scope: Scope
  readonly #base: string
  #variant: string | null = null
  #next = { seconds: 0, range: '', discontinuity: false, gap: false, dateTime: null as string | null }
  #key: SegmentKey | null = null
  #map: Piece | null = null

  constructor(scope: Scope, base: string) {
    this.#scope = scope
    this.#base = base
  }

  #address(text: string): string {
    const url = within(this.#scope, text, this.#base)
    if (url === null) throw unfit('播放列表指向了直播源以外的地址')
    return url
  }

  #range(text: string, url: string): ByteRange | null {
    if (text === '') return null
    const [, length = '', offset] = rangePattern.exec(text) ?? []
    if (length === '') throw unfit('播放列表里的字节范围不对')
    const before = this.segments.at(-1)
    const follows = before?.url === url && before.range ? before.range.offset + before.range.length : 0
    return { length: Number(length), offset: offset === undefined ? follows : Number(offset) }
  }

  #keyOf(value: string): SegmentKey | null {
    const attributes = attributesOf(value)
    const method = attributes.get('METHOD')
    if (method === 'NONE') return null
    const format = unquoted(attributes.get('KEYFORMAT')) || 'identity'
    if (method !== 'AES-128' || format !== 'identity') throw unfit('直播加了密，播放器放不了')
    const iv = attributes.get('IV') ?? null
    if (iv !== null && !/^0x[0-9a-f]{1,32}$/iu.test(iv)) throw unfit('播放列表里的密钥不对')
    return { url: this.#address(unquoted(attributes.get('URI'))), iv }
  }

  tag(name: string, value: string): void {
    const next = this.#next
    switch (name) {
      case '#EXTINF':
        next.seconds = Number.parseFloat(value)
        if (!(next.seconds >= 0 && next.seconds <= 120)) throw unfit('播放列表里的时长不对')
        return
      case '#EXT-X-BYTERANGE':
        return void (next.range = value)
      case '#EXT-X-DISCONTINUITY':
        return void (next.discontinuity = true)
      case '#EXT-X-GAP':
        return void (next.gap = true)
      case '#EXT-X-PROGRAM-DATE-TIME':
        return void (next.dateTime = /^[\dT:.+Z-]{10,40}$/u.test(value) ? value : null)
      case '#EXT-X-KEY':
        return void (this.#key = this.#keyOf(value))
      case '#EXT-X-MAP': {
        const attributes = attributesOf(value)
        const url = this.#address(unquoted(attributes.get('URI')))
        return void (this.#map = { url, range: this.#range(unquoted(attributes.get('BYTERANGE')), url) })
      }
      case '#EXT-X-STREAM-INF': {
        const attributes = attributesOf(value)
        const kept = variantAttributes.filter((each) => attributes.has(each))
        return void (this.#variant = kept.map((each) => `${each}=${attributes.get(each)}`).join(','))
      }
      case '#EXT-X-TARGETDURATION':
        return void (this.targetSeconds = Math.max(1, wholeNumber(value, 60)))
      case '#EXT-X-MEDIA-SEQUENCE':
        return void (this.sequence = wholeNumber(value, Number.MAX_SAFE_INTEGER))
      case '#EXT-X-DISCONTINUITY-SEQUENCE':
        return void (this.discontinuitySequence = wholeNumber(value, Number.MAX_SAFE_INTEGER))
      case '#EXT-X-INDEPENDENT-SEGMENTS':
        return void (this.independent = true)
      case '#EXT-X-ENDLIST':
        return void (this.ended = true)
    }
  }

  address(text: string): void {
    const url = this.#address(text)
    if (this.#variant !== null) {
      this.variants.push({ url, attributes: this.#variant })
      this.#variant = null
    } else {
      const { range, ...next } = this.#next
      this.segments.push({
        ...next,
        url,
        range: this.#range(range, url),
        key: this.#key,
        map: this.#map,
      })
      this.#next = { seconds: 0, range: '', discontinuity: false, gap: false, dateTime: null }
    }
    if (this.segments.length > segmentsMax || this.variants.length > variantsMax) throw unfit('播放列表太长')
  }
}

/**
 * @param base address that the text came from
 * @throws PufaError `signage.live-source` for what is no playlist, or leads out of the scope
 */
export function parsePlaylist(text: string, base: string, scope: Scope): MediaPlaylist | MasterPlaylist {
  const [first = '', ...lines] = text.replace('\uFEFF', '').split(/\r?\n/u)
  if (first.trim() !== '#EXTM3U') throw unfit('直播源给出的不是 HLS 播放列表')
  const reader = new Reader(scope, base)
  for (const line of lines.map((each) => each.trim())) {
    if (line === '') continue
    const colon = line.indexOf(':')
    if (!line.startsWith('#')) reader.address(line)
    else if (colon < 0) reader.tag(line, '')
    else reader.tag(line.slice(0, colon), line.slice(colon + 1))
  }
  const { variants, segments, targetSeconds, sequence, discontinuitySequence, independent, ended } = reader
  if (variants.length > 0) return { type: 'master', variants }
  return { type: 'media', targetSeconds, sequence, discontinuitySequence, independent, ended, segments }
}
