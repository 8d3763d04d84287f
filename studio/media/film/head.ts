/**
 * @file What an MP4 says of itself in its index, read in the browser without playing it (ISO 14496-12): length,
 * size and codec. For films that the browser cannot play, so that their fields can be filled all the same.
 * What contradicts itself reads as nothing; the screens' own gate looks at the film again.
 */
export interface FilmHead {
  /** `null`: it does not say. */
  seconds: number | null
  /** As it is shown. */
  width: number | null
  height: number | null
  /** Four letters: `avc1`, `hvc1` … */
  codec: string | null
}

const indexBytesMax = 32 * 1024 * 1024
const boxesMax = 1_000

type Box = { type: string; from: number; to: number }

const letters = (view: DataView, at: number): string =>
  String.fromCharCode(...[0, 1, 2, 3].map((by) => view.getUint8(at + by)))

function* boxesIn(view: DataView, from: number, to: number): Generator<Box> {
  let at = from
  for (let count = 0; at + 8 <= to && count < boxesMax; count++) {
    const short = view.getUint32(at)
    const isLong = short === 1 && at + 16 <= to
    const size = isLong ? Number(view.getBigUint64(at + 8)) : short === 0 ? to - at : short
    const head = isLong ? 16 : 8
    if (size < head || at + size > to) return
    yield { type: letters(view, at + 4), from: at + head, to: at + size }
    at += size
  }
}

function inside(view: DataView, box: Box, ...path: readonly string[]): Box | null {
  let found: Box | null = box
  for (const type of path) {
    if (!found) return null
    found = [...boxesIn(view, found.from, found.to)].find((each) => each.type === type) ?? null
  }
  return found
}

function secondsOf(view: DataView, { from }: Box): number | null {
  const isLong = view.getUint8(from) === 1
  const scale = view.getUint32(from + (isLong ? 20 : 12))
  const duration = isLong ? Number(view.getBigUint64(from + 24)) : view.getUint32(from + 16)
  return scale > 0 && duration > 0 ? duration / scale : null
}

/** Width and height of the track as shown, turned by a quarter where its matrix says so. */
function sizeOf(view: DataView, { from }: Box): { width: number; height: number } {
  const matrix = from + (view.getUint8(from) === 1 ? 52 : 40)
  const [width, height] = [view.getUint32(matrix + 36) >>> 16, view.getUint32(matrix + 40) >>> 16]
  const isTurned = view.getInt32(matrix) === 0 && view.getInt32(matrix + 4) !== 0
  return isTurned ? { width: height, height: width } : { width, height }
}

async function indexOf(file: Blob): Promise<DataView | null> {
  let at = 0
  for (let count = 0; at + 8 <= file.size && count < boxesMax; count++) {
    const head = new DataView(await file.slice(at, at + 16).arrayBuffer())
    const short = head.getUint32(0)
    const isLong = short === 1 && head.byteLength >= 16
    const size = isLong ? Number(head.getBigUint64(8)) : short === 0 ? file.size - at : short
    if (size < 8 || at + size > file.size) return null
    if (letters(head, 4) === 'moov') {
      if (size > indexBytesMax) return null
      return new DataView(await file.slice(at + (isLong ? 16 : 8), at + size).arrayBuffer())
    }
    at += size
  }
  return null
}

/** @returns `null` for what is no MP4, or one that is cut off */
export async function readHead(file: Blob): Promise<FilmHead | null> {
  try {
    const view = await indexOf(file)
    if (!view) return null
    const whole: Box = { type: 'moov', from: 0, to: view.byteLength }
    const header = inside(view, whole, 'mvhd')
    const tracks = [...boxesIn(view, 0, view.byteLength)].filter(({ type }) => type === 'trak')
    const film = tracks.find((track) => {
      const handler = inside(view, track, 'mdia', 'hdlr')
      return handler !== null && letters(view, handler.from + 8) === 'vide'
    })
    const track = film && inside(view, film, 'tkhd')
    const kinds = film && inside(view, film, 'mdia', 'minf', 'stbl', 'stsd')
    const size = track ? sizeOf(view, track) : null
    return {
      seconds: header ? secondsOf(view, header) : null,
      width: size?.width || null,
      height: size?.height || null,
      codec: kinds ? letters(view, kinds.from + 12) : null,
    }
  } catch (error) {
    // It reaches over its own end.
    if (error instanceof RangeError) return null
    throw error
  }
}

const names: Readonly<Record<string, string>> = {
  avc1: 'H.264',
  avc3: 'H.264',
  hvc1: 'H.265',
  hev1: 'H.265',
  vp09: 'VP9',
  av01: 'AV1',
  mp4v: 'MPEG-4',
}

export const codecName = (codec: string): string => names[codec] ?? codec.trim()

/** Why the browser does not play a film, and what to do, in plain words. */
export function unplayableWords(head: FilmHead | null): string {
  const next = '没有画面可选封面：片长和大小请核对一遍，封面另传一张图'
  if (!head)
    return `这个文件打不开，可能没有传完整，或不是 MP4。请在电脑上从头到尾播一遍；播不了的，用剪辑软件重新导出 MP4（H.264）再传。${next}`
  const codec = head.codec ? codecName(head.codec) : null
  if (codec === 'H.265')
    return `这部片子是手机常用的 H.265 编码，这个浏览器放不出来，有些屏幕也放不了。最好用剪辑软件另存为 MP4（H.264）再传；手机录像可在相机设置里选“兼容性最佳”。${next}`
  return `这个浏览器放不了这部片子${codec ? `（编码是 ${codec}）` : ''}。最好用剪辑软件另存为 MP4（H.264）再传。${next}`
}
