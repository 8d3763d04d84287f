/** @file The headers of a WebM or Matroska file (EBML), as far as screens need them. */
import type { FilmFacts, Source } from './film-facts.ts'

/** Tracks stand before the pictures; what is further in is not looked for. */
const headBytes = 1024 * 1024
const elementsMax = 10_000

const ids = {
  segment: 0x18538067,
  cluster: 0x1f43b675,
  info: 0x1549a966,
  scale: 0x2ad7b1,
  duration: 0x4489,
  tracks: 0x1654ae6b,
  track: 0xae,
  type: 0x83,
  codec: 0x86,
  frame: 0x23e383,
  video: 0xe0,
  width: 0xb0,
  height: 0xba,
} as const
const codecs: Readonly<Record<string, string>> = {
  V_VP8: 'vp8',
  V_VP9: 'vp9',
  V_AV1: 'av1',
  'V_MPEG4/ISO/AVC': 'h264',
  'V_MPEGH/ISO/HEVC': 'hevc',
}

interface Element {
  id: number
  body: Buffer
  /** Where it says that it ends; `null` where it does not say. */
  end: number | null
}

/** A number whose first byte says how long it is. @returns `null` for the length that stands for "unknown" */
function variable(buffer: Buffer, at: number, keepMark: boolean): { value: number | null; length: number } {
  const first = buffer[at] ?? 0
  const length = Math.clz32(first) - 23
  if (first === 0 || length > 8 || at + length > buffer.length) throw new Error('a number is cut off')
  let value = keepMark ? first : first & (0xff >> length)
  let unknown = (first & (0xff >> length)) === 0xff >> length
  for (let index = 1; index < length; index++) {
    const byte = buffer[at + index] ?? 0
    unknown &&= byte === 0xff
    value = value * 256 + byte
  }
  return { value: unknown && !keepMark ? null : value, length }
}

/** Elements up to the first cluster; one that goes on beyond what was read is given as far as it goes. */
function elementsIn(buffer: Buffer): Element[] {
  const found: Element[] = []
  let at = 0
  while (at < buffer.length && found.length < elementsMax) {
    const id = variable(buffer, at, true)
    if (id.value === ids.cluster || at + id.length >= buffer.length) break
    const size = variable(buffer, at + id.length, false)
    const from = at + id.length + size.length
    const end = size.value === null ? null : from + size.value
    const to = Math.min(buffer.length, end ?? Infinity)
    found.push({ id: id.value ?? 0, body: buffer.subarray(from, to), end })
    at = to
  }
  return found
}

const inside = (buffer: Buffer | undefined, id: number): Buffer | undefined =>
  buffer && elementsIn(buffer).find((element) => element.id === id)?.body

function whole(body: Buffer | undefined): number {
  let number = 0
  for (const byte of body ?? []) number = number * 256 + byte
  return number
}

function decimal(body: Buffer | undefined): number {
  return body?.length === 8 ? body.readDoubleBE() : body?.length === 4 ? body.readFloatBE() : 0
}

/** @throws Error when the headers are cut off */
export async function readWebm(source: Source): Promise<FilmFacts> {
  const head = await source.read(0, headBytes)
  const whereabouts = elementsIn(head).find(({ id }) => id === ids.segment)
  if ((whereabouts?.end ?? 0) > source.bytes) throw new Error('the film is cut off')
  const segment = whereabouts?.body
  const tracks = elementsIn(inside(segment, ids.tracks) ?? Buffer.alloc(0)).filter(
    ({ id }) => id === ids.track,
  )
  if (!segment || tracks.length === 0) throw new Error('there are no tracks')
  const ofType = (type: number) => tracks.find(({ body }) => whole(inside(body, ids.type)) === type)?.body
  const film = ofType(1)
  const video = inside(film, ids.video)
  const info = inside(segment, ids.info)
  const name = inside(film, ids.codec)?.toString('latin1').replaceAll('\0', '')
  const codec = name === undefined ? null : (codecs[name] ?? name)
  const frameNanoseconds = whole(inside(film, ids.frame))
  return {
    container: 'webm',
    codec,
    decodable: codec === 'vp8' || codec === 'vp9',
    width: whole(inside(video, ids.width)),
    height: whole(inside(video, ids.height)),
    turned: false,
    seconds: (decimal(inside(info, ids.duration)) * (whole(inside(info, ids.scale)) || 1_000_000)) / 1e9,
    framesPerSecond: frameNanoseconds > 0 ? 1e9 / frameNanoseconds : null,
    sound: ofType(2) !== undefined,
    bytes: source.bytes,
    fast: true,
  }
}
