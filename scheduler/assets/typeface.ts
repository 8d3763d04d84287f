/**
 * @file Writes a TrueType font from outlines: one weight, the letters given, and no more tables than a
 * browser asks for. Pure.
 *
 * A subset of a variable font keeps its variations and is several times as large; what is drawn on a sign
 * is one heavy weight.
 */
export interface Letter {
  point: number
  /** In units of the em. */
  advance: number
  contours: readonly (readonly OutlinePoint[])[]
}

export interface OutlinePoint {
  x: number
  y: number
  /** False: a control point of a quadratic curve. */
  on: boolean
}

export interface FaceFacts {
  family: string
  unitsPerEm: number
  ascent: number
  descent: number
  weight: number
  copyright: string
  license: string
}

const tablePad = 4
const checkSumMagic = 0xb1b0afba
/** Outlines of one letter may lie over each other; without this mark they show seams. */
const overlapMark = 0x40
const onCurve = 1

class Writer {
  readonly #bytes: number[] = []
  get length(): number {
    return this.#bytes.length
  }
  u8(...values: readonly number[]): this {
    for (const value of values) this.#bytes.push(value & 0xff)
    return this
  }
  u16(...values: readonly number[]): this {
    for (const value of values) this.u8(value >> 8, value)
    return this
  }
  u32(...values: readonly number[]): this {
    for (const value of values) this.u16(value >>> 16, value)
    return this
  }
  text(text: string): this {
    return this.u8(...Array.from(text, (letter) => letter.charCodeAt(0)))
  }
  append(bytes: Uint8Array): this {
    for (const byte of bytes) this.#bytes.push(byte)
    return this
  }
  buffer(): Buffer {
    return Buffer.from(this.#bytes)
  }
}

interface Bounds {
  xMin: number
  yMin: number
  xMax: number
  yMax: number
}

function boundsOf(contours: Letter['contours']): Bounds {
  const points = contours.flat()
  if (points.length === 0) return { xMin: 0, yMin: 0, xMax: 0, yMax: 0 }
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  return { xMin: Math.min(...xs), yMin: Math.min(...ys), xMax: Math.max(...xs), yMax: Math.max(...ys) }
}

function glyph(contours: Letter['contours']): Buffer {
  if (contours.length === 0) return Buffer.alloc(0)
  const { xMin, yMin, xMax, yMax } = boundsOf(contours)
  const writer = new Writer().u16(contours.length, xMin, yMin, xMax, yMax)
  let end = -1
  for (const contour of contours) writer.u16((end += contour.length))
  writer.u16(0)
  const points = contours.flat()
  for (const [index, { on }] of points.entries())
    writer.u8((on ? onCurve : 0) | (index === 0 ? overlapMark : 0))
  for (const axis of ['x', 'y'] as const) {
    let before = 0
    for (const point of points) {
      writer.u16(point[axis] - before)
      before = point[axis]
    }
  }
  if (writer.length % 2 === 1) writer.u8(0)
  return writer.buffer()
}

/** Format 12 serves every letter; format 4 is what the oldest readers ask for. */
function cmap(letters: readonly Letter[]): Buffer {
  const groups: { from: number; to: number; glyph: number }[] = []
  for (const [index, { point }] of letters.entries()) {
    const last = groups.at(-1)
    if (last && point === last.to + 1) last.to = point
    else groups.push({ from: point, to: point, glyph: index + 1 })
  }
  const low = groups.filter(({ to }) => to < 0xffff)
  const segments = [...low, { from: 0xffff, to: 0xffff, glyph: 0 }]
  const count = segments.length
  const power = 2 ** Math.floor(Math.log2(count))
  const four = new Writer()
    .u16(4, 16 + count * 8, 0, count * 2, power * 2, Math.log2(power), (count - power) * 2)
    .u16(...segments.map(({ to }) => to), 0)
    .u16(...segments.map(({ from }) => from))
    .u16(...segments.map((segment) => (segment.from === 0xffff ? 1 : segment.glyph - segment.from)))
    .u16(...segments.map(() => 0))
    .buffer()
  const twelve = new Writer().u16(12, 0).u32(16 + groups.length * 12, 0, groups.length)
  for (const group of groups) twelve.u32(group.from, group.to, group.glyph)
  return new Writer()
    .u16(0, 2)
    .u16(3, 1)
    .u32(20)
    .u16(3, 10)
    .u32(20 + four.length)
    .append(four)
    .append(twelve.buffer())
    .buffer()
}

function names({ family, copyright, license }: FaceFacts): Buffer {
  const full = [copyright, family, 'Regular', family, family, 'Version 1', family.replaceAll(' ', '')]
  const records = [...full.map((text, id) => ({ id, text })), { id: 13, text: license }]
  const writer = new Writer().u16(0, records.length, 6 + records.length * 12)
  let at = 0
  for (const { id, text } of records) {
    writer.u16(3, 1, 0x409, id, text.length * 2, at)
    at += text.length * 2
  }
  for (const { text } of records) writer.u16(...Array.from(text, (letter) => letter.charCodeAt(0)))
  return writer.buffer()
}

function os2({ unitsPerEm, ascent, descent, weight }: FaceFacts, letters: readonly Letter[]): Buffer {
  const half = Math.round(unitsPerEm / 2)
  const points = letters.map(({ point }) => Math.min(0xffff, point))
  return new Writer()
    .u16(4, unitsPerEm, weight, 5, 0, half, half, 0, 0, half, half, 0, 0, 50, half, 0)
    .u8(2, 11, 0, 0, 0, 0, 0, 0, 0, 0)
    .u32(0, 0, 0, 0)
    .text('PUFA')
    .u16(0x40, Math.min(...points), Math.max(...points))
    .u16(ascent, descent, 0, ascent, -descent)
    .u32(0, 0)
    .u16(half, Math.round(unitsPerEm * 0.73), 0, 32, 1)
    .buffer()
}

function checkSum(table: Buffer): number {
  let sum = 0
  for (let at = 0; at < table.length; at += 4) sum = (sum + ((table.readUInt32BE(at) ?? 0) >>> 0)) >>> 0
  return sum
}

const padded = (table: Buffer): Buffer =>
  Buffer.concat([table, Buffer.alloc((tablePad - (table.length % tablePad)) % tablePad)])

function assembleTables(tables: Readonly<Record<string, Buffer>>): Buffer {
  const entries = Object.entries(tables).sort(([a], [b]) => (a < b ? -1 : 1))
  const power = 2 ** Math.floor(Math.log2(entries.length))
  const head = new Writer()
    .u32(0x00010000)
    .u16(entries.length, power * 16, Math.log2(power), (entries.length - power) * 16)
  let at = 12 + entries.length * 16
  const bodies = entries.map(([tag, table]) => {
    const body = padded(table)
    head.text(tag).u32(checkSum(body), at, table.length)
    at += body.length
    return body
  })
  const font = Buffer.concat([head.buffer(), ...bodies])
  const before = entries.slice(
    0,
    entries.findIndex(([tag]) => tag === 'head'),
  )
  const headAt = 12 + entries.length * 16 + before.reduce((sum, [, table]) => sum + padded(table).length, 0)
  font.writeUInt32BE((checkSumMagic - checkSum(font)) >>> 0, headAt + 8)
  return font
}

/** @param letters each once, in the order of their code points */
export function writeTypeface(facts: FaceFacts, letters: readonly Letter[]): Buffer {
  const { unitsPerEm, ascent, descent } = facts
  const glyphs = [Buffer.alloc(0), ...letters.map(({ contours }) => glyph(contours))]
  const all = letters.flatMap(({ contours }) => (contours.length === 0 ? [] : [boundsOf(contours)]))
  const widest = Math.max(0, ...letters.map(({ advance }) => advance))
  const most = (of: (letter: Letter) => number) => Math.max(0, ...letters.map(of))
  const loca = new Writer().u32(0)
  let end = 0
  for (const { length } of glyphs) loca.u32((end += length))
  const hmtx = new Writer().u16(unitsPerEm, 0)
  for (const { advance, contours } of letters) hmtx.u16(advance, boundsOf(contours).xMin)
  const count = glyphs.length
  const bounds = [
    Math.min(0, ...all.map(({ xMin }) => xMin)),
    Math.min(0, ...all.map(({ yMin }) => yMin)),
    Math.max(0, ...all.map(({ xMax }) => xMax)),
    Math.max(0, ...all.map(({ yMax }) => yMax)),
  ]
  return assembleTables({
    'OS/2': os2(facts, letters),
    cmap: cmap(letters),
    glyf: Buffer.concat(glyphs),
    head: new Writer()
      .u32(0x00010000, 0x00010000, 0, 0x5f0f3cf5)
      .u16(0x0003, unitsPerEm)
      .u32(0, 0, 0, 0)
      .u16(...bounds, 0, 8, 2, 1, 0)
      .buffer(),
    hhea: new Writer()
      .u32(0x00010000)
      .u16(ascent, descent, 0, widest, 0, 0, bounds[2] ?? 0, 1, 0, 0, 0, 0, 0, 0, 0, count)
      .buffer(),
    hmtx: hmtx.buffer(),
    loca: loca.buffer(),
    maxp: new Writer()
      .u32(0x00010000)
      .u16(
        count,
        most(({ contours }) => contours.flat().length),
        most(({ contours }) => contours.length),
      )
      .u16(0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0)
      .buffer(),
    name: names(facts),
    post: new Writer().u32(0x00030000, 0).u16(0, 0).u32(0, 0, 0, 0, 0).buffer(),
  })
}
