/**
 * @file Every text of a document that a reader could see, with the Sanity path where it stands.
 *
 * Pure. A block of Portable Text is one text over all its spans, since a wording may run from one into the
 * next; what is no text between them parts it. Which fields are not for readers is said in one table, by the
 * `_type` of the document or object that holds them; tests/studio holds the table against the schema.
 */
import { typesOfWork } from '../documents/kinds.ts'

export type PathSegment = string | number | { _key: string }
export type Path = readonly PathSegment[]

/** A piece of one stored string: `from` and `to` are UTF-16 units of it. */
export interface Place {
  path: Path
  from: number
  to: number
}

export interface ReadText {
  text: string
  /** The strings it is made of, with where each begins in `text`. */
  pieces: readonly { path: Path; start: number; length: number }[]
}

export type Content = Readonly<Record<string, unknown>>

/** Statutes are printed as they were passed; timetables, groups and the desk's records are for the desk alone. */
const neverRead: readonly string[] = [
  ...['law', 'lawEdition', 'article', 'scheduleEvent'],
  ...['tableImport', 'deskNote'],
]
const readToo: readonly string[] = ['noticeTemplate', 'screen', 'siteSettings', 'legalDay']

/** Types whose texts are looked through. */
export const checkedTypes: readonly string[] = [
  ...typesOfWork('content', 'schedule').filter((type) => !neverRead.includes(type)),
  ...readToo,
]

/** Fields that hold a choice, an address, a number or a name of ours, wherever they stand. */
const skippedEverywhere = ['slug', 'href', 'layout', 'tone', 'kind', 'article', 'checkedOn']

/** Such fields by the `_type` of what holds them. */
const skippedIn: Readonly<Record<string, readonly string[]>> = {
  county: ['code'],
  township: ['code'],
  village: ['code'],
  lawyer: ['category', 'licenceNumber', 'officePhone'],
  lawOffice: ['licenceNumber', 'phone'],
  // What people type when they search, wrong characters and all.
  topic: ['synonyms'],
  errorReport: ['receipt', 'path', 'text', 'state'],
  checkupItem: ['riskyAnswer'],
  liveStream: ['source', 'officerName', 'officerPhone', 'officerAccount'],
  screen: ['transition', 'zone', 'panel'],
  siteSettings: ['prefectureCode', 'siteIdCode', 'accent'],
  legalDay: ['rule', 'basis'],
  video: ['genre', 'rightsNote'],
  mural: ['state'],
  signageCampaign: ['purpose'],
  deadline: ['unit'],
  noticeField: ['name'],
  latestItem: ['contentType', 'county', 'village', 'genre'],
  galleryItem: ['change'],
  block: ['style', 'listItem', 'markDefs'],
}

export function isSkipped(type: string, field: string): boolean {
  return (
    field.startsWith('_') ||
    skippedEverywhere.includes(field) ||
    (Object.hasOwn(skippedIn, type) && (skippedIn[type]?.includes(field) ?? false))
  )
}

const isContent = (value: unknown): value is Content =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Stands for what is no text within a block, so that no wording reaches over it. */
const between = '\ufffc'
const depthMax = 20

function textOfBlock(block: Content, path: Path): ReadText {
  const pieces: { path: Path; start: number; length: number }[] = []
  let text = ''
  const children = Array.isArray(block['children']) ? (block['children'] as unknown[]) : []
  for (const child of children) {
    if (!isContent(child) || typeof child['text'] !== 'string') {
      text += between
      continue
    }
    const at: Path = [...path, 'children', { _key: String(child['_key']) }, 'text']
    pieces.push({ path: at, start: text.length, length: child['text'].length })
    text += child['text']
  }
  return { text, pieces }
}

function segmentOf(member: unknown, index: number): PathSegment {
  const key = isContent(member) ? member['_key'] : undefined
  return typeof key === 'string' ? { _key: key } : index
}

/** @returns in the order in which the document holds them; texts of blanks alone are left out */
export function readTexts(document: Content): ReadText[] {
  const found: ReadText[] = []
  const add = (text: ReadText) => {
    if (text.text.trim() !== '') found.push(text)
  }
  const walk = (value: unknown, path: Path, holder: string, levels: number): void => {
    if (typeof value === 'string') add({ text: value, pieces: [{ path, start: 0, length: value.length }] })
    else if (levels === 0) return
    else if (Array.isArray(value))
      value.forEach((member, index) => walk(member, [...path, segmentOf(member, index)], holder, levels - 1))
    else if (isContent(value)) {
      const type = typeof value['_type'] === 'string' ? value['_type'] : holder
      if (type === 'block') add(textOfBlock(value, path))
      else if (type !== 'reference')
        for (const [field, member] of Object.entries(value))
          if (!isSkipped(type, field)) walk(member, [...path, field], type, levels - 1)
    }
  }
  if (checkedTypes.includes(String(document['_type']))) walk(document, [], '', depthMax)
  return found
}

/** Where a stretch of a text is stored, piece by piece. */
export function placesOf({ pieces }: ReadText, from: number, to: number): Place[] {
  return pieces.flatMap(({ path, start, length }) => {
    const begin = Math.max(from, start)
    const end = Math.min(to, start + length)
    return begin < end ? [{ path, from: begin - start, to: end - start }] : []
  })
}
