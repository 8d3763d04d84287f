/**
 * @file A content as somebody reads it, made from its schema: every field by its Chinese name, in the order
 * of the form, as lines of plain text and pictures. Pure; what stands elsewhere is handed in as `Lookup`.
 */
import { dateWords, instantWords, localWords } from './dates.ts'
import { richLines } from './rich.ts'

/** The part of a compiled schema type that is used. */
export interface Shape {
  name: string
  title?: string
  jsonType: string
  type?: Shape | null
  fields?: readonly { name: string; type: Shape }[]
  of?: readonly Shape[]
  options?: { list?: readonly unknown[] }
  hidden?: unknown
}

export interface Line {
  text: string
  style: 'plain' | 'heading' | 'quote' | 'item'
  /** Steps of indentation. */
  depth: number
}

export interface Picture {
  /** Id of the asset. */
  asset: string
  alt: string
  caption: string
}

export interface FieldView {
  name: string
  title: string
  lines: readonly Line[]
  pictures: readonly Picture[]
}

/** What a reference leads to. */
export interface Lookup {
  /** `《劳动法》`, a person's name; null: it leads nowhere. */
  titleOf(id: string): string | null
  /** Name of a file that was handed in. */
  fileOf(asset: string): string | null
}

type Content = Readonly<Record<string, unknown>>

interface Seen {
  lines: Line[]
  pictures: Picture[]
}

const isRecord = (value: unknown): value is Content =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Whether a type is, or is made from, one of Sanity's own. */
function isA(shape: Shape | null | undefined, name: string): boolean {
  return Boolean(shape) && (shape?.name === name || isA(shape?.type, name))
}

const line = (words: string, depth = 0, style: Line['style'] = 'plain'): Line => ({
  text: words,
  depth,
  style,
})

/** The words for a value that is chosen from a list. */
function chosen(shape: Shape, value: unknown): string | null {
  for (const one of shape.options?.list ?? []) {
    if (isRecord(one) && one['value'] === value) return text(one['title'])
    if (one === value) return String(value)
  }
  return null
}

const localTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?$/u

function scalarWords(shape: Shape, value: unknown): string {
  const listed = chosen(shape, value)
  if (listed !== null) return listed
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return String(value)
  if (isA(shape, 'date')) return dateWords(text(value))
  if (isA(shape, 'datetime')) return instantWords(text(value))
  return localTime.test(text(value)) ? localWords(text(value)) : text(value)
}

const refOf = (value: unknown): string | null =>
  isRecord(value) && typeof value['_ref'] === 'string' ? value['_ref'] : null

const assetOf = (value: Content): string | null => refOf(value['asset'])

function referenceWords(id: string, { titleOf }: Lookup): string {
  return titleOf(id) ?? '（找不到这一份内容，可能已经删除）'
}

/** `《劳动法》第50条：……` */
function citationWords(value: Content, lookup: Lookup): string {
  const law = refOf(value['law'])
  const name = law ? referenceWords(law, lookup) : '没有选法律'
  const [first, ...rest] = text(value['article']).split('-')
  const number = `第 ${[first, ...rest.map((part) => `之 ${part}`)].join(' 条')}${rest.length > 0 ? '' : ' 条'}`
  const meaning = text(value['meaning'])
  return `《${name.replace(/^《|》$/gu, '')}》${number}${meaning ? `：${meaning}` : ''}`
}

/** What stands with the picture itself. */
const besidePicture: ReadonlySet<string> = new Set(['alt', 'caption', 'asset', 'crop', 'hotspot', 'media'])

function pictureSeen(shape: Shape, value: Content, lookup: Lookup): Seen {
  const asset = assetOf(value)
  if (asset === null) return { lines: [], pictures: [] }
  const fields = (shape.fields ?? []).filter(({ name }) => !besidePicture.has(name))
  return {
    lines: objectSeen({ ...shape, fields }, value, lookup).lines,
    pictures: [{ asset, alt: text(value['alt']), caption: text(value['caption']) }],
  }
}

function fileSeen(value: Content, { fileOf }: Lookup): Seen {
  const asset = assetOf(value)
  return { lines: asset === null ? [] : [line(fileOf(asset) ?? '（已上传的文件）')], pictures: [] }
}

const pointWords = (value: Content): string => `北纬 ${value['lat'] ?? '？'}，东经 ${value['lng'] ?? '？'}`

const indented = ({ lines, pictures }: Seen, by: number): Seen => ({
  lines: lines.map((one) => ({ ...one, depth: one.depth + by })),
  pictures,
})

const joined = (parts: readonly Seen[]): Seen => ({
  lines: parts.flatMap(({ lines }) => lines),
  pictures: parts.flatMap(({ pictures }) => pictures),
})

/** What something is called needs no label. */
const naming: ReadonlySet<string> = new Set(['title', 'name', 'text', 'label', 'question'])

