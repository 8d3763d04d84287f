/**
 * @file What an AVIF tells beside its picture: items that hold EXIF or XMP are emptied where they lie.
 *
 * Which way up it is stands in a property of its own, which stays.
 */
import { boxesIn, type Box } from './boxes.ts'
import type { FileBytes } from './bytes.ts'
import { blank, type Patch } from './patch.ts'

const TOLD = new Set(['Exif', 'mime'])
const BOX_BYTES_MAX = 1024 * 1024

interface Extent {
  item: number
  /** 0: in the file; 1: in the `idat` box. */
  method: number
  offset: number
  length: number
}

/** @throws Error for what cannot be read */
export async function veilAvif(file: FileBytes): Promise<Patch[]> {
  const meta = (await boxesIn(file, 0, file.size)).find(({ type }) => type === 'meta')
  if (!meta) return []
  const inside = await boxesIn(file, meta.content + 4, meta.end)
  const box = (wanted: string) => inside.find(({ type }) => type === wanted)
  const [names, places, data] = [box('iinf'), box('iloc'), box('idat')]
  if (!names || !places) return []
  const items = await toldItems(file, names)
  const extents = parseExtents(await contentOf(file, places)).filter(({ item }) => items.has(item))
  return extents.map(({ method, offset, length }) => {
    const at = method === 1 ? (data?.content ?? NaN) + offset : offset
    const bytes = length === 0 ? file.size - at : length
    if (method > 1 || !(at + bytes <= file.size)) throw new Error('an item outside of its file')
    return blank(at, bytes)
  })
}

async function contentOf(file: FileBytes, { content, end }: Box): Promise<Buffer> {
  if (end - content > BOX_BYTES_MAX) throw new Error('a box too large')
  return file.read(content, end - content)
}

async function toldItems(file: FileBytes, names: Box): Promise<Set<number>> {
  const [version = 0] = await file.read(names.content, 1)
  const items = new Set<number>()
  for (const { type, content } of await boxesIn(file, names.content + (version === 0 ? 6 : 8), names.end)) {
    if (type !== 'infe') continue
    const entry = await file.read(content, 16)
    const isWide = entry[0] === 3
    const named = isWide ? 10 : 8
    if (TOLD.has(entry.toString('latin1', named, named + 4)))
      items.add(isWide ? entry.readUInt32BE(4) : entry.readUInt16BE(4))
  }
  return items
}

/** The `iloc` box, versions 0 to 2. */
function parseExtents(box: Buffer): Extent[] {
  let at = 4
  const number = (bytes: number) => {
    const value = bytes === 0 ? 0 : bytes === 8 ? Number(box.readBigUInt64BE(at)) : box.readUIntBE(at, bytes)
    at += bytes
    return value
  }
  const version = box[0] ?? 0
  const sizes = number(2)
  const [offsetBytes, lengthBytes] = [sizes >> 12, (sizes >> 8) & 15]
  const [baseBytes, indexBytes] = [(sizes >> 4) & 15, version === 0 ? 0 : sizes & 15]
  const idBytes = version < 2 ? 2 : 4
  const extents: Extent[] = []
  for (let left = number(idBytes); left > 0; left--) {
    const item = number(idBytes)
    const method = version === 0 ? 0 : number(2) & 15
    number(2)
    const base = number(baseBytes)
    for (let more = number(2); more > 0; more--) {
      number(indexBytes)
      const offset = base + number(offsetBytes)
      extents.push({ item, method, offset, length: number(lengthBytes) })
    }
  }
  return extents
}
