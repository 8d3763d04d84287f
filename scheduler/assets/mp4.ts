/** @file The headers of an MP4 or MOV file (ISO 14496-12), as far as screens need them. */
import type { FilmFacts, Source } from './film-facts.ts'

/** Longer indexes than this belong to films that no screen is given. */
const indexBytesMax = 32 * 1024 * 1024
const boxesMax = 10_000

interface Box {
  type: string
  body: Buffer
}

const codecs: Readonly<Record<string, string>> = {
  avc1: 'h264',
  avc3: 'h264',
  hvc1: 'hevc',
  hev1: 'hevc',
  vp09: 'vp9',
  av01: 'av1',
  mp4v: 'mpeg4',
}
/** Baseline, main, high: eight bits, 4:2:0. Others no box decodes reliably. */
const plainProfiles: ReadonlySet<number> = new Set([66, 77, 100])

function boxesIn(buffer: Buffer, from = 0): Box[] {
  const found: Box[] = []
  let at = from
  while (at + 8 <= buffer.length && found.length < boxesMax) {
    const short = buffer.readUInt32BE(at)
    const long = short === 1 && at + 16 <= buffer.length
    const head = long ? 16 : 8
    const size = long ? Number(buffer.readBigUInt64BE(at + 8)) : short === 0 ? buffer.length - at : short
    if (size < head || at + size > buffer.length) throw new Error('a box reaches over its end')
    found.push({
      type: buffer.toString('latin1', at + 4, at + 8),
      body: buffer.subarray(at + head, at + size),
    })
    at += size
  }
  return found
}

const inside = (boxes: readonly Box[], type: string): Buffer | undefined =>
  boxes.find((box) => box.type === type)?.body

function within(body: Buffer | undefined, ...path: readonly string[]): Buffer | undefined {
  return path.reduce((found, type) => found && inside(boxesIn(found), type), body)
}

/** Timescale and duration of `mvhd` and `mdhd`, which begin alike. */
function timing(body: Buffer | undefined): { scale: number; duration: number } {
  if (!body) return { scale: 1, duration: 0 }
  return body[0] === 1
    ? { scale: body.readUInt32BE(20), duration: Number(body.readBigUInt64BE(24)) }
    : { scale: body.readUInt32BE(12), duration: body.readUInt32BE(16) }
}

/** Frames by the table of their times; 0 where the film comes in fragments. */
function frameCount(body: Buffer | undefined): number {
  if (!body) return 0
  let frames = 0
  const entries = Math.min(body.readUInt32BE(4), Math.floor((body.length - 8) / 8))
  for (let index = 0; index < entries; index++) frames += body.readUInt32BE(8 + index * 8)
  return frames
}

function pictureOf(trak: Buffer) {
  const entry = inside(boxesIn(trak), 'mdia')
  const stbl = within(entry, 'minf', 'stbl')
  const [sample] = boxesIn(within(stbl, 'stsd') ?? Buffer.alloc(0), 8)
  if (!sample || sample.body.length < 78) return null
  const details = boxesIn(sample.body, 78)
  const profile = inside(details, 'avcC')?.[1] ?? -1
  const shape = inside(details, 'pasp')
  const [wide, high] = shape ? [shape.readUInt32BE(0), shape.readUInt32BE(4)] : [1, 1]
  const stored = { width: sample.body.readUInt16BE(24), height: sample.body.readUInt16BE(26) }
  const tkhd = inside(boxesIn(trak), 'tkhd')
  const matrix = tkhd ? (tkhd[0] === 1 ? 52 : 40) : 0
  const [a, b] = tkhd ? [tkhd.readInt32BE(matrix), tkhd.readInt32BE(matrix + 4)] : [1, 0]
  const quarter = a === 0 && b !== 0
  const width = Math.round(stored.width * (wide && high ? wide / high : 1))
  const { scale, duration } = timing(within(entry, 'mdhd'))
  const frames = frameCount(within(stbl, 'stts'))
  const codec = codecs[sample.type] ?? sample.type.trim()
  return {
    codec,
    decodable: codec === 'vp9' || (codec === 'h264' && plainProfiles.has(profile)),
    ...(quarter ? { width: stored.height, height: width } : { width, height: stored.height }),
    turned: a <= 0 || b !== 0 || width !== stored.width,
    framesPerSecond: frames > 1 && duration > 0 ? (frames * scale) / duration : null,
    seconds: duration / Math.max(1, scale),
  }
}

async function topBoxes(source: Source): Promise<{ moov: Buffer; fast: boolean }> {
  let at = 0
  let moov: Buffer | null = null
  let fast = false
  let media = false
  for (let count = 0; at + 8 <= source.bytes && count < boxesMax; count++) {
    const head = await source.read(at, 16)
    const type = head.toString('latin1', 4, 8)
    const short = head.readUInt32BE(0)
    const size = short === 1 ? Number(head.readBigUInt64BE(8)) : short === 0 ? source.bytes - at : short
    if (size < 8 || at + size > source.bytes) throw new Error(`${type} is cut off`)
    if (type === 'mdat') media = true
    if (type === 'moov') {
      if (size > indexBytesMax) throw new Error('the index is too large')
      const header = short === 1 ? 16 : 8
      moov = await source.read(at + header, size - header)
      fast = !media
    }
    at += size
  }
  if (!moov) throw new Error('there is no index')
  return { moov, fast }
}

/** @throws Error when the file is cut off or is no film */
export async function readMp4(source: Source): Promise<FilmFacts> {
  const { moov, fast } = await topBoxes(source)
  const boxes = boxesIn(moov)
  const traks = boxes.filter(({ type }) => type === 'trak').map(({ body }) => body)
  const kindOf = (trak: Buffer) => within(trak, 'mdia', 'hdlr')?.toString('latin1', 8, 12)
  const film = traks.find((trak) => kindOf(trak) === 'vide')
  const picture = film ? pictureOf(film) : null
  const { scale, duration } = timing(inside(boxes, 'mvhd'))
  const seconds = duration > 0 ? duration / Math.max(1, scale) : (picture?.seconds ?? 0)
  const none = { codec: null, decodable: false, width: 0, height: 0, turned: false, framesPerSecond: null }
  return {
    container: 'mp4',
    ...none,
    ...picture,
    seconds,
    sound: traks.some((trak) => kindOf(trak) === 'soun'),
    bytes: source.bytes,
    fast,
  }
}