/** Fields of an object, each with its name before it. */
function objectSeen(shape: Shape, value: Content, lookup: Lookup): Seen {
  const fields = shape.fields ?? []
  const named = fields.find(({ name }) => naming.has(name) && text(value[name]) !== '')?.name
  return joined(
    fields.map(({ name, type }) => {
      const inner = seen(type, value[name], lookup)
      const [first, ...rest] = inner.lines
      if (!first) return inner
      if (name === named && name === fields[0]?.name) return inner
      const label = type.title ?? ''
      return rest.length === 0
        ? { ...inner, lines: [{ ...first, text: `${label}：${first.text}` }] }
        : { ...indented(inner, 1), lines: [line(`${label}：`), ...indented(inner, 1).lines] }
    }),
  )
}

const memberShape = (shape: Shape, value: unknown): Shape | undefined => {
  const name = isRecord(value) ? text(value['_type']) : ''
  return shape.of?.find((one) => one.name === name) ?? shape.of?.[0]
}

function membersSeen(shape: Shape, values: readonly unknown[], lookup: Lookup): Seen {
  const parts = values.map((value, index) => {
    const own = memberShape(shape, value)
    if (!own) return { lines: [], pictures: [] }
    const words = chosen(shape, value)
    const { lines, pictures } =
      words === null ? seen(own, value, lookup) : { lines: [line(words)], pictures: [] }
    const [first, ...rest] = lines
    if (!first) return { lines, pictures }
    const head: Line = { ...first, text: `${index + 1}. ${first.text}`, style: 'item' }
    return { pictures, lines: [head, ...rest.map((one) => ({ ...one, depth: one.depth + 1 }))] }
  })
  return joined(parts)
}

function arraySeen(shape: Shape, values: readonly unknown[], lookup: Lookup): Seen {
  const isRich = values.some((value) => isRecord(value) && value['_type'] === 'block')
  if (!isRich) return membersSeen(shape, values, lookup)
  return joined(
    values.map((value) => {
      if (isRecord(value) && value['_type'] === 'block') return { lines: richLines([value]), pictures: [] }
      const own = memberShape(shape, value)
      return own ? seen(own, value, lookup) : { lines: [], pictures: [] }
    }),
  )
}

function recordSeen(shape: Shape, value: Content, lookup: Lookup): Seen {
  const reference = refOf(value)
  if (reference !== null) return { lines: [line(referenceWords(reference, lookup))], pictures: [] }
  if (isA(shape, 'image')) return pictureSeen(shape, value, lookup)
  if (isA(shape, 'file')) return fileSeen(value, lookup)
  if (isA(shape, 'slug'))
    return { lines: text(value['current']) ? [line(text(value['current']))] : [], pictures: [] }
  if (isA(shape, 'geopoint')) return { lines: [line(pointWords(value))], pictures: [] }
  if (isA(shape, 'citation')) return { lines: [line(citationWords(value, lookup))], pictures: [] }
  return objectSeen(shape, value, lookup)
}

function seen(shape: Shape, value: unknown, lookup: Lookup): Seen {
  if (value === undefined || value === null || value === '') return { lines: [], pictures: [] }
  if (Array.isArray(value)) return arraySeen(shape, value, lookup)
  if (isRecord(value)) return recordSeen(shape, value, lookup)
  const words = scalarWords(shape, value)
  return { lines: words.split('\n').map((one) => line(one)), pictures: [] }
}

function isHidden({ hidden }: Shape, document: Content, value: unknown): boolean {
  if (typeof hidden !== 'function') return hidden === true
  const ask = hidden as (context: object) => unknown
  return ask({ document, parent: document, value, currentUser: null, path: [] }) === true
}

/** Asked for as the last day that counts, stored as the first moment that does not. */
const lastDay = 'validUntil'
const lastDaySeen = (value: unknown): Seen => ({
  lines: text(value) === '' ? [] : [line(localWords(text(value), 'end'))],
  pictures: [],
})

/** All fields that a form would show, also those in which nothing stands. */
export function fieldsOf(shape: Shape, document: Content, lookup: Lookup): readonly FieldView[] {
  return (shape.fields ?? [])
    .filter(({ name, type }) => !name.startsWith('_') && !isHidden(type, document, document[name]))
    .map(({ name, type }) => ({
      ...{ name, title: type.title ?? name },
      ...(name === lastDay ? lastDaySeen(document[name]) : seen(type, document[name], lookup)),
    }))
}

/** Ids of everything that a content refers to: documents, pictures and files alike. */
export function refsIn(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const member of value) refsIn(member, found)
  else if (isRecord(value)) {
    const ref = refOf(value)
    if (ref !== null) found.add(ref)
    for (const member of Object.values(value)) refsIn(member, found)
  }
  return found
}
